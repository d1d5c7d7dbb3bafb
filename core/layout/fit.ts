import { textWidth } from "../base/text.ts";

/** Points that a line of text takes by the points of its font, and what a row adds around its lines. */
const LINE = 13 / 9;
const PADDING = 5;

/** How many lines a text takes in a cell `width` characters wide. */
function linesOf(text: string, width: number): number {
  const usable = Math.max(2, width - 1);
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/** A text, the characters of its cell's width, and the points of its font (9 where left out). */
export interface Fitted {
  readonly text: string;
  readonly width: number;
  readonly size?: number;
}

/**
 * The height of a row whose cells hold these wrapped texts: merged cells do not grow by themselves, and
 * in files none do.
 * @returns whole points, at least one line's and at most Excel's 409
 */
export function rowHeight(cells: readonly Fitted[], least = 18): number {
  const heights = cells.map(({ text, width, size = 9 }) => Math.round(linesOf(text, width) * LINE * size) + PADDING);
  return Math.min(409, Math.max(least, ...heights));
}

/** The characters of a figure with its separators and decimals, its sign apart. @example figureWidth(1234567, 2) // 12 */
export function figureWidth(figure: number, decimals: number): number {
  const digits = Math.floor(figure).toString().length;
  return digits + Math.floor((digits - 1) / 3) + (decimals > 0 ? decimals + 1 : 0);
}
