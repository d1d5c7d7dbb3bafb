import { type CellInput, type Edit, joinAreas } from "../../core/index.ts";
import { answerBytes, inputBytes, LETTER, MAX_BYTES } from "./bytes.ts";
import { runs } from "./edits/size.ts";
import { expectCost, PUT_BACK } from "./expectations.ts";
import type { Memory } from "./memory.ts";

/** Bytes that it takes to name an area, and to make one call on it. */
const AREA = 700;
const CALL = 160;
/** A line is four calls on an object of its own. */
const LINE = 700;

/** No piece is larger, so that a request can be filled well below what Excel takes. */
const MAX_PIECE = 250_000;

export interface Piece {
  readonly edit: Edit;
  /** The edit, or a part of its rows or areas. */
  readonly piece: Edit;
  /** With it, the edit is made. */
  readonly isLast: boolean;
}

interface Requests {
  readonly requests: readonly (readonly Piece[])[];
  /** The pieces whose cells are looked at by the first request, so that a stale batch is not begun; of the others, by their own. */
  readonly atFirst: ReadonlySet<Edit>;
}

/** A batch as the requests that it takes, in order, each with an answer that is not too large either. */
export function requestsOf(edits: readonly Edit[], memory: Memory): Requests {
  const pieces = edits.flatMap((edit) =>
    piecesOf(edit).map((piece, index, { length }): Piece => ({ edit, piece, isLast: index === length - 1 })),
  );
  const { atFirst, asked, bytes } = lookedAtFirst(pieces, memory);
  const requests: Piece[][] = pieces.length === 0 ? [] : [[]];
  let [sent, answered] = [asked, bytes];
  for (const each of pieces) {
    const cost = pieceCost(each.piece);
    const answer = readBackCost(each.piece) + (atFirst.has(each.piece) ? 0 : expectCost(each.piece, PUT_BACK, memory));
    if (sent > 0 && (sent + cost > MAX_BYTES || answered + answer > MAX_BYTES)) {
      requests.push([]);
      [sent, answered] = [0, 0];
    }
    sent += cost;
    answered += answer;
    requests.at(-1)?.push(each);
  }
  return { requests, atFirst };
}

/** As many as a quarter of a request and of an answer hold, the smallest first: a cell that a batch writes twice is a note of one row. */
function lookedAtFirst(
  pieces: readonly Piece[],
  memory: Memory,
): { readonly atFirst: ReadonlySet<Edit>; readonly asked: number; readonly bytes: number } {
  const atFirst = new Set<Edit>();
  let [asked, bytes] = [0, 0];
  for (const { piece, cost } of pieces
    .map(({ piece }) => ({ piece, cost: expectCost(piece, PUT_BACK, memory) }))
    .sort((a, b) => a.cost - b.cost)) {
    if (cost === 0) continue;
    if (asked + AREA > MAX_BYTES / 4 || bytes + cost > MAX_BYTES / 4) break;
    atFirst.add(piece);
    asked += AREA;
    bytes += cost;
  }
  return { atFirst, asked, bytes };
}

/** An edit of many cells as several of fewer rows, one of many areas as several of fewer. */
export function piecesOf(edit: Edit): Edit[] {
  if (edit.kind === "format" && pieceCost(edit) > MAX_PIECE) {
    const areas = joinAreas(edit.areas);
    const count = Math.max(1, Math.floor((MAX_PIECE * areas.length) / pieceCost({ ...edit, areas })));
    return Array.from({ length: Math.ceil(areas.length / count) }, (_, index) => ({
      ...edit,
      areas: areas.slice(index * count, (index + 1) * count),
    }));
  }
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
      ...(edit.expect ? { expect: edit.expect.slice(first, next) } : {}),
    });
    first = next;
  }
  return pieces;
}

/** Bytes of the request that asks what an edit would meet, at the most. */
export function askCost(edit: Edit): number {
  if (edit.kind === "cells") return 3 * AREA;
  if (edit.kind === "format") return edit.areas.length * (AREA + 2 * CALL);
  return 3 * AREA;
}

/** Bytes of the answer in which Excel says what an edit wrote. */
function readBackCost(edit: Edit): number {
  if (edit.kind !== "cells") return CALL;
  return edit.values.reduce((sum, line) => line.reduce<number>((cells, input) => cells + answerBytes(input), sum), CALL);
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
      return runs(edit.widths).length * (AREA + CALL);
    case "heights":
      return runs(edit.heights).length * (AREA + CALL);
    default:
      return AREA + 20 * CALL;
  }
}

function lineCost(line: readonly CellInput[]): number {
  return line.reduce<number>((sum, input) => sum + inputBytes(input), 0);
}
