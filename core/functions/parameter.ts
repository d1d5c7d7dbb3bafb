import type { Named } from "../words/language.ts";
import type { CellValue } from "../workbook/cells.ts";

/** An argument as a sheet hands it over: one value, the rows of a range, or nothing where it was left out. */
export type Argument = CellValue | undefined | readonly (readonly (CellValue | undefined)[])[];

/** The kinds of argument, and whether a range may be given for one. */
export const argumentKinds = {
  dates: "matrix",
  counts: "matrix",
  count: "scalar",
  quantity: "scalar",
  quantities: "matrix",
  calendar: "matrix",
  flag: "scalar",
} as const;

/** An argument of a function: the name that a sheet shows for it, and what to give. */
export interface Parameter extends Named {
  readonly kind: keyof typeof argumentKinds;
  readonly help: Named;
  readonly optional?: true;
}
