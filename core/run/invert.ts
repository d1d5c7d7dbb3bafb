import type { WordKey } from "../words/message.ts";
import { type CellValue, formulaIn, valueIn } from "../workbook/cells.ts";
import type { Edit } from "../workbook/edits.ts";
import { formulaKey, HEAD_COLUMNS, HEAD_ROWS } from "../workbook/host.ts";
import { type Snapshot, sheetFacts } from "../workbook/snapshot.ts";
import { STATE_SHEET, type StateKind, stateKey } from "../workbook/state.ts";
import { invertLooks } from "./invert-looks.ts";
import { RowTrail } from "./row-trail.ts";
import { sameFormula } from "./same-formula.ts";
import type { Content, Overwritten, OverwrittenNote, Rows, Undo } from "./undo-data.ts";

interface Made {
  readonly command: WordKey;
  /** The sheet of the Log, whose rows are history and stay. */
  readonly log: string | undefined;
}

/**
 * How to take back the edits that a command made on what the snapshot says. Nothing where it changed no
 * cell, and where it wrote to cells that nobody read: what cannot come back whole is not offered.
 */
export function invert(snapshot: Snapshot, edits: readonly Edit[], { command, log }: Made): Undo | undefined {
  if (edits.some(({ kind }) => kind === "deleteRows" || kind === "removeSheet" || kind === "removeName")) return undefined;
  const kept = new Set([STATE_SHEET, ...(log === undefined ? [] : [log.toLowerCase()])]);
  const made = new Map<string, string>();
  for (const edit of edits) {
    if (edit.kind !== "addSheet" || sheetFacts(snapshot.survey, edit.sheet) || kept.has(edit.sheet.toLowerCase())) continue;
    made.set(edit.sheet.toLowerCase(), edit.sheet);
  }
  const written = new Written(snapshot, kept, made);
  for (const edit of edits) written.take(edit);
  const sheets = written.sheets();
  if (sheets === undefined) return undefined;
  const inserted = written.inserted();
  const looks = invertLooks(snapshot, edits, {
    isPassed: (sheet) => kept.has(sheet.toLowerCase()) || made.has(sheet.toLowerCase()),
    forward: (sheet, row) => written.trail(sheet).forward(row),
  });
  const isBlank = sheets.every(({ cells }) => cells.length === 0);
  if (isBlank && made.size + inserted.length + looks.protection.length === 0) return undefined;
  return { command, made: [...made.values()], inserted, sheets, notes: notesOf(snapshot, edits), ...looks };
}

/** The cells that a batch wrote, where they stand once it is done. */
class Written {
  private readonly trails = new Map<string, RowTrail>();
  /** By sheet, then place at the moment of writing. */
  private readonly writes: {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly moment: number;
    readonly wrote: Content;
  }[] = [];
  private readonly names = new Map<string, string>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly kept: ReadonlySet<string>,
    private readonly made: ReadonlyMap<string, string>,
  ) {}

  trail(sheet: string): RowTrail {
    const key = sheet.toLowerCase();
    const trail = this.trails.get(key) ?? new RowTrail();
    this.trails.set(key, trail);
    return trail;
  }

  take(edit: Edit): void {
    if (edit.kind !== "cells" && edit.kind !== "insertRows") return;
    const sheet = edit.sheet.toLowerCase();
    if (this.kept.has(sheet)) return;
    if (!this.names.has(sheet)) this.names.set(sheet, edit.sheet);
    const trail = this.trail(sheet);
    if (edit.kind === "insertRows") return trail.insert(edit.row, edit.count);
    const { moment } = trail;
    edit.values.forEach((line, down) => {
      line.forEach((wrote, across) => {
        if (wrote !== undefined) this.writes.push({ sheet, row: edit.row + down, column: edit.column + across, moment, wrote });
      });
    });
  }

  inserted(): Rows[] {
    return [...this.names].flatMap(([key, sheet]) =>
      this.made.has(key)
        ? []
        : this.trail(key)
            .inserted()
            .map((rows) => ({ sheet, ...rows })),
    );
  }

  /** Nothing where it is not known what stood in one of the cells. */
  sheets(): Undo["sheets"] | undefined {
    const last = new Map<string, Map<string, Overwritten>>();
    for (const { sheet, row, column, moment, wrote } of this.writes) {
      const cells = last.get(sheet) ?? new Map<string, Overwritten>();
      last.set(sheet, cells);
      const at = this.trail(sheet).forward(row, moment);
      cells.set(formulaKey(at, column), { row: at, column, wrote });
    }
    const sheets: { sheet: string; cells: Overwritten[] }[] = [];
    for (const [key, cells] of last) {
      const sheet = this.names.get(key) ?? key;
      const found: Overwritten[] = [];
      for (const cell of cells.values()) {
        const origin = this.made.has(key) ? undefined : this.trail(key).origin(cell.row);
        if (origin === undefined) {
          found.push(cell);
          continue;
        }
        const before = contentAt(this.snapshot, sheet, origin, cell.column);
        if (before === undefined) return undefined;
        if (!isSame(cell.wrote, before)) found.push({ ...cell, before });
      }
      sheets.push({ sheet, cells: found });
    }
    return sheets;
  }
}

/** What stood in a cell; `undefined` where its sheet was not read that far. */
function contentAt({ sheets, survey }: Snapshot, sheet: string, row: number, column: number): Content | undefined {
  const cells = sheets.get(sheet.toLowerCase());
  if (!cells) {
    // Of a sheet that was not read, the survey tells the head without its formulas.
    const isSeen = row < HEAD_ROWS && column < HEAD_COLUMNS;
    return isSeen && (sheetFacts(survey, sheet)?.head[row]?.[column] ?? null) === null ? null : undefined;
  }
  const formula = cells.formulas.get(formulaKey(row, column));
  const value = cells.values[row]?.[column] ?? null;
  if (formula === undefined) return value;
  return { formula, value: typeof value === "object" ? null : value };
}

/** A formula whose result alone is another is the same content. */
function isSame(a: Content, b: Content): boolean {
  const [one, other] = [formulaIn(a), formulaIn(b)];
  if (one !== undefined || other !== undefined) return one !== undefined && other !== undefined && sameFormula(one, other);
  return JSON.stringify(plain(valueIn(a))) === JSON.stringify(plain(valueIn(b)));
}

function plain(value: CellValue): CellValue {
  return value === "" ? null : value;
}

/** A number once given is not given again, and the Log stays with what is noted of it. */
function notesOf(snapshot: Snapshot, edits: readonly Edit[]): OverwrittenNote[] {
  const notes = new Map<string, OverwrittenNote>();
  for (const edit of edits) {
    if (edit.kind !== "cells" || edit.sheet !== STATE_SHEET) continue;
    edit.values.forEach(([kind, key, value], down) => {
      const row = edit.row + down;
      if (row === 0 || typeof kind !== "string" || typeof key !== "string") return;
      if (kind === "number" || kind === "book" || key === "log" || key.startsWith("log.")) return;
      const id = stateKey(kind as StateKind, key);
      const before = snapshot.state.cells.get(id);
      const wrote = value === undefined ? null : valueIn(value);
      notes.set(id, { row, kind: kind as StateKind, key, wrote, ...(before ? { before: before.value } : {}) });
    });
  }
  return [...notes.values()];
}
