import type { CellValue } from "../../core/index.ts";
import { formulaKey, HEAD_COLUMNS, HEAD_ROWS, type SheetCells, type SheetFacts, type Survey } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { parseAbsolute } from "../xlsx/references.ts";
import { plain } from "./cell-value.ts";

export function surveyWorkbook(workbook: Workbook, whole: readonly string[]): Survey {
  return {
    dateSystem: workbook.dateSystem,
    sheets: workbook.sheets.map(factsOf),
    names: namesOf(workbook),
    whole: readSheets(workbook, whole),
  };
}

/** The sheets asked for that exist, in the order asked. */
export function readSheets(workbook: Workbook, names: readonly string[]): SheetCells[] {
  return names.flatMap((name) => {
    const sheet = workbook.sheet(name);
    return sheet ? [cellsOfSheet(sheet)] : [];
  });
}

function factsOf(sheet: Sheet): SheetFacts {
  const used = sheet.used();
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    isFiltered: [sheet.filter, ...sheet.tables].some((filter) => filter?.hidesRows === true),
    tables: sheet.tables.map(({ name, area, hasTotals }) => ({ name, area, hasTotals })),
    head: valuesOf(sheet, Math.min(used.rows, HEAD_ROWS), Math.min(used.columns, HEAD_COLUMNS)),
  };
}

/** Names of one sheet only, and names that stand for something else than cells, are not ours to use. */
function namesOf(workbook: Workbook): Survey["names"] {
  return workbook.names.flatMap(({ name, refersTo, sheet: scope }) => {
    const target = scope === undefined ? parseAbsolute(refersTo, "") : undefined;
    const sheet = target && workbook.sheet(target.sheet);
    return target && sheet ? [{ name, sheet: sheet.name, area: target.area }] : [];
  });
}

function cellsOfSheet(sheet: Sheet): SheetCells {
  const { rows, columns } = sheet.used();
  const formulas = new Map<string, string>();
  for (const [row, line] of sheet.cells) {
    for (const [column, { formula }] of line) if (formula !== undefined) formulas.set(formulaKey(row, column), formula);
  }
  return { sheet: sheet.name, values: valuesOf(sheet, rows, columns), formulas };
}

function valuesOf(sheet: Sheet, rows: number, columns: number): CellValue[][] {
  return Array.from({ length: rows }, (_, row) => {
    const line = sheet.cells.get(row);
    return Array.from({ length: columns }, (_, column) => plain(line?.get(column)?.value));
  });
}
