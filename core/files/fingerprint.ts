import { sha256 } from "@noble/hashes/sha2.js";
import type { CellValue } from "../workbook/cells.ts";
import { isCellError } from "../workbook/cells.ts";
import type { SheetCells } from "../workbook/host.ts";
import { type Aligned, align, byPlace } from "./align.ts";
import { base64 } from "./base64.ts";
import { utf8 } from "./utf8.ts";

/** A document as it stands in its sheet. */
export interface DocumentCells {
  readonly cells: Pick<SheetCells, "values">;
  /**
   * Part of what the document says: a date's serial number means another day in the other system. Programs
   * that save a file again keep it.
   */
  readonly dateSystem: 1900 | 1904;
  /** Column 0 holds markers, which are no part of what the document says. */
  readonly hasMarkers: boolean;
}

/** What a document said, cell by cell, as short digests: small enough to be kept in the hidden sheet. */
export type Kept = readonly string[];

/** What happened to a cell since; a removed one's row is where it stood where its whole row is gone. */
export interface CellChange {
  readonly change: "changed" | "added" | "removed";
  readonly row: number;
  readonly column: number;
}

/**
 * The SHA-256 of what a document says: its labels and values, row by row. Formats, widths and the text
 * of formulas do not count, nor do blank rows and columns, trailing blanks in a text, or how a number
 * is written.
 * @returns 64 hexadecimal digits
 */
export function fingerprint(document: DocumentCells): string {
  const grid = gridOf(document, (value) => value);
  const lines = [`concord 1 ${document.dateSystem}`];
  const columns = grid.columns;
  for (const { cells } of grid.rows) lines.push(JSON.stringify([...cells].map(([column, said]) => [columns.indexOf(column), said])));
  return hex(sha256(utf8(lines.join("\n"))));
}

const VERSION = "1";
/** A cell of Excel takes 32,767 characters. */
const LONGEST = 32_000;
/** Characters of a digest: 36 bits, enough to notice a change; proof is the fingerprint's. */
const DIGEST = 6;

/** Digests of every cell, in as many texts as cells of at most 32,767 characters need. */
export function keepCells(document: DocumentCells): Kept {
  const { rows } = gridOf(document, digest);
  const kept = [`${VERSION} ${document.dateSystem}`];
  for (const { row, cells } of rows) {
    for (const text of chunks(row, cells)) {
      const last = kept[kept.length - 1] ?? "";
      if (last.length + text.length + 1 > LONGEST) kept.push(`${VERSION} ${document.dateSystem};${text}`);
      else kept[kept.length - 1] = `${last};${text}`;
    }
  }
  return kept;
}

/** A row too wide for one text is kept as several rows of one number. */
function* chunks(row: number, cells: ReadonlyMap<number, string>): Generator<string> {
  const all = [...cells].map(([column, said]) => `${column}.${said}`);
  for (let from = 0; from < all.length; from += 2000) yield `${row}|${all.slice(from, from + 2000).join(",")}`;
}

/**
 * Which cells say something else than when the document was kept. Rows and columns that were moved away
 * by others put in between are known again: of the ways to see what happened, the one with the fewest
 * changes is told.
 * @returns null where the date system changed: then every date means another day
 */
export function changedCells(kept: Kept, document: DocumentCells): readonly CellChange[] | null {
  const before = gridFrom(kept);
  if (before.dateSystem !== document.dateSystem) return null;
  const after = gridOf(document, digest);
  const rowNumbers = [before, after].map(({ rows }) => rows.map(({ row }) => row));
  const ways = [byPlace(rowNumbers[0] ?? [], rowNumbers[1] ?? []), align(rowTexts(before), rowTexts(after))].flatMap((rows) =>
    [byPlace(before.columns, after.columns), align(columnTexts(before), columnTexts(after))].map((columns) =>
      differences(before, after, rows, columns),
    ),
  );
  return ways.reduce((least, way) => (way.length < least.length ? way : least)).sort((a, b) => a.row - b.row || a.column - b.column);
}

function differences(before: Grid, after: Grid, rows: readonly Aligned[], columns: readonly Aligned[]): CellChange[] {
  return rows.flatMap(([i, j]) => {
    const was = i === null ? undefined : before.rows[i];
    const is = j === null ? undefined : after.rows[j];
    return columns.flatMap(([m, n]): CellChange[] => {
      const [from, to] = [m === null ? undefined : before.columns[m], n === null ? undefined : after.columns[n]];
      const there = from === undefined ? undefined : was?.cells.get(from);
      const here = to === undefined ? undefined : is?.cells.get(to);
      if (there === here) return [];
      const change = there === undefined ? "added" : here === undefined ? "removed" : "changed";
      return [{ change, row: is?.row ?? was?.row ?? 0, column: to ?? from ?? 0 }];
    });
  });
}

/** What stands in a sheet: rows and columns that hold anything, cells by their column. */
interface Grid {
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<number, string> }[];
  readonly columns: readonly number[];
}

function gridOf({ cells, hasMarkers }: DocumentCells, tell: (said: string) => string): Grid {
  return grid(
    cells.values.map((line, row) => {
      const told = new Map<number, string>();
      line.forEach((value, column) => {
        const said = column === 0 && hasMarkers ? null : canonical(value);
        if (said !== null) told.set(column, tell(said));
      });
      return { row, cells: told };
    }),
  );
}

function grid(rows: Grid["rows"]): Grid {
  const filled = rows.filter(({ cells }) => cells.size > 0);
  const columns = [...new Set(filled.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  return { rows: filled, columns };
}

function gridFrom(kept: Kept): Grid & { readonly dateSystem: number } {
  const rows = new Map<number, Map<number, string>>();
  let dateSystem = 0;
  for (const text of kept) {
    const [head = "", ...lines] = text.split(";");
    dateSystem = Number(head.split(" ")[1]);
    for (const line of lines) {
      const [row = "", cells = ""] = line.split("|");
      const told = rows.get(Number(row)) ?? new Map<number, string>();
      rows.set(Number(row), told);
      for (const cell of cells.split(",")) {
        const dot = cell.indexOf(".");
        told.set(Number(cell.slice(0, dot)), cell.slice(dot + 1));
      }
    }
  }
  return { ...grid([...rows].map(([row, cells]) => ({ row, cells }))), dateSystem };
}

/** Without columns, so that a column put in between changes no row; likewise below. */
function rowTexts({ rows }: Grid): string[] {
  return rows.map(({ cells }) => [...cells.values()].join());
}

function columnTexts({ rows, columns }: Grid): string[] {
  return columns.map((column) => rows.flatMap(({ cells }) => cells.get(column) ?? []).join());
}

/** A value so that two that a person would call the same are one text; null for nothing. */
function canonical(value: CellValue): string | null {
  if (value === null) return null;
  if (isCellError(value)) return `e${value.error}`;
  if (typeof value === "boolean") return `b${value ? 1 : 0}`;
  // Programs write 15 significant digits, the last of 17 differ from one to the next.
  if (typeof value === "number") return `n${Number(value.toPrecision(15)) + 0}`;
  const text = value
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t\u00a0\u3000]+(?=\n|$)/g, "")
    .replace(/\n+$/, "");
  return text === "" ? null : `s${text}`;
}

function digest(said: string): string {
  return base64(sha256(utf8(said))).slice(0, DIGEST);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
