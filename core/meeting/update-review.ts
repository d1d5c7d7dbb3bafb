import { writeCell } from "../tables/cell-values.ts";
import type { Value } from "../tables/field.ts";
import { type Item, itemsToReview } from "../tracking/items.ts";
import type { SheetCells } from "../workbook/host.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { meetingBefore } from "./choose-meeting.ts";
import { carriedWith, type MeetingValues, reviewRow } from "./minutes-data.ts";
import { blockOf } from "./minutes-form.ts";
import { type ReadMinutes, type ReadRow, readMinutes } from "./read-minutes.ts";
import { recordedEntry, recordedRows } from "./recorded.ts";

export interface ReviewUpdate {
  readonly patch: readonly Change[];
  /** How many items the sheet did not have yet. */
  readonly added: number;
}

/**
 * Adds to a minutes sheet what has come up for review since it was laid out, so that minutes made early
 * miss nothing. Rows that are there stay as they are, and a row that a person deleted does not come back.
 */
export function updateReview(snapshot: Snapshot, id: string, meeting: MeetingValues, cells: SheetCells): ReviewUpdate {
  const read = readMinutes(cells, snapshot.survey.dateSystem, meeting.date);
  const before = meetingBefore(snapshot, meeting.date, String(meeting.series ?? ""));
  const items = itemsToReview(snapshot, meeting.no, meeting.date, before?.values.date ?? undefined);
  const present = new Set(read.rows.filter(({ block }) => block === "review").map(({ key }) => key));
  const recorded = new Set(recordedRows(snapshot.state, id));
  const isNew = (item: Item): boolean => !recorded.has(`review:${item.row.key}`);
  const missing = items.filter((item) => isNew(item) && !present.has(item.row.key));
  const remembered = items.filter(isNew).map((item) => rememberedReview(id, item));
  const { rows, insert } = roomFor(read, missing.length);
  const written = missing.flatMap((item, index) => rowCells(snapshot, read.sheet, rows[index] ?? 0, item));
  return {
    patch: [...insert, { kind: "cells", cells: written }, { kind: "state", entries: remembered }],
    added: missing.length,
  };
}

/** What a review row says when it is laid out: the base of the three-way merge. */
export function rememberedReview(document: string, item: Item): ReturnType<typeof recordedEntry> {
  return recordedEntry(document, `review:${item.row.key}`, { ...reviewRow(item).values, carried: carriedWith(item.row.values) });
}

/** Empty rows of the block first, so that an insertion cut off before it was filled is used. */
function roomFor(read: ReadMinutes, count: number): { readonly rows: readonly number[]; readonly insert: readonly Change[] } {
  const review = read.rows.filter(({ block }) => block === "review");
  const blank = review.filter(isBlank).map(({ row }) => row);
  const needed = count - blank.length;
  if (needed <= 0) return { rows: blank, insert: [] };
  // Before the last row, so that lists and highlights of the block reach the new ones.
  const at = review.at(-1)?.row ?? read.ends.get("review") ?? 0;
  const moved = blank.map((row) => (row >= at ? row + needed : row));
  const inserted = Array.from({ length: needed }, (_, index) => at + index);
  return {
    rows: [...moved, ...inserted],
    insert: [{ kind: "insert", sheet: read.sheet, row: at, count: needed, spans: spansOf("review") }],
  };
}

function isBlank(row: ReadRow): boolean {
  return row.key === "" && Object.values(row.fields).every(({ value, wrong }) => !wrong && (value === "" || value === null));
}

/** The fields of a block that span several grid columns: an inserted row has to be merged like the others. */
export function spansOf(block: Parameters<typeof blockOf>[0]): readonly { readonly column: number; readonly columns: number }[] {
  return blockOf(block).fields.filter(({ columns }) => columns > 1);
}

function rowCells(snapshot: Snapshot, sheet: string, row: number, item: Item): Extract<Change, { kind: "cells" }>["cells"] {
  const values: Readonly<Record<string, Value>> = reviewRow(item).values;
  const fields = blockOf("review").fields.flatMap((field) => {
    const value = writeCell(field.type, values[field.id] ?? null, snapshot.language, snapshot.survey.dateSystem);
    return value === null ? [] : [{ at: { sheet, row, column: field.column }, value }];
  });
  return [{ at: { sheet, row, column: 0 }, value: `review:${item.row.key}` }, ...fields];
}
