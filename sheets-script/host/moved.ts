import type { Area, RowMove } from "../../core/index.ts";

/** Where an area is after rows moved; nothing where all of its rows went. Rows inserted within it are its own. */
export function movedArea(area: Area, { kind, row, count }: RowMove): Area | undefined {
  const end = area.row + area.rows;
  if (kind === "insertRows") {
    if (row <= area.row) return { ...area, row: area.row + count };
    return row < end ? { ...area, rows: area.rows + count } : area;
  }
  const above = Math.max(0, Math.min(area.row, row + count) - row);
  const within = Math.max(0, Math.min(end, row + count) - Math.max(area.row, row));
  return within === area.rows ? undefined : { ...area, row: area.row - above, rows: area.rows - within };
}

/** What is known of lines, by where each is after rows moved. @param between what a row gets that is inserted between two */
export function movedLines(
  lines: ReadonlyMap<number, number>,
  { kind, row, count }: RowMove,
  between: (above: number | undefined, below: number | undefined) => number | undefined,
): Map<number, number> {
  const moved = new Map<number, number>();
  for (const [line, known] of lines) {
    if (line < row) moved.set(line, known);
    else if (kind === "insertRows") moved.set(line + count, known);
    else if (line >= row + count) moved.set(line - count, known);
  }
  const inserted = kind === "insertRows" ? between(lines.get(row - 1), lines.get(row)) : undefined;
  if (inserted !== undefined) for (let line = row; line < row + count; line++) moved.set(line, inserted);
  return moved;
}
