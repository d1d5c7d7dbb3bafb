import { cellAddress } from "../../core/index.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";

/** A workbook's own copy, so that one run's edits are not another's. */
export function copyOf(book: Workbook): Workbook {
  const copy = new Workbook();
  copy.dateSystem = book.dateSystem;
  copy.active = book.active;
  copy.names = book.names.map((name) => ({ ...name }));
  copy.styles.entries.splice(0, Number.POSITIVE_INFINITY, ...book.styles.entries);
  for (const sheet of book.sheets) {
    const to = copy.addSheet(sheet.name);
    to.visibility = sheet.visibility;
    to.gridlines = sheet.gridlines;
    to.isProtected = sheet.isProtected;
    if (sheet.tab !== undefined) to.tab = sheet.tab;
    if (sheet.page) to.page = sheet.page;
    if (sheet.filter) to.filter = { ...sheet.filter };
    to.freeze = sheet.freeze;
    to.merges = [...sheet.merges];
    to.validations = [...sheet.validations];
    to.highlights = [...sheet.highlights];
    to.ourCharts = sheet.ourCharts;
    to.tables.push(...sheet.tables.map((table) => ({ ...table })));
    for (const [column, look] of sheet.columns) to.columns.set(column, { ...look });
    for (const [row, look] of sheet.rows) to.rows.set(row, { ...look });
    for (const [row, line] of sheet.cells) to.cells.set(row, new Map([...line].map(([column, cell]) => [column, { ...cell }])));
  }
  return copy;
}

/** Takes away empty cells that only have a look, below the first rows: a small book is read faster. */
export function trim(book: Workbook, rows: number): Workbook {
  for (const { cells } of book.sheets) {
    for (const [row, line] of cells) {
      if (row < rows) continue;
      for (const [column, cell] of line) if (cell.value === null && cell.formula === undefined) line.delete(column);
      if (line.size === 0) cells.delete(row);
    }
  }
  return book;
}

/** Everything a workbook holds, a line each, in an order that depends on nothing but what it holds. */
export function tell(book: Workbook, without: (sheet: string) => boolean = () => false): string[] {
  const looks = book.styles.entries.map(({ style }) => JSON.stringify(Object.fromEntries(Object.entries(style).sort(byKey))));
  return [
    ...book.names.map((name) => `name ${JSON.stringify(name)}`).sort(),
    ...book.sheets.filter(({ name }) => !without(name)).flatMap((sheet) => tellSheet(sheet, looks)),
  ];
}

function tellSheet(sheet: Sheet, looks: readonly string[]): string[] {
  const { name, visibility, isProtected, page, freeze, merges, validations, highlights, tables } = sheet;
  // One that a broken connection left between its making and its name cannot be told from a person's.
  const charts = sheet.ourCharts.filter((chart) => chart.name.startsWith("concord."));
  // No cell has two validations, so that their order says nothing.
  const sorted = [...validations].sort((one, other) => byKey([JSON.stringify(one.areas), 0], [JSON.stringify(other.areas), 0]));
  const parts = { visibility, isProtected, page, freeze, merges, validations: sorted, highlights, tables, charts };
  const sizes = { columns: sized(sheet.columns), rows: sized(sheet.rows) };
  const lines = Object.entries({ ...parts, ...sizes }).map(([part, value]) => `${name} ${part} ${JSON.stringify(value, inOrder)}`);
  for (const [row, line] of [...sheet.cells].sort(byKey)) {
    for (const [column, { value, formula, style }] of [...line].sort(byKey)) {
      if (value === null && formula === undefined && style === 0) continue;
      const text = typeof value === "string" ? `"${value}"` : value !== null && typeof value === "object" ? value.error : String(value);
      lines.push(`${name}!${cellAddress(row, column)} ${text} =${formula ?? ""} ${looks[style]}`);
    }
  }
  return lines;
}

/** A line that was shown again is one that was never hidden. */
function sized(lines: Sheet["rows"] | Sheet["columns"]): unknown {
  return [...lines].sort(byKey).map(([index, { hidden, ...look }]) => [index, hidden ? { ...look, hidden } : look]);
}

/** Whatever the order in which a record's parts were set. */
function inOrder(_: string, value: unknown): unknown {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value).sort(byKey)) : value;
}

function byKey<K extends string | number>([a]: readonly [K, unknown], [b]: readonly [K, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The lines in which two tellings differ, with what the others say; nothing where they are the same. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  if (before.length === after.length && before.every((line, index) => line === after[index])) return [];
  const [were, are] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !are.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !were.has(line)).map((line) => `+ ${line}`),
  ]
    .map((line) => line.slice(0, 300))
    .slice(0, 12);
}
