import type { Area } from "../../core/index.ts";
import type { Phase, Work } from "./phases.ts";

/** How many rows and columns a sheet has, or has to have. */
export interface Room {
  readonly rows: number;
  readonly columns: number;
}

/** How large each sheet has to be for what a phase does to it. Rules and filters take the sheet as it is. */
export function roomFor(looks: Phase["looks"], rest: readonly Work[]): ReadonlyMap<string, Room> {
  const rooms = new Map<string, Room>();
  const need = (sheet: string, { row, column, rows, columns }: Area): void => {
    const room = rooms.get(sheet) ?? { rows: 0, columns: 0 };
    rooms.set(sheet, { rows: Math.max(room.rows, row + rows), columns: Math.max(room.columns, column + columns) });
  };
  for (const { sheet, areas } of [...looks.values()].flat()) for (const area of areas) need(sheet, area);
  for (const work of rest) {
    if (work.kind === "write") {
      for (const { row, column, values } of work.edits)
        need(work.sheet, { row, column, rows: values.length, columns: Math.max(0, ...values.map((line) => line.length)) });
      continue;
    }
    const { edit } = work;
    if (edit.kind === "merge") for (const area of edit.areas) need(edit.sheet, area);
    if (edit.kind === "widths") need(edit.sheet, { row: 0, column: edit.column, rows: 1, columns: edit.widths.length });
    if (edit.kind === "heights") need(edit.sheet, { row: edit.row, column: 0, rows: edit.heights.length, columns: 1 });
    if (edit.kind === "hideColumns") need(edit.sheet, { row: 0, column: edit.column, rows: 1, columns: edit.count });
    if (edit.kind === "name") need(edit.at.sheet, { ...edit.at, rows: 1, columns: 1 });
    if (edit.kind === "table") need(edit.sheet, edit.area);
    // One row more than is frozen has to move.
    if (edit.kind === "freeze") need(edit.sheet, { row: 0, column: 0, rows: edit.rows + 1, columns: edit.columns + 1 });
  }
  return rooms;
}

/** The part of an area that a sheet has; nothing where it has none of it. */
export function within(grid: Room, area: Area): Area | undefined {
  const rows = Math.min(area.rows, grid.rows - area.row);
  const columns = Math.min(area.columns, grid.columns - area.column);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : undefined;
}

/** A filter goes from the headings to the sheet's end, so that it need not grow. */
export function filteredArea(grid: Room, area: Area): Area {
  return { ...area, rows: grid.rows - area.row };
}
