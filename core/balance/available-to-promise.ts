import { balanceUnits } from "./available-balance.ts";
import { commonScale, fromUnits, inUnits, listInUnits } from "./exact.ts";

/**
 * Discrete available-to-promise (可承诺量, ATP): what each lot of the master production schedule can still
 * be promised from, as the lot less all orders until the next lot comes. The first period has the opening
 * stock as well, so it always has a figure; a later period without a lot has none of its own, and is null.
 * Below zero the orders before the next lot are more than the lot: earlier lots have to help, which is what
 * `cumulativeAtp` counts.
 *
 * Source: the textbook table of the master production schedule.
 * @param opening in stock before the first period
 * @param supply the MPS per period, oldest first, none negative
 * @param orders booked orders of the same periods; missing ones count 0
 * @example discreteAtp(80, [0, 0, 60], [30, 25, 30]) // [25, null, 30]
 */
export function discreteAtp(opening: number, supply: readonly number[], orders: readonly number[]): (number | null)[] {
  const scale = commonScale([opening], supply, orders);
  const lots = listInUnits(supply, scale);
  const promises = new Float64Array(supply.length);
  discreteAtpUnits(promises, inUnits(opening, scale), lots, listInUnits(orders, scale, supply.length));
  return promisesFromUnits(promises, lots, scale);
}

/** The rule itself, on units: fills `promises`, 0 in periods that have none. */
export function discreteAtpUnits(promises: Float64Array, opening: number, supply: Float64Array, orders: Float64Array): void {
  let booked = 0;
  for (let period = supply.length - 1; period >= 0; period--) {
    const lot = supply[period] ?? 0;
    booked += orders[period] ?? 0;
    promises[period] = 0;
    if (lot === 0 && period > 0) continue;
    promises[period] = (period === 0 ? opening + lot : lot) - booked;
    booked = 0;
  }
}

/** As quantities, null where a later period has no lot. */
export function promisesFromUnits(promises: Float64Array, supply: Float64Array, scale: number): (number | null)[] {
  const values = new Array<number | null>(promises.length);
  for (let period = 0; period < values.length; period++)
    values[period] = period > 0 && supply[period] === 0 ? null : (promises[period] ?? 0) / scale + 0;
  return values;
}

/**
 * Cumulative available-to-promise: how much more could go out in each period without breaking a promise
 * given for any later one, which is the lowest running balance of supply less orders from then on.
 * It never falls from one period to the next.
 *
 * Source: Infor LN, "cumulative ATP".
 * @param opening in stock before the first period
 * @param supply coming in, per period, oldest first
 * @param orders booked orders of the same periods; missing ones count 0
 * @example cumulativeAtp(80, [0, 0, 60], [30, 25, 30]) // [25, 25, 55]
 */
export function cumulativeAtp(opening: number, supply: readonly number[], orders: readonly number[]): number[] {
  const scale = commonScale([opening], supply, orders);
  const promises = new Float64Array(supply.length);
  cumulativeAtpUnits(promises, inUnits(opening, scale), listInUnits(supply, scale), listInUnits(orders, scale, supply.length));
  return fromUnits(promises, scale);
}

/** The rule itself, on units: fills `promises`. */
export function cumulativeAtpUnits(promises: Float64Array, opening: number, supply: Float64Array, orders: Float64Array): void {
  balanceUnits(promises, opening, supply, orders);
  let lowest = Number.POSITIVE_INFINITY;
  for (let period = promises.length - 1; period >= 0; period--) {
    lowest = Math.min(lowest, promises[period] ?? 0);
    promises[period] = lowest;
  }
}
