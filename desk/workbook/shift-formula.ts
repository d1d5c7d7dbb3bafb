import { columnIndex, MAX_COLUMNS, MAX_ROWS } from "../xlsx/references.ts";
import { moveRows, type RowMove } from "./row-move.ts";

const TEXT = '"(?:[^"]|"")*"';
const QUOTED = "'(?:[^']|'')+'";
const WORD = String.raw`\p{L}\p{N}_.\\?`;
/** `Sheet!`, `'Sheet 1'!`, and those never rewritten: `[1]Sheet!` of another file, `Jan:Dec!` of many sheets. */
const QUALIFIER = String.raw`(?:${QUOTED}|(?:\[[^\]]*\])?[${WORD}]+(?::[${WORD}]+)?)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const ROWS = String.raw`\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
/** Not a part of a longer name, such as `LOG10(` or `Plan.A1`. */
const REFERENCE = `(?<![${WORD}$#!])(${QUALIFIER})?(${CELL}(?::${CELL})?|${ROWS})(?![${WORD}(!])`;
/** `[[#This Row],[Due A1]]` of a table reference. */
const BRACKETS = String.raw`\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\]`;
/** Texts, brackets and quoted names are matched only so that nothing inside them is. */
const TOKEN = new RegExp([TEXT, REFERENCE, BRACKETS, QUOTED].join("|"), "gu");

/** A row as a formula writes it, from 0; `anchored` where it has a `$`. */
export interface WrittenRow {
  readonly row: number;
  readonly anchored: boolean;
}

/**
 * Gives the rows of a formula's references to one sheet new numbers.
 * @param home the sheet the formula stands in, which its unqualified references mean
 * @param to the new rows of a reference's one or two, the upper first; nothing where they are gone
 */
export function rewriteRows(
  formula: string,
  home: string,
  sheet: string,
  to: (first: WrittenRow, last: WrittenRow) => readonly [first: number, last: number] | undefined,
): string {
  return formula.replace(TOKEN, (token: string, qualifier: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return token;
    const named = qualifier === undefined ? home : sheetOf(qualifier);
    const ends = reference.split(":");
    if (named.toLowerCase() !== sheet.toLowerCase() || !ends.every(isOnSheet)) return token;
    const rows = ends.map(rowOf);
    const isUpsideDown = (rows[0]?.row ?? 0) > (rows[1]?.row ?? Number.POSITIVE_INFINITY);
    const [first = rows[0], last = first] = isUpsideDown ? [...rows].reverse() : rows;
    const found = first && last && to(first, last);
    if (!found) return `${qualifier ?? ""}#REF!`;
    const moved = isUpsideDown ? [...found].reverse() : found;
    return (qualifier ?? "") + ends.map((end, index) => end.replace(/\d+$/, String((moved[index] ?? 0) + 1))).join(":");
  });
}

/**
 * A formula after rows were inserted or deleted, as a spreadsheet rewrites it.
 * `shiftFormula("SUM(A1:A$3)", "Plan", { kind: "insert", sheet: "Plan", row: 1, count: 2 })` is `SUM(A1:A$5)`.
 */
export function shiftFormula(formula: string, home: string, move: RowMove): string {
  return rewriteRows(formula, home, move.sheet, (first, last) => moveRows(first.row, last.row, move));
}

/**
 * A formula after a sheet was taken away: what looked at it looks at nothing.
 * `withoutSheet("Plan!A1+Other!B2", "Plan")` is `#REF!+Other!B2`.
 */
export function withoutSheet(formula: string, sheet: string): string {
  return formula.replace(TOKEN, (token: string, qualifier: string | undefined) =>
    qualifier !== undefined && sheetOf(qualifier).toLowerCase() === sheet.toLowerCase() ? "#REF!" : token,
  );
}

function rowOf(end: string): WrittenRow {
  const [, anchor, row] = /(\$?)(\d+)$/.exec(end) ?? [];
  return { row: Number(row) - 1, anchored: anchor !== "" };
}

function sheetOf(qualifier: string): string {
  const name = qualifier.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** `XFE1` and `A1048577` lie beyond the sheet, so they are names. */
function isOnSheet(end: string): boolean {
  const [, letters = "", row] = /^\$?([A-Za-z]*)\$?(\d+)$/.exec(end) ?? [];
  return columnIndex(letters) < MAX_COLUMNS && Number(row) <= MAX_ROWS;
}
