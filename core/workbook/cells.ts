/** What a workbook's cells hold, told the same way by every host. */
export type { CellPlace } from "../base/place.ts";

/** A cell that shows an error, such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

/** A cell's value: dates are serial numbers of the workbook's own date system, empty is `null`. */
export type CellValue = string | number | boolean | null | CellError;

/**
 * What is written to a cell. `undefined` leaves the cell as it is, `null` empties it. A string is
 * always text, whatever it begins with. A formula has no leading `=`, is in English with commas, and
 * carries the result that core computed, which files keep as the cached value. An error is put back
 * where one stood.
 */
export type CellInput =
  | string
  | number
  | boolean
  | null
  | undefined
  | CellError
  | { readonly formula: string; readonly value: string | number | boolean | null };

/** A rectangle of cells. Rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The formula of an input, if it is one. */
export function formulaIn(input: CellInput): string | undefined {
  return typeof input === "object" && input !== null && "formula" in input ? input.formula : undefined;
}

/** What a cell holds once the input is written: of a formula, the result that came with it. */
export function valueIn(input: Exclude<CellInput, undefined>): CellValue {
  return typeof input === "object" && input !== null && "formula" in input ? input.value : input;
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}
