import type { Baseline, BaselineProduct } from "./baseline.ts";
import { commonScale, exactSum, fromUnits, listInUnits } from "./exact.ts";
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
  const received = receivedBetween(study, baseline, from);
  return baseline.products.flatMap((before) => {
    const units = unitsOf(study, before.product);
    const more = moreReceived(before, received.get(before.product));
    return units ? [{ product: before.product, periods: changesOf(study, baseline, before, units, from, more) }] : [];
  });
}

function changesOf(
  study: Study,
  baseline: Baseline,
  before: BaselineProduct,
  units: ProductUnits,
  from: number,
  received: number,
): PeriodChange[] {
  const now = study.products.get(before.product);
  if (!now) return [];
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

/** Received per product and place of the baseline's periods that are over; where nobody recorded what was made there is none. */
function receivedBetween({ prepared }: Study, baseline: Baseline, from: number): Map<string, Map<number, number>> {
  const places = new Map(baseline.periods.slice(0, from).map((key, place) => [key, place]));
  const spans = prepared.data.periods.filter(({ key }) => places.has(key));
  const received = new Map<string, Map<number, number>>();
  if (spans.length === 0) return received;
  for (const { product, period, actual } of prepared.data.plan) {
    const span = actual === null ? undefined : spans.find(({ start, end }) => period.start >= start && period.end <= end);
    if (!span) continue;
    const place = places.get(span.key) ?? 0;
    const ofProduct = received.get(product) ?? new Map<number, number>();
    received.set(product, ofProduct.set(place, exactSum([ofProduct.get(place) ?? 0, actual ?? 0])));
  }
  return received;
}

/** Received beyond the plan that the baseline had; what came in before it was taken is part of both. */
function moreReceived({ planned }: BaselineProduct, received: ReadonlyMap<number, number> = new Map()): number {
  return exactSum([...received].flatMap(([place, quantity]) => [quantity, -(planned[place] ?? 0)]));
}
