import { rowHeight } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import type { StyleBook } from "../workbook/style-book.ts";

/** Characters of a column, and points of a row and of its text, that have no other. */
const STANDARD = { width: 8.43, height: 15, size: 11 } as const;

/** Makes rows as high as their text: no program does where cells are merged, and what is cut off is not on paper. */
export function growRows(sheet: Sheet, styles: StyleBook): void {
  for (const [row, line] of sheet.cells) {
    const texts = [...line].flatMap(([column, { value, style }]) => {
      const look = styles.entries[style]?.style ?? {};
      if (typeof value !== "string" || !look.wrap || sheet.columns.get(column)?.hidden) return [];
      return [{ text: value, width: widthAt(sheet, row, column), size: look.size ?? STANDARD.size }];
    });
    const known = sheet.rows.get(row);
    const height = rowHeight(texts, known?.height ?? STANDARD.height);
    if (known?.hidden || height <= (known?.height ?? STANDARD.height)) continue;
    sheet.rows.set(row, { ...known, height });
    sheet.changed.add("rows");
  }
}

/** Of the cell, or of the cells that are merged with it. */
function widthAt(sheet: Sheet, row: number, column: number): number {
  const merged = sheet.merges.find((area) => area.row === row && area.rows === 1 && area.column === column);
  const columns = Array.from({ length: merged?.columns ?? 1 }, (_, index) => sheet.columns.get(column + index)?.width ?? STANDARD.width);
  return columns.reduce((sum, width) => sum + width, 0);
}
