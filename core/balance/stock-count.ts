import type { Day } from "../base/plain-date.ts";
import type { Horizon } from "./horizon.ts";
import type { PlanningData } from "./planning-data.ts";
import type { Report } from "./report.ts";

/** What is in stock of a product, over all its warehouses, and until when it was counted. */
export interface StockCount {
  usable: number;
  /** Never after the current period; null where no row says. */
  asOf: Day | null;
}

/** @param rows the product of each row @returns one for each product */
export function stockCounts(
  { stock, periods }: Pick<PlanningData, "stock" | "periods">,
  rows: Int32Array,
  products: number,
  horizon: Horizon,
  report: Report,
): StockCount[] {
  const counts = Array.from({ length: products }, (): StockCount => ({ usable: 0, asOf: null }));
  const current = horizon.periods[0];
  const before = current && periods.find(({ end }) => end === current.start - 1);
  for (const [row, { product, usable, asOf }] of stock.entries()) {
    const count = counts[rows[row] ?? -1];
    if (!count) continue;
    if (!Number.isFinite(usable)) {
      report("error", "balance-not-a-quantity", { product, value: String(usable) }, "stock", row);
      continue;
    }
    count.usable += usable;
    if (usable < 0) report("note", "balance-stock-negative", { product, quantity: usable }, "stock", row);
    if (asOf === null || !current) continue;
    if (asOf > current.end) report("warning", "balance-stock-later", { product, period: current.key }, "stock", row);
    if (before && asOf < before.start) report("warning", "balance-stock-old", { product, period: current.key }, "stock", row);
    const counted = Math.min(asOf, current.end);
    count.asOf = count.asOf === null ? counted : Math.max(count.asOf, counted);
  }
  return counts;
}
