import type { Workbook } from "../../workbook/workbook.ts";
import type { EditOf } from "./edit-of.ts";

export function addSheet(workbook: Workbook, edit: EditOf<"addSheet">): void {
  if (workbook.sheet(edit.sheet)) return;
  const before = edit.after === undefined ? undefined : workbook.sheet(edit.after);
  const index = before ? workbook.sheets.indexOf(before) + 1 : workbook.sheets.length;
  const sheet = workbook.addSheet(edit.sheet, index);
  sheet.visibility = edit.visibility;
  sheet.gridlines = edit.gridlines;
  if (edit.tab !== undefined) sheet.tab = edit.tab;
  // The sheet in front stays in front.
  if (index <= workbook.active) workbook.active++;
}
