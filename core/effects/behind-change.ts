import type { ChangeReason } from "../balance/change-reasons.ts";
import { type ChangeCause, largestChange } from "../balance/compare-baseline.ts";
import type { ChangedProduct } from "../balance/since-baseline.ts";
import type { CellPlace } from "../base/place.ts";
import type { Planning, PlanningTableId, Source } from "../planning/read-planning.ts";
import { cellOf, type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";

/** Where what is behind a reason was typed: its table and column. */
const TYPED: Readonly<Partial<Record<ChangeReason["kind"], readonly [table: PlanningTableId, field: string]>>> = {
  newOrder: ["orders", "ordered"],
  shippedOrder: ["orders", "shipped"],
  lateOrder: ["orders", "due"],
  movedOrder: ["orders", "due"],
  changedOrder: ["orders", "ordered"],
  forecast: ["forecast", "quantity"],
  plan: ["productionPlan", "planned"],
  received: ["productionPlan", "actual"],
  counted: ["stock", "onHand"],
};

/** The cell behind the cause that did most to a product, as far as there is one: an order that is gone has none. */
export function cellBehind(
  snapshot: Snapshot,
  { sources, data }: Planning,
  { product, periods, reasons }: ChangedProduct,
): CellPlace | undefined {
  const weight = (cause: ChangeCause): number => Math.abs(largestChange(periods, (change) => change[cause]));
  const inOrder = [...reasons].sort((a, b) => weight(b.cause) - weight(a.cause));
  for (const reason of inOrder) {
    const [id, field] = TYPED[reason.kind] ?? [];
    const table = id && (tableIn(snapshot, id) as TableData | undefined);
    if (id === undefined || field === undefined || !table) continue;
    const day = data.periods.find(({ key }) => key === reason.period)?.start;
    const isBehind = ({ code, period, row }: Source): boolean => {
      if (code !== product.code) return false;
      if (id === "orders") return String(row.values["no" as keyof typeof row.values] ?? "") === reason.order;
      return !period || (day !== undefined && period.start <= day && day <= period.end);
    };
    const source = sources[id].find(isBehind);
    if (source) return cellOf(table, source.row, field);
  }
  return undefined;
}
