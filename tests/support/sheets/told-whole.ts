import { cellsOf } from "../../../desk/workbook/cells-of.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { told } from "../office/told.ts";
import type { AppsScript } from "./apps-script.ts";
import type { Guard } from "./document.ts";
import { toldCharts } from "./told-charts.ts";

/** All that a spreadsheet in the stand-in says and looks like: what two ways of writing have to leave alike. */
export function toldWhole({ account, document }: AppsScript): unknown {
  const { workbook, guards } = document;
  const { sheets, names } = told(workbook);
  return {
    // One that points to nothing any more is none.
    names: names.filter((name) => !name.includes("#REF!")),
    sheets: workbook.sheets.map((sheet, index) => ({
      ...sheets[index],
      merges: sheet.merges.map((area) => JSON.stringify(area)).sort(),
      gridlines: sheet.gridlines,
      filter: sheet.filter?.area,
      grid: document.grid(sheet),
      looks: looksOf(sheet, (id) => workbook.styles.at(id)),
      validations: validationsOf(sheet),
      rows: linesOf(sheet.rows),
      columns: linesOf(sheet.columns),
      charts: toldCharts(account, sheet),
      guards: guards.filter((guard) => guard.sheet === sheet).map(toldGuard),
    })),
  };
}

/** The look of every cell that has one, in the order of the sheet. */
function looksOf(sheet: Sheet, lookOf: (id: number) => object): string[] {
  return [...sheet.cells]
    .flatMap(([row, line]) => [...line].map(([column, { style }]) => ({ row, column, look: sorted(lookOf(style)) })))
    .filter(({ look }) => look !== "{}")
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, look }) => `${row},${column} ${look}`);
}

function sorted(look: object): string {
  return JSON.stringify(look, (_, value: unknown) =>
    typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

/** What may be typed in each cell: in how many areas a rule is kept says nothing. */
function validationsOf({ validations }: Sheet): string[] {
  return validations
    .flatMap(({ areas, ...rule }) =>
      areas.flatMap((area) => [...cellsOf(area)].map(({ row, column }) => `${row},${column} ${sorted(rule)}`)),
    )
    .sort();
}

/** Lines that are as new are not told. */
function linesOf(lines: ReadonlyMap<number, object>): unknown[] {
  return [...lines]
    .map(
      ([index, line]) =>
        [
          index,
          Object.entries(line)
            .filter(([, value]) => value !== undefined && value !== false)
            .sort(),
        ] as const,
    )
    .filter(([, line]) => line.length > 0)
    .sort(([a], [b]) => a - b);
}

function toldGuard({ sheet: _, ...guard }: Guard): unknown {
  return { ...guard, editors: [...guard.editors].sort() };
}
