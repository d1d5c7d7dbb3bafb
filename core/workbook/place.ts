import type { Area } from "./cells.ts";
import type { Matched } from "./headings.ts";

/** Where a table stands. */
export interface Place extends Matched {
  readonly sheet: string;
  readonly headRow: number;
  readonly column: number;
  /** The headings as they stand, from `column` on, up to the last one that is not blank. */
  readonly headings: readonly string[];
  /** Where it is typed wide: each column of values, the text that heads it, and the field that its cells are. */
  readonly wide?: readonly { readonly column: number; readonly across: string; readonly field: string }[];
  readonly native?: { readonly name: string; readonly area: Area; readonly hasTotals: boolean };
}
