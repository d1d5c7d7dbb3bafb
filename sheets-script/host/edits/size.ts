import type { Area, Edit } from "../../../core/index.ts";
import type { KnownSheet } from "../sheets-at-hand.ts";
import { runsOf, strokesOf } from "../strokes.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;

/** A digit of the default font is 7 pixels wide, and a column has 5 pixels more. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_OF_EDGES = 5;
const PIXELS_PER_POINT = 4 / 3;

/** Characters of the default font as pixels. */
export function pixelsWide(width: number): number {
  return Math.round(width * PIXELS_PER_CHARACTER + PIXELS_OF_EDGES);
}

/** Points as pixels. */
export function pixelsHigh(height: number): number {
  return Math.round(height * PIXELS_PER_POINT);
}

export function setWidths({ sheet, widths: known }: KnownSheet, { column, widths }: EditOf<"widths">): void {
  const pixels = widths.map(pixelsWide);
  for (const { first, count, value } of strokesOf(pixels)) sheet.setColumnWidths(column + first + 1, count, value);
  pixels.forEach((value, index) => {
    known.set(column + index, value);
  });
}

/** No height means as high as its text, which is what a new row is. */
export function setHeights({ sheet, isNew, heights: known }: KnownSheet, { row, heights }: EditOf<"heights">): void {
  const pixels = heights.map(pixelsHigh);
  for (const { first, count, value } of runsOf(pixels.map((height) => height > 0))) {
    const from = row + first;
    if (value)
      for (const stroke of strokesOf(pixels.slice(first, first + count)))
        sheet.setRowHeights(from + stroke.first + 1, stroke.count, stroke.value);
    else if (!isNew) sheet.autoResizeRows(from + 1, count);
  }
  pixels.forEach((value, index) => {
    if (value > 0) known.set(row + index, value);
    else known.delete(row + index);
  });
}

export function hideColumns({ sheet }: KnownSheet, { column, count, hidden }: EditOf<"hideColumns">): void {
  if (hidden) sheet.hideColumns(column + 1, count);
  else sheet.showColumns(column + 1, count);
}

/** @param merges those of the same batch */
export function freeze({ sheet, isNew }: KnownSheet, edit: EditOf<"freeze">, merges: readonly Area[]): void {
  const { rows, columns } = uncut(edit, merges);
  if (rows !== undefined && (rows > 0 || !isNew)) sheet.setFrozenRows(rows);
  if (columns !== undefined && (columns > 0 || !isNew)) sheet.setFrozenColumns(columns);
}

/** Sheets freezes no part of a merge: where one would be cut, what is frozen that way stays as it is. */
export function uncut(
  { rows, columns }: Pick<EditOf<"freeze">, "rows" | "columns">,
  merges: readonly Area[],
): { readonly rows?: number; readonly columns?: number } {
  const cutsRows = merges.some((area) => area.row < rows && area.row + area.rows > rows);
  const cutsColumns = merges.some((area) => area.column < columns && area.column + area.columns > columns);
  return { ...(cutsRows ? {} : { rows }), ...(cutsColumns ? {} : { columns }) };
}
