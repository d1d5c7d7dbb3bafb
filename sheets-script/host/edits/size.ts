import type { Area, Edit } from "../../../core/index.ts";
import type { KnownSheet } from "../sheets-at-hand.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;

/** A digit of the default font is 7 pixels wide, and a column has 5 pixels more. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_OF_EDGES = 5;
const PIXELS_PER_POINT = 4 / 3;

export function setWidths({ sheet, widths: known }: KnownSheet, { column, widths }: EditOf<"widths">): void {
  for (const { first, count, value } of runs(widths)) {
    const pixels = Math.round(value * PIXELS_PER_CHARACTER + PIXELS_OF_EDGES);
    sheet.setColumnWidths(column + first + 1, count, pixels);
    for (let index = column + first; index < column + first + count; index++) known.set(index, pixels);
  }
}

/** No height means as high as its text, which is what a new row is. */
export function setHeights({ sheet, isNew, heights: known }: KnownSheet, { row, heights }: EditOf<"heights">): void {
  for (const { first, count, value } of runs(heights)) {
    const pixels = Math.round(value * PIXELS_PER_POINT);
    if (value > 0) sheet.setRowHeights(row + first + 1, count, pixels);
    else if (!isNew) sheet.autoResizeRows(row + first + 1, count);
    for (let index = row + first; index < row + first + count; index++) {
      if (value > 0) known.set(index, pixels);
      else known.delete(index);
    }
  }
}

export function hideColumns({ sheet }: KnownSheet, { column, count, hidden }: EditOf<"hideColumns">): void {
  if (hidden) sheet.hideColumns(column + 1, count);
  else sheet.showColumns(column + 1, count);
}

/** Sheets freezes no part of a merge: where one would be cut, nothing is frozen that way. @param merges those of the same batch */
export function freeze({ sheet, isNew }: KnownSheet, { rows, columns }: EditOf<"freeze">, merges: readonly Area[]): void {
  const canRows = !merges.some((area) => area.row < rows && area.row + area.rows > rows);
  const canColumns = !merges.some((area) => area.column < columns && area.column + area.columns > columns);
  if (canRows && (rows > 0 || !isNew)) sheet.setFrozenRows(rows);
  if (canColumns && (columns > 0 || !isNew)) sheet.setFrozenColumns(columns);
}

/** Neighbours of one size, so that they are one call. */
function runs(values: readonly number[]): { first: number; count: number; value: number }[] {
  const found: { first: number; count: number; value: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (last?.value === value) last.count++;
    else found.push({ first: index, count: 1, value });
  });
  return found;
}
