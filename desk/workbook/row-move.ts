import type { Area } from "../../core/index.ts";
import { MAX_ROWS } from "../xlsx/references.ts";

/** Rows put into a sheet, `count` empty ones before `row`, or taken out of it, `count` from `row` on. */
export interface RowMove {
  readonly kind: "insert" | "delete";
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
}

/** Where a row is afterwards; nothing for one that was taken out. */
export function moveRow(row: number, move: RowMove): number | undefined {
  return moveRows(row, row, move)?.[0];
}

/**
 * Where a stretch of rows is afterwards: it grows around new rows, and loses those taken out of it;
 * nothing where it lost all. The last row of a sheet stays, so that `A1:A1048576` does.
 */
export function moveRows(first: number, last: number, { kind, row, count }: RowMove): readonly [first: number, last: number] | undefined {
  const end = MAX_ROWS - 1;
  if (kind === "insert") {
    const to = (at: number): number => (at < row ? at : Math.min(at + count, end));
    return [to(first), to(last)];
  }
  const below = row + count;
  const from = first < row ? first : Math.max(row, first - count);
  const to = last < row || (last === end && first < end) ? last : last < below ? row - 1 : last - count;
  return from <= to ? [from, to] : undefined;
}

/** Where an area is afterwards, and nothing where it is gone. The same object where it stays. */
export function moveArea(area: Area, move: RowMove): Area | undefined {
  const moved = moveRows(area.row, area.row + area.rows - 1, move);
  if (!moved) return undefined;
  const [row, last] = moved;
  const rows = last - row + 1;
  return row === area.row && rows === area.rows ? area : { ...area, row, rows };
}

/** The areas that are left, the same list where all stay. */
export function moveAreas(areas: readonly Area[], move: RowMove): readonly Area[] {
  const next = areas.flatMap((area) => moveArea(area, move) ?? []);
  return next.length === areas.length && next.every((area, index) => area === areas[index]) ? areas : next;
}
