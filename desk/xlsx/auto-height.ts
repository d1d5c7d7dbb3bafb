import { rowHeight } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import type { StyleSheet } from "./style-sheet.ts";

/** Characters of a column, and points of a row and of its text, that have no other. */
const STANDARD = { width: 8.43, height: 15, size: 11 } as const;

/**
 * The height of a row that nobody set and whose text has changed. Programs fit such rows as one types,
 * and LibreOffice not when it opens a file: the file has to carry the height, as Excel's own do.
 * @returns nothing where one line is enough, or no text of the row changed
 */
export function autoHeight(sheet: Sheet, row: number, styles: StyleSheet): number | undefined {
  const isMerged = (column: number): boolean =>
    sheet.merges.some(
      (area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
  const texts = [...(sheet.changedCells.get(row) ?? [])].flatMap((column) => {
    const cell = sheet.cell(row, column);
    const { wrap, size = STANDARD.size } = styles.look(cell?.style ?? 0);
    if (!wrap || typeof cell?.value !== "string" || sheet.columns.get(column)?.hidden || isMerged(column)) return [];
    return [{ text: cell.value, width: sheet.columns.get(column)?.width ?? STANDARD.width, size }];
  });
  // What fits one line of a larger font fits the standard height, too.
  const height = rowHeight(texts, STANDARD.height);
  return height > 2 * STANDARD.height - 5 ? height : undefined;
}
