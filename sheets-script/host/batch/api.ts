/// <reference types="google-apps-script" />
import type { Area } from "../../../core/index.ts";
import type { Room } from "../room.ts";

/** What the Sheets API takes and tells, as Google's types have it. */
export type Schema<K extends keyof SchemaTypes> = SchemaTypes[K];
interface SchemaTypes {
  Request: GoogleAppsScript.Sheets.Schema.Request;
  Spreadsheet: GoogleAppsScript.Sheets.Schema.Spreadsheet;
  Sheet: GoogleAppsScript.Sheets.Schema.Sheet;
  GridRange: GoogleAppsScript.Sheets.Schema.GridRange;
  DimensionRange: GoogleAppsScript.Sheets.Schema.DimensionRange;
  ColorStyle: GoogleAppsScript.Sheets.Schema.ColorStyle;
  CellData: GoogleAppsScript.Sheets.Schema.CellData;
  CellFormat: GoogleAppsScript.Sheets.Schema.CellFormat;
  Border: GoogleAppsScript.Sheets.Schema.Border;
  DataValidationRule: GoogleAppsScript.Sheets.Schema.DataValidationRule;
  ConditionalFormatRule: GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
  BasicChartAxis: GoogleAppsScript.Sheets.Schema.BasicChartAxis;
  BasicChartSeries: GoogleAppsScript.Sheets.Schema.BasicChartSeries;
  ChartData: GoogleAppsScript.Sheets.Schema.ChartData;
  EmbeddedChart: GoogleAppsScript.Sheets.Schema.EmbeddedChart;
}
export type Request = Schema<"Request">;

type Service = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;

/** The Sheets API, where the script's manifest has it. */
export function sheetsService(): Service | undefined {
  return typeof Sheets === "undefined" ? undefined : Sheets.Spreadsheets;
}

/** Rows and columns are counted from 0 here as in core, and ends lie one behind. */
export function gridRange(sheetId: number, { row, column, rows, columns }: Area): Schema<"GridRange"> {
  return {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + rows,
    startColumnIndex: column,
    endColumnIndex: column + columns,
  };
}

/** An index that is left out is the sheet's edge. */
export function areaOf(range: Schema<"GridRange">, grid: Room): Area {
  const { startRowIndex: row = 0, endRowIndex = grid.rows, startColumnIndex: column = 0, endColumnIndex = grid.columns } = range;
  return { row, column, rows: endRowIndex - row, columns: endColumnIndex - column };
}

export type Axis = "rows" | "columns";

export function dimensionRange(sheetId: number, axis: Axis, first: number, count: number): Schema<"DimensionRange"> {
  return { sheetId, dimension: axis === "rows" ? "ROWS" : "COLUMNS", startIndex: first, endIndex: first + count };
}

/** `RRGGBB` as parts of 1. */
export function colour(hex: string): Schema<"ColorStyle"> {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { rgbColor: { red, green, blue } };
}
