/// <reference types="google-apps-script" />
import { type Area, cellAddress } from "../../core/index.ts";

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A sheet with what is known of it without asking Google again. */
export interface KnownSheet {
  readonly name: string;
  readonly sheet: Sheet;
  /** Made by the batch at hand: its cells, looks and rules are plain. */
  readonly isNew: boolean;
  /** Looks were given to cells of it that may be otherwise than new: by a person, or by the batch at hand. */
  isDressed: boolean;
  /** Ranges that were asked for, by their addresses; none where rows have moved since. */
  readonly ranges: Map<string, Range>;
  /** Pixels of columns and rows that this batch sized. */
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
  /** How many rows and columns it has, filled or not, once that was asked. */
  grid?: { rows: number; columns: number };
}

function nothingKnown(): Pick<KnownSheet, "ranges" | "widths" | "heights"> {
  return { ranges: new Map(), widths: new Map(), heights: new Map() };
}

/** What a new sheet has. */
const NEW_GRID = { rows: 1000, columns: 26 };

/** The sheets of the spreadsheet in order, each asked for its name once. */
export class SheetsAtHand {
  private known: KnownSheet[] | undefined;

  constructor(readonly spreadsheet: Spreadsheet) {}

  /** Asks anew when somebody wants to know next. */
  forget(): void {
    this.known = undefined;
  }

  all(): readonly KnownSheet[] {
    this.known ??= this.spreadsheet
      .getSheets()
      .map((sheet) => ({ name: sheet.getName(), sheet, isNew: false, isDressed: true, ...nothingKnown() }));
    return this.known;
  }

  find(name: string): KnownSheet | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((each) => each.name.toLowerCase() === wanted);
  }

  /** @throws where a batch that was let through names a sheet that is gone since */
  get(name: string): KnownSheet {
    const found = this.find(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  }

  /** Adds a sheet at the end, or behind another. */
  add(name: string, after: string | undefined): KnownSheet {
    const sheets = [...this.all()];
    const before = after === undefined ? undefined : this.find(after);
    const index = before ? sheets.indexOf(before) + 1 : sheets.length;
    const sheet = this.spreadsheet.insertSheet(name, index);
    const added: KnownSheet = { name, sheet, isNew: true, isDressed: false, ...nothingKnown(), grid: { ...NEW_GRID } };
    sheets.splice(index, 0, added);
    this.known = sheets;
    return added;
  }

  remove(name: string): void {
    const gone = this.get(name);
    this.spreadsheet.deleteSheet(gone.sheet);
    this.known = this.all().filter((each) => each !== gone);
  }
}

export function gridOf(known: KnownSheet): { rows: number; columns: number } {
  known.grid ??= { rows: known.sheet.getMaxRows(), columns: known.sheet.getMaxColumns() };
  return known.grid;
}

/** Adds rows and columns at the ends of a sheet that is too small for some cells. */
export function makeRoom(known: KnownSheet, rows: number, columns: number): void {
  const grid = gridOf(known);
  if (rows > grid.rows) {
    known.sheet.insertRowsAfter(grid.rows, rows - grid.rows);
    grid.rows = rows;
  }
  if (columns > grid.columns) {
    known.sheet.insertColumnsAfter(grid.columns, columns - grid.columns);
    grid.columns = columns;
  }
}

export function rangeOf(known: KnownSheet, area: Area): Range {
  const address = addressOf(area);
  const range = known.ranges.get(address) ?? known.sheet.getRange(area.row + 1, area.column + 1, area.rows, area.columns);
  known.ranges.set(address, range);
  return range;
}

/** Asks for ranges that are about to be needed: a list of them costs two calls, one by one they cost a call each. */
export function askRanges(known: KnownSheet, areas: readonly Area[]): void {
  const missing = [...new Set(areas.map(addressOf))].filter((address) => !known.ranges.has(address));
  if (missing.length < 3) return;
  known.sheet
    .getRangeList(missing)
    .getRanges()
    .forEach((range, index) => {
      known.ranges.set(missing[index] ?? "", range);
    });
}

export function addressOf({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}
