import { writeCell } from "../tables/cell-values.ts";
import type { Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { problem } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";
import { shortNo } from "./minutes-data.ts";
import { type BlockId, blockOf } from "./minutes-form.ts";
import { recordedRows } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { spansOf } from "./update-review.ts";

const TABLES: Partial<Record<BlockId, TableId>> = { topics: "resolutions", actions: "actions", open: "openQuestions" };

/**
 * Rows that were recorded and are gone from the sheet. Alone that erases nothing: the person confirms,
 * which cancels what the row had brought into the register, or has the row put back.
 */
export function recordDeletions(recording: Recording): Change[] {
  const { document, confirmed, putBack } = recording.options;
  const present = new Set(recording.read.rows.map((row) => `${row.block}:${row.key}`));
  const restored: { readonly block: BlockId; readonly marker: string; readonly key: string }[] = [];
  for (const marker of recordedRows(recording.snapshot.state, document)) {
    const [, block, rowKey] = /^(review|topics|actions|open):(.*)$/.exec(marker) ?? [];
    if (block === undefined || rowKey === undefined || present.has(marker)) continue;
    const key = block === "topics" ? rowKey.split("|")[1] || (rowKey.split("|")[0] ?? "") : rowKey;
    if (confirmed.has(key)) {
      cancel(recording, block as BlockId, key);
      recording.forget(marker);
    } else if (putBack.has(key)) restored.push({ block: block as BlockId, marker, key });
    else
      recording.problems.push(
        problem(
          "error",
          "row-deleted",
          { key, sheet: recording.read.sheet },
          { sheet: recording.read.sheet, row: recording.read.ends.get(block as BlockId) ?? 0, column: 1 },
        ),
      );
  }
  return restore(recording, restored);
}

function cancel(recording: Recording, block: BlockId, key: string): void {
  const table = TABLES[block];
  if (table === undefined || !recording.rowOf(table, key)) return;
  const status = table === "openQuestions" ? "closed" : "cancelled";
  recording.register(table, key, table === "openQuestions" ? { status } : { status, lastStatus: status, reason: recording.read.sheet });
}

/** From the bottom up, so that an inserted row moves no row that is still to be written. */
function restore(
  recording: Recording,
  rows: readonly { readonly block: BlockId; readonly marker: string; readonly key: string }[],
): Change[] {
  const changes: Change[] = [];
  const byEnd = [...rows].sort((a, b) => (recording.read.ends.get(b.block) ?? 0) - (recording.read.ends.get(a.block) ?? 0));
  for (const { block, marker, key } of byEnd) {
    const end = recording.read.ends.get(block);
    if (end === undefined) continue;
    const row = block === "review" ? end : end + 1;
    changes.push({ kind: "insert", sheet: recording.read.sheet, row, count: 1, spans: spansOf(block) });
    changes.push({ kind: "cells", cells: cellsOf(recording, block, key, marker, row) });
  }
  return changes;
}

function cellsOf(
  recording: Recording,
  block: BlockId,
  key: string,
  marker: string,
  row: number,
): Extract<Change, { kind: "cells" }>["cells"] {
  const { snapshot, read } = recording;
  const found = (["actions", "resolutions", "openQuestions"] as const)
    .map((table) => recording.rowOf(table, key))
    .find((candidate) => candidate !== undefined);
  const values = (found?.values ?? {}) as Readonly<Record<string, Value>>;
  const named: Readonly<Record<string, Value>> = {
    ...values,
    resolution: values.task ?? null,
    no: block === "review" ? key : shortNo(key),
    responsible: values.owner ?? null,
  };
  const cells = blockOf(block).fields.flatMap((field) => {
    const value = writeCell(field.type, named[field.id] ?? null, snapshot.language, snapshot.survey.dateSystem);
    return value === null ? [] : [{ at: { sheet: read.sheet, row, column: field.column }, value }];
  });
  return [{ at: { sheet: read.sheet, row, column: 0 }, value: marker }, ...cells];
}
