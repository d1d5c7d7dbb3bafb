import { CAUSES, type ChangeCause, largestChange } from "./compare-baseline.ts";
import { exactSum } from "./exact.ts";
import type { ChangedProduct } from "./since-baseline.ts";

/** What one cause did to products of one unit. */
export interface CauseSum {
  readonly cause: ChangeCause;
  readonly products: number;
  /** Sums of the period in which it weighs most in each product, of those where it adds and of those where it takes. */
  readonly up: number;
  readonly down: number;
  /** Codes of the products it changed, the largest effect first. */
  readonly most: readonly string[];
  /** What it did to all of them together, by period. */
  readonly periods: readonly number[];
}

/** Quantities of one unit add up; those of different ones do not. */
export interface UnitSum {
  readonly unit: string;
  readonly products: number;
  readonly decimals: number;
  readonly causes: readonly CauseSum[];
}

/** The changes by unit and cause, the unit of most products first. @param width how many periods */
export function sumsByUnit(changed: readonly ChangedProduct[], width: number): UnitSum[] {
  const units = new Map<string, ChangedProduct[]>();
  for (const each of changed) units.set(each.product.unit, [...(units.get(each.product.unit) ?? []), each]);
  return [...units]
    .map(([unit, own]) => ({
      unit,
      products: own.length,
      decimals: own.reduce((most, { decimals }) => Math.max(most, decimals), 0),
      causes: CAUSES.map((cause) => sumOf(cause, own, width)),
    }))
    .sort((a, b) => b.products - a.products);
}

function sumOf(cause: ChangeCause, changed: readonly ChangedProduct[], width: number): CauseSum {
  const effects = changed
    .map(({ product, periods }) => ({ code: product.code, effect: largestChange(periods, (change) => change[cause]) }))
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return {
    cause,
    products: effects.length,
    up: exactSum(effects.map(({ effect }) => Math.max(0, effect))),
    down: exactSum(effects.map(({ effect }) => Math.min(0, effect))),
    most: effects.map(({ code }) => code),
    periods: Array.from({ length: width }, (_, at) => exactSum(changed.map(({ periods }) => periods[at]?.[cause] ?? 0))),
  };
}
