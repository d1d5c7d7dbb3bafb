import type { Params, WordKey } from "../words/message.ts";
import type { Period, PlanningTable, Product } from "./planning-data.ts";

/**
 * The whole balance. Every list of figures has one for each of `periods`, in their order; quantities are in the
 * product's unit and are the decimals that a person would write (0.3, not 0.30000000000000004).
 */
export interface Balance {
  /** From the current period on. */
  readonly periods: readonly Period[];
  /** In the order of the products table, then the codes that only other tables name, by code. */
  readonly products: readonly ProductBalance[];
  /** By name; products without a family are in none. */
  readonly families: readonly FamilyTotal[];
  /** In the order of the lines table, then the lines that only plans or capacity name, by name. */
  readonly lines: readonly LineLoad[];
  /** By code. */
  readonly components: readonly ComponentCoverage[];
  readonly problems: readonly BalanceProblem[];
}

/** The figures that add up over products of one unit. For each period: opening + production - demand + lost = closing. */
export interface Quantities {
  /** In stock when the period begins; below zero it is owed. */
  readonly opening: readonly number[];
  /** As forecast, before orders eat it. */
  readonly forecast: readonly number[];
  /** Ordered for the period, shipped part included: what eats forecast. Returns eat none. */
  readonly ordered: readonly number[];
  /** Open orders; in the current period also those overdue. Returns lower them. */
  readonly orders: readonly number[];
  /** What orders leave of the forecast, 0 within the demand time fence. */
  readonly forecastLeft: readonly number[];
  /** Open orders and the forecast that is left. */
  readonly demand: readonly number[];
  /** The plan as it stands in the table. */
  readonly planned: readonly number[];
  /** What is still to come in of it: in the period in which the stock was counted, less what was received already. */
  readonly production: readonly number[];
  /** Demand given up for good, where unmet demand is lost; else 0. */
  readonly lost: readonly number[];
  /** Projected available balance (PAB): in stock at the end; below zero it is owed. */
  readonly closing: readonly number[];
  readonly safety: readonly number[];
}

export interface ProductBalance extends Quantities {
  readonly product: Product;
  /** Decimals of its quantities, 0 to 6. */
  readonly decimals: number;
  /** Of the current period's open orders, those due before it. */
  readonly overdue: number;
  /** Open orders due after the last period: in no period's demand. */
  readonly beyond: number;
  /** Closing less safety stock; below zero there is too little. */
  readonly gap: readonly number[];
  /** Weeks that the closing stock lasts; null where the demand known ends before the stock does. */
  readonly cover: readonly (number | null)[];
  /** Closing stock above the maximum cover, else 0. */
  readonly excess: readonly number[];
  /** Discrete available-to-promise; null in a later period without production. */
  readonly atp: readonly (number | null)[];
  readonly cumulativeAtp: readonly number[];
  /** What to make in each period, in whole lots, if there were no plan yet: enough to keep the safety stock. */
  readonly suggested: readonly number[];
}

export interface FamilyTotal extends Quantities {
  readonly family: string;
  /** `""` where its products are of several. */
  readonly unit: string;
  /** Codes, in the order of `Balance.products`. */
  readonly products: readonly string[];
}

/** Hours are rounded to a millionth. */
export interface LineLoad {
  readonly line: string;
  readonly name: string;
  /** Hours that make product: available hours × efficiency; null where nothing tells them. */
  readonly available: readonly (number | null)[];
  /** Hours that the whole plan of the period takes. */
  readonly load: readonly number[];
  /** Load of available hours, 1 for all; null where hours are unknown, or 0 with something to make. */
  readonly utilisation: readonly (number | null)[];
  /** Hours above those available, else 0; 0 where they are unknown. */
  readonly over: readonly number[];
  /** Who loads it: products with a plan on this line, in the order of `Balance.products`. */
  readonly loads: readonly { readonly product: string; readonly planned: readonly number[]; readonly hours: readonly number[] }[];
}

/** Quantities of the component, rounded to a millionth. */
export interface ComponentCoverage {
  readonly component: string;
  readonly name: string;
  readonly unit: string;
  readonly stock: number;
  readonly supply: readonly number[];
  /** What the production still to come takes: quantity × usage / yield, over all products that share it. */
  readonly needed: readonly number[];
  /** Stock and supply up to the period's end, less all that was needed until then; below zero it is short. */
  readonly balance: readonly number[];
  /** Who needs it, in the order of `Balance.products`, and how much of it goes into one of them: usage / yield. */
  readonly needs: readonly { readonly product: string; readonly each: number; readonly needed: readonly number[] }[];
}

/** Something in the data that the balance could not take as it stands, and what it did instead. */
export interface BalanceProblem {
  readonly severity: "error" | "warning" | "note";
  readonly code: WordKey;
  readonly params: Params;
  /** Where it stands: a table and a row of it, from 0, as they were given. */
  readonly table: PlanningTable;
  readonly row: number;
}
