import { plus } from "./quantity.ts";

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
  if (stock <= 0) return 0;
  let left = stock;
  for (const [period, quantity] of demand.entries()) {
    if (quantity >= left) return period + left / quantity;
    left = plus(left, -quantity);
  }
  return null;
}
