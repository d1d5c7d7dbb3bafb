import { fieldStyle } from "../layout/table-look.ts";
import { writeCell } from "../tables/cell-values.ts";
import { blankOf, type Field, type Value } from "../tables/field.ts";
import { type TableId, tableOf } from "../tables/tables.ts";
import type { Area, CellInput, CellValue } from "../workbook/cells.ts";
import type { Style } from "../workbook/edits.ts";
import { joinAreas } from "../workbook/join-areas.ts";
import type { RowChange } from "../workbook/patch.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import type { Draft, DraftTable } from "./draft.ts";
import { lowerColumns, lowerPrint, sizeNative } from "./lower-table.ts";

/** Changes the rows that are there and adds those that are not, below the last one. */
export function lowerRows(draft: Draft, id: TableId, rows: readonly RowChange[]): void {
  const table = draft.tables.get(id);
  if (!table || rows.length === 0) return;
  lowerColumns(draft, id, neededBy(id, rows));
  const added: RowChange[] = [];
  const changed: ChangedRow[] = [];
  const known = new Set(table.keys.values());
  for (const change of rows) {
    const existing = change.row === undefined ? table.data?.byKey.get(change.key) : table.data?.rows.find((row) => row.row === change.row);
    const said = existing && changedRow(draft, table, existing, change);
    if (said) changed.push(said);
    else if (!existing && !known.has(change.key)) added.push(change);
  }
  writeChanged(draft, table, changed);
  if (added.length > 0) addRows(draft, table, added);
}

/** What a table has no column for would be lost: whatever a row says, and its key but where rows are told by where they stand. */
function neededBy(id: TableId, rows: readonly RowChange[]): string[] {
  const { fields } = tableOf(id);
  const key = rows.every(({ row }) => row !== undefined) ? [] : tableOf(id).key;
  const said = rows.flatMap(({ values }) => Object.entries(values).filter(([, value]) => value !== null && value !== ""));
  return [...new Set([...key, ...said.map(([field]) => field)])].filter((field) => fields[field]?.by !== "formula");
}

/** A row's changes are one write, so that a write cut off between rows never leaves half of one. */
function changedRow(draft: Draft, table: DraftTable, row: TableRow, change: RowChange): ChangedRow | undefined {
  const fields = tableOf(table.id).fields;
  const changed = Object.entries(change.values).flatMap(([id, value]) => {
    const field = fields[id];
    const column = table.columns.get(id);
    const before = row.values[id as keyof typeof row.values] as Value;
    if (!field || column === undefined || (before === value && !(id in row.raw))) return [];
    return [{ id, field, column, before, value, stands: table.data?.cells.values[row.row]?.[column] ?? null }];
  });
  table.keys.set(row.row, change.key);
  if (changed.length === 0) return undefined;
  for (const { id, column, before, value } of changed) {
    draft.preview.push({
      at: { sheet: table.sheet, row: row.row, column },
      change: "cell",
      table: table.id,
      key: change.key,
      field: id,
      before,
      after: value,
    });
  }
  return { row: row.row, cells: changed.map(({ field, column, value, stands }) => ({ field, column, value, stands })) };
}

/** What changes of a row that is there. */
interface ChangedRow {
  readonly row: number;
  readonly cells: readonly { readonly field: Field; readonly column: number; readonly value: Value; readonly stands: CellValue }[];
}

/** Looks first: what is written counts as done, and is not looked at again. */
function writeChanged(draft: Draft, table: DraftTable, rows: readonly ChangedRow[]): void {
  const looks = new Map<Style, Area[]>();
  for (const { row, cells } of rows) {
    for (const { field, column, stands } of cells) {
      const format = numberFormatOf(field);
      if (stands !== null || format.numberFormat === undefined) continue;
      const areas = looks.get(format) ?? [];
      areas.push(cell(row, column));
      looks.set(format, areas);
    }
  }
  for (const [style, areas] of looks) draft.edits.push({ kind: "format", sheet: table.sheet, areas: joinAreas(areas), style });
  for (const stretch of stretchesOf(rows)) writeStretch(draft, table, stretch);
}

/** To write past a few rows that stay costs a host less than another rectangle. */
const ROWS_BETWEEN = 2;

/** Rows that stand near each other, in the order that they came in. */
function stretchesOf(rows: readonly ChangedRow[]): ChangedRow[][] {
  const stretches: ChangedRow[][] = [];
  for (const each of rows) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1)?.row ?? Number.POSITIVE_INFINITY;
    if (stretch && each.row > last && each.row - last <= ROWS_BETWEEN + 1) stretch.push(each);
    else stretches.push([each]);
  }
  return stretches;
}

