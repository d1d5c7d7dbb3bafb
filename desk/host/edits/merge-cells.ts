import type { Area } from "../../../core/index.ts";
import { cellsOf } from "../../workbook/cells-of.ts";
import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import { overlaps } from "../../xlsx/references.ts";
import type { EditOf } from "./edit-of.ts";

export function mergeCells(sheet: Sheet, edit: EditOf<"merge">): void {
  for (const area of edit.areas) {
    if (area.rows * area.columns === 1 || sheet.merges.some((merge) => same(merge, area))) continue;
    sheet.merges = [...sheet.merges.filter((merge) => !overlaps(merge, area)), area];
    sheet.changed.add("merges");
    emptyCovered(sheet, area);
  }
}

export function unmergeCells(sheet: Sheet, { area }: EditOf<"unmerge">): void {
  const kept = sheet.merges.filter((merge) => !overlaps(merge, area));
  if (kept.length === sheet.merges.length) return;
  sheet.merges = kept;
  sheet.changed.add("merges");
}

/** A merge keeps what its first cell holds and nothing else, as in Excel. */
function emptyCovered(sheet: Sheet, area: Area): void {
  for (const { row, column } of cellsOf(area)) {
    const isFirst = row === area.row && column === area.column;
    const cell = sheet.cell(row, column);
    if (!isFirst && cell && (cell.value !== null || cell.formula !== undefined)) sheet.setValue(row, column, null);
  }
}
