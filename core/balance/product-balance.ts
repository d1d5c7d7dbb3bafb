import { balanceUnits, balanceWithLoss, lossAt } from "./available-balance.ts";
import { cumulativeAtpUnits, discreteAtpUnits, promisesFromUnits } from "./available-to-promise.ts";
import type { ProductBalance } from "./balance.ts";
import { coverUnits, demandWithin } from "./cover.ts";
import { fromUnits, wholeDown, wholeUp } from "./exact.ts";
import { consumeUnits } from "./forecast-consumption.ts";
import type { Horizon } from "./horizon.ts";
import { lotUnits } from "./lots.ts";
import type { BalanceRules } from "./planning-data.ts";
import type { ProductUnits } from "./product-units.ts";

const DAYS_PER_WEEK = 7;

/** What follows from a product's units, in units; the lists are written over by the next product. */
interface Figures {
  readonly left: Float64Array;
  /** What consumption leaves of the orders, afterwards the gaps. */
  readonly rest: Float64Array;
  readonly demand: Float64Array;
  readonly closing: Float64Array;
  readonly lost: Float64Array;
  readonly atp: Float64Array;
  readonly cumulativeAtp: Float64Array;
  readonly suggested: Float64Array;
  readonly excess: Float64Array;
  /** Lists that say one number in each period, by that number: products share them, since nobody writes into a balance. */
  readonly level: Map<number, readonly number[]>;
}

/** Works out one product after another in the same memory. */
export function productBalancer(horizon: Horizon, rules: BalanceRules): (units: ProductUnits) => ProductBalance {
  const width = horizon.periods.length;
  const list = () => new Float64Array(width);
  const figures: Figures = {
    left: list(),
    rest: list(),
    demand: list(),
    closing: list(),
    lost: list(),
    atp: list(),
    cumulativeAtp: list(),
    suggested: list(),
    excess: list(),
    level: new Map(),
  };
  return (units) => productBalance(units, horizon, rules, figures);
}

function productBalance(units: ProductUnits, horizon: Horizon, rules: BalanceRules, figures: Figures): ProductBalance {
  const { scale, opening, supply, orders } = units;
  const { closing, demand, left, lost } = figures;
  netDemand(units, rules, figures);
  if (rules.unmet === "lost") balanceWithLoss(figures, opening, supply, demand, rules.lateness);
  else {
    balanceUnits(closing, opening, supply, demand);
    lost.fill(0);
  }
  const daily = dailyDemand(demand, horizon);
  const safety = Math.max(units.safetyStock, wholeUp((units.product.safetyDays ?? 0) * daily));
  discreteAtpUnits(figures.atp, opening, supply, orders);
  cumulativeAtpUnits(figures.cumulativeAtp, opening, supply, orders);
  suggest(units, safety, rules, figures);
  findExcess(units, daily * DAYS_PER_WEEK, horizon, figures);
  const closings = fromUnits(closing, scale);
  const planned = fromUnits(units.planned, scale);
  const ordered = fromUnits(units.ordered, scale);
  const quantities = (of: Float64Array) => (of.some((each) => each !== 0) ? fromUnits(of, scale) : level(0, figures));
  return {
    product: units.product,
    decimals: units.decimals,
    overdue: units.overdue / scale,
    beyond: units.beyond / scale,
    opening: openings(opening / scale, closings),
    forecast: quantities(units.forecast),
    ordered,
    orders: isSame(orders, units.ordered) ? ordered : quantities(orders),
    forecastLeft: quantities(left),
    demand: fromUnits(demand, scale),
    planned,
    production: isSame(supply, units.planned) ? planned : quantities(supply),
    lost: quantities(lost),
    closing: closings,
    safety: level(safety / scale, figures),
    gap: fromUnits(gapsInto(figures.rest, closing, safety), scale),
    cover: closings.map((_, period) => coverUnits(closing[period] ?? 0, demand, horizon.weeks, period + 1)),
    excess: quantities(figures.excess),
    atp: promisesFromUnits(figures.atp, supply, scale),
    cumulativeAtp: fromUnits(figures.cumulativeAtp, scale),
    suggested: quantities(figures.suggested),
  };
}

function level(quantity: number, { level: known, demand }: Figures): readonly number[] {
  let list = known.get(quantity);
  if (!list) {
    list = new Array<number>(demand.length).fill(quantity);
    known.set(quantity, list);
  }
  return list;
}

/** Each period opens with what the one before it closed with. */
function openings(first: number, closings: readonly number[]): number[] {
  const list = new Array<number>(closings.length);
  for (let period = 0; period < list.length; period++) list[period] = period === 0 ? first : (closings[period - 1] ?? 0);
  return list;
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  for (let period = 0; period < one.length; period++) if (one[period] !== other[period]) return false;
  return true;
}

/** Demand is the open orders and what all that was ordered leaves of the forecast; within the fence, orders alone. */
export function netDemand(
  units: Pick<ProductUnits, "forecast" | "ordered" | "orders">,
  rules: BalanceRules,
  { left, rest, demand }: Pick<Figures, "left" | "rest" | "demand">,
): void {
  left.set(units.forecast);
  rest.set(units.ordered);
  consumeUnits(left, rest, rules);
  left.fill(0, 0, Math.max(0, rules.fence));
  for (let period = 0; period < demand.length; period++) demand[period] = (units.orders[period] ?? 0) + (left[period] ?? 0);
}

function gapsInto(gaps: Float64Array, closing: Float64Array, safety: number): Float64Array {
  for (let period = 0; period < gaps.length; period++) gaps[period] = (closing[period] ?? 0) - safety;
  return gaps;
}

/** Demand of an average day of the horizon; 0 where returns outweigh it. */
function dailyDemand(demand: Float64Array, { weeks }: Horizon): number {
  let total = 0;
  let days = 0;
  for (let period = 0; period < demand.length; period++) {
    total += demand[period] ?? 0;
    days += (weeks[period] ?? 0) * DAYS_PER_WEEK;
  }
  return days > 0 ? Math.max(0, total) / days : 0;
}

/** Period by period: what closes at the safety stock, in whole lots, given what was suggested before. */
function suggest({ opening, lots }: ProductUnits, safety: number, rules: BalanceRules, { demand, suggested }: Figures): void {
  let stock = opening;
  for (let period = 0; period < suggested.length; period++) {
    stock -= demand[period] ?? 0;
    const made = lotUnits(safety - stock, lots);
    suggested[period] = made;
    stock += made;
    if (rules.unmet === "lost") stock += lossAt(stock, opening, demand, period, rules.lateness);
  }
}

function findExcess({ product }: ProductUnits, weekly: number, { weeks }: Horizon, { closing, demand, excess }: Figures): void {
  excess.fill(0);
  if (product.maximumCover === null || product.maximumCover < 0) return;
  for (let period = 0; period < excess.length; period++) {
    const stock = closing[period] ?? 0;
    if (stock <= 0) continue;
    excess[period] = Math.max(0, wholeDown(stock - demandWithin(product.maximumCover, demand, weeks, period + 1, weekly)));
  }
}
