import { projectedBalance } from "./available-balance.ts";
import { at, plus } from "./quantity.ts";

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
  const promises: (number | null)[] = supply.map(() => null);
  let booked = 0;
  for (let period = supply.length - 1; period >= 0; period--) {
    const lot = at(supply, period);
    booked = plus(booked, at(orders, period));
    if (lot === 0 && period > 0) continue;
    promises[period] = plus(period === 0 ? plus(opening, lot) : lot, -booked);
    booked = 0;
  }
  return promises;
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
  const balances = projectedBalance(opening, supply, orders);
  let lowest = Number.POSITIVE_INFINITY;
  const backward = balances.reverse().map((balance) => {
    lowest = Math.min(lowest, balance);
    return lowest;
  });
  return backward.reverse();
}
