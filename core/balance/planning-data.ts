import type { Day } from "../base/plain-date.ts";

/**
 * What the balance is worked out from, as plain records: tables that were read, with blanks as `null` or `""`
 * and nothing counted yet. Codes of products, lines and components are text and are compared as they stand
 * ("007" is not "7"). Quantities are in the product's (or component's) own unit; a decimal that somebody typed
 * stays that decimal. The order of rows does not matter, except where two rows name one product or line: the first counts.
 * A table that is missing is an empty list.
 */
export interface PlanningData {
  /** Without gaps, oldest first. Those before the current one are history: only measures of the past look at them. */
  readonly periods: readonly Period[];
  readonly rules: BalanceRules;
  readonly products: readonly Product[];
  readonly forecast: readonly ForecastRow[];
  readonly orders: readonly OrderRow[];
  readonly plan: readonly PlanRow[];
  readonly stock: readonly StockRow[];
  readonly lines: readonly LineRow[];
  readonly capacity: readonly CapacityRow[];
  readonly components: readonly ComponentRow[];
  readonly supply: readonly SupplyRow[];
}

/** Days from `start` to `end`, both counted. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** A column of the balance. Weeks and months may follow each other (13 weeks, then three months). */
export interface Period extends Span {
  /** As planners write it, and the same in every run: "2026-W47", "2026-11". */
  readonly key: string;
  readonly kind: "week" | "month";
}

export interface BalanceRules {
  /** The key of the first period that is balanced: the one that today lies in. */
  readonly current: string;
  /** Forecast consumption: how many periods earlier and later an order may eat forecast; whole, 0 or more. With both 0 demand is the larger of forecast and orders. */
  readonly backward: number;
  readonly forward: number;
  /** The demand time fence: in so many periods, the current one first, demand is orders alone. 0 for none. */
  readonly fence: number;
  /** What becomes of demand that is not met: owed until it is (欠交), or lost (失销). */
  readonly unmet: "backlog" | "lost";
  /** Where it is lost: how many periods late it may still be met. */
  readonly lateness: number;
}

export interface Product {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly unit: string;
  /** A quantity; where days are given as well, the larger of the two holds. */
  readonly safetyStock: number | null;
  /** Calendar days of average demand. */
  readonly safetyDays: number | null;
  readonly minimumLot: number | null;
  readonly lotMultiple: number | null;
  /** The most that a period can make. */
  readonly maximumLot: number | null;
  /** Weeks of demand that the stock at a period's end may last; above them it is excess. */
  readonly maximumCover: number | null;
  /** The line that a plan without a line is made on. */
  readonly line: string;
  readonly hoursPerUnit: number | null;
  /** Lines that could make it as well, the best first. */
  readonly otherLines: readonly string[];
}

/** `period` may be one of the balance's, or longer or across several: it is then spread over their days, exactly. Rows for one product and period add up. */
export interface ForecastRow {
  readonly product: string;
  readonly period: Span;
  readonly quantity: number;
}

export interface OrderRow {
  /** Order number and line, as words show them: "SO-1", 10. */
  readonly no: string;
  readonly line: number | null;
  readonly customer: string;
  readonly product: string;
  /** Below zero it is a return. */
  readonly ordered: number;
  readonly shipped: number | null;
  readonly due: Day;
  /** 1 comes first; null comes last. */
  readonly priority: number | null;
  readonly closed: boolean;
  /** Its share of what is not enough for all; null or left out where nobody shared it out. */
  readonly allocated?: number | null;
}

export interface PlanRow {
  readonly product: string;
  readonly period: Span;
  /** `""` is the product's own line. */
  readonly line: string;
  readonly planned: number;
  /** Received so far; null where nothing is known. */
  readonly actual: number | null;
}

/** Rows for one product (warehouses) add up. */
export interface StockRow {
  readonly product: string;
  /** What demand can be met from: what is blocked is left out by the reader. Below zero it is owed already. */
  readonly usable: number;
  /** The day at whose end it was counted; null counts as the current period. */
  readonly asOf: Day | null;
}

export interface LineRow {
  readonly line: string;
  readonly name: string;
  /** Where `capacity` has no row for a period; null where unknown. */
  readonly hoursPerWeek: number | null;
  /** Share of the hours that makes product, 1 for all; null is 1. Holds for the hours of `capacity`, too. */
  readonly efficiency: number | null;
}

export interface CapacityRow {
  readonly line: string;
  readonly period: Span;
  readonly hours: number;
}

export interface ComponentRow {
  readonly product: string;
  readonly component: string;
  readonly name: string;
  readonly unit: string;
  /** Component units in one unit of the product. */
  readonly usage: number;
  /** Share that is good, 1 for all; null is 1. */
  readonly yield: number | null;
  /** In stock of the component now, the same on each of its rows or only on one. */
  readonly stock: number | null;
}

export interface SupplyRow {
  readonly component: string;
  readonly expectedOn: Day;
  readonly quantity: number;
  readonly orderNo: string;
}

/** The tables that a problem can point into. */
export type PlanningTable = Exclude<keyof PlanningData, "rules">;
