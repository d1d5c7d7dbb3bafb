/// <reference types="google-apps-script" />
import { type CellValue, HEAD_COLUMNS, HEAD_ROWS, type SheetFacts, type Survey } from "../../core/index.ts";
import type { DayNumbers } from "./day-numbers.ts";
import { once } from "./once.ts";
import { type Filled, plainValues, readCells, readFilled } from "./read-sheet.ts";
import type { KnownSheet, SheetsAtHand } from "./sheets-at-hand.ts";

/**
 * What is known of the spreadsheet. Each question to Google costs, so what a sheet is like is asked
 * when core looks at it, and once: a year of minutes that nobody looks at costs nothing but its names.
 * The values that are read here are those that `read` gives out: each sheet is read once.
 */
export function surveySheets(at: SheetsAtHand, days: DayNumbers, whole: readonly string[], filled: Map<string, Filled>): Survey {
  const { spreadsheet } = at;
  at.forget();
  filled.clear();
  return {
    // Sheets counts days as Excel's 1900 system does from March 1900 on.
    dateSystem: 1900,
    sheets: at.all().map((known) => factsOf(known, days, filled)),
    names: spreadsheet.getNamedRanges().map(namedPlace),
    whole: whole.flatMap((name) => {
      const known = at.find(name);
      return known ? [readCells(known.name, filledOf(known, filled), days)] : [];
    }),
  };
}

/** The values of a sheet, read when they are first wanted. */
export function filledOf(known: KnownSheet, filled: Map<string, Filled>): Filled {
  const read = filled.get(known.name) ?? readFilled(known);
  filled.set(known.name, read);
  return read;
}

/** What a sheet is like, as questions that are asked when they are looked at. */
function factsOf(known: KnownSheet, days: DayNumbers, filled: Map<string, Filled>): SheetFacts {
  const visibility = once(() => (known.sheet.isSheetHidden() ? "hidden" : "visible"));
  const isProtected = once(() => isGuarded(known));
  const head = once(() => headOf(plainValues(filledOf(known, filled), days)));
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

export function isGuarded({ sheet }: KnownSheet): boolean {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some((protection) => !protection.isWarningOnly());
}

function headOf(values: readonly (readonly CellValue[])[]): CellValue[][] {
  return values.slice(0, HEAD_ROWS).map((line) => line.slice(0, HEAD_COLUMNS));
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