function writeStretch(draft: Draft, table: DraftTable, rows: readonly ChangedRow[]): void {
  const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const first = columns.reduce((least, column) => Math.min(least, column));
  const width = columns.reduce((most, column) => Math.max(most, column)) - first + 1;
  const top = rows[0]?.row ?? 0;
  const lines = (rows.at(-1)?.row ?? top) - top + 1;
  const values: CellInput[][] = Array.from({ length: lines }, () => Array.from({ length: width }, () => undefined));
  const expect: (CellValue | undefined)[][] = values.map((line) => line.map(() => undefined));
  for (const { row, cells } of rows) {
    for (const { field, column, value, stands } of cells) {
      const [line, before] = [values[row - top], expect[row - top]];
      if (line) line[column - first] = writeCell(field.type, value, draft.language, draft.dateSystem);
      if (before) before[column - first] = stands;
    }
  }
  draft.write(table.sheet, top, first, values, expect);
}

function addRows(draft: Draft, table: DraftTable, rows: readonly RowChange[]): void {
  const fields = Object.entries(tableOf(table.id).fields) as readonly [string, Field][];
  const placed = fields.flatMap(([id, field]) => {
    const column = table.columns.get(id);
    return column === undefined || field.by === "formula" ? [] : [{ id, field, column }];
  });
  const first = Math.min(...placed.map(({ column }) => column));
  const width = Math.max(...placed.map(({ column }) => column)) - first + 1;
  makeRoom(draft, table, rows.length);
  const values: CellInput[][] = [];
  const expect: (CellValue | undefined)[][] = [];
  rows.forEach((change, index) => {
    const line: CellInput[] = Array.from({ length: width }, () => undefined);
    const before: (CellValue | undefined)[] = Array.from({ length: width }, () => undefined);
    for (const { id, field, column } of placed) {
      line[column - first] = writeCell(field.type, change.values[id] ?? blankOf(field.type), draft.language, draft.dateSystem) ?? undefined;
      before[column - first] = null;
    }
    values.push(line);
    expect.push(before);
    table.keys.set(table.end + index, change.key);
    draft.preview.push({
      at: { sheet: table.sheet, row: table.end + index, column: first },
      change: "row",
      table: table.id,
      key: change.key,
      field: "",
      before: null,
      after: change.key,
    });
  });
  const start = table.end;
  table.end += rows.length;
  growNative(draft, table);
  lowerPrint(draft, table);
  // The Log's row comes last of all.
  if (table.id === "log") draft.writeNotes();
  const byStyle = new Map<Style, Area[]>();
  const isOurs = draft.getState("made", table.id) === table.sheet;
  for (const { field, column } of placed) {
    const style = isOurs ? fieldStyle(field.type) : numberFormatOf(field);
    if (Object.keys(style).length === 0) continue;
    byStyle.set(style, [...(byStyle.get(style) ?? []), { row: start, column, rows: rows.length, columns: 1 }]);
  }
  for (const [style, areas] of byStyle) draft.edits.push({ kind: "format", sheet: table.sheet, areas, style });
  draft.write(table.sheet, start, first, values, expect);
}

/** Rows are inserted where something of a person's, or a totals row, stands in the way. */
function makeRoom(draft: Draft, table: DraftTable, count: number): void {
  const limit = table.native?.hasTotals ? table.native.last + 1 : table.below;
  if (limit === undefined || table.end + count <= limit) return;
  const missing = table.end + count - limit;
  draft.insertRows(table.sheet, limit, missing);
  if (table.below !== undefined) table.below += missing;
  if (table.native?.hasTotals) table.native.last += missing;
}

function growNative(draft: Draft, table: DraftTable): void {
  const native = table.native;
  if (!native || native.hasTotals || table.end - 1 <= native.last) return;
  native.last = table.end - 1;
  sizeNative(draft, table);
}

/** Dates, times and percentages need their number format to be readable; the rest of a person's look stays. */
const numberFormats = new Map<Style, Style>();

function numberFormatOf(field: Field): Style {
  const style = fieldStyle(field.type);
  const known = numberFormats.get(style);
  if (known) return known;
  const needed = field.type === "date" || field.type === "time" || field.type === "percent";
  const format: Style = needed && style.numberFormat !== undefined ? { numberFormat: style.numberFormat } : {};
  numberFormats.set(style, format);
  return format;
}

function cell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
