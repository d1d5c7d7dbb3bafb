import { nativeName, tableIds, tableOf } from "../../core/index.ts";

/**
 * What the host knows of a workbook from before, so that it can ask for it by name at once. Nothing
 * depends on it being right: what is gone answers as a null object, what is new costs one more round
 * trip, once.
 */
export class Memory {
  /** Names of native tables in lower case: ours from the start, a person's as they are met. */
  readonly tables = new Set(tableIds.map((id) => nativeName(tableOf(id)).toLowerCase()));
  /** How much of each sheet is filled, counted from cell A1: a large one is read in pieces. */
  readonly sizes = new Map<string, { readonly rows: number; readonly columns: number }>();
}
