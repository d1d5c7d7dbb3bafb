/// <reference types="google-apps-script" />
import {
  type Area,
  type CellPlace,
  type CellValue,
  type Edit,
  originOf,
  type Receipt,
  type RowMove,
  rangesOf,
  type SheetFacts,
  textTooLong,
} from "../../core/index.ts";
import type { Before } from "./before.ts";
import { holds } from "./cell-values.ts";
import { once } from "./once.ts";
import type { Refusal } from "./refusal.ts";
import type { KnownSheet, SheetsAtHand } from "./sheets-at-hand.ts";

type Barred = Exclude<Edit, { kind: "addSheet" | "name" | "removeName" }>;

/** Judges a whole batch before any of it is made: a bad or stale one changes nothing. */
export function checkBatch(at: SheetsAtHand, before: Before, edits: readonly Edit[]): Receipt | undefined {
  const tooLong = textTooLong(edits);
  const refused = tooLong ?? refusedOf(at, edits);
  if (refused) return { applied: 0, stale: [], refused };
  const stale = staleCells(at, before, edits);
  return stale.length > 0 ? { applied: 0, stale } : undefined;
}

/** A sheet as the batch will find it. */
interface Ahead {
  readonly known: KnownSheet | undefined;
  readonly visibility: () => SheetFacts["visibility"];
  /** The cells that may be filled all the same, where the sheet is protected. */
  guarded: (() => readonly Area[] | undefined) | undefined;
}

function refusedOf(at: SheetsAtHand, edits: readonly Edit[]): Refusal | undefined {
  const ahead = new Map<string, Ahead>(
    at
      .all()
      .map((known) => [
        known.name.toLowerCase(),
        { known, visibility: () => (known.sheet.isSheetHidden() ? "hidden" : "visible"), guarded: once(() => freeCells(known)) },
      ]),
  );
  for (const edit of edits) {
    if (edit.kind === "addSheet") {
      const { visibility } = edit;
      const name = edit.sheet.toLowerCase();
      if (!ahead.has(name)) ahead.set(name, { known: undefined, visibility: () => visibility, guarded: undefined });
      continue;
    }
    if (edit.kind === "removeName") continue;
    const missing = sheetsOf(edit).find((name) => !ahead.has(name.toLowerCase()));
    if (missing !== undefined) return { code: "sheet-missing", params: { sheet: missing } };
    if (edit.kind === "name") continue;
    const sheet = ahead.get(edit.sheet.toLowerCase());
    const free = sheet && mayBeBarred(edit) ? sheet.guarded?.() : undefined;
    if (free && isBarred(edit, free)) return { code: "sheet-protected", params: { sheet: edit.sheet } };
    if (sheet && edit.kind === "protect") sheet.guarded = edit.protect ? () => [] : undefined;
    if (edit.kind === "removeSheet") {
      ahead.delete(edit.sheet.toLowerCase());
      // Sheets keeps one sheet that shows.
      if (![...ahead.values()].some(({ visibility }) => visibility() === "visible"))
        return { code: "last-sheet", params: { sheet: edit.sheet } };
    }
  }
  return undefined;
}

/** The sheets that an edit needs: its own, and those that its validations take their choices from, or its charts their values. */
function sheetsOf(edit: Exclude<Edit, { kind: "addSheet" | "removeName" }>): string[] {
  if (edit.kind === "name") return [edit.at.sheet];
  if (edit.kind === "chart") return [edit.sheet, ...edit.charts.flatMap(rangesOf).flatMap(({ sheet }) => sheet ?? [])];
  if (edit.kind !== "validate") return [edit.sheet];
  return [edit.sheet, ...edit.validations.flatMap(({ rule }) => (rule.type === "listFrom" ? [rule.sheet] : []))];
}

/** Its owner may write to a protected sheet, and Concord does not all the same: what is sealed stays as it is. */
function freeCells({ sheet }: KnownSheet): readonly Area[] | undefined {
  const protections = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).filter((protection) => !protection.isWarningOnly());
  const [first] = protections;
  return first?.getUnprotectedRanges().map((range) => ({
    row: range.getRow() - 1,
    column: range.getColumn() - 1,
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  }));
}

function mayBeBarred({ kind }: Barred): boolean {
  return kind !== "freeze" && kind !== "page" && kind !== "protect" && kind !== "removeSheet";
}

/** Unlocked cells of a protected sheet may be filled and formatted; its build may not change. */
function isBarred(edit: Barred, free: readonly Area[]): boolean {
  if (edit.kind === "format") return !edit.areas.every((area) => isFree(area, free));
  if (edit.kind !== "cells") return true;
  return edit.values.some((line, down) =>
    line.some(
      (input, across) => input !== undefined && !isFree({ row: edit.row + down, column: edit.column + across, rows: 1, columns: 1 }, free),
    ),
  );
}

function isFree(area: Area, free: readonly Area[]): boolean {
  return free.some(
    ({ row, column, rows, columns }) =>
      row <= area.row && column <= area.column && row + rows >= area.row + area.rows && column + columns >= area.column + area.columns,
  );
}

/** The cells that hold something else than expected, where they stand now. */
function staleCells(at: SheetsAtHand, before: Before, edits: readonly Edit[]): CellPlace[] {
  const valuesOf = (sheet: string): readonly (readonly CellValue[])[] => {
    const known = at.find(sheet);
    return known ? before.valuesOf(known) : [];
  };
  const moved = new Map<string, RowMove[]>();
  return edits.flatMap((edit) => {
    if (edit.kind === "insertRows" || edit.kind === "deleteRows") moved.set(edit.sheet, [edit, ...(moved.get(edit.sheet) ?? [])]);
    if (edit.kind !== "cells" || !edit.expect) return [];
    const moves = moved.get(edit.sheet) ?? [];
    return edit.expect.flatMap((line, down) => {
      const origin = originOf(moves, edit.row + down);
      return line.flatMap((expected, across): CellPlace[] => {
        if (expected === undefined) return [];
        const column = edit.column + across;
        const there = origin === undefined ? null : (valuesOf(edit.sheet)[origin]?.[column] ?? null);
        return holds(there, expected) ? [] : [{ sheet: edit.sheet, row: origin ?? edit.row + down, column }];
      });
    });
  });
}
