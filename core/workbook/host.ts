import type { MaybePromise } from "../base/maybe-promise.ts";
import type { Area, CellPlace, CellValue } from "./cells.ts";
import type { Edit, Visibility } from "./edits.ts";

/** What is known of a sheet without reading it whole. */
export interface SheetFacts {
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  /** A filter hides rows just now. */
  readonly isFiltered: boolean;
  readonly tables: readonly { readonly name: string; readonly area: Area; readonly hasTotals: boolean }[];
  /** The top left corner, `HEAD_ROWS` by `HEAD_COLUMNS` at the most, from cell A1. */
  readonly head: readonly (readonly CellValue[])[];
}

export const HEAD_ROWS = 20;
export const HEAD_COLUMNS = 80;

/** What is known of a workbook after one batch. */
export interface Survey {
  readonly dateSystem: 1900 | 1904;
  /** In the workbook's order. */
  readonly sheets: readonly SheetFacts[];
  /** The named cells and areas of the workbook. */
  readonly names: readonly { readonly name: string; readonly sheet: string; readonly area: Area }[];
  /** The sheets asked to be read whole that exist. */
  readonly whole: readonly SheetCells[];
}

/** All used cells of a sheet, from cell A1 (so that `values[r][c]` is row r, column c). */
export interface SheetCells {
  readonly sheet: string;
  readonly values: readonly (readonly CellValue[])[];
  /** Where a cell holds a formula: its text without `=`. */
  readonly formulas: ReadonlyMap<string, string>;
}

/** The key of a cell in `SheetCells.formulas`. */
export function formulaKey(row: number, column: number): string {
  return `${row},${column}`;
}

/** What came of an apply. */
export interface Receipt {
  /** How many edits were made. */
  readonly applied: number;
  /** Cells that no longer held what the decision was made on; nothing was written to them. */
  readonly stale: readonly CellPlace[];
  /** The host refused: a code of `words.problems` with its parameters. */
  readonly refused?: { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
  /** What the person is told although it went well, or besides: codes of `words.problems` with their parameters. */
  readonly remarks?: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
  /** The person called it off, before anything was written or midway: then the first `applied` edits are made, of the next one perhaps a part. */
  readonly cancelled?: "before" | "midway";
}

/** Follows a batch while it is made. */
export interface Watch {
  /** `done` of `of` equal parts of the work are done. */
  step(done: number, of: number): void;
  /** The person called it off: a host stops before it sends more. */
  readonly isCancelled: boolean;
}

/** How the person wants a batch made. */
export interface Manner {
  /** All of it or nothing, where the host can; nothing is said where nobody could have chosen yet. */
  readonly atOnce: boolean | undefined;
}

/** The port to a workbook. Each call is one batch; an adapter translates and decides nothing. */
export interface Host {
  readonly name: "excel" | "sheets" | "desk";
  survey(whole: readonly string[]): MaybePromise<Survey>;
  read(sheets: readonly string[]): MaybePromise<readonly SheetCells[]>;
  apply(edits: readonly Edit[], watch?: Watch, manner?: Manner): MaybePromise<Receipt>;
  /** Finishes what an earlier batch had to leave half written, before anybody decides on it. A host whose batches are whole has none. */
  finish?(): MaybePromise<Receipt>;
  /** Selects a cell, so that the person sees it. */
  reveal(at: CellPlace): MaybePromise<void>;
}
