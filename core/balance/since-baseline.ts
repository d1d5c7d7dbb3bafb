import type { Baseline } from "./baseline.ts";
import { type ChangeReason, reasonFinder } from "./change-reasons.ts";
import { CAUSES, type Comparison, compareWithBaseline, largestChange, type PeriodChange } from "./compare-baseline.ts";
import { compareGaps, type GapChange } from "./compare-gaps.ts";
import { decimalsOf, roundTo } from "./exact.ts";
import type { Product } from "./planning-data.ts";
import type { Study } from "./study.ts";

/** A product whose closing changed, or is the same by causes that make up for each other. */
export interface ChangedProduct {
  readonly product: Product;
  /** Of its figures. */
  readonly decimals: number;
  readonly periods: readonly PeriodChange[];
  readonly reasons: readonly ChangeReason[];
  /** The largest change of closing in either direction, and the period in which it is. */
  readonly largest: number;
  readonly at: string;
}

export interface SinceBaseline {
  readonly comparison: Comparison;
  /** The largest effect on closing first. */
  readonly changed: readonly ChangedProduct[];
  readonly gaps: readonly GapChange[];
}

/** All that changed since a baseline: products with their causes and reasons, and imbalances. */
export function changesSince(study: Study, baseline: Baseline): SinceBaseline {
  const comparison = compareWithBaseline(study, baseline);
  const reasonsOf = reasonFinder(study, baseline);
  const kept = new Map(baseline.products.map((each) => [each.product, each]));
  const changed = comparison.products.flatMap(({ product: code, periods }): ChangedProduct[] => {
    const [product, before] = [study.products.get(code)?.product, kept.get(code)];
    if (!product || !before || !periods.some(hasChange)) return [];
    const largest = largestChange(periods, changeOf);
    const at = periods.find((change) => changeOf(change) === largest)?.period ?? "";
    return [{ product, decimals: decimalsIn(periods), periods, reasons: reasonsOf(before, periods), largest, at }];
  });
  const rank = ({ largest, periods }: ChangedProduct): readonly [number, number] => [Math.abs(largest), sizeOf(periods)];
  return {
    comparison,
    changed: changed.sort((a, b) => rank(b)[0] - rank(a)[0] || rank(b)[1] - rank(a)[1]),
    gaps: comparison.periods.length === 0 ? [] : compareGaps(study, baseline),
  };
}

/** How much a period's closing changed, in whole units of its decimals. */
export function changeOf(change: PeriodChange): number {
  return roundTo(change.now - change.before, decimalsIn([change]));
}

/** Whether any cause did something, even where others make up for it. */
export function hasChange(change: PeriodChange): boolean {
  return CAUSES.some((cause) => change[cause] !== 0);
}

/** The decimals of a product's figures and causes. */
export function decimalsIn(periods: readonly PeriodChange[]): number {
  return periods.reduce(
    (most, change) => Math.max(most, ...[change.before, change.now, ...CAUSES.map((cause) => change[cause])].map(decimalsOf)),
    0,
  );
}

function sizeOf(periods: readonly PeriodChange[]): number {
  return Math.max(0, ...CAUSES.map((cause) => Math.abs(largestChange(periods, (change) => change[cause]))));
}
