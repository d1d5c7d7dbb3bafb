import { type CellPlace, type CellValue, type Edit, originOf, type RowMove } from "../../core/index.ts";
import { cellValue, formulaOf, holds, VALUES, written } from "./cell-values.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { addressOf, rangeAt } from "./references.ts";

/** Rows that a `cells` edit has expectations of and that stand together before the batch. */
export interface Expectation {
  readonly edit: EditOf<"cells">;
  /** The first of the rows, counted from the edit's own. */
  readonly first: number;
  readonly lines: readonly (readonly (CellValue | undefined)[])[];
  /** Where the first row stands before the batch. */
  readonly origin: number;
  /** Nothing where the batch itself inserts the rows: they will be empty. */
  readonly range: Excel.Range | undefined;
}

/** Loads what a batch is about to overwrite, where it stands before the batch moves any rows. */
export function askExpected(worksheets: Excel.WorksheetCollection, edits: readonly Edit[]): Expectation[] {
  const sheets = new Map<string, Excel.Worksheet>();
  const moves = new Map<string, RowMove[]>();
  return edits.flatMap((edit) => {
    if (edit.kind === "insertRows" || edit.kind === "deleteRows") moves.set(edit.sheet, [edit, ...(moves.get(edit.sheet) ?? [])]);
    if (edit.kind !== "cells" || !edit.expect) return [];
    const sheet = sheets.get(edit.sheet) ?? worksheets.getItemOrNullObject(edit.sheet);
    sheets.set(edit.sheet, sheet);
    return stretches(sheet, edit, edit.expect, moves.get(edit.sheet) ?? []);
  });
}

function stretches(sheet: Excel.Worksheet, edit: EditOf<"cells">, expect: Expectation["lines"], moves: readonly RowMove[]): Expectation[] {
  const found: Expectation[] = [];
  for (let first = 0; first < expect.length; ) {
    const origin = originOf(moves, edit.row + first);
    const isNext = (index: number): boolean =>
      originOf(moves, edit.row + index) === (origin === undefined ? undefined : origin + index - first);
    let end = first + 1;
    while (end < expect.length && isNext(end)) end++;
    const lines = expect.slice(first, end);
    const area = { row: origin ?? 0, column: edit.column, rows: lines.length, columns: Math.max(1, ...lines.map((line) => line.length)) };
    const range = origin === undefined ? undefined : rangeAt(sheet, addressOf(area)).load(`${VALUES},formulas`);
    found.push({ edit, first, lines, origin: origin ?? edit.row + first, range });
    first = end;
  }
  return found;
}

/** The cells that hold something else than expected, at the address where they stood before the batch. */
export function changedCells({ edit, lines, origin, range }: Expectation): CellPlace[] {
  return lines.flatMap((line, down) =>
    line.flatMap((expected, across) => {
      const there = range === undefined || range.isNullObject ? null : cellValue(range, down, across);
      if (expected === undefined || holds(there, expected)) return [];
      return [{ sheet: edit.sheet, row: origin + down, column: edit.column + across }];
    }),
  );
}

/** Puts back what an edit overwrote; the command decides again on what is there. */
export function putBack(sheet: Excel.Worksheet, { edit, first, lines, range }: Expectation): void {
  if (range === undefined || range.isNullObject) return;
  const columns = range.values[0]?.length ?? 0;
  rangeAt(sheet, addressOf({ row: edit.row + first, column: edit.column, rows: lines.length, columns })).formulas = lines.map((_, down) =>
    Array.from({ length: columns }, (_, across) => {
      if (edit.values[first + down]?.[across] === undefined) return null;
      const formula = formulaOf(range.formulas[down]?.[across], range.values[down]?.[across]);
      const value = cellValue(range, down, across);
      if (formula !== undefined) return `=${formula}`;
      return typeof value === "object" && value !== null ? value.error : written(value);
    }),
  );
}
