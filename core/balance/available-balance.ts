import { at, plus } from "./quantity.ts";

/**
 * Projected available balance (预计可用库存, PAB): what is in stock at the end of each period, as the one
 * before it and the period's production less its demand. Below zero it is what is owed (欠交), carried on.
 *
 * Source: APICS dictionary, "projected available balance"; with its demand as the caller nets it.
 * @param opening in stock before the first period; negative where something is owed already
 * @param production coming in, per period, oldest first
 * @param demand going out, of the same periods; missing ones count 0
 * @example projectedBalance(64, [0, 0, 70], [33, 30, 30]) // [31, 1, 41]
 */
export function projectedBalance(opening: number, production: readonly number[], demand: readonly number[]): number[] {
  let balance = opening;
  return production.map((quantity, period) => {
    balance = plus(plus(balance, quantity), -at(demand, period));
    return balance;
  });
}
