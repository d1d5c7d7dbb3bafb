import type { CellPlace } from "../base/place.ts";
import { writeCell } from "../tables/cell-values.ts";
import type { Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { problem, say } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";
import { fieldsIn } from "./minutes-columns.ts";
import type { BlockId } from "./minutes-form.ts";
import { numberIn, shortNo } from "./minutes-numbers.ts";
import { questionCells } from "./question-cells.ts";
import { isEmptyRow } from "./read-minutes.ts";
import { recordedRows } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { spansOf } from "./update-minutes.ts";

const TABLES: Partial<Record<BlockId, TableId>> = { topics: "resolutions", actions: "actions", open: "openQuestions" };

/** A row that was recorded and says nothing any more. */
interface Deleted {
  readonly block: BlockId;
  readonly marker: string;
  /** What the messages and a person's word call it. */
  readonly key: string;
  /** Where its emptied row still stands; a deleted one stands nowhere. */
  readonly emptied: number | undefined;
}

/**
 * Rows that were recorded and are gone from the sheet, or emptied. Alone that erases nothing: the person
 * confirms, which cancels what the row had brought into the register, or has the row put back.
 */
export function recordDeletions(recording: Recording): Change[] {
  const { confirmed, putBack } = recording.options;
  const restored: Deleted[] = [];
  for (const row of deletedRows(recording)) {
    const { block, marker, key, emptied } = row;
    if (confirmed.has(key) || !isInRegister(recording, block, key)) {
      cancel(recording, block, key);
      recording.forget(marker);
      if (emptied !== undefined) recording.write(emptied, 0, `${block}:`);
    } else if (putBack.has(key)) restored.push(row);
    else {
      const { sheet, ends } = recording.read;
      const code = isFromElsewhere(recording, block, key) || recording.rowOf("topics", key) ? "agenda-row-deleted" : "row-deleted";
      const at: CellPlace = { sheet, row: emptied ?? ends.get(block) ?? 0, column: 1 };
      recording.problems.push(problem("error", code, { key, sheet }, at));
    }
  }
  return restore(recording, restored);
}

function deletedRows(recording: Recording): Deleted[] {
  const { read, snapshot, options } = recording;
  const present = new Map(read.rows.filter(({ key }) => key !== "").map((row) => [`${row.block}:${row.key}`, row]));
  return recordedRows(snapshot.state, options.document).flatMap((marker): Deleted[] => {
    const [, block, rowKey] = /^(review|topics|actions|open):(.*)$/.exec(marker) ?? [];
    const row = present.get(marker);
    if (block === undefined || rowKey === undefined || (row && !isEmptyRow(row))) return [];
    const [topic = "", resolution = ""] = rowKey.split("|");
    if (block === "topics" && resolution === "" && isRenumbered(recording, topic)) return [];
    const key = block === "topics" ? resolution || topic : rowKey;
    return [{ block: block as BlockId, marker, key, emptied: row?.row }];
  });
}

/** A recording that was cut off has given the topic's row the number of its resolution, and not remembered it yet. */
function isRenumbered(recording: Recording, topic: string): boolean {
  return recording.rowsIn("topics").some(({ key }) => key.startsWith(`${topic}|`) && recording.base(`topics:${key}`) === undefined);
}

/** What stands behind a row; one that the register lost too has nothing left to ask about. */
function valuesOf(recording: Recording, key: string): Readonly<Record<string, Value>> | undefined {
  return (["actions", "resolutions", "openQuestions", "topics"] as const)
    .map((table) => recording.rowOf(table, key)?.values as Readonly<Record<string, Value>> | undefined)
    .find((found) => found !== undefined);
}

function isInRegister(recording: Recording, block: BlockId, key: string): boolean {
  const status = valuesOf(recording, key)?.status;
  return status !== undefined && (block === "review" || (status !== "cancelled" && status !== "closed"));
}

/** What an earlier meeting brought into the register is not taken back by this one's sheet. */
function isFromElsewhere(recording: Recording, block: BlockId, key: string): boolean {
  const question = block === "open" ? recording.rowOf("openQuestions", key) : undefined;
  return block === "review" || (question !== undefined && question.values.meeting !== recording.options.meeting);
}

function cancel(recording: Recording, block: BlockId, key: string): void {
  const table = TABLES[block];
  if (table === undefined || !recording.rowOf(table, key) || !isInRegister(recording, block, key) || isFromElsewhere(recording, block, key))
    return;
  if (table === "openQuestions") {
    recording.register(table, key, { status: "closed" });
    return;
  }
  const { language } = recording.snapshot;
  const reason = say(language, "deleted-from-minutes", { sheet: recording.read.sheet });
  recording.register(table, key, { status: "cancelled", reason });
}

/** From the bottom up, so that an inserted row moves no row that is still to be written. */
function restore(recording: Recording, rows: readonly Deleted[]): Change[] {
  const { sheet, ends } = recording.read;
  const changes: Change[] = [];
  const emptied = rows.flatMap((row) => (row.emptied === undefined ? [] : cellsOf(recording, row, row.emptied)));
  if (emptied.length > 0) changes.push({ kind: "cells", cells: emptied });
  const deleted = rows.filter((row) => row.emptied === undefined);
  const byEnd = [...deleted].sort((a, b) => (ends.get(b.block) ?? 0) - (ends.get(a.block) ?? 0));
  for (const row of byEnd) {
    const end = ends.get(row.block);
    if (end === undefined) continue;
    const at = row.block === "review" ? end : end + 1;
    changes.push({ kind: "insert", sheet, row: at, count: 1, spans: spansOf(recording.read, row.block) });
    changes.push({ kind: "cells", cells: cellsOf(recording, row, at) });
  }
  return changes;
}

function cellsOf(recording: Recording, { block, marker, key }: Deleted, row: number): Extract<Change, { kind: "cells" }>["cells"] {
  const { snapshot, read } = recording;
  const named = shownValues(recording, block, key, marker);
  const cells = fieldsIn(read.placed, block).flatMap((field) => {
    const value = writeCell(field.type, named[field.id] ?? null, snapshot.language, snapshot.survey.dateSystem);
    return value === null ? [] : [{ at: { sheet: read.sheet, row, column: field.column }, value }];
  });
  return [{ at: { sheet: read.sheet, row, column: 0 }, value: marker }, ...cells];
}

/** The register's values under the names of the block's fields. */
function shownValues(recording: Recording, block: BlockId, key: string, marker: string): Readonly<Record<string, Value>> {
  const values = valuesOf(recording, key) ?? {};
  if (block === "review") return { ...values, no: key, history: `${values.carried ?? 0}/${values.postponed ?? 0}` };
  if (block === "actions") return { ...values, no: shortNo(key), confirmed: values.confirmedOn === null ? null : true };
  if (block === "open") return { ...questionCells(values), no: numberIn(key, recording.options.meeting) };
  const [topicKey = ""] = marker.slice("topics:".length).split("|");
  const topic = recording.rowOf("topics", topicKey)?.values;
  const title = { topic: topic?.topic ?? null, discussion: topic?.discussion ?? null };
  if (key === topicKey) return { ...title, no: numberIn(key, recording.options.meeting) };
  return { ...values, ...title, resolution: values.task ?? null, no: `${numberIn(topicKey, recording.options.meeting)} ${shortNo(key)}` };
}
