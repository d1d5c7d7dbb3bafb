import { commonScale, fromUnits, inUnits, listInUnits } from "./exact.ts";

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
  const scale = commonScale([opening], production, demand);
  const closing = new Float64Array(production.length);
  const out = listInUnits(demand, scale, production.length);
  balanceUnits(closing, inUnits(opening, scale), listInUnits(production, scale), out);
  return fromUnits(closing, scale);
}

/** The rule itself, on units: fills `closing`. */
export function balanceUnits(closing: Float64Array, opening: number, supply: Float64Array, demand: Float64Array): void {
  let balance = opening;
  for (let period = 0; period < closing.length; period++) {
    balance += (supply[period] ?? 0) - (demand[period] ?? 0);
    closing[period] = balance;
  }
}

/**
 * The same where demand that is later than `lateness` periods is lost (失销): fills `closing`, and `lost` with what is
 * given up at each period's end. What comes in serves the oldest demand first, so what is still owed is the newest; of it,
 * only the demand of the last `lateness` periods may still be met. What was owed at the start counts as demand of the first period.
 *
 * Source: frePPLe, "maximum lateness" of a demand.
 */
export function balanceWithLoss(
  { closing, lost }: { readonly closing: Float64Array; readonly lost: Float64Array },
  opening: number,
  supply: Float64Array,
  demand: Float64Array,
  lateness: number,
): void {
  let balance = opening;
  for (let period = 0; period < closing.length; period++) {
    balance += (supply[period] ?? 0) - (demand[period] ?? 0);
    lost[period] = lossAt(balance, opening, demand, period, lateness);
    balance += lost[period] ?? 0;
    closing[period] = balance;
  }
}

/** What is given up at the end of a period, of a balance that is owed. */
export function lossAt(balance: number, opening: number, demand: Float64Array, period: number, lateness: number): number {
  if (balance >= 0) return 0;
  let kept = period < lateness && opening < 0 ? -opening : 0;
  for (let origin = Math.max(0, period - lateness + 1); origin <= period; origin++) kept += Math.max(0, demand[origin] ?? 0);
  return Math.max(0, -balance - kept);
}
