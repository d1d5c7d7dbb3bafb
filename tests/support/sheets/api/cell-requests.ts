import { type CellValue, cellAddress, type Style } from "../../../../core/index.ts";
import { entered, showsDate } from "../entered.ts";
import { drawLine } from "../looks.ts";
import { mergeCells, takeApart } from "../ranges.ts";
import { cellsOfRange, cellsToWrite, given, hexOf, insistOnSheet, invalid, type Made, sheetWith, wordIn } from "./places.ts";
import { maskOf } from "./schema.ts";

type Of<K extends keyof GoogleAppsScript.Sheets.Schema.Request> = NonNullable<GoogleAppsScript.Sheets.Schema.Request[K]>;

const MAX_TEXT = 50_000;

export function updateCells(made: Made, { start, range, rows = [], fields }: Of<"updateCells">): void {
  if ((start === undefined) === (range === undefined)) throw invalid(made, "Exactly one of start and range is needed.");
  if (!start) throw new Error("The stand-in updates cells from a start only.");
  if (maskOf(fields, "CellData", made.at).some((path) => path !== "userEnteredValue"))
    throw new Error("The stand-in updates values of cells only.");
  const sheet = sheetWith(made, start.sheetId);
  const [first, left] = [given(made, "rowIndex", start.rowIndex), given(made, "columnIndex", start.columnIndex)];
  rows.forEach(({ values = [] }, down) => {
    if (values.length === 0) return;
    const [row, endColumnIndex] = [first + down, left + values.length];
    cellsToWrite(made, { sheetId: start.sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: left, endColumnIndex });
    values.forEach(({ userEnteredValue }, across) => {
      // A field that the mask names and the cell does not have is cleared.
      if (userEnteredValue === undefined) {
        if (sheet.cell(row, left + across)) sheet.setValue(row, left + across, null);
        return;
      }
      const { formula, value } = valueIn(made, userEnteredValue, `${sheet.name}!${cellAddress(row, left + across)}`);
      if (formula === undefined) sheet.setValue(row, left + across, value);
      else sheet.setFormula(row, left + across, formula, made.document.results(sheet.name, formula));
    });
  });
}

/** What is entered through the API is taken as it is: a text is never read as typing. */
function valueIn(made: Made, given: GoogleAppsScript.Sheets.Schema.ExtendedValue, at: string): { formula?: string; value: CellValue } {
  const kinds = Object.keys(given);
  if (kinds.length !== 1) throw invalid(made, `${at} has ${kinds.length} values.`);
  const { stringValue, numberValue, boolValue, formulaValue } = given;
  if (formulaValue !== undefined) {
    if (!formulaValue.startsWith("=")) throw invalid(made, `A formula must begin with '=': ${formulaValue}`);
    return { formula: formulaValue.slice(1), value: null };
  }
  if (stringValue !== undefined) {
    if (stringValue === "") throw new Error("What a text of no length leaves in a cell is not documented.");
    if (stringValue.length > MAX_TEXT) throw invalid(made, `${at} has more than ${MAX_TEXT} characters.`);
    return { value: stringValue };
  }
  const value = numberValue ?? boolValue;
  if (value === undefined) throw invalid(made, `${kinds[0]} is read-only.`);
  return { value };
}

/** Reads as a person's typing. */
export function pasteData(made: Made, { coordinate, data, delimiter, type }: Of<"pasteData">): void {
  if (type !== "PASTE_VALUES" || delimiter !== "\t") throw new Error("The stand-in pastes values, divided by tabs, only.");
  const { sheetId, rowIndex: row, columnIndex: column } = given(made, "coordinate", coordinate);
  const text = given(made, "data", data);
  if (/[\t\n]/.test(text)) throw new Error("The stand-in pastes one cell only.");
  const [startRowIndex, startColumnIndex] = [given(made, "rowIndex", row), given(made, "columnIndex", column)];
  const range = { sheetId, startRowIndex, endRowIndex: startRowIndex + 1, startColumnIndex, endColumnIndex: startColumnIndex + 1 };
  const { sheet, area } = cellsToWrite(made, range);
  const { numberFormat } = made.document.workbook.styles.at(sheet.styleAt(area.row, area.column));
  const result = entered(text, numberFormat === "@", made.document.timeZone);
  if ("formula" in result) sheet.setFormula(area.row, area.column, result.formula, made.document.results(sheet.name, result.formula));
  else sheet.setValue(area.row, area.column, result.value);
}

const HORIZONTAL = { LEFT: "left", CENTER: "center", RIGHT: "right" } as const;
const VERTICAL = { TOP: "top", MIDDLE: "center", BOTTOM: "bottom" } as const;
const WRAP = { WRAP: true, OVERFLOW_CELL: false, CLIP: false } as const;

