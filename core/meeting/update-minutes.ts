import { writeCell } from "../tables/cell-values.ts";
import type { SheetCells } from "../workbook/host.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import type { MeetingValues } from "./meeting-values.ts";
import { fieldsIn } from "./minutes-columns.ts";
import { reviewRow } from "./minutes-data.ts";
import type { BlockId } from "./minutes-form.ts";
import type { LaidRow } from "./minutes-rows.ts";
import { isEmptyRow, type ReadMinutes, readMinutes } from "./read-minutes.ts";
import { recordedEntry, recordedOf, recordedRows, remembered } from "./recorded.ts";
import { rememberedReview, reviewedItems } from "./reviewed-items.ts";

export interface MinutesUpdate {
  readonly patch: readonly Change[];
  /** How many items, topics and questions the sheet did not have yet. */
  readonly added: number;
}

/** The row of the line that sums the review up, and its text among what was recorded. */
const SUMMARY = "review~";

export function rememberedSummary(id: string, text: string): StateEntry {
  return recordedEntry(id, SUMMARY, { text });
}

/** From the last to the first, so that inserted rows move none that are still to be written. */
const BELOW_REVIEW = ["open", "topics", "balance"] as const satisfies readonly BlockId[];

/**
 * Adds to a minutes sheet what has come up since it was laid out: items to review, topics of the agenda,
 * questions that came back, so that minutes made early miss nothing. The line that sums the review up tells of
 * it as it is now, where it is given. Rows that are there stay as they
 * are, and a row that a person deleted does not come back.
 */
export function updateMinutes(
  snapshot: Snapshot,
  id: string,
  meeting: MeetingValues,
  cells: SheetCells,
  agenda: readonly LaidRow[],
  summary?: string,
): MinutesUpdate {
  const read = readMinutes(cells, snapshot.survey.dateSystem, meeting.date);
  const recorded = new Set(recordedRows(snapshot.state, id));
  const summed = summary === undefined ? { cells: [], memory: [] } : renewedSummary(snapshot, id, cells, summary);
  const review = reviewedItems(snapshot, id, meeting).map(
    (item): LaidRow => ({
      ...reviewRow(item, snapshot.language),
      block: "review",
      memory: [rememberedReview(id, item, snapshot)],
    }),
  );
  const isNew = (row: LaidRow): boolean => !recorded.has(`${row.block}:${row.key}`);
  const fresh = [
    ...review,
    ...agenda.filter((row) => row.block === "open" || row.block === "balance" || (row.block === "topics" && isUnsettled(row))),
  ].filter(isNew);
  const missing = fresh.filter((row) => !isPresent(read, row));
  const memory: StateEntry[] = fresh.flatMap((row) => row.memory);
  return {
    // The line stands below the review's rows: it is written before some are put in above it.
    patch: [
      ...BELOW_REVIEW.flatMap((block) => addRows(snapshot, read, block, missing)),
      ...summed.cells,
      ...addRows(snapshot, read, "review", missing),
      { kind: "state", entries: [...memory, ...summed.memory] },
    ],
    added: missing.length,
  };
}

/** The line that sums the review up as it is now, unless a person changed it. */
function renewedSummary(
  snapshot: Snapshot,
  id: string,
  cells: SheetCells,
  summary: string,
): { readonly cells: readonly Change[]; readonly memory: readonly StateEntry[] } {
  const row = cells.values.findIndex((line) => line[0] === SUMMARY);
  const column = (cells.values[row] ?? []).findIndex((value, at) => at > 0 && value !== null && value !== "");
  const stands = cells.values[row]?.[column];
  const known = recordedOf(snapshot.state, id, SUMMARY)?.text;
  const isOurs = known !== undefined && (stands === summary || (typeof stands === "string" && remembered(stands) === known));
  if (!isOurs) return { cells: [], memory: [] };
  const changed = { at: { sheet: cells.sheet, row, column }, value: summary };
  return { cells: stands === summary ? [] : [{ kind: "cells", cells: [changed] }], memory: [rememberedSummary(id, summary)] };
}

/** A topic of which nothing was recorded yet. */
function isUnsettled({ key }: LaidRow): boolean {
  return key.endsWith("|");
}

function isPresent(read: ReadMinutes, { block, key }: LaidRow): boolean {
  return read.rows.some((row) => row.block === block && (row.key === key || (block === "topics" && row.key.startsWith(key))));
}

function addRows(snapshot: Snapshot, read: ReadMinutes, block: BlockId, missing: readonly LaidRow[]): Change[] {
  const added = missing.filter((row) => row.block === block);
  if (added.length === 0) return [];
  const { rows, insert } = roomFor(read, block, added.length);
  const fields = fieldsIn(read.placed, block);
  const cells = added.flatMap(({ key, values }, index) => {
    const row = rows[index] ?? 0;
    const written = fields.flatMap((field) => {
      const value = writeCell(field.type, values[field.id] ?? null, snapshot.language, snapshot.survey.dateSystem);
      return value === null ? [] : [{ at: { sheet: read.sheet, row, column: field.column }, value }];
    });
    return [{ at: { sheet: read.sheet, row, column: 0 }, value: `${block}:${key}` }, ...written];
  });
  return [...insert, { kind: "cells", cells }];
}

/**
 * Empty rows at the block's end first, so that an insertion cut off before it was filled is used: a row
 * between two that say something may belong to what stands above it.
 */
function roomFor(
  read: ReadMinutes,
  block: BlockId,
  count: number,
): { readonly rows: readonly number[]; readonly insert: readonly Change[] } {
  const own = read.rows.filter((row) => row.block === block);
  const isBlank = (row: (typeof own)[number]): boolean => row.key === "" && isEmptyRow(row);
  const after = own.reduce((end, row, index) => (isBlank(row) ? end : index + 1), 0);
  const blank = (block === "review" ? own.filter(isBlank) : own.slice(after)).map(({ row }) => row);
  const needed = count - blank.length;
  if (needed <= 0) return { rows: blank, insert: [] };
  // Before the last row, so that lists and highlights of the block reach the new ones.
  const at = (hasSummary(block) ? own.at(-1)?.row : undefined) ?? endOf(read, block);
  const moved = blank.map((row) => (row >= at ? row + needed : row));
  const inserted = Array.from({ length: needed }, (_, index) => at + index);
  return {
    rows: [...moved, ...inserted],
    insert: [{ kind: "insert", sheet: read.sheet, row: at, count: needed, spans: spansOf(read, block) }],
  };
}

/** After a block's last row, or before the line that sums it up. */
function endOf(read: ReadMinutes, block: BlockId): number {
  const end = read.ends.get(block) ?? 0;
  return hasSummary(block) ? end : end + 1;
}

function hasSummary(block: BlockId): boolean {
  return block === "review" || block === "balance";
}

/** The fields of a block that span several grid columns: an inserted row has to be merged like the others. */
export function spansOf(
  read: Pick<ReadMinutes, "placed">,
  block: BlockId,
): readonly { readonly column: number; readonly columns: number }[] {
  return fieldsIn(read.placed, block).filter(({ columns }) => columns > 1);
}
