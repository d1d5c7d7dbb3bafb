/// <reference types="google-apps-script" />
import { type CellValue, HEAD_COLUMNS, HEAD_ROWS, type SheetFacts, type Survey } from "../../core/index.ts";
import type { DayNumbers } from "./day-numbers.ts";
import { once } from "./once.ts";
import { plainValues, readCells, readFilled, readHead } from "./read-sheet.ts";
import type { KnownSheet, SheetsAtHand } from "./sheets-at-hand.ts";

/**
 * What is known of the spreadsheet. Each question to Google costs, so what a sheet is like is asked
 * when core looks at it, and once: a year of minutes that nobody looks at costs nothing but its names.
 */
export function surveySheets(at: SheetsAtHand, days: DayNumbers, whole: readonly string[]): Survey {
  const { spreadsheet } = at;
  at.forget();
  return {
    // Sheets counts days as Excel's 1900 system does from March 1900 on.
    dateSystem: 1900,
    sheets: at.all().map((known) => factsOf(known, days)),
    names: spreadsheet.getNamedRanges().map(namedPlace),
    whole: whole.flatMap((name) => {
      const known = at.find(name);
      return known ? [readCells(known.name, readFilled(known), days)] : [];
    }),
  };
}

/** What a sheet is like, as questions that are asked when they are looked at. */
function factsOf(known: KnownSheet, days: DayNumbers): SheetFacts {
  const visibility = once(() => (known.sheet.isSheetHidden() ? "hidden" : "visible"));
  const isProtected = once(() => isGuarded(known));
  const head = once(() => headOf(plainValues(readHead(known), days)));
  return {
    name: known.name,
    // Rows that a filter hides are written to like any other.
    isFiltered: false,
    // Sheets has no tables that a script can name.
    tables: [],
    get visibility() {
      return visibility();
    },
    get isProtected() {
      return isProtected();
    },
    get head() {
      return head();
    },
  };
}

function isGuarded({ sheet }: KnownSheet): boolean {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some((protection) => !protection.isWarningOnly());
}

/** Without the blank rows and columns at the ends, of which a sheet has as many as it likes. */
function headOf(values: readonly (readonly CellValue[])[]): CellValue[][] {
  const last = (line: readonly CellValue[]): number => line.reduce<number>((found, value, column) => (value === null ? found : column), -1);
  const rows = values.slice(0, HEAD_ROWS);
  const columns = Math.min(HEAD_COLUMNS, Math.max(0, ...rows.map((line) => last(line) + 1)));
  const end = rows.reduce((most, line, row) => (last(line) < 0 ? most : row + 1), 0);
  return rows.slice(0, end).map((line) => line.slice(0, columns));
}

function namedPlace(named: GoogleAppsScript.Spreadsheet.NamedRange): Survey["names"][number] {
  const range = once(() => named.getRange());
  const sheet = once(() => range().getSheet().getName());
  const area = once(() => ({
    row: range().getRow() - 1,
    column: range().getColumn() - 1,
    rows: range().getNumRows(),
    columns: range().getNumColumns(),
  }));
  return {
    name: named.getName(),
    get sheet() {
      return sheet();
    },
    get area() {
      return area();
    },
  };
}
