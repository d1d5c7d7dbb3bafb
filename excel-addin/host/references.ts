import { type Area, cellAddress, columnLetters, columnOf } from "../../core/index.ts";

/** `B2:C9`: Excel's API takes addresses in English whatever the language of Excel. */
export function addressOf({ row, column, rows, columns }: Area): string {
  return `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** Whole columns, such as `B:D`. */
export function columnsAddress(column: number, count: number): string {
  return `${columnLetters(column)}:${columnLetters(column + count - 1)}`;
}

/** Whole rows, such as `2:4`. */
export function rowsAddress(row: number, count: number): string {
  return `${row + 1}:${row + count}`;
}

/**
 * A range for this batch only. Excel would otherwise keep every range on as cells move, which costs
 * three calls each and a round trip to let go of them.
 */
export function rangeAt(sheet: Excel.Worksheet, address: string): Excel.Range {
  return sheet.getRange(address).untrack();
}

/** The filled part of a sheet or a range, for this batch only. */
export function usedPart(of: Excel.Worksheet | Excel.Range): Excel.Range {
  return of.getUsedRangeOrNullObject(true).untrack();
}

const ABSOLUTE = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d+)(?::\$([A-Z]{1,3})\$(\d+))?$/;

/** Where a defined name points, as its formula says; nothing for a name that stands for something else than cells. */
export function placeOf(formula: string): { readonly sheet: string; readonly area: Area } | undefined {
  const parts = ABSOLUTE.exec(formula);
  if (!parts) return undefined;
  const [, quoted, plain, left = "", top, right = left, bottom = top] = parts;
  const [row, column] = [Number(top) - 1, columnOf(left)];
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? "",
    area: { row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 },
  };
}
