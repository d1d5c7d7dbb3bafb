import type { ComponentCoverage, LineLoad } from "./balance.ts";
import type { Prepared } from "./compute-balance.ts";
import { exactSum } from "./exact.ts";
import { type Amounts, amountWithin, componentAmounts, lineAmounts, productAmounts } from "./gaps.ts";
import type { Effect, Gap } from "./imbalance.ts";
import { HOUR_SCALE, hourUnits } from "./line-load.ts";
import type { PlanChange } from "./plan-change.ts";
import { placeOf, type Study } from "./study.ts";
import { withChanges } from "./with-changes.ts";

/** The same kind and subject before and after. */
type Pair = readonly [before: Amounts, after: Amounts];

/**
 * What changes would do to an imbalance and around it: the products they touch are worked out again, and so are the lines and
 * components that these load and take; the rest of the balance cannot move.
 */
export function effectOf(study: Study, gap: Gap, changes: readonly PlanChange[]): Effect {
  const changed = withChanges(study.prepared, changes);
  const pairs = pairsOf(study, changed, changes);
  const from = placeOf(study, gap.from);
  const to = placeOf(study, gap.to) + 1;
  const own = pairs.find(([{ kind, subject }]) => kind === gap.kind && subject === gap.subject);
  return {
    before: gap.amount,
    after: own ? amountWithin(own[1], from, to) : gap.amount,
    worse: pairs.flatMap((pair) => {
      const isOwn = pair === own;
      // A shortage that is filled up to the safety stock's lower half is no new trouble.
      if (gap.kind === "shortage" && pair[0].kind === "belowSafety" && pair[0].subject === gap.subject) return [];
      const ranges: (readonly [number, number])[] = isOwn
        ? [
            [0, from],
            [to, study.periods.length],
          ]
        : [[0, study.periods.length]];
      const amount = Math.max(...ranges.map(([first, end]) => rise(pair, first, end)));
      return amount > 0 ? [{ kind: pair[0].kind, subject: pair[0].subject, amount, unit: pair[0].unit }] : [];
    }),
  };
}

function rise([before, after]: Pair, from: number, to: number): number {
  return exactSum([amountWithin(after, from, to), -amountWithin(before, from, to)]);
}

function pairsOf(study: Study, changed: Prepared, changes: readonly PlanChange[]): Pair[] {
  const touched = [...new Set(changes.map(({ product }) => product))];
  const products = touched.flatMap((code): Pair[] => {
    const before = study.products.get(code);
    const units = changed.units[changed.codes.indexOf.get(code) ?? -1];
    if (!before || !units) return [];
    const after = productAmounts(study.work(units));
    return productAmounts(before).flatMap((one, index): Pair[] => (after[index] ? [[one, after[index]]] : []));
  });
  const lines = linesOf(study, changed, touched).map(([before, after]): Pair => [lineAmounts(before), lineAmounts(after)]);
  const components = [...new Set(touched.flatMap((code) => study.componentsOf.get(code) ?? []))].map((before): Pair => {
    return [componentAmounts(before), componentAmounts(componentAfter(study, before, changed, touched))];
  });
  return [...products, ...lines, ...components];
}

/** The lines that the products touched are made on, before and after. */
function linesOf(study: Study, changed: Prepared, touched: readonly string[]): (readonly [LineLoad, LineLoad])[] {
  const more = new Map<string, Float64Array>();
  for (const code of touched) {
    const index = changed.codes.indexOf.get(code) ?? -1;
    for (const [units, sign] of [
      [study.prepared.units[index], -1],
      [changed.units[index], 1],
    ] as const)
      for (const { line, planned } of units?.byLine ?? []) {
        const hours = more.get(line) ?? new Float64Array(planned.length);
        more.set(line, hours);
        planned.forEach((quantity, period) => {
          if (units) hours[period] = (hours[period] ?? 0) + sign * hourUnits(quantity, units);
        });
      }
  }
  return [...more].flatMap(([line, hours]) => {
    const before = study.lines.get(line);
    if (!before) return [];
    const load = before.load.map((each, period) => exactSum([each, (hours[period] ?? 0) / HOUR_SCALE]));
    const over = load.map((each, period) => {
      const available = before.available[period] ?? null;
      return available === null ? 0 : Math.max(0, exactSum([each, -available]));
    });
    return [[before, { ...before, load, over }] as const];
  });
}

function componentAfter(study: Study, before: ComponentCoverage, changed: Prepared, touched: readonly string[]): ComponentCoverage {
  let taken = 0;
  const balance = before.balance.map((left, period) => {
    for (const { product, each } of before.needs) {
      if (!touched.includes(product)) continue;
      const index = changed.codes.indexOf.get(product) ?? -1;
      const [old, now] = [study.prepared.units[index], changed.units[index]];
      if (!old || !now) continue;
      const moreUnits = (now.supply[period] ?? 0) - (old.supply[period] ?? 0);
      taken += (moreUnits / now.scale) * each;
    }
    return Math.round((left - taken) * HOUR_SCALE) / HOUR_SCALE;
  });
  return { ...before, balance };
}
