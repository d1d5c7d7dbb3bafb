import { foldText } from "../base/text.ts";
import { blankOf, type Value } from "../tables/field.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Message, message, type Problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";

/** Tables whose rows go by a name that a person gave them. */
export type NamedTable = "departments" | "people" | "series";

/** The first row of a name, however it is spelled. */
export function rowNamed<T extends NamedTable>(snapshot: Snapshot, table: T, name: string): TableRow<T> | undefined {
  const wanted = foldText(name);
  return wanted === "" ? undefined : rowsOf(snapshot, table).find(({ values }) => foldText(values.name) === wanted);
}

export interface Saved {
  readonly rows: readonly RowChange[];
  readonly report: Message;
}

/** Adds a row, or changes what is given in the row of that name; what is left blank stays as it is. */
export function saveNamed(
  snapshot: Snapshot,
  table: NamedTable,
  given: Readonly<Record<string, Value>>,
  standard: Readonly<Record<string, Value>> = {},
): Saved {
  const name = String(given.name ?? "").trim();
  const row = rowNamed(snapshot, table, name);
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ""));
  const params = { table: nameIn(snapshot.language, tableOf(table)), name: row?.values.name ?? name };
  if (!row) return { rows: [{ key: name, values: { ...standard, ...said, name } }], report: message("row-added", params) };
  const stands: Readonly<Record<string, Value>> = row.values;
  const changed = Object.fromEntries(
    Object.entries(said).filter(([field, value]) => field !== "name" && (stands[field] ?? null) !== value),
  );
  const n = Object.keys(changed).length;
  if (n === 0) return { rows: [], report: message("row-unchanged", params) };
  return { rows: [{ key: row.key, row: row.row, values: changed }], report: message("row-changed", { ...params, n }) };
}

/** The row as it will stand. */
export function asSaved<T extends NamedTable>(snapshot: Snapshot, table: T, { rows }: Saved, name: string): TableRow<T>["values"] {
  const blank = Object.fromEntries(Object.entries(tableOf(table).fields).map(([field, { type }]) => [field, blankOf(type)]));
  return { ...blank, ...rowNamed(snapshot, table, name)?.values, ...rows[0]?.values } as TableRow<T>["values"];
}

/** Rows of a table that go by one name: of those the first counts. */
export function namesTwice(snapshot: Snapshot, table: NamedTable): Problem[] {
  return (tableIn(snapshot, table)?.problems ?? [])
    .filter(({ code }) => code === "row-twice")
    .map((found) => ({ ...found, severity: "warning" }));
}
