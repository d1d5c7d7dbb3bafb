import { foldText, withoutBrackets } from "../base/text.ts";
import { type CompanyDays, makeCalendar, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { readCell } from "../tables/cell-values.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Field } from "../tables/field.ts";
import { companyCalendar } from "../tables/organisation.ts";
import type { CellValue } from "../workbook/cells.ts";
import { type Fault, isFault } from "./fault.ts";
import type { Parameter } from "./parameter.ts";
import { dateIn, fieldIn, isBlank } from "./read-cell.ts";

type Row = readonly CellValue[];
type Column = "from" | "to" | "kind" | "scope";
/** In which column of the range each field stands. A list of days off has only `from`. */
type Columns = Readonly<Partial<Record<Column, number>>>;

const KIND = companyCalendar.fields.kind.type;

export const calendarParameter: Parameter = {
  kind: "calendar",
  zh: "公司日历",
  en: "calendar",
  help: {
    zh: "可省略：公司日历表（日期、至、类型），或一行或一列放假日期",
    en: "Optional: the company calendar (date, to, kind), or a row or column of days off",
  },
  optional: true,
};

/**
 * The working calendar of a five-day week: China's public holidays, and on top of them what the range says.
 * The range is the register's company calendar, with or without its headings; its rows of a certain scope
 * are not everybody's and do not count, as in the register. Or the range is a date and a kind in two
 * columns, or a row or column of days off.
 */
export function readCalendar(rows: readonly Row[], argument: Parameter): { calendar: WorkingCalendar; fault: Fault | null } {
  const read = companyDays(rows, argument);
  const overrides = isFault(read) ? [] : read;
  return { calendar: makeCalendar({ pattern: { kind: "five" }, overrides }), fault: isFault(read) ? read : null };
}

function companyDays(rows: readonly Row[], argument: Parameter): readonly CompanyDays[] | Fault {
  if (rows.flat().every(isNothing)) return [];
  const named = columnsByHeading(rows[0] ?? []);
  const columns = named ?? columnsByKind(rows) ?? listColumns(rows);
  if (columns === null) return { code: "function-not-a-calendar", params: {}, argument };
  const isList = named === null && columns.kind === undefined;
  const entries = isList ? rows.flat().map((cell) => [cell]) : rows;
  const days: CompanyDays[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index === 0 && (named !== null || isHeading(entry[0]))) continue;
    const day = readEntry(entry, columns, argument, index + 1);
    if (isFault(day)) return day;
    if (day) days.push(day);
  }
  return days;
}

/** A row or a column of days off. */
function listColumns(rows: readonly Row[]): Columns | null {
  return rows.length === 1 || rows.every((row) => row.length === 1) ? { from: 0 } : null;
}

/** An entry of the calendar; null for a row without a date, or of a certain scope. */
function readEntry(entry: Row, columns: Columns, argument: Parameter, row: number): CompanyDays | null | Fault {
  const cell = (column: Column) => cellAt(entry, columns[column]);
  if (isBlank(cell("from")) || !isBlank(cell("scope"))) return null;
  const from = dateIn(cell("from"), argument, { row });
  const to = dateIn(cell("to"), argument, { row });
  const kind = columns.kind === undefined ? "off" : fieldIn(KIND, "function-not-a-kind", cell("kind"), argument, { row });
  if (isFault(from)) return from;
  if (isFault(to)) return to;
  if (isFault(kind)) return { ...kind, choices: Object.values(choiceSet(KIND.choice)) };
  if (from === null || kind === "") return null;
  return { from, to: to ?? from, kind: kind as CompanyDays["kind"] };
}

function cellAt(entry: Row, column: number | undefined): CellValue {
  const cell = column === undefined ? null : (entry[column] ?? null);
  return isNothing(cell) ? null : cell;
}

/** A sheet hands over a blank cell of a range as 0, too, which is no date that anybody means. */
function isNothing(cell: CellValue): boolean {
  return cell === 0 || isBlank(cell);
}

/** The columns by the register's headings, in either language; null where the row has none of them. */
function columnsByHeading(row: Row): Columns | null {
  const { from, to, kind, scope } = companyCalendar.fields;
  const headings = row.map((cell) => (typeof cell === "string" ? foldText(withoutBrackets(cell)) : ""));
  const columns: Partial<Record<Column, number>> = {};
  for (const [column, field] of Object.entries({ from, to, kind, scope }) as [Column, Field][]) {
    const names = [field.zh, field.en, ...(field.also ?? [])].map(foldText);
    const index = headings.findIndex((heading) => heading !== "" && names.includes(heading));
    if (index >= 0) columns[column] = index;
  }
  return columns.from === undefined ? null : columns;
}

/** The columns by where the kinds stand: behind a date, or behind a first and a last date. */
function columnsByKind(rows: readonly Row[]): Columns | null {
  const kind = [1, 2].find((column) => rows.some((row) => isKind(row[column])));
  if (kind === undefined) return null;
  if (kind === 1) return { from: 0, kind };
  // The table as a whole goes on with scope and reason; cut short behind the kind, it has neither.
  const isWhole = rows.some((row) => row.length >= Object.keys(companyCalendar.fields).length);
  return isWhole ? { from: 0, to: 1, kind, scope: 3 } : { from: 0, to: 1, kind };
}

function isKind(cell: CellValue | undefined): boolean {
  return typeof cell === "string" && !isBlank(cell) && readCell(KIND, cell, { dateSystem: 1900 }).wrong === undefined;
}

/** Words above a list of dates; a mistyped date has digits, and is a fault. */
function isHeading(cell: CellValue | undefined): boolean {
  return typeof cell === "string" && !/\d/.test(cell.normalize("NFKC"));
}
