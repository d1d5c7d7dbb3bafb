import type { Area } from "../../core/index.ts";
import { MAX_ROWS } from "../xlsx/references.ts";

/** Rows put into a sheet: `count` empty ones before `row`. */
export interface Insertion {
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
}

/** Where a row is afterwards. The last row of a sheet stays, so that `A1:A1048576` does. */
export function shiftRow(row: number, insertion: Insertion): number {
  return row < insertion.row ? row : Math.min(row + insertion.count, MAX_ROWS - 1);
}

/** Where an area is afterwards: below the new rows it moves, around them it grows. The same object where it stays. */
export function shiftArea(area: Area, insertion: Insertion): Area {
  const row = shiftRow(area.row, insertion);
  const rows = shiftRow(area.row + area.rows - 1, insertion) - row + 1;
  return row === area.row && rows === area.rows ? area : { ...area, row, rows };
}
