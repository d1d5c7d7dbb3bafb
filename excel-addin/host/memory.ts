import { nativeName, tableIds, tableOf } from "../../core/index.ts";

/**
 * What the host knows of a workbook from before, so that it can ask for it by name at once. Nothing
 * depends on it being right: what is gone answers as a null object, what is new costs one more round
 * trip, once.
 */
export class Memory {
  /** Names of native tables in lower case: ours from the start, a person's as they are met. */
  readonly tables = new Set(tableIds.map((id) => nativeName(tableOf(id)).toLowerCase()));
  /** The sheet of each table that there is, both in lower case. */
  readonly sheetOf = new Map<string, string>();
  /** How many sheets there were. */
  sheets = 0;
  /** How much of each sheet is filled, counted from cell A1: a large one is read in pieces. */
  readonly sizes = new Map<string, { readonly rows: number; readonly columns: number }>();

  /** How many cells these sheets have, as far as is known. */
  cellsOf(names: readonly string[]): number {
    return names.reduce((sum, name) => {
      const { rows, columns } = this.sizes.get(name) ?? { rows: 0, columns: 0 };
      return sum + rows * columns;
    }, 0);
  }
}
