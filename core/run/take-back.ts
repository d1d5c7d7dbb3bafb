import { type CellInput, type CellValue, formulaIn, valueIn } from "../workbook/cells.ts";
import type { Edit } from "../workbook/edits.ts";
import { formulaKey } from "../workbook/host.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { STATE_SHEET } from "../workbook/state.ts";
import type { Overwritten, OverwrittenNote, Undo } from "./undo-data.ts";

/** A cell at the place where it stood before the command, with what goes back into it. */
interface Returning {
  readonly row: number;
  readonly column: number;
  readonly value: Exclude<CellInput, undefined>;
  /** What has to stand there still; not asked of a formula, whose result moves by itself. */
  readonly expect: CellValue | undefined;
}

/** The edits that take a command back, but for the sheets that it made: those go last of all. */
export function takeBack(snapshot: Snapshot, undo: Undo, cells: Undo["sheets"]): Edit[] {
  const deletions = undo.inserted.map(({ sheet, row, count }): Edit => ({ kind: "deleteRows", sheet, row, count }));
  const returned = cells.flatMap((each): Edit[] => {
    const rows = undo.inserted.filter(({ sheet }) => sheet === each.sheet);
    return rectangles(
      each.sheet,
      each.cells.flatMap((cell) => returning(cell, rows)),
    );
  });
  return [...undo.first, ...deletions, ...returned, ...notesBack(snapshot, undo.notes), ...undo.last];
}

function returning({ row, column, wrote, before }: Overwritten, deleted: Undo["inserted"]): Returning[] {
  if (before === undefined) return [];
  const above = deleted.filter((rows) => rows.row < row).reduce((sum, { count }) => sum + count, 0);
  return [{ row: row - above, column, value: before, expect: formulaIn(wrote) === undefined ? valueIn(wrote) : undefined }];
}

/** As few writes as there are rectangles; cells in between are left as they are. */
function rectangles(sheet: string, cells: readonly Returning[]): Edit[] {
  const edits: Extract<Edit, { kind: "cells" }>[] = [];
  const rows = new Map<number, Returning[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  for (const [row, line] of [...rows].sort(([a], [b]) => a - b)) {
    const column = Math.min(...line.map((cell) => cell.column));
    const width = Math.max(...line.map((cell) => cell.column)) - column + 1;
    const values: CellInput[] = Array.from({ length: width }, () => undefined);
    const expect: (CellValue | undefined)[] = Array.from({ length: width }, () => undefined);
    for (const cell of line) {
      values[cell.column - column] = cell.value;
      expect[cell.column - column] = cell.expect;
    }
    const last = edits.at(-1);
    if (last?.expect && last.column === column && last.row + last.values.length === row && last.values[0]?.length === width)
      edits[edits.length - 1] = { ...last, values: [...last.values, values], expect: [...last.expect, expect] };
    else edits.push({ kind: "cells", sheet, row, column, values: [values], expect: [expect] });
  }
  return edits;
}

/** Notes come back where they say still what the command noted: a later command knows better. */
function notesBack({ sheets }: Snapshot, notes: readonly OverwrittenNote[]): Edit[] {
  const values = sheets.get(STATE_SHEET)?.values ?? [];
  return notes.flatMap((note): Edit[] => {
    const [kind, key, value] = values[note.row] ?? [];
    const isOurs = kind === note.kind && String(key) === note.key && String(value ?? "") === String(note.wrote ?? "");
    if (!isOurs) return [];
    const expect = [undefined, undefined, value ?? null];
    const line = note.before === undefined ? [null, null, null] : [undefined, undefined, returned(note)];
    return [{ kind: "cells", sheet: STATE_SHEET, row: note.row, column: 0, values: [line], expect: [expect] }];
  });
}

/** Looks stay, so what was noted of an earlier one is no longer true: forgotten, it is given anew. How many rows were laid is counted in cells, which come back. */
function returned({ kind, key, before = null }: OverwrittenNote): CellValue {
  return kind === "look" && !key.endsWith(".rows") ? null : before;
}

/** What is taken back, as a person counts it: sheets, rows, single cells. */
export function countOf(undo: Undo, cells: Undo["sheets"]): number {
  const rows = new Set(cells.flatMap(({ sheet, cells: each }) => each.map(({ row }) => `${sheet} ${formulaKey(row, 0)}`)));
  return undo.made.length + undo.protection.length + undo.inserted.reduce((sum, { count }) => sum + count, 0) + rows.size;
}
