import type { CellInput, Edit } from "../../core/index.ts";

/** Bytes of a cell in a request, and in the answer that reads it back, apart from its text. */
const CELL = 32;
/** A letter is up to three bytes. */
const LETTER = 3;
/** Bytes of an edit's calls on one area, generously. */
const AREA = 6_000;

/** No piece is larger, so that a request can be filled well below what Excel takes. */
const MAX_PIECE = 500_000;

/** An edit of many cells as several of fewer rows. */
export function piecesOf(edit: Edit): Edit[] {
  if (edit.kind !== "cells" || pieceCost(edit) <= MAX_PIECE) return [edit];
  const pieces: Edit[] = [];
  for (let first = 0; first < edit.values.length; ) {
    let next = first;
    for (let cost = 0; next < edit.values.length && (next === first || cost <= MAX_PIECE); next++) cost += lineCost(edit.values[next] ?? []);
    pieces.push({
      ...edit,
      row: edit.row + first,
      values: edit.values.slice(first, next),
      ...(edit.expect ? { expect: edit.expect.slice(first, next) } : {}),
    });
    first = next;
  }
  return pieces;
}

/** How many bytes an edit takes at the most. */
export function pieceCost(edit: Edit): number {
  switch (edit.kind) {
    case "cells":
      return edit.values.reduce((sum, line) => sum + lineCost(line), AREA);
    case "format":
    case "merge":
      return AREA * edit.areas.length;
    case "validate":
      return AREA * edit.validations.reduce((sum, { areas }) => sum + areas.length, 0);
    case "highlight":
      return AREA * edit.highlights.length;
    case "widths":
      return AREA * edit.widths.length;
    case "heights":
      return AREA * edit.heights.length;
    default:
      return AREA;
  }
}

function lineCost(line: readonly CellInput[]): number {
  return line.reduce<number>((sum, input) => {
    if (typeof input === "string") return sum + CELL + LETTER * input.length;
    return sum + CELL + (typeof input === "object" && input !== null ? LETTER * input.formula.length : 0);
  }, 0);
}
