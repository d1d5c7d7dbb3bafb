import type { Area, CellInput, Edit } from "../../core/index.ts";

/** Cells that are written by one call. */
export interface Rectangle extends Area {
  readonly values: readonly (readonly Exclude<CellInput, undefined>[])[];
}

/** What stands in a cell that is to stay, where to write it again loses nothing; `null` where it is empty. */
export type Stands = (row: number, column: number) => Exclude<CellInput, undefined> | undefined;

type Line = Map<number, Exclude<CellInput, undefined>>;

/**
 * What some edits of one sheet write, as few rectangles. `setValues` writes every cell of its range, so
 * a cell that is to stay as it is parts a rectangle, unless it can be written as it stands.
 * A row's cells stay together as far as may be, so that a break-off leaves few rows half written.
 */
export function rectanglesOf(
  edits: readonly Pick<Extract<Edit, { kind: "cells" }>, "row" | "column" | "values">[],
  stands: Stands,
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
  const found: Block[] = [];
  let above: Block[] = [];
  let last = -1;
  for (const [row, line] of [...lines].sort(([a], [b]) => a - b)) {
    const stretches = stretchesOf(row, line, stands).map(({ column, values }): Block => ({ row, column, values: [values] }));
    if (row === last + 1 && joined(above, stretches, stands))
      for (const [index, block] of above.entries()) append(block, stretches[index], stands);
    else {
      found.push(...stretches);
      above = stretches;
    }
    last = row;
  }
  return found.map(({ row, column, values }) => ({ row, column, rows: values.length, columns: values[0]?.length ?? 0, values }));
}

interface Block {
  row: number;
  column: number;
  values: Exclude<CellInput, undefined>[][];
}

/** Whether each stretch of a row can become a part of the block above it, with nothing in between but what can be written as it stands. */
function joined(above: readonly Block[], stretches: readonly Block[], stands: Stands): boolean {
  if (above.length !== stretches.length) return false;
  let free = 0;
  return above.every((block, index) => {
    const stretch = stretches[index];
    if (!stretch) return false;
    const [first, end] = [Math.min(block.column, stretch.column), Math.max(endOf(block), endOf(stretch))];
    if (first < free) return false;
    free = end;
    return [block, stretch].every((each) => {
      const missing = columns(first, end).filter((column) => !isIn(each, column));
      return (
        missing.length === 0 || each.values.every((_, down) => missing.every((column) => stands(each.row + down, column) !== undefined))
      );
    });
  });
}

function append(block: Block, stretch: Block | undefined, stands: Stands): void {
  if (!stretch) return;
  const [first, end] = [Math.min(block.column, stretch.column), Math.max(endOf(block), endOf(stretch))];
  const added = widened(stretch, first, end, stands);
  if (first < block.column || end > endOf(block)) block.values = widened(block, first, end, stands);
  block.column = first;
  block.values.push(...added);
}

function widened(block: Block, first: number, end: number, stands: Stands): Block["values"] {
  return block.values.map((line, down) =>
    columns(first, end).map((column) =>
      isIn(block, column) ? (line[column - block.column] ?? null) : (stands(block.row + down, column) ?? null),
    ),
  );
}

function endOf({ column, values }: Block): number {
  return column + (values[0]?.length ?? 0);
}

function isIn(block: Block, column: number): boolean {
  return column >= block.column && column < endOf(block);
}

function columns(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function stretchesOf(
  row: number,
  line: Line,
  stands: Stands,
): { readonly column: number; readonly values: Exclude<CellInput, undefined>[] }[] {
  const found: { column: number; values: Exclude<CellInput, undefined>[] }[] = [];
  let end = 0;
  for (const [column, input] of [...line].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    const gap = Array.from({ length: column - end }, (_, index) => end + index);
    const kept = gap.map((each) => stands(row, each));
    if (last && kept.every((each) => each !== undefined))
      last.values.push(...kept.flatMap((each) => (each === undefined ? [] : [each])), input);
    else found.push({ column, values: [input] });
    end = column + 1;
  }
  return found;
}
