import type { Balance } from "../balance/balance.ts";
import type { WordKey } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** The rows of a product, by what they say. */
export type RowKind =
  | "opening"
  | "forecast"
  | "orders"
  | "demand"
  | "consumed"
  | "running"
  | "usedUp"
  | "production"
  | "lost"
  | "closing"
  | "safety"
  | "gap"
  | "cover"
  | "excess"
  | "atp"
  | "status";

export const rowWords: Readonly<Record<RowKind, WordKey>> = {
  opening: "balance-opening",
  forecast: "balance-forecast",
  orders: "balance-orders",
  demand: "balance-demand",
  consumed: "balance-consumed",
  running: "balance-running",
  usedUp: "balance-used-up",
  production: "balance-production",
  lost: "balance-lost",
  closing: "balance-closing",
  safety: "balance-safety",
  gap: "balance-gap",
  cover: "balance-cover",
  excess: "balance-excess",
  atp: "balance-atp",
  status: "balance-status",
};

/** Rows that only explain others: folded away. */
export const FOLDED: readonly RowKind[] = ["consumed", "running", "usedUp"];

/** Rows that are looked at first. */
export const STRONG: readonly RowKind[] = ["demand", "production"];
/** What adds up over periods. */
export const FLOWS: readonly RowKind[] = ["forecast", "orders", "demand", "production", "lost"];

/** The rows that a product has, given the tables that the workbook has. */
export function kindsFor(snapshot: Snapshot, balance: Balance, unmet: "backlog" | "lost"): RowKind[] {
  const has = (id: "forecast" | "orders" | "productionPlan"): boolean => snapshot.places.has(id);
  const hasSafety = balance.products.some(({ safety }) => (safety[0] ?? 0) > 0);
  const hasMaximum = balance.products.some(({ product }) => product.maximumCover !== null);
  const kinds: [RowKind, boolean][] = [
    ["opening", true],
    ["forecast", has("forecast")],
    ["orders", has("orders")],
    ["demand", true],
    ["consumed", has("forecast") && has("orders")],
    ["running", true],
    ["usedUp", true],
    ["production", has("productionPlan")],
    ["lost", unmet === "lost"],
    ["closing", true],
    ["safety", hasSafety],
    ["gap", hasSafety],
    ["cover", true],
    ["excess", hasMaximum],
    ["atp", has("orders")],
    ["status", true],
  ];
  return kinds.flatMap(([kind, isShown]) => (isShown ? [kind] : []));
}
