import { type CellInput, type Edit, formulaIn, joinAreas } from "../../core/index.ts";

/** Bytes of a cell in a request, and in the answer that reads it back, apart from its text. */
const CELL = 32;
/** A letter is up to three bytes; one of ASCII takes fewer. */
const LETTER = 3;
const ASCII = 1;
/** A quote, a line break. */
const ESCAPED = 2;
/** Bytes that it takes to name an area, and to make one call on it. */
const AREA = 700;
const CALL = 160;
/** A line is four calls on an object of its own. */
const LINE = 700;

/** No piece is larger, so that a request can be filled well below what Excel takes. */
const MAX_PIECE = 500_000;

/** Of the 5 MB that Excel for the web takes in one request. */
const MAX_REQUEST = 4_000_000;

interface Piece {
  readonly edit: Edit;
  /** The edit, or a part of its rows. */
  readonly piece: Edit;
  /** With it, the edit is made. */
  readonly isLast: boolean;
}

/** A batch as the requests that it takes, in order. */
export function requestsOf(edits: readonly Edit[]): Piece[][] {
  const requests: Piece[][] = [];
  let queued = Number.POSITIVE_INFINITY;
  for (const edit of edits) {
    const pieces = piecesOf(edit);
    pieces.forEach((piece, index) => {
      const cost = pieceCost(piece);
      if (queued + cost > MAX_REQUEST) {
        requests.push([]);
        queued = 0;
      }
      queued += cost;
      requests.at(-1)?.push({ edit, piece, isLast: index === pieces.length - 1 });
    });
  }
  return requests;
}

/** An edit of many cells as several of fewer rows. */
function piecesOf(edit: Edit): Edit[] {
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
function pieceCost(edit: Edit): number {
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
    case "chart":
      return edit.charts.reduce((sum, { series }) => sum + 6 * AREA + 24 * CALL + series.length * (2 * AREA + 12 * CALL), 0);
    case "group":
      return (2 * 7 + 2 * edit.groups.length + 1) * (AREA + CALL);
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
    if (typeof input === "string") return sum + CELL + bytesOf(input);
    return sum + CELL + bytesOf(formulaIn(input) ?? "");
  }, 0);
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes += code > 127 ? LETTER : code < 32 || code === 34 || code === 92 ? ESCAPED : ASCII;
  }
  return bytes;
}
