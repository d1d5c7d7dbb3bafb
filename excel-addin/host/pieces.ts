import type { CellInput, Edit } from "../../core/index.ts";
import { joinAreas } from "./join-areas.ts";

/** Bytes of a cell in a request, and in the answer that reads it back, apart from its text. */
const CELL = 32;
/** A letter is up to three bytes. */
const LETTER = 3;
/** Bytes that it takes to name an area, and to make one call on it. */
const AREA = 700;
const CALL = 160;
/** A line is four calls on an object of its own. */
const LINE = 700;

/** No piece is larger, so that a request can be filled well below what Excel takes. */
const MAX_PIECE = 500_000;

/** An edit of many cells as several of fewer rows. */
export function piecesOf(edit: Edit): Edit[] {
  if (edit.kind !== "cells" || pieceCost(edit) <= MAX_PIECE) return [edit];
  const pieces: Edit[] = [];
  for (let first = 0; first < edit.values.length; ) {
    let next = first;
    for (let cost = 0; next < edit.values.length && (next === first || cost <= MAX_PIECE); next++)
      cost += lineCost(edit.values[next] ?? []);
    pieces.push({
      ...edit,
      row: edit.row + first,
      values: edit.values.slice(first, next),
    });
    first = next;
  }
  return pieces;
}

/** How many bytes an edit takes at the most. */
export function pieceCost(edit: Edit): number {
  switch (edit.kind) {
    case "cells":
      return edit.values.reduce((sum, line) => sum + lineCost(line), 3 * AREA);
    case "format":
      return joinAreas(edit.areas).length * (AREA + 3 * CALL + CALL * Object.keys(edit.style).length + (edit.style.border ? 6 * LINE : 0));
    case "merge":
      return edit.areas.length * (AREA + 2 * CALL);
    case "validate":
      return edit.validations.reduce((sum, each) => sum + each.areas.length * (AREA + 6 * CALL + LETTER * JSON.stringify(each).length), 0);
    case "highlight":
      return edit.highlights.reduce((sum, { formula }) => sum + AREA + 12 * CALL + LETTER * formula.length, 0);
    case "widths":
      return edit.widths.length * (AREA + CALL);
    case "heights":
      return edit.heights.length * (AREA + CALL);
    default:
      return AREA + 20 * CALL;
  }
}

function lineCost(line: readonly CellInput[]): number {
  return line.reduce<number>((sum, input) => {
    if (typeof input === "string") return sum + CELL + LETTER * input.length;
    return sum + CELL + (typeof input === "object" && input !== null ? LETTER * input.formula.length : 0);
  }, 0);
}
