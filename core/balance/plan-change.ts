import type { Code } from "../tables/choices.ts";

/**
 * A change of what is planned, forecast or ordered, as a suggestion makes it and a resolution expects it.
 * Periods are named by their keys.
 */
export interface PlanChange {
  readonly product: string;
  readonly period: string;
  readonly what: Code<"changeKind">;
  /** How much more; below zero, how much less. */
  readonly amount: number;
  /** Of a plan: on which line; `""` is the product's own. */
  readonly line: string;
}
