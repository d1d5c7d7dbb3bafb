import type { CountedRow, Figure } from "./figure.ts";
import type { Tile } from "./section.ts";

type Lines = readonly (readonly Figure[])[];

/** What a tile says; `null` where there is nothing to make a rate or a mean of. */
export function tileValue({ shows }: Tile, lines: Lines): number | null {
  if (shows.kind === "total") return totalOf([shows.column], lines);
  if (shows.kind === "figure") return shows.figure.value;
  if (shows.kind === "mean") return shows.count.value === 0 ? null : (shows.sum.value - shows.less.value) / shows.count.value;
  const among = totalOf(shows.among, lines);
  return among === 0 ? null : (totalOf(shows.of, lines) - totalOf(shows.less ?? [], lines)) / among;
}

/** The rows behind it: of a rate those that it is short of, or all where it is short of none. */
export function tileRows({ shows }: Tile, lines: Lines): readonly CountedRow[] {
  if (shows.kind === "total") return rowsOf([shows.column], lines);
  if (shows.kind === "figure") return shows.figure.rows;
  if (shows.kind === "mean") return shows.count.rows;
  if (shows.less) return rowsOf(shows.of, lines);
  const met = new Set(rowsOf(shows.of, lines));
  const all = rowsOf(shows.among, lines);
  const short = all.filter((row) => !met.has(row));
  return short.length > 0 ? short : all;
}

function totalOf(columns: readonly number[], lines: Lines): number {
  return columns.reduce((sum, column) => sum + lines.reduce((part, line) => part + (line[column]?.value ?? 0), 0), 0);
}

function rowsOf(columns: readonly number[], lines: Lines): CountedRow[] {
  return columns.flatMap((column) => lines.flatMap((line) => line[column]?.rows ?? []));
}
