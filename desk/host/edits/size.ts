import type { Sheet } from "../../workbook/sheet.ts";
import type { EditOf } from "./edit-of.ts";

export function setWidths(sheet: Sheet, edit: EditOf<"widths">): void {
  edit.widths.forEach((width, index) => {
    const column = sheet.columns.get(edit.column + index);
    if (column?.width === width) return;
    sheet.columns.set(edit.column + index, { ...column, width });
    sheet.changed.add("columns");
  });
}

export function setHeights(sheet: Sheet, edit: EditOf<"heights">): void {
  edit.heights.forEach((height, index) => {
    const row = sheet.rows.get(edit.row + index);
    if (row?.height === height) return;
    sheet.rows.set(edit.row + index, { ...row, height });
    sheet.changed.add("rows");
  });
}

export function hideColumns(sheet: Sheet, { column: first, count, hidden }: EditOf<"hideColumns">): void {
  for (let index = first; index < first + count; index++) {
    const column = sheet.columns.get(index);
    if ((column?.hidden ?? false) === hidden) continue;
    sheet.columns.set(index, { ...column, hidden });
    sheet.changed.add("columns");
  }
}
