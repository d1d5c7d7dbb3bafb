import { textWidth } from "../base/text.ts";

/** Points that one line of 9-point text takes, and what a row adds around its lines. */
const LINE = 13;
const PADDING = 5;

/** How many lines a text takes in a cell `width` characters wide. */
function linesOf(text: string, width: number): number {
  const usable = Math.max(2, width - 1);
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/**
 * The height of a row whose merged cells hold these texts: merged cells do not grow by themselves.
 * @returns points, at least one line's and at most Excel's 409
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[], least = 18): number {
  const lines = Math.max(1, ...cells.map((cell) => linesOf(cell.text, cell.width)));
  return Math.min(409, Math.max(least, lines * LINE + PADDING));
}
