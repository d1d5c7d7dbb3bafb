import { columnIndex, MAX_COLUMNS, MAX_ROWS } from "../xlsx/references.ts";
import { type Insertion, shiftRow } from "./insertion.ts";

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

/**
 * Gives the rows of a formula's references to one sheet new numbers.
 * @param home the sheet the formula stands in, which its unqualified references mean
 * @param to the new row of a row, both from 0; `anchored` where it is written with `$`
 */
export function rewriteRows(formula: string, home: string, sheet: string, to: (row: number, anchored: boolean) => number): string {
  return formula.replace(TOKEN, (token: string, qualifier: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return token;
    const named = qualifier === undefined ? home : sheetOf(qualifier);
    const ends = reference.split(":");
    if (named.toLowerCase() !== sheet.toLowerCase() || !ends.every(isOnSheet)) return token;
    const moved = ends.map((end) =>
      end.replace(/(\$?)(\d+)$/, (_, anchor: string, row: string) => `${anchor}${to(Number(row) - 1, anchor !== "") + 1}`),
    );
    return (qualifier ?? "") + moved.join(":");
  });
}

/**
 * A formula after rows were inserted, as a spreadsheet rewrites it.
 * `shiftFormula("SUM(A1:A$3)", "Plan", { sheet: "Plan", row: 1, count: 2 })` is `SUM(A1:A$5)`.
 */
export function shiftFormula(formula: string, home: string, insertion: Insertion): string {
  return rewriteRows(formula, home, insertion.sheet, (row) => shiftRow(row, insertion));
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
