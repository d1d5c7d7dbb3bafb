import { areOrdersShort, type OrderPart, type SharedProduct, type SharingRule, shareOrders } from "../balance/share-orders.ts";
import type { Study } from "../balance/study.ts";
import type { Day } from "../base/plain-date.ts";
import type { RowChange } from "../workbook/patch.ts";
import { type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { type OrderShares, orderShares, shareChange } from "./order-shares.ts";
import type { Planning } from "./read-planning.ts";

export interface SharePlan {
  /** Products whose orders ask for more than there is, as it is shared out. */
  readonly shared: readonly SharedProduct[];
  /** The product asked for, where there is enough for its orders. */
  readonly enough: SharedProduct | null;
  readonly changes: readonly RowChange[];
  /** How many orders had a share and need none any more. */
  readonly cleared: number;
  readonly shares: OrderShares;
}

/**
 * Shares out each product whose orders are short, or one of them, and says what the cells beside the orders then hold.
 * What a person typed there stays; what Concord wrote for orders that are not short any more goes.
 */
export function sharePlan(
  snapshot: Snapshot,
  { sources }: Planning,
  study: Study,
  rule: Omit<SharingRule, "settled"> & { readonly product: string },
  today: Day,
): SharePlan {
  const shares = orderShares(tableIn(snapshot, "orders"));
  const rowOf = (index: number): TableRow<"orders"> | undefined => sources.orders[index]?.row as TableRow<"orders"> | undefined;
  const settled = new Map<number, number>();
  sources.orders.forEach(({ row }, index) => {
    if (shares.typed.has(row.row)) settled.set(index, shares.of.get(row.row) ?? 0);
  });
  const codes = rule.product === "" ? [...study.ordersOf.keys()] : [rule.product];
  const all = codes.flatMap((code) => shareOrders(study, code, { ...rule, settled }) ?? []);
  const shared = all.filter(areOrdersShort);
  const changes = new Map(shares.moves.map((change) => [change.row ?? -1, change]));
  const kept = new Set<number>();
  for (const { parts } of shared)
    for (const part of parts) {
      const row = rowOf(part.row);
      if (!row) continue;
      kept.add(row.row);
      const change = part.isSettled || isUnread(row) ? null : written(row, part, shares, today);
      if (change) changes.set(row.row, change);
    }
  const within = new Set(codes);
  let cleared = 0;
  sources.orders.forEach((source) => {
    const row = source.row as TableRow<"orders">;
    if (kept.has(row.row) || !within.has(source.code) || shares.typed.has(row.row) || !shares.of.has(row.row)) return;
    changes.set(row.row, shareChange(row, null, null));
    cleared++;
  });
  const [one] = all;
  return {
    shared,
    enough: rule.product !== "" && one && shared.length === 0 ? one : null,
    changes: [...changes.values()],
    cleared,
    shares,
  };
}

/** The day is that of the share as it stands, not of the last look at it. */
function written(row: TableRow<"orders">, { given }: OrderPart, shares: OrderShares, today: Day): RowChange {
  const stands = shares.of.get(row.row) === given;
  const moved = shares.moves.find((change) => change.row === row.row);
  const on = (moved?.values.allocatedOn ?? row.values.allocatedOn) as Day | null;
  return shareChange(row, given, stands ? (on ?? today) : today);
}

/** A cell that holds something that is no number is left to whoever typed it. */
function isUnread({ values, raw }: TableRow<"orders">): boolean {
  return values.allocated === null && raw.allocated !== undefined;
}
