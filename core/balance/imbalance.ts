import type { Code } from "../tables/choices.ts";
import type { PlanChange } from "./plan-change.ts";

export type ImbalanceKind = Code<"imbalanceKind">;

/** What stops customers or lines comes before what only costs money. */
export const URGENCY: readonly ImbalanceKind[] = ["shortage", "componentShortage", "overload", "belowSafety", "excess"];

/** Where sales and production do not meet: one kind, one product, line or component, and periods that follow each other. */
export interface Gap {
  /** Kind, subject and the period in which it was first seen to begin: "shortage QX-750 2026-W48". Kept while it lasts (`keepKeys`). */
  readonly key: string;
  readonly kind: ImbalanceKind;
  /** Code of the product, line or component. */
  readonly subject: string;
  /** Keys of the first and last period. */
  readonly from: string;
  readonly to: string;
  /**
   * Shortage: the most that is owed at once, with what was lost until then; below safety, excess and component shortage: the
   * most at once; overload: all hours above. Always above zero.
   */
  readonly amount: number;
  /** The product's or component's unit; `""` for hours. */
  readonly unit: string;
  /** Amount of each period from `from` to `to`. */
  readonly periods: readonly { readonly period: string; readonly amount: number }[];
}

export interface Imbalance extends Gap {
  readonly why: Why;
  readonly suggestions: readonly Suggestion[];
}

/** The figures and rows behind it; a list that says nothing for its kind is empty. */
export interface Why {
  /** The period with the largest amount: its figures are those below, all from the current period to its end. */
  readonly period: string;
  /** In stock at the start; hours available in that period alone for an overload. */
  readonly opening: number;
  /** Production still to come, or supply of a component. */
  readonly production: number;
  /** Open orders. For a component what plans need, for an overload the load of that period. */
  readonly ordered: number;
  /** Forecast that no order has eaten. */
  readonly forecast: number;
  /** Open orders that stock and production until then do not reach: as they were shared out, else first come first served by due date. */
  readonly orders: readonly WhyOrder[];
  /** Products behind a line's load or a component's need, the largest first. */
  readonly products: readonly { readonly product: string; readonly amount: number }[];
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
  /** Its share, where what there is was shared out. */
  readonly given?: number;
}

export type SuggestionKind = "add" | "expedite" | "defer" | "deferOrders" | "cancel" | "shiftLine" | "reallocate";

/** Something that could be done, and what it would do: found by working the balance out again with it done. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly changes: readonly PlanChange[];
  /** The orders that would wait, by number. */
  readonly orders: readonly string[];
  readonly effect: Effect;
}

export interface Effect {
  /** Amount of the imbalance before, and after within its periods; 0 where it is gone. */
  readonly before: number;
  readonly after: number;
  /** What gets worse by it elsewhere, or later: kind, subject, and by how much; `unit` as in `Gap`. */
  readonly worse: readonly { readonly kind: ImbalanceKind; readonly subject: string; readonly amount: number; readonly unit: string }[];
}
