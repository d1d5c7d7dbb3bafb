/** Cell references as files write them (`A1`, `B2:C9`, `'My sheet'!$A$1`) and areas that count from 0. */
import type { Area } from "../../core/index.ts";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** @example columnIndex("AB") // 27 */
export function columnIndex(name: string): number {
  let index = 0;
  for (let i = 0; i < name.length; i++) index = index * 26 + (name.charCodeAt(i) & 31 || 0);
  return index - 1;
}

export function cellRef(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

export function areaRef(area: Area): string {
  const first = cellRef(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellRef(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

export function areasRef(areas: readonly Area[]): string {
  return areas.map(areaRef).join(" ");
}

/** `$A$1` or `$A$1:$B$9` of another sheet, so that it means the same wherever it stands. */
export function absoluteRef(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${areaRef(area).replace(/[A-Z]+|\d+/g, "$$$&")}`;
}

export function quoteSheet(name: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z_]*$/.test(name) && name.length > 3;
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Reads `A1`, `A1:B2`, `A:C` and `1:3`, with or without `$`. */
export function parseArea(text: string): Area | undefined {
  const parts = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/.exec(text);
  if (!parts) return undefined;
  const [, c1, r1, c2, r2] = parts;
  const isRange = text.includes(":");
  if (c1 === undefined && r1 === undefined) return undefined;
  if (
    isRange ? (c1 === undefined) !== (c2 === undefined) || (r1 === undefined) !== (r2 === undefined) : c1 === undefined || r1 === undefined
  )
    return undefined;
  const rows = span(
    r1 === undefined ? 0 : Number(r1) - 1,
    r2 === undefined ? (r1 === undefined ? MAX_ROWS - 1 : Number(r1) - 1) : Number(r2) - 1,
  );
  const columns = span(
    c1 === undefined ? 0 : columnIndex(c1),
    c2 === undefined ? (c1 === undefined ? MAX_COLUMNS - 1 : columnIndex(c1)) : columnIndex(c2),
  );
  if (rows.first < 0 || rows.first + rows.count > MAX_ROWS || columns.first + columns.count > MAX_COLUMNS) return undefined;
  return { row: rows.first, column: columns.first, rows: rows.count, columns: columns.count };
}

export function parseAreas(text: string): Area[] {
  return text.split(/\s+/).flatMap((piece) => parseArea(piece) ?? []);
}

/** Reads one absolute reference, `sheet` being where it stands if it names none. */
export function parseAbsolute(formula: string, sheet: string): { sheet: string; area: Area } | undefined {
  const parts = /^(?:(?:'((?:[^']|'')+)'|([^'!\s]+))!)?((?:\$[A-Za-z]{1,3}\$\d{1,7}|\$\d{1,7}|\$[A-Za-z]{1,3})(?::\$[A-Za-z$\d]+)?)$/.exec(
    formula.trim(),
  );
  const area = parts?.[3] === undefined ? undefined : parseArea(parts[3]);
  if (!parts || !area) return undefined;
  return { sheet: parts[1]?.replaceAll("''", "'") ?? parts[2] ?? sheet, area };
}

export function overlaps(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** What is left of an area when another is cut out of it: up to four areas. */
export function without(area: Area, cut: Area): Area[] {
  if (!overlaps(area, cut)) return [area];
  const top = Math.max(area.row, cut.row);
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows);
  const pieces: Area[] = [
    { ...area, rows: top - area.row },
    { row: top, rows: bottom - top, column: area.column, columns: cut.column - area.column },
    { row: top, rows: bottom - top, column: cut.column + cut.columns, columns: area.column + area.columns - cut.column - cut.columns },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

function span(a: number, b: number): { first: number; count: number } {
  return { first: Math.min(a, b), count: Math.abs(a - b) + 1 };
}
