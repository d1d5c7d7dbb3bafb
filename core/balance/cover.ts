import { commonScale, inUnits, listInUnits } from "./exact.ts";

/**
 * Periods of cover (可供周数 where periods are weeks): how long a stock lasts if nothing comes in. Walks
 * forward until the stock is gone and counts the last period by the share of it that is covered. Used up
 * exactly, it lasts to the end of that period, whatever comes later; no stock covers nothing.
 *
 * Source: textbook definition of forward days of supply.
 * @param stock in hand before the first period
 * @param demand per period, oldest first, none negative
 * @returns periods, fractional in the last one; null when the demand ends before the stock does
 * @example periodsOfCover(500, [80, 76, 72, 68, 64, 60, 56, 52]) // 7.461538461538462
 */
export function periodsOfCover(stock: number, demand: readonly number[]): number | null {
  const scale = commonScale([stock], demand);
  const units = listInUnits(demand, scale);
  return coverUnits(inUnits(stock, scale), units, new Float64Array(units.length).fill(1), 0);
}

/** The rule itself, on units: from the period `from` on, each as long as `lengths` says (weeks, say). */
export function coverUnits(stock: number, demand: Float64Array, lengths: Float64Array, from: number): number | null {
  if (stock <= 0) return 0;
  let left = stock;
  let covered = 0;
  for (let period = from; period < demand.length; period++) {
    const units = demand[period] ?? 0;
    const length = lengths[period] ?? 0;
    if (units >= left) return covered + (left / units) * length;
    left -= units;
    covered += length;
  }
  return null;
}

/**
 * What demand takes in the first `span` of length from the period `from` on, the last period by its share; where the
 * periods end before, it goes on at `rate` for each length. In units, with a fraction.
 */
export function demandWithin(span: number, demand: Float64Array, lengths: Float64Array, from: number, rate: number): number {
  let left = span;
  let units = 0;
  for (let period = from; period < demand.length && left > 0; period++) {
    const length = lengths[period] ?? 0;
    const share = length <= left ? 1 : left / length;
    units += share * Math.max(0, demand[period] ?? 0);
    left -= length;
  }
  return left > 0 ? units + left * rate : units;
}
