import { textWidth } from "../base/text.ts";
import { figureWidth, rowHeight } from "../layout/fit.ts";

/** Widths of columns in characters: of the codes and names at the left, of each period, and of the sum. */
export interface GridWidths {
  readonly code: number;
  readonly name: number;
  readonly period: number;
  readonly total: number;
}

/** As narrow and as wide as a column may be: what is longer takes more lines, so that figures stay legible on paper. */
const CODE = { least: 14, most: 24 } as const;
const NAME = { least: 27, most: 42 } as const;
const PERIOD = 10;
const TOTAL = 11;
/** What an indent and bold letters take more. */
const INDENT = 3;
const BOLD = 1.1;
/** The marker and the two columns between names and figures. */
const MARKER = 6;
const UNIT = 7;
const ITEM = 15;

export interface Contents {
  readonly subjects: readonly { readonly code: string; readonly name: string }[];
  /** The largest figure of the periods and of their sums. */
  readonly figure: number;
  readonly sum: number;
  readonly decimals: number;
}

export function gridWidths({ subjects, figure, sum, decimals }: Contents): GridWidths {
  const longest = (text: (subject: Contents["subjects"][number]) => string): number =>
    subjects.reduce((most, subject) => Math.max(most, Math.ceil(textWidth(text(subject)) * BOLD) + INDENT), 0);
  return {
    code: between(
      CODE,
      longest(({ code }) => code),
    ),
    name: between(
      NAME,
      longest(({ name }) => name),
    ),
    period: Math.max(PERIOD, numberWidth(figure, decimals)),
    total: Math.max(TOTAL, numberWidth(sum, decimals)),
  };
}

/** All columns of a sheet, the hidden one with the markers first. */
export function columnsOf({ code, name, period, total }: GridWidths, periods: number): number[] {
  return [MARKER, code, name, UNIT, ITEM, ...Array.from({ length: periods }, () => period), total];
}

/** The row that names a subject: higher, and wrapped, where its code or name takes more than one line; else as any other. */
export function namedRow(
  { code, name }: { readonly code: string; readonly name: string },
  widths: Pick<GridWidths, "code" | "name">,
  least: number,
): { readonly height: number; readonly wrap: boolean } {
  const fitted = (text: string, width: number) => ({ text, width: (width - INDENT) / BOLD + 1 });
  const height = rowHeight([fitted(code, widths.code), fitted(name, widths.name)], 0);
  return height > ONE_LINE ? { height: Math.max(height, least), wrap: true } : { height: least, wrap: false };
}

const ONE_LINE = rowHeight([], 18);

function between({ least, most }: { readonly least: number; readonly most: number }, wanted: number): number {
  return Math.min(most, Math.max(least, wanted));
}

function numberWidth(figure: number, decimals: number): number {
  return Math.ceil((1 + figureWidth(figure, decimals)) * BOLD) + 1;
}

/** The largest of some lists, whatever their signs. */
export function largestIn(lists: Iterable<readonly number[]>): number {
  let largest = 0;
  for (const list of lists) for (const each of list) largest = Math.max(largest, Math.abs(each));
  return largest;
}

/** The largest sum of one of some lists. */
export function largestSum(lists: Iterable<readonly number[]>): number {
  let largest = 0;
  for (const list of lists) largest = Math.max(largest, Math.abs(list.reduce((sum, each) => sum + each, 0)));
  return largest;
}
