import { type CellPlace, type CellValue, type Edit, formulaIn, originOf, type RowMove } from "../../core/index.ts";
import { answerBytes, bytesOf, inputBytes } from "./bytes.ts";
import { cellValue, formulaOf, holds, VALUES, written } from "./cell-values.ts";
import type { EditOf } from "./edits/edit-of.ts";
import type { Memory } from "./memory.ts";
import { addressOf, rangeAt } from "./references.ts";

/** Cells that a `cells` edit has expectations of: rows that stand together before the batch, and columns of them. */
export interface Expectation {
  readonly edit: EditOf<"cells">;
  /** The first of the rows and of the columns, counted from the edit's own. */
  readonly first: number;
  readonly across: number;
  readonly lines: readonly (readonly (CellValue | undefined)[])[];
  /** Where the first row stands before the batch. */
  readonly origin: number;
  /** Nothing where the batch itself inserts the rows: they will be empty. */
  readonly range: Excel.Range | undefined;
}

/** What is loaded to compare by, and what is loaded to put back by. */
export const COMPARED = VALUES;
export const PUT_BACK = `${VALUES},formulas`;

/** Loads what an edit is about to overwrite, where it stands before these moves, the latest of which comes first. */
export function askExpected(
  worksheets: Excel.WorksheetCollection,
  edit: Edit,
  moves: readonly RowMove[],
  loaded: typeof COMPARED | typeof PUT_BACK,
): Expectation[] {
  if (edit.kind !== "cells" || !edit.expect) return [];
  return stretches(worksheets.getItemOrNullObject(edit.sheet), edit, edit.expect, moves, loaded);
}

/**
 * Bytes of the answer that says what stands where an edit writes, at the most: a formula is taken to be
 * as long as the one that is written over it, a row to be no longer than it was when it was read.
 */
export function expectCost(edit: Edit, loaded: typeof COMPARED | typeof PUT_BACK, memory: Memory): number {
  if (edit.kind !== "cells" || !edit.expect) return 0;
  return edit.expect.reduce((sum, line, down) => {
    const cost = line.reduce<number>((cells, value, across) => {
      if (value === undefined) return cells;
      if (loaded === COMPARED) return cells + answerBytes(value);
      const formula = formulaIn(edit.values[down]?.[across]);
      return cells + answerBytes(value) + (formula === undefined ? inputBytes(value) : bytesOf(formula));
    }, 0);
    return sum + Math.min(cost, memory.mostOf(edit.sheet, edit.row + down));
  }, 0);
}

function stretches(
  sheet: Excel.Worksheet,
  edit: EditOf<"cells">,
  expect: Expectation["lines"],
  moves: readonly RowMove[],
  loaded: string,
): Expectation[] {
  const found: Expectation[] = [];
  for (let first = 0; first < expect.length; ) {
    const origin = originOf(moves, edit.row + first);
    const isNext = (index: number): boolean =>
      originOf(moves, edit.row + index) === (origin === undefined ? undefined : origin + index - first);
    let end = first + 1;
    while (end < expect.length && isNext(end)) end++;
    for (const { across, lines } of columnsOf(edit, expect, first, end)) {
      const area = { row: origin ?? 0, column: edit.column + across, rows: lines.length, columns: lines[0]?.length ?? 1 };
      const range = origin === undefined ? undefined : rangeAt(sheet, addressOf(area)).load(loaded);
      found.push({ edit, first, across, lines, origin: origin ?? edit.row + first, range });
    }
    first = end;
  }
  return found;
}

/** The columns that some of these rows say something of: what stands between them may be long, and is none of the edit's. */
function columnsOf(
  { values }: EditOf<"cells">,
  expect: Expectation["lines"],
  first: number,
  end: number,
): Pick<Expectation, "across" | "lines">[] {
  const said: boolean[] = [];
  for (let row = first; row < end; row++) {
    const width = Math.max(values[row]?.length ?? 0, expect[row]?.length ?? 0);
    for (let column = 0; column < width; column++)
      said[column] ||= values[row]?.[column] !== undefined || expect[row]?.[column] !== undefined;
  }
  const found: Pick<Expectation, "across" | "lines">[] = [];
  for (let across = 0; across < said.length; ) {
    let next = across;
    while (said[next] === true) next++;
    if (next > across) {
      const columns = Array.from({ length: next - across }, (_, index) => across + index);
      found.push({ across, lines: expect.slice(first, end).map((line) => columns.map((column) => line[column])) });
    }
    across = next + 1;
  }
  return found;
}

/** The cells that hold something else than expected, at the address where they stood before the batch. */
export function changedCells({ edit, across: left, lines, origin, range }: Expectation): CellPlace[] {
  return lines.flatMap((line, down) =>
    line.flatMap((expected, across) => {
      const there = range === undefined || range.isNullObject ? null : cellValue(range, down, across);
      if (expected === undefined || holds(there, expected)) return [];
      return [{ sheet: edit.sheet, row: origin + down, column: edit.column + left + across }];
    }),
  );
}

/** Puts back what an edit overwrote; the command decides again on what is there. */
export function putBack(sheet: Excel.Worksheet, { edit, first, across: left, lines, range }: Expectation): void {
  if (range === undefined || range.isNullObject) return;
  const columns = range.values[0]?.length ?? 0;
  const area = { row: edit.row + first, column: edit.column + left, rows: lines.length, columns };
  rangeAt(sheet, addressOf(area)).formulas = lines.map((_, down) =>
    Array.from({ length: columns }, (_, across) => {
      if (edit.values[first + down]?.[left + across] === undefined) return null;
      const formula = formulaOf(range.formulas[down]?.[across], range.values[down]?.[across]);
      const value = cellValue(range, down, across);
      if (formula !== undefined) return `=${formula}`;
      return typeof value === "object" && value !== null ? value.error : written(value);
    }),
  );
}
