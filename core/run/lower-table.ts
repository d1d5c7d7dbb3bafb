import { dayOf, toSerial } from "../base/plain-date.ts";
import { styles } from "../layout/styles.ts";
import { LAID_ROWS, TABLE_LOOK, tableLook, tablePage } from "../layout/table-look.ts";
import { type Field, isUnnamedTable, nativeName } from "../tables/field.ts";
import { type TableId, tableIds, tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import type { Edit } from "../workbook/edits.ts";
import type { RememberedTable } from "../workbook/headings.ts";
import { formulaKey } from "../workbook/host.ts";
import type { Draft, DraftTable } from "./draft.ts";

/** The dates that date cells accept: what a meeting register can sensibly hold. */
function dateRange(draft: Draft): readonly [number, number] {
  const from = dayOf(2000, 1, 1) ?? 0;
  const to = dayOf(2099, 12, 31) ?? 0;
  return [toSerial(from, draft.dateSystem), toSerial(to, draft.dateSystem)];
}

/**
 * Says of the sheets of tables that are about to be made that they are ours, together with what waits to
 * be noted: one write for several tables.
 */
export function announceTables(draft: Draft, tables: readonly TableId[]): void {
  draft.writeNotes();
  for (const id of tables) draft.setState("made", id, sheetFor(draft, id));
}

function sheetFor(draft: Draft, id: TableId): string {
  return draft.getState("made", id) ?? freeName(draft, nameIn(draft.language, tableOf(id)));
}

/** The table exists, on a sheet that Concord made and laid out; one that a person made stays as it is. */
export function lowerTable(draft: Draft, id: TableId): void {
  if (!draft.tables.has(id)) makeTable(draft, id);
  const table = draft.tables.get(id);
  if (!table) return;
  rememberTable(draft, table);
  if (draft.getState("made", id) !== table.sheet) return;
  // Rows that a person typed below are to be on paper as well.
  if (draft.getState("look", id) === TABLE_LOOK) return lowerPrint(draft, table);
  const { edits, isWhole } = lookOf(draft, id, table.sheet);
  draft.edits.push(...edits.filter(({ kind }) => isWhole || kind !== "validate"));
  const native = table.native ?? { name: "", last: table.headRow + 1, columns: table.headings.length, hasTotals: false };
  const isNamed = native.name !== "" && !isUnnamedTable(native.name);
  table.native = isNamed ? native : { ...native, name: nativeName(tableOf(id)) };
  sizeNative(draft, table);
  lowerPrint(draft, table);
  if (isWhole) draft.noteLater("look", id, TABLE_LOOK);
  else draft.withoutLists.add(id);
}

/** Tables suggest from each other: the lists of one that was laid out before another was made come once all are there. */
export function lowerLists(draft: Draft): void {
  for (const id of draft.withoutLists) {
    const sheet = draft.tables.get(id)?.sheet;
    if (sheet === undefined) continue;
    draft.edits.push(...lookOf(draft, id, sheet).edits.filter(({ kind }) => kind === "validate"));
    draft.noteLater("look", id, TABLE_LOOK);
  }
  draft.withoutLists.clear();
}

/** How a table looks; not whole where it would suggest from a table that is not there. */
function lookOf(draft: Draft, id: TableId, sheet: string): { readonly edits: readonly Edit[]; readonly isWhole: boolean } {
  let isWhole = true;
  const suggest = (of: TableId, field: string) => {
    const source = draft.tables.get(of);
    const column = source?.columns.get(field);
    isWhole &&= source !== undefined;
    return source && column !== undefined
      ? { sheet: source.sheet, area: { row: source.headRow + 1, column, rows: LAID_ROWS, columns: 1 } }
      : undefined;
  };
  const edits = tableLook(tableOf(id), sheet, draft.language, dateRange(draft), suggest);
  return { edits, isWhole };
}

function makeTable(draft: Draft, id: TableId): void {
  const table = tableOf(id);
  const sheet = sheetFor(draft, id);
  draft.setState("made", id, sheet);
  if (!draft.hasSheet(sheet)) {
    const before = tableIds.slice(0, tableIds.indexOf(id)).reverse();
    const neighbour = before.find((other) => draft.tables.has(other));
    const after = neighbour && draft.tables.get(neighbour)?.sheet;
    draft.addSheet({ kind: "addSheet", sheet, visibility: "visible", gridlines: true, ...(after === undefined ? {} : { after }) });
    draft.preview.push({ at: { sheet, row: 0, column: 0 }, change: "sheet", table: id, key: id, field: "", before: null, after: sheet });
  }
  const fields = Object.entries(table.fields) as readonly [string, Field][];
  const headings = fields.map(([, field]) => nameIn(draft.language, field));
  draft.write(sheet, 0, 0, [headings]);
  const columns = new Map(fields.map(([field], column) => [field, column]));
  draft.tables.set(id, { id, sheet, headRow: 0, column: 0, headings, columns, end: 1, keys: new Map() });
}

function freeName(draft: Draft, wanted: string): string {
  let name = wanted;
  for (let count = 2; draft.hasSheet(name); count++) name = `${wanted} (${count})`;
  return name;
}

/** Adds headings for the fields that a table lacks at its right end. */
export function lowerColumns(draft: Draft, id: TableId, fields: readonly string[]): void {
  const table = draft.tables.get(id);
  if (!table) return;
  const schema = tableOf(id).fields;
  const missing = fields.filter((field) => field in schema && !table.columns.has(field));
  for (const field of missing) addColumn(draft, table, field, schema[field]);
  rememberTable(draft, table);
}

/** A native table as far as its rows and columns go. */
export function sizeNative(draft: Draft, { sheet, headRow, column, native }: DraftTable): void {
  if (!native) return;
  const area = { row: headRow, column, rows: native.last - headRow + (native.hasTotals ? 2 : 1), columns: native.columns };
  draft.edits.push({ kind: "table", sheet, name: native.name, area });
}

/** Whether anything stands in a column from the headings down. */
function isTaken({ data, headRow }: DraftTable, column: number): boolean {
  const { values = [], formulas } = data?.cells ?? {};
  return values.some((line, row) => row >= headRow && ((line[column] ?? null) !== null || formulas?.has(formulaKey(row, column))));
}

function addColumn(draft: Draft, table: DraftTable, id: string, field: Field | undefined): void {
  if (!field) return;
  const heading = nameIn(draft.language, field);
  while (isTaken(table, table.column + table.headings.length)) table.headings.push("");
  const column = table.column + table.headings.length;
  table.headings.push(heading);
  table.columns.set(id, column);
  draft.edits.push({
    kind: "format",
    sheet: table.sheet,
    areas: [{ row: table.headRow, column, rows: 1, columns: 1 }],
    style: styles.tableHeading,
  });
  draft.edits.push({ kind: "widths", sheet: table.sheet, column, widths: [field.width] });
  if (field.hidden) draft.edits.push({ kind: "hideColumns", sheet: table.sheet, column, count: 1, hidden: true });
  draft.write(table.sheet, table.headRow, column, [[heading]], [[null]]);
  if (table.native && table.column + table.native.columns === column) {
    table.native.columns++;
    sizeNative(draft, table);
  }
  draft.preview.push({
    at: { sheet: table.sheet, row: table.headRow, column },
    change: "cell",
    table: table.id,
    key: "",
    field: id,
    before: null,
    after: heading,
  });
}

/** A table on a sheet of ours prints down to its last filled row. */
export function lowerPrint(draft: Draft, table: DraftTable): void {
  if (draft.getState("made", table.id) !== table.sheet) return;
  const rows = Math.max(2, table.end);
  if (draft.getState("look", `${table.id}.print`) === String(rows)) return;
  draft.edits.push(tablePage(tableOf(table.id), table.sheet, draft.language, rows));
  draft.noteLater("look", `${table.id}.print`, String(rows));
}

/** Remembers under which headings a table was found, so that a renamed one is known again. */
function rememberTable(draft: Draft, table: DraftTable): void {
  const fieldAt = new Map([...table.columns].map(([field, column]) => [column, field]));
  const headings = table.headings.map((heading, index) => [heading, fieldAt.get(table.column + index) ?? ""] as const);
  const lost = (draft.snapshot.places.get(table.id)?.lost ?? []).filter((field) => !table.columns.has(field));
  const remembered: RememberedTable = { sheet: table.sheet, headings, ...(lost.length > 0 ? { lost } : {}) };
  draft.noteLater("table", table.id, JSON.stringify(remembered));
}
