import type { Area } from "../../../../core/index.ts";
import type { Sheet } from "../../../../desk/workbook/sheet.ts";
import type { GoogleDocument } from "../document.ts";
import { ServiceException } from "../kernel.ts";
import type { Cells } from "../run.ts";

export type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
export type DimensionRange = GoogleAppsScript.Sheets.Schema.DimensionRange;

/** What the requests of one batch are made on. */
export interface Made {
  readonly document: GoogleDocument;
  readonly user: string;
  /** The request at hand, as the API names it: `requests[3].mergeCells`. */
  readonly at: string;
}

export function invalid({ at }: Made, why: string): ServiceException {
  return new ServiceException(`API call to sheets.spreadsheets.batchUpdate failed with error: Invalid ${at}: ${why}`);
}

/** @throws {ServiceException} where a request leaves out what it needs */
export function given<T>(made: Made, name: string, value: T | undefined): T {
  if (value === undefined) throw invalid(made, `${name} is required.`);
  return value;
}

export function sheetWith(made: Made, id: number | undefined): Sheet {
  const { document } = made;
  // The API takes a number that is left out for 0, which is the first sheet of most spreadsheets: nobody may count on that.
  const wanted = given(made, "sheetId", id);
  const sheet = document.workbook.sheets.find((each) => document.idOf(each) === wanted);
  if (!sheet) throw invalid(made, `No grid with id: ${wanted}`);
  return sheet;
}

/** The cells of a range. @throws {ServiceException} for cells that the sheet does not have */
export function cellsOfRange(made: Made, range: GridRange | undefined): Cells {
  const { sheetId, startRowIndex = 0, startColumnIndex = 0, endRowIndex, endColumnIndex } = given(made, "range", range);
  const sheet = sheetWith(made, sheetId);
  const grid = made.document.grid(sheet);
  const area: Area = {
    row: startRowIndex,
    column: startColumnIndex,
    rows: (endRowIndex ?? grid.rows) - startRowIndex,
    columns: (endColumnIndex ?? grid.columns) - startColumnIndex,
  };
  if (area.row < 0 || area.column < 0 || area.rows < 1 || area.columns < 1) throw invalid(made, "The range is empty.");
  if (area.row + area.rows > grid.rows || area.column + area.columns > grid.columns)
    throw invalid(made, `Range exceeds grid limits. Max rows: ${grid.rows}, max columns: ${grid.columns}`);
  return { sheet, area };
}

/** The cells of a range that a user may write to. @throws {ServiceException} where they are protected from them */
export function cellsToWrite(made: Made, range: GridRange | undefined): Cells {
  const cells = cellsOfRange(made, range);
  made.document.insistMayEdit(made.user, cells.sheet, cells.area);
  return cells;
}

export function insistOnSheet(made: Made, sheet: Sheet): void {
  made.document.insistMayEdit(made.user, sheet, { row: 0, column: 0, ...made.document.grid(sheet) });
}

/** Rows or columns from one to another. */
export interface Lines {
  readonly sheet: Sheet;
  readonly axis: "rows" | "columns";
  readonly first: number;
  readonly count: number;
}

export function linesOf(made: Made, range: DimensionRange | undefined): Lines {
  const { sheetId, dimension, startIndex, endIndex } = given(made, "range", range);
  const sheet = sheetWith(made, sheetId);
  const axis = axisOf(made, dimension);
  const [first, end] = [given(made, "startIndex", startIndex), given(made, "endIndex", endIndex)];
  if (first < 0 || end <= first) throw invalid(made, "The range is empty.");
  return { sheet, axis, first, count: end - first };
}

export function axisOf(made: Made, dimension: string | undefined): "rows" | "columns" {
  if (dimension !== "ROWS" && dimension !== "COLUMNS") throw invalid(made, `dimension ${dimension} is not one.`);
  return dimension === "ROWS" ? "rows" : "columns";
}

export function insistOnLines(made: Made, { sheet, axis, first, count }: Lines): void {
  if (first + count > made.document.grid(sheet)[axis]) throw invalid(made, "The range exceeds the grid.");
}

export function gridRangeOf({ document }: Pick<Made, "document">, sheet: Sheet, { row, column, rows, columns }: Area): GridRange {
  return {
    sheetId: document.idOf(sheet),
    startRowIndex: row,
    endRowIndex: row + rows,
    startColumnIndex: column,
    endColumnIndex: column + columns,
  };
}

/** `{ rgbColor }` of parts of 1 as `RRGGBB`. */
export function hexOf(made: Made, colour: GoogleAppsScript.Sheets.Schema.ColorStyle | undefined): string {
  const { red = 0, green = 0, blue = 0 } = given(made, "rgbColor", colour?.rgbColor);
  return [red, green, blue]
    .map((part) => {
      if (part < 0 || part > 1) throw invalid(made, `${part} is no part of a colour.`);
      return Math.round(part * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")
    .toUpperCase();
}

export function wordIn<T>(made: Made, words: Readonly<Record<string, T>>, word: string | undefined): T {
  if (word === undefined || !Object.hasOwn(words, word)) throw invalid(made, `${word} is not one of ${Object.keys(words).join(", ")}.`);
  return words[word] as T;
}
