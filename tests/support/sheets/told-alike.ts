import type { Area, CellValue, Style } from "../../../core/index.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { looks, told } from "../office/told.ts";
import { snapshotOf } from "../registers.ts";

/** What Google Sheets and the desk have to agree on: what Sheets has no word for is left out of both. */
export function toldAlike(workbook: Workbook): unknown {
  const log = snapshotOf(workbook, []).places.get("log")?.sheet;
  const { sheets, names } = told(workbook);
  return {
    names,
    // No native tables, no page, no sheet that is more than hidden; widths are whole pixels.
    sheets: sheets.map(({ tables: _, printArea: __, visibility, widths, merges, freeze, ...sheet }) => ({
      ...sheet,
      isHidden: visibility !== "visible",
      freeze: uncut(freeze, merges as readonly Area[]),
      widths: (widths as readonly (readonly [number, number | undefined, boolean])[]).map(([column, width, hidden]) => [
        column,
        width === undefined ? undefined : Math.round(width * 7 + 5),
        hidden,
      ]),
      // The Log's key is made of the edits, of which Sheets needs none for native tables.
      cells: sheet.name === log ? sheet.cells.map(withoutKey) : sheet.cells,
      merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    })),
  };
}

function withoutKey([row, column, value, formula]: readonly [number, number, CellValue, string | undefined]): unknown {
  return [row, column, typeof value === "string" ? value.replace(/-[0-9a-f]{16}$/, "") : value, formula];
}

/** Sheets freezes no part of a merge. */
function uncut({ rows, columns }: { readonly rows: number; readonly columns: number }, merges: readonly Area[]): unknown {
  return {
    rows: merges.some((area) => area.row < rows && area.row + area.rows > rows) ? 0 : rows,
    columns: merges.some((area) => area.column < columns && area.column + area.columns > columns) ? 0 : columns,
  };
}

/** Looks as far as Sheets has them: whole sizes, no indent, no cell that is locked by itself. */
export function looksAlike(workbook: Workbook, name: string): unknown {
  return looks(workbook, name).map(([row, column, style]) => [row, column, plain(style)]);
}

function plain({ indent: _, locked: __, size, ...style }: Style): Style {
  return { ...style, ...(size === undefined ? {} : { size: Math.round(size) }) };
}
