import { type Edit, type Receipt, textTooLong } from "../../core/index.ts";
import { cellsOf } from "../workbook/cells-of.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { overlaps } from "../xlsx/references.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { inputsOf } from "./edits/inputs-of.ts";
import type { SheetAhead } from "./sheet-ahead.ts";

type Refusal = NonNullable<Receipt["refused"]>;

/** Why Excel, or the file format, would not take an edit; nothing where it would. */
export function refusalOf(
  workbook: Workbook,
  sheet: SheetAhead,
  edit: Exclude<Edit, { kind: "addSheet" | "removeName" }>,
): Refusal | undefined {
  const tooLong = textTooLong([edit]);
  if (tooLong) return tooLong;
  if (edit.kind === "table" && clashes(workbook, edit)) {
    return { code: "table-clash", params: { sheet: edit.sheet, table: edit.name } };
  }
  if (edit.kind !== "name" && sheet.isProtected && isBarred(sheet, edit)) {
    return { code: "sheet-protected", params: { sheet: edit.sheet } };
  }
  return undefined;
}

/** Two tables of one name, or one over another, make a file that Excel will not open without a repair. */
function clashes(workbook: Workbook, { sheet, name, area }: EditOf<"table">): boolean {
  return workbook.sheets.some((each) => {
    const isHere = each.name.toLowerCase() === sheet.toLowerCase();
    return each.tables.some((table) => (table.name.toLowerCase() === name.toLowerCase() ? !isHere : isHere && overlaps(table.area, area)));
  });
}

/** Unlocked cells of a protected sheet may be filled and formatted; its build may not change. The sheet as a whole may go. */
function isBarred(sheet: SheetAhead, edit: Edit): boolean {
  switch (edit.kind) {
    case "cells":
      for (const { row, column } of inputsOf(edit)) if (sheet.isLocked(row, column)) return true;
      return false;
    case "format":
      return edit.areas.some((area) => [...cellsOf(area)].some(({ row, column }) => sheet.isLocked(row, column)));
    case "freeze":
    case "page":
    case "protect":
    case "removeSheet":
      return false;
    default:
      return true;
  }
}
