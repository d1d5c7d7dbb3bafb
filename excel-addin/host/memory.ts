import { type Edit, nativeName, tableIds, tableOf } from "../../core/index.ts";
import { answerBytes, inputBytes } from "./bytes.ts";

/** The bytes in which Excel says each row of a sheet, and how many columns they tell of. */
export interface Lines {
  readonly bytes: number[];
  readonly columns: number;
}

/**
 * What the host knows of a workbook from before, so that it can ask for it by name at once, and in as
 * few pieces as its bytes take. Nothing depends on it being right: what is gone answers as a null
 * object, what is new costs one more round trip, once.
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
  /** What each sheet was answered with when it was last read, and has been given since. */
  private readonly lines = new Map<string, Lines>();
  /** The bytes of a row of a sheet that was not read yet, by its first rows. */
  readonly usual = new Map<string, number>();

  noteRead(sheet: string, lines: Lines): void {
    this.lines.set(sheet, lines);
  }

  /** What is written to a sheet makes its answers longer; over what stood there already it stays as long. */
  noteWritten(edit: Edit): void {
    if (edit.kind === "insertRows" || edit.kind === "deleteRows") this.lines.delete(edit.sheet);
    if (edit.kind === "addSheet" && !this.lines.has(edit.sheet))
      this.lines.set(edit.sheet, { bytes: [], columns: Number.POSITIVE_INFINITY });
    const known = edit.kind === "cells" ? this.lines.get(edit.sheet) : undefined;
    if (edit.kind !== "cells" || !known) return;
    edit.values.forEach((line, down) => {
      const added = line.reduce<number>((sum, input, across) => {
        const stood = edit.expect?.[down]?.[across] ?? null;
        return input === undefined || stood !== null ? sum : sum + answerBytes(input) + inputBytes(input);
      }, 0);
      const row = edit.row + down;
      while (known.bytes.length < row) known.bytes.push(0);
      known.bytes[row] = (known.bytes[row] ?? 0) + added;
    });
  }

  /** The bytes of the answer that holds a row, as far as is known. */
  lineOf(sheet: string, row: number): number {
    const known = this.lines.get(sheet);
    if (!known) return this.usual.get(sheet) ?? 0;
    const added = Math.max(0, (this.sizes.get(sheet)?.columns ?? 0) - known.columns);
    // Rows that came since are like the last one.
    return (known.bytes[row] ?? known.bytes.at(-1) ?? 0) + added * answerBytes(null);
  }

  /** The bytes that a part of a row is answered with at the most. */
  mostOf(sheet: string, row: number): number {
    const known = this.lines.get(sheet);
    return known && row < known.bytes.length ? this.lineOf(sheet, row) : Number.POSITIVE_INFINITY;
  }

  /** The bytes of these sheets. */
  bytesOf(names: readonly string[]): number {
    return names.reduce((sum, name) => {
      let bytes = sum;
      for (let row = 0; row < (this.sizes.get(name)?.rows ?? 0); row++) bytes += this.lineOf(name, row);
      return bytes;
    }, 0);
  }
}
