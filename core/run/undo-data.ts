import type { WordKey } from "../words/message.ts";
import type { CellInput, CellValue } from "../workbook/cells.ts";
import type { Edit } from "../workbook/edits.ts";
import type { StateKind } from "../workbook/state.ts";

/** What may stand in a cell. */
export type Content = Exclude<CellInput, undefined>;

/** A cell that a command wrote, at the place where it stands once the command is done. */
export interface Overwritten {
  readonly row: number;
  readonly column: number;
  readonly wrote: Content;
  /** What stood there; left out in a sheet or a row that the command made. */
  readonly before?: Content;
}

/** An entry of the hidden sheet that a command wrote. */
export interface OverwrittenNote {
  readonly row: number;
  readonly kind: StateKind;
  readonly key: string;
  readonly wrote: CellValue;
  /** `undefined` where there was no such entry. */
  readonly before?: CellValue;
}

/** Rows of one sheet, counted once the command is done. */
export interface Rows {
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
}

/**
 * What a command did to a workbook, and what stood there before: all that is needed to take it back.
 * Plain data, so that it crosses any wire.
 *
 * What comes back: cells with their formulas, inserted rows, sheets, native tables, defined names,
 * protection, hidden columns, Concord's notes. What stays on sheets that were there before: looks,
 * widths, heights, validations, merges, charts, outlines and page set-up, which a workbook does not tell in
 * a survey; and the highest numbers given, the Log, and what is noted of it.
 */
export interface Undo {
  /** The title of the command. */
  readonly command: WordKey;
  /** Sheets that the command made. */
  readonly made: readonly string[];
  /** Rows that it inserted in others, from the lowest up. */
  readonly inserted: readonly Rows[];
  readonly sheets: readonly { readonly sheet: string; readonly cells: readonly Overwritten[] }[];
  readonly notes: readonly OverwrittenNote[];
  /** Sheets whose protection the command put on, or took off. */
  readonly protection: readonly { readonly sheet: string; readonly isOn: boolean }[];
  /** Edits to make before rows are deleted and cells put back, and after. */
  readonly first: readonly Edit[];
  readonly last: readonly Edit[];
}
