import type { Day } from "../base/plain-date.ts";
import type { Value } from "../tables/field.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { isClosed } from "./light.ts";
import { type TrackedTable, trackedTables } from "./live-columns.ts";

/** What a resolution or action that was split has to be, by what its parts are. */
export interface Settled {
  readonly table: TrackedTable;
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

/**
 * What was split closes when all of its parts are verified (or cancelled), and is open again when one
 * of them is. What somebody gave parts in the sheet is split.
 */
export function settledParents(snapshot: Snapshot, today: Day): Settled[] {
  const parts = new Map<string, TableRow<"actions">[]>();
  for (const row of rowsOf(snapshot, "actions")) {
    const of = row.values.resolution;
    if (of !== "" && of !== row.key) parts.set(of, [...(parts.get(of) ?? []), row]);
  }
  return trackedTables.flatMap((table) =>
    rowsOf(snapshot, table).flatMap((row): Settled[] => {
      const own = row.key === "" ? undefined : parts.get(row.key);
      const values = own && settled(row, own, today);
      return values ? [{ table, key: row.key, values }] : [];
    }),
  );
}

function settled(
  { values }: TableRow<TrackedTable>,
  parts: readonly TableRow<"actions">[],
  today: Day,
): Readonly<Record<string, Value>> | undefined {
  const isOver =
    parts.every((part) => part.values.status === "verified" || part.values.status === "cancelled") &&
    parts.some((part) => part.values.status === "verified");
  if (isOver && !isClosed(values.status)) {
    const doneOn = Math.max(...parts.map((part) => part.values.doneOn ?? part.values.verifiedOn ?? 0)) || today;
    return { status: "verified", doneOn, verifiedOn: today };
  }
  if (!isOver && values.status === "verified" && parts.some((part) => !isClosed(part.values.status)))
    return { status: "split", doneOn: null, verifiedOn: null };
  return undefined;
}
