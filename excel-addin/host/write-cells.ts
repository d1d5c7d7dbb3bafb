import type { CellPlace, CellValue } from "../../core/index.ts";
import { cellValue, formulaOf, holds, VALUES, written } from "./cell-values.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { addressOf } from "./references.ts";

/** What stood in expected cells right before they were written. */
export interface Before {
  readonly edit: EditOf<"cells">;
  readonly expect: NonNullable<EditOf<"cells">["expect"]>;
  readonly range: Excel.Range;
}

/** What was written, and the cells as they were right after it. */
export interface Written {
  readonly edit: EditOf<"cells">;
  readonly range: Excel.Range;
}

export function askBefore(sheet: Excel.Worksheet, edit: EditOf<"cells">, expect: Before["expect"]): Before {
  return { edit, expect, range: rangeOf(sheet, edit).load(`${VALUES},formulas`) };
}

/** One rectangle in one call: `formulas` takes plain values as well. */
export function writeCells(sheet: Excel.Worksheet, edit: EditOf<"cells">): Written {
  const width = widthOf(edit);
  const range = rangeOf(sheet, edit);
  range.formulas = edit.values.map((line) => Array.from({ length: width }, (_, across) => written(line[across])));
  return { edit, range: rangeOf(sheet, edit).load(VALUES) };
}

/** The cells that another person changed after the batch was judged. */
export function changedMeanwhile({ edit, expect, range }: Before): CellPlace[] {
  return expect.flatMap((line, down) =>
    line.flatMap((expected, across) =>
      expected === undefined || holds(cellValue(range, down, across), expected)
        ? []
        : [{ sheet: edit.sheet, row: edit.row + down, column: edit.column + across }],
    ),
  );
}

/** Puts everything back that an edit overwrote; the command decides again on what is there now. */
export function putBack(sheet: Excel.Worksheet, { edit, range }: Before): void {
  rangeOf(sheet, edit).formulas = edit.values.map((line, down) =>
    Array.from({ length: widthOf(edit) }, (_, across) => {
      if (line[across] === undefined) return null;
      const formula = formulaOf(range.formulas[down]?.[across], range.values[down]?.[across]);
      const value: CellValue = cellValue(range, down, across);
      if (formula !== undefined) return `=${formula}`;
      return typeof value === "object" && value !== null ? value.error : written(value);
    }),
  );
}

/** The first cell that does not hold what was written to it. A formula's result is Excel's own. */
export function notKept({ edit, range }: Written): CellPlace | undefined {
  for (const [down, line] of edit.values.entries()) {
    for (const [across, input] of line.entries()) {
      if (input === undefined || (typeof input === "object" && input !== null)) continue;
      if (!holds(cellValue(range, down, across), input)) return { sheet: edit.sheet, row: edit.row + down, column: edit.column + across };
    }
  }
  return undefined;
}

function rangeOf(sheet: Excel.Worksheet, edit: EditOf<"cells">): Excel.Range {
  return sheet.getRange(addressOf({ row: edit.row, column: edit.column, rows: edit.values.length, columns: widthOf(edit) }));
}

function widthOf(edit: EditOf<"cells">): number {
  return Math.max(1, ...edit.values.map((line) => line.length));
}