export function repeatCell(made: Made, { range, cell, fields }: Of<"repeatCell">): void {
  const { sheet, area } = cellsToWrite(made, range);
  const format = given(made, "cell", cell).userEnteredFormat ?? {};
  const named = maskOf(fields, "CellData", made.at);
  for (const name of pathsOf(given(made, "cell", cell))) {
    if (!named.some((path) => name === path || name.startsWith(`${path}.`)))
      throw new Error(`${made.at} gives ${name}, which its fields do not name: it is left out.`);
  }
  const style = Object.assign({}, ...named.map((path) => styleOf(made, path, format))) as Style;
  sheet.format(area, style);
}

/** Every field that is set, down to what has no fields of its own; colours and number formats are one. */
function pathsOf(value: object, at = ""): string[] {
  return Object.entries(value).flatMap(([name, each]) => {
    const path = at === "" ? name : `${at}.${name}`;
    const isWhole = typeof each !== "object" || each === null || /(?:ColorStyle|numberFormat)$/.test(name);
    return isWhole ? [path] : pathsOf(each as object, path);
  });
}

/** A field that is named and not set is as it was by itself. */
function styleOf(made: Made, path: string, format: GoogleAppsScript.Sheets.Schema.CellFormat): Style {
  const { textFormat = {} } = format;
  switch (path.replace(/^userEnteredFormat\./, "")) {
    case "textFormat.fontFamily":
      return { font: given(made, path, textFormat.fontFamily) };
    case "textFormat.fontSize": {
      const size = given(made, path, textFormat.fontSize);
      if (!Number.isInteger(size)) throw invalid(made, `${size} is no whole size.`);
      return { size };
    }
    case "textFormat.bold":
      return { bold: given(made, path, textFormat.bold) };
    case "textFormat.italic":
      return { italic: given(made, path, textFormat.italic) };
    case "textFormat.foregroundColorStyle":
      return { color: hexOf(made, textFormat.foregroundColorStyle) };
    case "backgroundColorStyle":
      return { fill: format.backgroundColorStyle === undefined ? null : hexOf(made, format.backgroundColorStyle) };
    case "horizontalAlignment":
      return { horizontal: format.horizontalAlignment === undefined ? "general" : wordIn(made, HORIZONTAL, format.horizontalAlignment) };
    case "verticalAlignment":
      return { vertical: wordIn(made, VERTICAL, format.verticalAlignment) };
    case "wrapStrategy":
      return { wrap: wordIn(made, WRAP, format.wrapStrategy) };
    case "numberFormat":
      return { numberFormat: format.numberFormat === undefined ? "General" : patternIn(made, format.numberFormat) };
    default:
      throw new Error(`The stand-in does not do ${path} yet.`);
  }
}

const SHOWN = ["TEXT", "NUMBER", "PERCENT", "CURRENCY", "DATE", "TIME", "DATE_TIME", "SCIENTIFIC"];

/** The kind has to go with what the pattern shows. */
function patternIn(made: Made, { type, pattern }: GoogleAppsScript.Sheets.Schema.NumberFormat): string {
  const known = given(made, "numberFormat.type", type);
  const shown = given(made, "numberFormat.pattern", pattern);
  const isDate = ["DATE", "TIME", "DATE_TIME"].includes(known);
  if (!SHOWN.includes(known) || (known === "TEXT") !== (shown === "@") || isDate !== showsDate(shown))
    throw invalid(made, `${shown} does not show a ${known}.`);
  return shown;
}

const LINES = {
  SOLID: "thin",
  SOLID_MEDIUM: "medium",
  SOLID_THICK: "medium",
  DOUBLE: "double",
  DOTTED: "hair",
  DASHED: "hair",
  NONE: "none",
} as const;

export function updateBorders(made: Made, { range, ...sides }: Of<"updateBorders">): void {
  const { sheet, area } = cellsToWrite(made, range);
  for (const [side, border] of Object.entries(sides)) {
    const line = wordIn(made, LINES, border?.style);
    drawLine(sheet, area, side as keyof typeof sides, line, line === "none" ? undefined : hexOf(made, border?.colorStyle));
  }
}

export function mergeRange(made: Made, { range, mergeType }: Of<"mergeCells">): void {
  const { sheet, area } = cellsToWrite(made, range);
  if (mergeType !== "MERGE_ALL" && mergeType !== "MERGE_ROWS") throw invalid(made, `The merge type ${mergeType} is not known.`);
  if (area.rows * area.columns === 1) throw new Error("Whether one cell can be merged is not documented.");
  if (mergeType === "MERGE_ALL") return mergeCells(made, { sheet, area });
  for (let row = area.row; row < area.row + area.rows; row++) mergeCells(made, { sheet, area: { ...area, row, rows: 1 } });
}

export function unmergeRange(made: Made, { range }: Of<"unmergeCells">): void {
  const cells = cellsToWrite(made, range);
  takeApart(cells);
}

export function setBasicFilter(made: Made, { filter }: Of<"setBasicFilter">): void {
  const { sheet, area } = cellsOfRange(made, filter?.range);
  insistOnSheet(made, sheet);
  if (sheet.filter) throw new Error("A filter that is there is a person's: the API would replace it.");
  sheet.filter = { area, hidesRows: false };
  sheet.changed.add("tables");
}
