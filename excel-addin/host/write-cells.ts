import { type CellPlace, formulaIn, valueIn } from "../../core/index.ts";
import { cellValue, holds, VALUES, written } from "./cell-values.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { addressOf, rangeAt } from "./references.ts";

/** What was written, and the cells as they were right after it. */
export interface Written {
  readonly edit: EditOf<"cells">;
  readonly range: Excel.Range;
}

/** One rectangle in one call: `formulas` takes plain values as well. */
export function writeCells(sheet: Excel.Worksheet, edit: EditOf<"cells">): Written {
  const width = widthOf(edit);
  const range = rangeOf(sheet, edit);
  range.formulas = edit.values.map((line) => Array.from({ length: width }, (_, across) => written(line[across])));
  return { edit, range: rangeOf(sheet, edit).load(VALUES) };
}

/** The first cell that does not hold what was written to it. A formula's result is Excel's own. */
export function notKept({ edit, range }: Written): CellPlace | undefined {
  for (const [down, line] of edit.values.entries()) {
    for (const [across, input] of line.entries()) {
      if (input === undefined || formulaIn(input) !== undefined) continue;
      if (!holds(cellValue(range, down, across), valueIn(input)))
        return { sheet: edit.sheet, row: edit.row + down, column: edit.column + across };
    }
  }
  return undefined;
}

function rangeOf(sheet: Excel.Worksheet, edit: EditOf<"cells">): Excel.Range {
  return rangeAt(sheet, addressOf({ row: edit.row, column: edit.column, rows: edit.values.length, columns: widthOf(edit) }));
}

function widthOf(edit: EditOf<"cells">): number {
  return Math.max(1, ...edit.values.map((line) => line.length));
}
