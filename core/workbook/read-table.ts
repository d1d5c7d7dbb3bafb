import { toSerial } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { readCell } from "../tables/cell-values.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Field, Table, Value } from "../tables/field.ts";
import { blankOf } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { tableOf } from "../tables/tables.ts";
import { type Language, nameIn } from "../words/language.ts";
import type { Problem } from "../words/message.ts";
import { problem } from "../words/message.ts";
import { type CellValue, isCellError } from "./cells.ts";
import { formulaKey, type SheetCells } from "./host.ts";
import type { Place } from "./place.ts";
import type { TableData, TableRow } from "./snapshot.ts";

/**
 * What a line under a table says: sums, remarks and signatures are not rows. The word stands alone or
 * before a colon, a space, a bracket or a number; `审核供应商` is a task.
 */
const SUM = /^(?:合\s*计|总\s*计|累\s*计|共\s*计|汇\s*总|平\s*均|total|grand\s*total|average)(?=$|[\s:：(（\d])/i;
const PART_SUM = /^(?:小\s*计|subtotal)(?=$|[\s:：(（\d])/i;
const SIGNED = /^(?:(?:制表|审核|批准|编制|填表|签字|会签)人?|prepared by|approved by)\s*(?:$|[:：_])/i;
const REMARK = /^(?:备注|注|说明|填表说明|notes?|remarks?)\s*\d*\s*[:：]/i;
const FOOTERS = [SUM, SIGNED, REMARK];

interface Options {
  readonly dateSystem: 1900 | 1904;
  readonly language: Language;
}

/** Reads a table's rows as its fields' types, and notes whatever cannot be read with its cell. */
export function readTable(id: TableId, place: Place, cells: SheetCells, options: Options): TableData {
  const table = tableOf(id);
  const problems = headingProblems(table, place, options.language);
  const rows: TableRow[] = [];
  const byKey = new Map<string, TableRow>();
  // A row that goes by a name a person gave it is the same however that is spelled.
  const isNumbered = table.fields[table.key[0] ?? ""]?.by === "concord";
  const named = new Map<string, TableRow>();
  const typed = [...place.columns].filter(([field]) => table.fields[field]?.by !== "formula");
  const lastNative = place.native ? place.native.area.row + place.native.area.rows - (place.native.hasTotals ? 2 : 1) : -1;
  let end = place.headRow + 1;
  let below: number | undefined;
  for (let row = place.headRow + 1; row < cells.values.length; row++) {
    const line = cells.values[row] ?? [];
    if ((place.native?.hasTotals && row === lastNative + 1) || (row > lastNative && saysOneOf(FOOTERS, table, place, line))) {
      below ??= row;
      break;
    }
    if (row > lastNative && saysOneOf([PART_SUM], table, place, line)) {
      below ??= row;
      continue;
    }
    if (row > Math.max(lastNative, end) && isLoneNote(table, place, line)) {
      below ??= row;
      continue;
    }
    if (typed.every(([, column]) => isBlank(line[column]))) {
      if (row > lastNative && below === undefined && hasForeign(place, line, cells, row)) below = row;
      continue;
    }
    if (isHeadingAgain(place, line)) continue;
    end = row + 1;
    below = undefined;
    for (const read of readRows(table, place, line, row, cells, options, problems)) {
      rows.push(read);
      if (read.key === "") continue;
      const first = byKey.get(read.key) ?? named.get(foldText(read.key));
      if (first)
        problems.push(
          problem("error", isNumbered ? "key-twice" : "row-twice", { key: read.key, first: first.row + 1 }, at(place, row, table.key[0])),
        );
      if (!byKey.has(read.key)) byKey.set(read.key, read);
      if (!isNumbered && !first) named.set(foldText(read.key), read);
    }
  }
  return { id, place, rows, byKey, end, ...(below === undefined ? {} : { below }), cells, problems } as TableData;
}

/** A line of a table typed wide is a row for each of its values: what stands left of them, the text over them, the value. */
function readRows(...[table, place, line, row, cells, options, problems]: Parameters<typeof readRow>): TableRow[] {
  const shared = readRow(table, place, line, row, cells, options, problems);
  const { wide } = place;
  if (!wide || !table.wide) return [shared];
  const found = new Map<string, TableRow>();
  for (const { column, across, field } of wide) {
    if (isBlank(line[column]) && !cells.formulas.has(formulaKey(row, column))) continue;
    const value = readRow(table, { ...place, columns: new Map([[field, column]]) }, line, row, cells, options, problems);
    const before = found.get(across) ?? { ...shared, column };
    const values = { ...before.values, [table.wide.across]: across, [field]: value.values[field as keyof typeof value.values] };
    const raw = { ...before.raw, ...(value.raw[field] === undefined ? {} : { [field]: value.raw[field] }) };
    found.set(across, { ...before, values, raw, key: rowKey(table, values) } as TableRow);
  }
  return [...found.values()];
}

function readRow(
  table: Table,
  place: Place,
  line: readonly CellValue[],
  row: number,
  cells: SheetCells,
  options: Options,
  problems: Problem[],
): TableRow {
  const values: Record<string, Value> = {};
  const raw: Record<string, string> = {};
  for (const [id, field] of Object.entries(table.fields)) {
    const column = place.columns.get(id);
    const cell = column === undefined ? null : (line[column] ?? null);
    if (column === undefined || cell === null) {
      values[id] = blankOf(field.type);
      const isUncomputed = column !== undefined && field.by !== "formula" && cells.formulas.has(formulaKey(row, column));
      if (isUncomputed) problems.push(problem("warning", "not-calculated", heading(field, options.language), at(place, row, id)));
      continue;
    }
    if (isCellError(cell)) {
      values[id] = blankOf(field.type);
      raw[id] = cell.error;
      if (field.by !== "formula")
        problems.push(problem("warning", "cell-error", { ...heading(field, options.language), value: cell.error }, at(place, row, id)));
      continue;
    }
    if (field.by === "formula") {
      // What our own formula shows is never read: it may be of another day.
      values[id] = blankOf(field.type);
      continue;
    }
    const read = readCell(field.type, cell, { dateSystem: options.dateSystem });
    values[id] = read.value;
    if (read.wrong === undefined) {
      // Live formulas see only numbers and dates that are numbers, and words as they are listed.
      if (!isPlain(field, cell, read.value, options)) raw[id] = String(cell);
      if (field.type === "date" && typeof cell === "string") {
        problems.push(problem("note", "date-as-text", { ...heading(field, options.language), value: shorten(cell) }, at(place, row, id)));
      }
      continue;
    }
    raw[id] = String(cell);
    problems.push(
      problem("warning", read.wrong, { ...heading(field, options.language), value: shorten(String(cell)) }, at(place, row, id)),
    );
  }
  return { key: rowKey(table, values), values, raw, row } as TableRow;
}

/** Whether a formula in the workbook takes the cell for the same value. */
function isPlain(field: Field, cell: string | number | boolean, value: Value, { dateSystem }: Options): boolean {
  if (field.type === "number" || field.type === "integer" || field.type === "percent") return typeof cell === "number";
  if (field.type === "date")
    return typeof cell === "number" && typeof value === "number" && Math.floor(cell) === toSerial(value, dateSystem);
  if (typeof field.type !== "object") return true;
  const { zh, en, also = [] } = choiceSet(field.type.choice)[String(value)] ?? { zh: "", en: "" };
  const word = String(cell).replace(/ +/g, " ").replace(/^ | $/g, "").toLowerCase();
  return [zh, en, ...also].some((spelling) => spelling.toLowerCase() === word);
}

/** A row's key: the key fields joined by `|`, or `""` where the first of them is blank. */
export function rowKey(table: Table, values: Readonly<Record<string, Value | undefined>>): string {
  const parts = table.key.map((field) => String(values[field] ?? ""));
  return parts[0] === "" ? "" : parts.join("|");
}

function headingProblems(table: Table, place: Place, language: Language): Problem[] {
  const where = { sheet: place.sheet, row: place.headRow };
  const named = (field: string): string => {
    const found = table.fields[field];
    return found ? nameIn(language, found) : field;
  };
  return [
    ...place.renamed.map(({ field, heading, was }) =>
      problem(
        "note",
        "heading-renamed",
        { heading, was, field: named(field) },
        { ...where, column: place.columns.get(field) ?? place.column },
      ),
    ),
    ...place.lost.map((field) =>
      problem("warning", "heading-lost", { field: named(field), table: nameIn(language, table) }, { ...where, column: place.column }),
    ),
  ];
}

function heading(field: Field, language: Language): { readonly field: string } {
  return { field: nameIn(language, field) };
}

function at(place: Place, row: number, field: string | undefined): { sheet: string; row: number; column: number } {
  return { sheet: place.sheet, row, column: place.columns.get(field ?? "") ?? place.column };
}

function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === "";
}

/** Below a gap, something in the first column and nowhere else is a note, unless it is the row's content. */
function isLoneNote(table: Table, place: Place, line: readonly CellValue[]): boolean {
  const filled = [...place.columns].filter(([, column]) => !isBlank(line[column]));
  return filled.length === 1 && filled.every(([field]) => table.key.includes(field) && table.fields[field]?.by === "concord");
}

function saysOneOf(words: readonly RegExp[], table: Table, place: Place, line: readonly CellValue[]): boolean {
  const keyed = table.key.some((field) => {
    const column = place.columns.get(field);
    return column !== undefined && column !== place.column && !isBlank(line[column]);
  });
  if (keyed || saysWhoOrWhen(table, place, line)) return false;
  const first = line.slice(place.column, place.column + place.headings.length).find((cell) => !isBlank(cell));
  return typeof first === "string" && words.some((word) => word.test(first.trim()));
}

/** A sum has no owner, no date and no status: `total 12 pumps | Li Si` is a task. */
function saysWhoOrWhen(table: Table, place: Place, line: readonly CellValue[]): boolean {
  return [...place.columns].some(([id, column]) => {
    const field = table.fields[id];
    const cell = line[column];
    if (isBlank(cell) || (typeof cell === "string" && FOOTERS.some((word) => word.test(cell.trim())))) return false;
    return column !== place.column && (field?.suggest !== undefined || field?.type === "date" || typeof field?.type === "object");
  });
}

/** Headings repeated in the middle of a long list are not a row. */
function isHeadingAgain(place: Place, line: readonly CellValue[]): boolean {
  const filled = place.headings
    .map((heading, index) => [heading, line[place.column + index]] as const)
    .filter(([, cell]) => !isBlank(cell));
  return filled.length > 1 && filled.every(([heading, cell]) => typeof cell === "string" && foldText(cell) === foldText(heading));
}

/** Something typed under the table's own columns, or in a person's columns beside them. */
function hasForeign(place: Place, line: readonly CellValue[], cells: SheetCells, row: number): boolean {
  for (let column = place.column; column < place.column + place.headings.length; column++) {
    if (!isBlank(line[column]) && !cells.formulas.has(formulaKey(row, column))) return true;
  }
  return false;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
