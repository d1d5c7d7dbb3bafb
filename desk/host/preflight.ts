import { type CellPlace, type Edit, type Receipt, rangesOf } from "../../core/index.ts";
import { same } from "../workbook/same.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { plain } from "./cell-value.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { refusalOf } from "./refusal.ts";
import { SheetAhead } from "./sheet-ahead.ts";

/** Judges a whole batch against the workbook as it is, so that a bad or stale one changes nothing. */
export function preflight(workbook: Workbook, edits: readonly Edit[]): Pick<Receipt, "stale" | "refused"> {
  const ahead = new Map(workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), new SheetAhead(sheet, workbook.styles)]));
  const find = (name: string): SheetAhead | undefined => ahead.get(name.toLowerCase());
  const stale: CellPlace[] = [];
  for (const edit of edits) {
    if (edit.kind === "addSheet") {
      if (!find(edit.sheet)) ahead.set(edit.sheet.toLowerCase(), new SheetAhead(undefined, workbook.styles, edit.visibility));
      continue;
    }
    if (edit.kind === "removeName") continue;
    const name = edit.kind === "name" ? edit.at.sheet : edit.sheet;
    const sheet = find(name);
    const missing = sheet ? otherSheets(edit).find((source) => !find(source)) : name;
    if (!sheet || missing !== undefined) {
      return { stale: [], refused: { code: "sheet-missing", params: { sheet: missing ?? name } } };
    }
    const refused = refusalOf(workbook, sheet, edit);
    if (refused) return { stale: [], refused };
    if (edit.kind === "cells") stale.push(...staleCells(sheet, edit));
    if (edit.kind === "protect") sheet.isProtected = edit.protect;
    if (edit.kind === "insertRows") sheet.moveRows("insert", edit);
    if (edit.kind === "deleteRows") sheet.moveRows("delete", edit);
    if (edit.kind === "removeSheet") {
      ahead.delete(name.toLowerCase());
      if (![...ahead.values()].some(({ isVisible }) => isVisible))
        return { stale: [], refused: { code: "last-sheet", params: { sheet: edit.sheet } } };
    }
  }
  return { stale };
}

/** The sheets that an edit's validations take their choices from, and its charts their values. */
function otherSheets(edit: Edit): string[] {
  if (edit.kind === "chart") return edit.charts.flatMap(rangesOf).flatMap(({ sheet }) => sheet ?? []);
  if (edit.kind !== "validate") return [];
  return edit.validations.flatMap(({ rule }) => (rule.type === "listFrom" ? [rule.sheet] : []));
}

/** The cells that hold something else than expected, at the address where they stand now. */
function staleCells(sheet: SheetAhead, edit: EditOf<"cells">): CellPlace[] {
  return (edit.expect ?? []).flatMap((line, down) =>
    line.flatMap((expected, across) => {
      const row = edit.row + down;
      const column = edit.column + across;
      if (expected === undefined || same(plain(expected), plain(sheet.cell(row, column)?.value))) return [];
      return [{ sheet: edit.sheet, row: sheet.origin(row) ?? row, column }];
    }),
  );
}
