import type { Baseline, BaselineProduct } from "./baseline.ts";
import { commonScale, fromUnits, listInUnits } from "./exact.ts";
import { netDemand } from "./product-balance.ts";
import type { ProductUnits } from "./product-units.ts";
import { type Study, unitsOf } from "./study.ts";

/** What became of one product's closing stock since a baseline, in the periods that both have. */
export interface ProductChange {
  readonly product: string;
  readonly periods: readonly PeriodChange[];
}

/** `now - before` is the sum of the four causes: nothing stays unexplained. Each cause is cumulated up to the period. */
export interface PeriodChange {
  readonly period: string;
  readonly before: number;
  readonly now: number;
  /** More production planned, or received in the weeks between, than the baseline expected. */
  readonly production: number;
  /** Less demand by the baseline's own rules, and more of it given up. Below zero where demand grew. */
  readonly sales: number;
  /** The stock counted, against what the baseline expected it to be by now, production received apart. */
  readonly stock: number;
  /** Other rules of consumption or fence than then. */
  readonly data: number;
}

/**
 * What changed since the meeting (和上周比), by product, period and cause. Rests on the identity: change of closing = change of
 * opening + changes of production - changes of demand, in whole units. Products that are no longer there are left out, periods
 * that are over have no closing to compare.
 */
export function compareWithBaseline(study: Study, baseline: Baseline): ProductChange[] {
  const first = study.periods[0]?.key ?? "";
  const from = baseline.periods.indexOf(first);
  if (from < 0) return [];
  return baseline.products.flatMap((before) => {
    const units = unitsOf(study, before.product);
    return units ? [{ product: before.product, periods: changesOf(study, baseline, before, units, from) }] : [];
  });
}

function changesOf(study: Study, baseline: Baseline, before: BaselineProduct, units: ProductUnits, from: number): PeriodChange[] {
  const now = study.products.get(before.product);
  if (!now) return [];
  const received = receivedBetween(study, baseline, before, from);
  const sameRules = demandBy(units, baseline);
  const scale = commonScale(
    [received, now.opening[0] ?? 0],
    ...[
      before.opening,
      before.production,
      before.demand,
      before.lost,
      before.closing,
      now.production,
      now.demand,
      now.lost,
      now.closing,
      sameRules,
    ],
  );
  const inScale = (list: readonly number[]) => listInUnits(list, scale);
  const then = (list: readonly number[]) => inScale(list.slice(from));
  const [oldSupply, oldDemand, oldLost, oldClosing] = [
    then(before.production),
    then(before.demand),
    then(before.lost),
    then(before.closing),
  ];
  const [supply, demand, lost, closing, ruled] = [
    inScale(now.production),
    inScale(now.demand),
    inScale(now.lost),
    inScale(now.closing),
    inScale(sameRules),
  ];
  const made = Math.round(received * scale);
  const stock = Math.round((now.opening[0] ?? 0) * scale) - (then(before.opening)[0] ?? 0) - made;
  let [production, sales, data] = [made, 0, 0];
  return baseline.periods.slice(from, from + study.periods.length).map((period, at) => {
    const more = (list: Float64Array, old: Float64Array) => (list[at] ?? 0) - (old[at] ?? 0);
    production += more(supply, oldSupply);
    sales += more(lost, oldLost) - more(ruled, oldDemand);
    data -= more(demand, ruled);
    const [was = 0, is = 0, byProduction = 0, bySales = 0, byStock = 0, byData = 0] = fromUnits(
      Float64Array.of(oldClosing[at] ?? 0, closing[at] ?? 0, production, sales, stock, data),
      scale,
    );
    return { period, before: was, now: is, production: byProduction, sales: bySales, stock: byStock, data: byData };
  });
}

/** Demand of the product as it is now, by the rules of then. */
function demandBy(units: ProductUnits, { rules }: Baseline): number[] {
  const list = () => new Float64Array(units.forecast.length);
  const room = { left: list(), rest: list(), demand: list() };
  netDemand(units, rules, room);
  return fromUnits(room.demand, units.scale);
}

/** Received in the periods between, beyond what the baseline expected to come in; 0 where nobody recorded what was made. */
function receivedBetween(study: Study, baseline: Baseline, { product, production, planned }: BaselineProduct, from: number): number {
  const places = new Map(baseline.periods.slice(0, from).map((key, place) => [key, place]));
  const spans = study.prepared.data.periods.filter(({ key }) => places.has(key));
  let more = 0;
  for (const { key, start, end } of spans) {
    const rows = study.prepared.data.plan.filter(
      (row) => row.product === product && row.period.start >= start && row.period.end <= end && row.actual !== null,
    );
    if (rows.length === 0) continue;
    const place = places.get(key) ?? 0;
    // What was received before the baseline was taken is in its stock already.
    const before = (planned[place] ?? 0) - (production[place] ?? 0);
    more += rows.reduce((sum, { actual }) => sum + (actual ?? 0), 0) - before - (production[place] ?? 0);
  }
  return more;
}
