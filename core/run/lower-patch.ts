import type { TableId } from "../tables/tables.ts";
import { type CellInput, type CellValue, isCellError } from "../workbook/cells.ts";
import type { Edit } from "../workbook/edits.ts";
import type { Patch } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { Draft, type DraftOptions, type PreviewLine } from "./draft.ts";
import { lowerFormulas, lowerHighlights } from "./lower-live.ts";
import { lowerRows } from "./lower-rows.ts";
import { lowerSeal } from "./lower-seal.ts";
import { lowerSheet } from "./lower-sheet.ts";
import { announceTables, lowerColumns, lowerLists, lowerTable } from "./lower-table.ts";

/** A patch as the edits that a host makes, and as the lines that a person is shown first. */
export interface Lowered {
  readonly edits: readonly Edit[];
  readonly preview: readonly PreviewLine[];
  /** The sheet of the Log, where there is one by then. */
  readonly log: string | undefined;
}

/**
 * Works out every cell and format of a patch. What is there already needs no edit: a patch that asks
 * for nothing new comes out empty.
 */
export function lowerPatch(snapshot: Snapshot, patch: Patch, options: DraftOptions): Lowered {
  const draft = new Draft(snapshot, options);
  patch.forEach((change, index) => {
    // What else is done counts on the tables: a run that goes on after it need not come back to them.
    if (change.kind !== "table") {
      lowerLists(draft);
      if (draft.owesTables) draft.writeNotes();
    }
    switch (change.kind) {
      case "table":
        if (isToBeMade(draft, change.table)) announceTables(draft, toBeMade(draft, patch.slice(index)));
        lowerTable(draft, change.table);
        break;
      case "columns":
        lowerColumns(draft, change.table, change.fields);
        break;
      case "rows":
        lowerRows(draft, change.table, change.rows);
        break;
      case "formulas":
        lowerFormulas(draft, change);
        break;
      case "highlights":
        lowerHighlights(draft, change);
        break;
      case "sheet":
        lowerSheet(draft, change.id, change.sheet);
        break;
      case "insert":
        lowerInsert(draft, change);
        break;
      case "cells":
        lowerCells(draft, change.cells);
        break;
      case "seal":
        lowerSeal(draft, change.document);
        break;
      case "state":
        for (const entry of change.entries) draft.setState(entry.kind, entry.key, entry.value);
        break;
    }
  });
  lowerLists(draft);
  draft.writeNotes();
  return { edits: draft.edits, preview: draft.preview, log: draft.tables.get("log")?.sheet };
}

/** So many tables are noted together: a run that is cut off lays out no more of them once more. */
const TOGETHER = 8;

function isToBeMade(draft: Draft, id: TableId): boolean {
  return !draft.tables.has(id) && draft.getState("made", id) === undefined;
}

function toBeMade(draft: Draft, patch: Patch): TableId[] {
  const tables = patch.flatMap((change) => (change.kind === "table" && isToBeMade(draft, change.table) ? [change.table] : []));
  return [...new Set(tables)].slice(0, TOGETHER);
}

function lowerInsert(draft: Draft, { sheet, row, count, spans }: Extract<Patch[number], { kind: "insert" }>): void {
  draft.insertRows(sheet, row, count);
  const rows = Array.from({ length: count }, (_, index) => row + index);
  const areas = rows.flatMap((at) => spans.map(({ column, columns }) => ({ row: at, column, rows: 1, columns })));
  if (areas.length > 0) draft.edits.push({ kind: "merge", sheet, areas });
}

/** A row's cells are one write, so that a write cut off between rows never leaves half of one. */
function lowerCells(draft: Draft, cells: Extract<Patch[number], { kind: "cells" }>["cells"]): void {
  const rows = new Map<string, Map<number, (typeof cells)[number]>>();
  for (const cell of cells) {
    const id = `${cell.at.row} ${cell.at.sheet}`;
    rows.set(id, (rows.get(id) ?? new Map()).set(cell.at.column, cell));
  }
  for (const row of rows.values()) lowerRow(draft, [...row.values()]);
}

function lowerRow(draft: Draft, cells: Extract<Patch[number], { kind: "cells" }>["cells"]): void {
  const first = cells[0]?.at;
  if (!first) return;
  const sheet = [...draft.snapshot.documents.values()].find((document) => document.sheet === first.sheet);
  const changed = cells.flatMap(({ at, value }) => {
    const stands = draft.cellOf(sheet, at.row, at.column).value;
    return sheet && stands === value ? [] : [{ at, value, stands: sheet ? stands : undefined }];
  });
  if (changed.length === 0) return;
  const start = Math.min(...changed.map(({ at }) => at.column));
  const width = Math.max(...changed.map(({ at }) => at.column)) - start + 1;
  const values: CellInput[] = Array.from({ length: width }, () => undefined);
  const expect: (CellValue | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const { at, value, stands } of changed) {
    values[at.column - start] = value;
    expect[at.column - start] = stands;
    const before = isCellError(stands) ? stands.error : (stands ?? null);
    if (at.column > 0) draft.preview.push({ at, change: "cell", key: "", field: "", before, after: value });
  }
  draft.write(first.sheet, first.row, start, [values], [expect]);
}
