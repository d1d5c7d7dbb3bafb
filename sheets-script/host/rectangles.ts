import type { Area, CellInput, Edit } from "../../core/index.ts";

/** Cells that are written by one call. */
export interface Rectangle extends Area {
  readonly values: readonly (readonly Exclude<CellInput, undefined>[])[];
}

type Line = Map<number, Exclude<CellInput, undefined>>;

/**
 * What some edits of one sheet write, as few rectangles. `setValues` writes every cell of its range, so
 * a cell that is to stay as it is parts a rectangle, unless it is empty: then it is written as empty.
 * A row's cells stay together as far as may be, so that a break-off leaves few rows half written.
 */
export function rectanglesOf(
  edits: readonly Pick<Extract<Edit, { kind: "cells" }>, "row" | "column" | "values">[],
  isEmpty: (row: number, column: number) => boolean,
): Rectangle[] {
  const lines = new Map<number, Line>();
  for (const { row, column, values } of edits) {
    values.forEach((given, down) => {
      const line = lines.get(row + down) ?? new Map();
      lines.set(row + down, line);
      given.forEach((input, across) => {
        if (input !== undefined) line.set(column + across, input);
      });
    });
  }
  const open = new Map<string, { row: number; column: number; values: Exclude<CellInput, undefined>[][] }>();
  const found: { row: number; column: number; values: Exclude<CellInput, undefined>[][] }[] = [];
  for (const [row, line] of [...lines].sort(([a], [b]) => a - b)) {
    for (const { column, values } of stretchesOf(row, line, isEmpty)) {
      const key = `${column} ${values.length}`;
      const above = open.get(key);
      if (above && above.row + above.values.length === row) above.values.push(values);
      else {
        const begun = { row, column, values: [values] };
        open.set(key, begun);
        found.push(begun);
      }
    }
  }
  return found.map(({ row, column, values }) => ({ row, column, rows: values.length, columns: values[0]?.length ?? 0, values }));
}

function stretchesOf(
  row: number,
  line: Line,
  isEmpty: (row: number, column: number) => boolean,
): { readonly column: number; readonly values: Exclude<CellInput, undefined>[] }[] {
  const found: { column: number; values: Exclude<CellInput, undefined>[] }[] = [];
  let end = 0;
  for (const [column, input] of [...line].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    const gap = Array.from({ length: column - end }, (_, index) => end + index);
    if (last && gap.every((each) => isEmpty(row, each))) last.values.push(...gap.map(() => null), input);
    else found.push({ column, values: [input] });
    end = column + 1;
  }
  return found;
}
