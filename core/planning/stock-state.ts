import type { ProductBalance } from "../balance/balance.ts";
import type { WordKey } from "../words/message.ts";

/** What a product's closing stock is to be looked at for, the worst first. */
export type StockState = "short" | "below" | "excess" | "sound";

/** Those that are said and counted. */
export const STOCK_STATES = ["short", "below", "excess"] as const satisfies readonly StockState[];

export const stateWords: Readonly<Record<Exclude<StockState, "sound">, WordKey>> = {
  short: "balance-short",
  below: "balance-below",
  excess: "balance-excessive",
};

export function stateOf({ closing, gap, excess }: ProductBalance, period: number): StockState {
  if ((closing[period] ?? 0) < 0) return "short";
  if ((gap[period] ?? 0) < 0) return "below";
  return (excess[period] ?? 0) > 0 ? "excess" : "sound";
}

export function isImbalanced(product: ProductBalance): boolean {
  return product.closing.some((_, period) => stateOf(product, period) !== "sound");
}
