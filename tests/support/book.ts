import { columnLetters } from "../../core/index.ts";
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

export interface Telling {
  /** Sheets left out. */
  readonly without?: (sheet: string) => boolean;
  /** Leaves the looks of cells out. */
  readonly plain?: boolean;
}

/** Everything a workbook holds, a line each, in an order that depends on nothing but what it holds. */
export function tell(book: Workbook, { without = () => false, plain = false }: Telling = {}): string[] {
  const names = book.names.map((name) => `name ${JSON.stringify(name)}`).sort();
  return [
    ...names,
    ...book.sheets.filter(({ name }) => !without(name)).flatMap((sheet) => {
      const { name, visibility, isProtected, page, freeze, merges, validations, highlights, tables } = sheet;
      const at = (row: number, column: number): string => `${name}!${columnLetters(column)}${row + 1}`;
      const cells = [...sheet.cells]
        .sort(([a], [b]) => a - b)
        .flatMap(([row, line]) =>
          [...line]
            .sort(([a], [b]) => a - b)
            .flatMap(([column, cell]) => {
              const look = plain ? {} : sorted(book.styles.at(cell.style));
              if (cell.value === null && cell.formula === undefined && Object.keys(look).length === 0) return [];
              return [`${at(row, column)} ${JSON.stringify([cell.value, cell.formula ?? "", look])}`];
            }),
        );
      if (plain) return [`${name} ${visibility} ${isProtected}`, ...cells];
      const rest = { visibility, isProtected, page, freeze, merges, validations, highlights, tables };
      const sizes = { columns: [...sheet.columns].sort(([a], [b]) => a - b), rows: [...sheet.rows].sort(([a], [b]) => a - b) };
      return [...Object.entries({ ...rest, ...sizes }).map(([part, value]) => `${name} ${part} ${JSON.stringify(value)}`), ...cells];
    }),
  ];
}

/** The lines in which two tellings differ, with what the others say; nothing where they are the same. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [were, are] = [new Set(before), new Set(after)];
  return [...before.filter((line) => !are.has(line)).map((line) => `- ${line}`), ...after.filter((line) => !were.has(line)).map((line) => `+ ${line}`)]
    .map((line) => line.slice(0, 300))
    .slice(0, 12);
}

function sorted(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
