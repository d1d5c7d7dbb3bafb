import type { Quantities } from "./balance.ts";
import type { Baseline, FrozenFigures } from "./baseline.ts";
import { commonScale, exactSum, fromUnits, listInUnits } from "./exact.ts";
import { sumOfProducts } from "./family-total.ts";
import { netDemand } from "./product-balance.ts";
import type { ProductUnits } from "./product-units.ts";
import { type Study, unitsOf } from "./study.ts";

/** What a change of closing stock comes of. */
export const CAUSES = ["production", "sales", "stock", "data"] as const;
export type ChangeCause = (typeof CAUSES)[number];

/** `now - before` is the sum of the four causes: nothing stays unexplained. Each cause is cumulated up to the period. */
export interface PeriodChange {
  readonly period: string;
  readonly before: number;
  readonly now: number;
  /** More production planned, or received in the weeks between, than the baseline expected. */
  readonly production: number;
  /** Less demand by the baseline's own rules, and more of it given up. Below zero where demand grew. */
  readonly sales: number;
  /** The stock counted, against what the baseline expected it to be by now, receipts and shipments of the current period apart. */
  readonly stock: number;
  /** Other rules of consumption or fence than then. */
  readonly data: number;
}

/** What became of one product's closing stock since a baseline, in the periods that both have. */
export interface ProductChange {
  readonly product: string;
  readonly periods: readonly PeriodChange[];
}

export interface Comparison {
  /** Keys of the periods that both have, from the current one on; none where the baseline is over or counts by other periods. */
  readonly periods: readonly string[];
  /** The products that the baseline keeps and the tables still have, in the baseline's order. */
  readonly products: readonly ProductChange[];
  /** Codes that the baseline keeps and the tables no longer have. */
  readonly gone: readonly string[];
  /** All other products together, whatever their units: how many they were then and are now, and what became of their sum. */
  readonly rest: { readonly before: number; readonly now: number; readonly periods: readonly PeriodChange[] };
}

/**
 * What changed since the meeting (和上周比), by product, period and cause. Rests on the identity: change of closing = change of
 * opening + changes of production - changes of demand, in whole units.
 */
export function compareWithBaseline(study: Study, baseline: Baseline): Comparison {
  const from = baseline.periods.indexOf(study.periods[0]?.key ?? "");
  const passed = baseline.periods.slice(0, Math.max(0, from));
  const ahead = from < 0 ? [] : baseline.periods.slice(from);
  // Where weeks are followed by months, what was a month then may be weeks now: closings compare up to there.
  const periods = ahead.slice(
    0,
    [...ahead, ""].findIndex((key, at) => key === "" || key !== study.periods[at]?.key),
  );
  const kept = new Set(baseline.products.map(({ product }) => product));
  const others = study.balance.products.filter(({ product }) => !kept.has(product.code));
  if (periods.length === 0)
    return { periods, products: [], gone: [], rest: { before: baseline.rest.products, now: others.length, periods: [] } };
  const received = receivedIn(study, passed);
  const compare = (before: FrozenFigures, overdue: number, now: Now): PeriodChange[] => changesOf(periods, from, before, overdue, now);
  const products: ProductChange[] = [];
  const gone: string[] = [];
  for (const before of baseline.products) {
    const [figures, units] = [study.products.get(before.product), unitsOf(study, before.product)];
    if (!figures || !units) {
      gone.push(before.product);
      continue;
    }
    const more = moreReceived(before, [received.get(before.product)]);
    const now = { figures, overdue: figures.overdue, ruled: demandBy(units, baseline), received: more };
    products.push({ product: before.product, periods: compare(before, before.overdue ?? 0, now) });
  }
  const codes = others.map(({ product }) => product.code);
  const now: Now = {
    figures: sumOfProducts(others, study.periods.length),
    overdue: 0,
    ruled: sumOf(codes.map((code) => demandBy(unitsOf(study, code), baseline))),
    received: moreReceived(
      baseline.rest,
      codes.map((code) => received.get(code)),
    ),
  };
  return { periods, products, gone, rest: { before: baseline.rest.products, now: codes.length, periods: compare(baseline.rest, 0, now) } };
}

