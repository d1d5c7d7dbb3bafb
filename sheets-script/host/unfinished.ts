/// <reference types="google-apps-script" />
import type { CellInput, CellValue, Edit } from "../../core/index.ts";
import { holds } from "./cell-values.ts";
import { once } from "./once.ts";

/** A cell of a row that more than one call has to write. */
export interface Pending {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly input: Exclude<CellInput, undefined>;
}

const NOTE = "concord-unfinished";
/** Bytes of one property: Google takes 9 kB. */
const PIECE = 8_500;
/** All properties together hold 500 kB; a note beyond this is not made. */
const MOST_PIECES = 40;

/**
 * A row that needs several calls is half written where Google fails in between, and counters that
 * look at one half would run ahead. So what is about to be written is noted with the document first;
 * it is finished before anybody decides on it.
 */
export class Unfinished {
  private readonly properties = once(() => PropertiesService.getDocumentProperties());

  private get notes(): GoogleAppsScript.Properties.Properties | null {
    return this.properties();
  }

  note(cells: readonly Pending[]): void {
    const pieces = piecesOf(cells);
    if (!this.notes || pieces.length > MOST_PIECES) return;
    this.notes.setProperties(Object.fromEntries(pieces.map((piece, index) => [`${NOTE}-${index}`, piece])));
  }

  cells(): readonly Pending[] {
    const notes = this.notes?.getProperties() ?? {};
    return Object.keys(notes)
      .filter((key) => key.startsWith(NOTE))
      .flatMap((key) => JSON.parse(notes[key] ?? "[]") as Pending[]);
  }

  /** Nothing is left to finish. */
  clear(): void {
    for (const key of this.notes?.getKeys() ?? []) if (key.startsWith(NOTE)) this.notes?.deleteProperty(key);
  }
}

/** What has to be written still: cells that somebody changed since are theirs. */
export function editsToFinish(cells: readonly Pending[], now: (cell: Pending) => CellValue): Extract<Edit, { kind: "cells" }>[] {
  return cells
    .filter((cell) => holds(now(cell), cell.before))
    .map(({ sheet, row, column, input }) => ({ kind: "cells", sheet, row, column, values: [[input]] }));
}

function piecesOf(cells: readonly Pending[]): string[] {
  const pieces: string[][] = [];
  let size = PIECE;
  for (const cell of cells) {
    const text = JSON.stringify(cell);
    const bytes = bytesOf(text) + 1;
    if (size + bytes > PIECE) {
      pieces.push([]);
      size = 2;
    }
    pieces.at(-1)?.push(text);
    size += bytes;
  }
  return pieces.map((texts) => `[${texts.join()}]`);
}

/** At the most, in UTF-8. */
function bytesOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < "\u0080" ? 1 : letter.length > 1 ? 4 : 3), 0);
}
