import { cellAddress, columnLetters } from "../base/place.ts";
import type { Figure } from "./figure.ts";
import type { At, Section, SectionRow } from "./section.ts";

/** Of a section's table: the columns of its rows' names, and of the first and last day of a stretch of time. */
export const LABEL = 0;
export const FROM = 3;
export const UNTIL = 5;

/** Where a section's rows stand: the first row, and the column of each figure. */
export interface SectionPlace {
  readonly first: number;
  readonly columns: readonly number[];
}

/** All figures of a section, row by row. */
export function linesOf(section: Section, place: SectionPlace): Figure[][] {
  const lines: Figure[][] = [];
  for (const [index, row] of section.rows.entries()) lines.push(lineOf(section, index, row, place, lines));
  return lines;
}

/** Each figure is worked out once: one may look at another on either side of it. */
function lineOf(
  { id, columns }: Section,
  index: number,
  { label, from = 0, until = 0 }: SectionRow,
  place: SectionPlace,
  above: readonly (readonly Figure[])[],
): Figure[] {
  const known = new Map<number, Figure>();
  const figureIn = (column: number): Figure => {
    const made = known.get(column) ?? columns[column]?.figure(at);
    if (!made) throw new Error(`The section ${id} has no column ${column}.`);
    known.set(column, made);
    return made;
  };
  const row = place.first + index;
  const columnOf = (column: number): number => place.columns[column] ?? 0;
  const at: At = {
    index,
    label: { text: `$${cellAddress(row, LABEL)}`, value: label },
    from: { text: `$${cellAddress(row, FROM)}`, value: from },
    until: { text: `$${cellAddress(row, UNTIL)}`, value: until },
    other: (column) => ({ ...figureIn(column), formula: `$${cellAddress(row, columnOf(column))}` }),
    above: (column) => ({
      formula: `SUM(${columnRange(columnOf(column), place.first, index)})`,
      value: above.reduce((sum, line) => sum + (line[column]?.value ?? 0), 0),
      rows: above.flatMap((line) => line[column]?.rows ?? []),
    }),
  };
  return columns.map((_, column) => figureIn(column));
}

/** Some rows of one column, as formulas say it. */
export function columnRange(column: number, first: number, count: number): string {
  const letters = `$${columnLetters(column)}$`;
  return `${letters}${first + 1}:${letters}${first + count}`;
}
