import type { CellValue, Style } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";

/** What a cell says and how it looks, by its row and column. */
type ToldCell = readonly [row: number, column: number, value: CellValue, formula: string | undefined];

interface ToldSheet {
  readonly name: string;
  readonly visibility: string;
  readonly cells: readonly ToldCell[];
  readonly tables: readonly { readonly name: string }[];
  readonly merges: readonly unknown[];
  readonly highlights: Sheet["highlights"];
  readonly widths: readonly unknown[];
  readonly freeze: Sheet["freeze"];
  readonly isProtected: boolean;
  readonly tab: string | undefined;
  readonly printArea: unknown;
}

/** A workbook as data that two hosts have to agree on. */
export function told(workbook: Workbook): { readonly sheets: readonly ToldSheet[]; readonly names: readonly string[] } {
  return {
    sheets: workbook.sheets.map(tellSheet),
    names: workbook.names.map(({ name, refersTo }) => `${name} ${refersTo.replaceAll("'", "")}`).sort(),
  };
}

function tellSheet(sheet: Sheet): ToldSheet {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: cellsOf(sheet),
    tables: sheet.tables.map(({ name, area, hasTotals }) => ({ name, area, hasTotals })),
    merges: sheet.merges,
    highlights: sheet.highlights,
    widths: [...sheet.columns].map(([column, { width, hidden }]) => [column, width, hidden ?? false]).sort(byFirst),
    freeze: sheet.freeze,
    isProtected: sheet.isProtected,
    tab: sheet.tab,
    printArea: sheet.page?.printArea,
  };
}

function cellsOf(sheet: Sheet): ToldCell[] {
  return [...sheet.cells]
    .flatMap(([row, line]) =>
      [...line].flatMap(([column, { value, formula }]): ToldCell[] =>
        (value === null || value === "") && formula === undefined ? [] : [[row, column, value === "" ? null : value, formula]],
      ),
    )
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return Number(a[0]) - Number(b[0]);
}

/** The looks of a sheet's filled cells, lines aside: Excel draws a line between two cells once. */
export function looks(workbook: Workbook, name: string): readonly (readonly [row: number, column: number, style: Style])[] {
  const sheet = workbook.sheet(name);
  if (!sheet) return [];
  return cellsOf(sheet).map(([row, column]) => {
    const { border: _, ...style } = workbook.styles.at(sheet.styleAt(row, column));
    return [row, column, style] as const;
  });
}