/** The largest change in either direction; 0 where nothing changed. */
export function largestChange(periods: readonly PeriodChange[], of: (change: PeriodChange) => number): number {
  return periods.reduce((most, change) => (Math.abs(of(change)) > Math.abs(most) ? of(change) : most), 0);
}

/** How a product's balance stands now. */
interface Now {
  readonly figures: Quantities;
  readonly overdue: number;
  /** Demand by the rules of then. */
  readonly ruled: readonly number[];
  /** Received in the periods that are over, beyond the plan of then. */
  readonly received: number;
}

const FIGURES = ["opening", "ordered", "orders", "planned", "production", "demand", "lost", "closing"] as const;

function changesOf(periods: readonly string[], from: number, before: FrozenFigures, overdueBefore: number, now: Now): PeriodChange[] {
  const scale = commonScale(
    [now.received, now.overdue, overdueBefore],
    now.ruled,
    ...FIGURES.flatMap((figure) => [before[figure], now.figures[figure]]),
  );
  const inScale = (list: readonly number[], first = 0) => listInUnits(list.slice(first, first + periods.length), scale);
  const listsOf = (figures: FrozenFigures, first: number) =>
    Object.fromEntries(FIGURES.map((figure) => [figure, inScale(figures[figure], first)])) as Record<
      (typeof FIGURES)[number],
      Float64Array
    >;
  const [then, is] = [listsOf(before, from), listsOf(now.figures, 0)];
  const ruled = inScale(now.ruled);
  const [made, late, lateThen] = [now.received, now.overdue, from === 0 ? overdueBefore : 0].map((value) => Math.round(value * scale)) as [
    number,
    number,
    number,
  ];
  const difference = (figure: (typeof FIGURES)[number], at: number): number => (is[figure][at] ?? 0) - (then[figure][at] ?? 0);
  // What the current period has received and shipped already is in the stock that was counted: no change of plan or orders.
  const received = difference("planned", 0) - difference("production", 0);
  const shipped = difference("ordered", 0) - difference("orders", 0) + late - lateThen;
  const stock = difference("opening", 0) - made - received + shipped;
  let [production, sales, data] = [made + received, -shipped, 0];
  return periods.map((period, at) => {
    production += difference("production", at);
    sales += difference("lost", at) - ((ruled[at] ?? 0) - (then.demand[at] ?? 0));
    data -= (is.demand[at] ?? 0) - (ruled[at] ?? 0);
    const figures = Float64Array.of(then.closing[at] ?? 0, is.closing[at] ?? 0, production, sales, stock, data);
    const [was = 0, closing = 0, byProduction = 0, bySales = 0, byStock = 0, byData = 0] = fromUnits(figures, scale);
    return { period, before: was, now: closing, production: byProduction, sales: bySales, stock: byStock, data: byData };
  });
}

/** Demand of a product as it is now, by the rules of then. */
function demandBy(units: ProductUnits | undefined, { rules }: Baseline): number[] {
  if (!units) return [];
  const list = () => new Float64Array(units.forecast.length);
  const room = { left: list(), rest: list(), demand: list() };
  netDemand(units, rules, room);
  return fromUnits(room.demand, units.scale);
}

function sumOf(lists: readonly (readonly number[])[]): number[] {
  const width = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length: width }, (_, at) => exactSum(lists.map((list) => list[at] ?? 0)));
}

/** Received per product and place of the baseline's periods that are over; where nobody recorded what was made there is none. */
export function receivedIn({ prepared }: Study, passed: readonly string[]): Map<string, Map<number, number>> {
  const places = new Map(passed.map((key, place) => [key, place]));
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
function moreReceived({ planned }: FrozenFigures, received: readonly (ReadonlyMap<number, number> | undefined)[]): number {
  const all = received.flatMap((places) => [...(places ?? [])]);
  const places = new Set(all.map(([place]) => place));
  return exactSum([...all.map(([, quantity]) => quantity), ...[...places].map((place) => -(planned[place] ?? 0))]);
}
