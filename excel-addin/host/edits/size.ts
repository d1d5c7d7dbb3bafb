import { addressOf, columnsAddress, rangeAt, rowsAddress } from "../references.ts";
import type { EditOf } from "./edit-of.ts";

/**
 * Points per character of width: a digit of the default font (Calibri 11, 等线 11) is 7 pixels wide,
 * a pixel is three quarters of a point. The file format counts characters the same way.
 */
const POINTS_PER_CHARACTER = 7 * 0.75;

export function setWidths(sheet: Excel.Worksheet, { column, widths }: EditOf<"widths">): void {
  for (const { first, count, value } of runs(widths)) {
    rangeAt(sheet, columnsAddress(column + first, count)).format.columnWidth = value * POINTS_PER_CHARACTER;
  }
}

/** A height of nothing would hide the row: it means as high as its text. */
export function setHeights(sheet: Excel.Worksheet, { row, heights }: EditOf<"heights">): void {
  for (const { first, count, value } of runs(heights)) {
    const { format } = rangeAt(sheet, rowsAddress(row + first, count));
    if (value > 0) format.rowHeight = value;
    else format.autofitRows();
  }
}

export function hideColumns(sheet: Excel.Worksheet, { column, count, hidden }: EditOf<"hideColumns">): void {
  rangeAt(sheet, columnsAddress(column, count)).columnHidden = hidden;
}

export function freeze(sheet: Excel.Worksheet, { rows, columns }: EditOf<"freeze">): void {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(rangeAt(sheet, addressOf({ row: 0, column: 0, rows, columns })));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
  else freezePanes.unfreeze();
}

/** Neighbours of one size, so that they are one call. */
export function runs(values: readonly number[]): { first: number; count: number; value: number }[] {
  const found: { first: number; count: number; value: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (last?.value === value) last.count++;
    else found.push({ first: index, count: 1, value });
  });
  return found;
}
