import type { Edit, EditKind } from "../../../core/index.ts";
import { deleteRows, insertRows } from "../../workbook/move-rows.ts";
import { removeSheet } from "../../workbook/remove-sheet.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import type { Workbook } from "../../workbook/workbook.ts";
import { addSheet } from "./add-sheet.ts";
import { setCharts } from "./charts.ts";
import { defineName, removeName } from "./define-name.ts";
import type { EditOf } from "./edit-of.ts";
import { groupLines } from "./groups.ts";
import { highlight } from "./highlight.ts";
import { makeTable } from "./make-table.ts";
import { mergeCells, unmergeCells } from "./merge-cells.ts";
import { freeze, protect, setPage } from "./set-up.ts";
import { hideColumns, setHeights, setWidths } from "./size.ts";
import { validate } from "./validate.ts";
import { writeCells } from "./write-cells.ts";

/** Makes one edit, which the preflight has let through. */
export function makeEdit(workbook: Workbook, edit: Edit): void {
  if (edit.kind === "addSheet") return addSheet(workbook, edit);
  if (edit.kind === "name") return defineName(workbook, edit);
  if (edit.kind === "removeName") return removeName(workbook, edit);
  const sheet = workbook.sheet(edit.sheet);
  if (!sheet) throw new Error(`No sheet ${edit.sheet}: the preflight should have refused this batch.`);
  return makeSheetEdit(workbook, sheet, edit);
}

function makeSheetEdit(workbook: Workbook, sheet: Sheet, edit: EditOf<Exclude<EditKind, "addSheet" | "name" | "removeName">>): void {
  switch (edit.kind) {
    case "cells":
      return writeCells(sheet, edit);
    case "format":
      for (const area of edit.areas) sheet.format(area, edit.style);
      return;
    case "merge":
      return mergeCells(sheet, edit);
    case "unmerge":
      return unmergeCells(sheet, edit);
    case "widths":
      return setWidths(sheet, edit);
    case "heights":
      return setHeights(sheet, edit);
    case "hideColumns":
      return hideColumns(sheet, edit);
    case "insertRows":
      return insertRows(workbook, sheet, edit.row, edit.count);
    case "deleteRows":
      return deleteRows(workbook, sheet, edit.row, edit.count);
    case "removeSheet":
      return removeSheet(workbook, sheet);
    case "validate":
      return validate(sheet, edit);
    case "highlight":
      return highlight(sheet, edit);
    case "chart":
      return setCharts(sheet, edit);
    case "group":
      return groupLines(sheet, edit);
    case "freeze":
      return freeze(sheet, edit);
    case "page":
      return setPage(sheet, edit);
    case "table":
      return makeTable(sheet, edit);
    case "protect":
      return protect(sheet, edit);
  }
}
