import type { CellPlace } from "../base/place.ts";
import type { Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { StateEntry } from "./state.ts";

/** A row to make or change. Only the fields named are written. */
export interface RowChange {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
  /** The sheet's row (from 0) of a row that has no key yet, or shares one. */
  readonly row?: number;
}

/**
 * What a command wants changed, in order, as plain data. `lowerPatch` works out the cells; a patch
 * that wants what is already there lowers to no edits at all.
 */
export type Change =
  /** The table exists, on a sheet of its own that Concord lays out. */
  | { readonly kind: "table"; readonly table: TableId }
  /** The table has a column for each of these fields; missing ones are added at its right end. */
  | { readonly kind: "columns"; readonly table: TableId; readonly fields: readonly string[] }
  | { readonly kind: "rows"; readonly table: TableId; readonly rows: readonly RowChange[] }
  /**
   * A live formula for each row and the spare rows below. `{field}` in the formula stands for that
   * row's cell; `results` are what core computed, by the row's key; others show as blank.
   */
  | {
      readonly kind: "formulas";
      readonly table: TableId;
      readonly field: string;
      readonly formula: string;
      readonly results: ReadonlyMap<string, string | number>;
      readonly spare: number;
      /** Put the formula back where a person typed over it. */
      readonly restore: boolean;
    }
  /** Conditional formats over the rows and the spare rows; `{field}` stands for the row's cell. */
  | {
      readonly kind: "highlights";
      readonly table: TableId;
      readonly spare: number;
      readonly rules: readonly {
        readonly field: string;
        readonly formula: string;
        readonly fill?: string;
        readonly color?: string;
        readonly bold?: boolean;
      }[];
    }
  /** A document or other sheet that Concord lays out whole; a sheet laid out so before is left alone. */
  | { readonly kind: "sheet"; readonly id: string; readonly sheet: SheetLayout }
  /** Empty rows in a sheet that exists, before `row`; later changes count rows after it. */
  | {
      readonly kind: "insert";
      readonly sheet: string;
      readonly row: number;
      readonly count: number;
      /** Cells that each new row merges. */
      readonly spans: readonly { readonly column: number; readonly columns: number }[];
    }
  /** Single cells of a sheet that exists. */
  | { readonly kind: "cells"; readonly cells: readonly { readonly at: CellPlace; readonly value: string | number | boolean | null }[] }
  /** A document says for good what it says: its formulas become their values, its cells are locked, its sheet is protected. */
  | { readonly kind: "seal"; readonly document: string }
  | { readonly kind: "state"; readonly entries: readonly StateEntry[] };

export type Patch = readonly Change[];
