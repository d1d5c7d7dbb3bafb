import type { Area } from "./cells.ts";

/** The same cells in fewer areas: neighbours that make a rectangle become one, so that they are one call. */
export function joinAreas(areas: readonly Area[]): Area[] {
  const across = join(areas, (a, b) => a.row - b.row || a.rows - b.rows || a.column - b.column, besides);
  return join(across, (a, b) => a.column - b.column || a.columns - b.columns || a.row - b.row, below);
}

function join(areas: readonly Area[], order: (a: Area, b: Area) => number, joined: (a: Area, b: Area) => Area | undefined): Area[] {
  const found: Area[] = [];
  for (const area of [...areas].sort(order)) {
    const last = found.at(-1);
    const both = last && joined(last, area);
    if (both) found[found.length - 1] = both;
    else found.push(area);
  }
  return found;
}

function besides(a: Area, b: Area): Area | undefined {
  const touches = a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column;
  return touches ? { ...a, columns: a.columns + b.columns } : undefined;
}

function below(a: Area, b: Area): Area | undefined {
  const touches = a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row;
  return touches ? { ...a, rows: a.rows + b.rows } : undefined;
}
