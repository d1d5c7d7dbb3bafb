import { blankOf, type Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { tableOf } from "../tables/tables.ts";
import type { Patch, RowChange } from "./patch.ts";
import type { Place } from "./place.ts";
import type { Snapshot, TableData, TableRow } from "./snapshot.ts";

/** A table that the patch makes stands nowhere yet. */
const NOWHERE: Place = { sheet: "", headRow: 0, column: 0, headings: [], columns: new Map(), renamed: [], lost: [] };

/**
 * A snapshot with a patch's rows as they will stand: what is derived from rows, settings and the
 * calendar then says the same before the patch is made and after.
 */
export function afterPatch(snapshot: Snapshot, patch: Patch): Snapshot {
  const tables = new Map(snapshot.tables);
  for (const change of patch)
    if (change.kind === "rows" && change.rows.length > 0)
      tables.set(change.table, withRows(change.table, tables.get(change.table), change.rows));
  return { ...snapshot, tables };
}

function withRows(id: TableId, data: TableData | undefined, changes: readonly RowChange[]): TableData {
  const rows: TableRow[] = [...(data?.rows ?? [])];
  const byKey = new Map<string, number>();
  rows.forEach(({ key }, index) => {
    if (key !== "" && !byKey.has(key)) byKey.set(key, index);
  });
  for (const change of changes) {
    const found = change.row === undefined ? byKey.get(change.key) : rows.findIndex(({ row }) => row === change.row);
    const index = found === undefined || found < 0 ? rows.length : found;
    const before = rows[index];
    const values = { ...(before?.values ?? blanks(id)), ...change.values } as TableRow["values"];
    rows[index] = { key: change.key, values, raw: before?.raw ?? {}, row: before?.row ?? -1 };
    if (!byKey.has(change.key)) byKey.set(change.key, index);
  }
  const found = new Map(rows.flatMap((row) => (row.key === "" ? [] : [[row.key, row] as const])).reverse());
  const empty = { id, place: NOWHERE, end: 0, cells: { sheet: "", values: [], formulas: new Map<string, string>() }, problems: [] };
  return { ...(data ?? empty), rows, byKey: found } as TableData;
}

function blanks(id: TableId): Record<string, Value> {
  return Object.fromEntries(Object.entries(tableOf(id).fields).map(([field, { type }]) => [field, blankOf(type)]));
}
