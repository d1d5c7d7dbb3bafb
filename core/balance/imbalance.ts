import type { Code } from "../tables/choices.ts";
import type { PlanChange } from "./plan-change.ts";

export type ImbalanceKind = Code<"imbalanceKind">;

/** Where sales and production do not meet: one kind, one product, line or component, and periods that follow each other. */
export interface Imbalance {
  /** Kind, subject and the period in which it was first seen to begin: "shortage QX-750 2026-W48". Kept while it lasts. */
  readonly key: string;
  readonly kind: ImbalanceKind;
  /** Code of the product, line or component. */
  readonly subject: string;
  /** Keys of the first and last period. */
  readonly from: string;
  readonly to: string;
  /**
   * Shortage: the most that is owed at once, or all that is lost; below safety and excess: the most below or above at once;
   * overload: all hours above; component shortage: the most that lacks at once. Always above zero.
   */
  readonly amount: number;
  /** The product's or component's unit; `""` for hours. */
  readonly unit: string;
  /** Amount per period, of the periods from `from` to `to`. */
  readonly periods: readonly { readonly period: string; readonly amount: number }[];
  readonly why: Why;
  readonly suggestions: readonly Suggestion[];
}

/** The figures and rows behind it, the weightiest first; lists that say nothing for its kind are empty. */
export interface Why {
  /** Open orders that the stock and production until then do not reach, first by due date; for excess, none. */
  readonly orders: readonly WhyOrder[];
  /** Products behind a line's load or a component's need, and how much of it. */
  readonly products: readonly { readonly product: string; readonly amount: number }[];
  /** The period with the largest amount, and what made it: opening, demand and production (hours: available and load; components: stock, needed, supply up to then). */
  readonly worst: { readonly period: string; readonly opening: number; readonly demand: number; readonly production: number };
  /** Of that demand, since the first period: what is ordered and what is only forecast. */
  readonly ordered: number;
  readonly forecast: number;
}

export interface WhyOrder {
  readonly no: string;
  readonly line: number | null;
  readonly customer: string;
  /** Key of the period it counts in. */
  readonly period: string;
  readonly open: number;
  /** How much of it is not reached. */
  readonly short: number;
}

export type SuggestionKind = "add" | "expedite" | "defer" | "cancel" | "shiftLine" | "reallocate";

/** Something that could be done, and what it would do: found by working the balance out again with it done. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly changes: readonly PlanChange[];
  /** The orders it defers or cancels, by number. */
  readonly orders: readonly string[];
  readonly effect: Effect;
}

export interface Effect {
  /** Amount of the imbalance before and after; 0 where it is gone. */
  readonly before: number;
  readonly after: number;
  /** What gets worse by it elsewhere: kind, subject, and by how much. */
  readonly worse: readonly { readonly kind: ImbalanceKind; readonly subject: string; readonly amount: number }[];
}
