import type { CellPlace } from "../base/place.ts";
import { formulaKey } from "../workbook/host.ts";
import { cellOf, type TableData, type TableRow } from "../workbook/snapshot.ts";

/** The cell of a quantity: in a wide table the column depends on the period. */
export function quantityCell(table: TableData, row: TableRow, field: string): CellPlace {
  const { wide, sheet } = table.place;
  const across = String(row.values["period" as keyof typeof row.values] ?? "");
  const column = wide?.find((each) => each.field === field && each.across === across)?.column;
  return column === undefined ? cellOf(table, row, field) : { sheet, row: row.row, column };
}

export function isFormula(table: TableData, row: TableRow, field: string): boolean {
  const { column } = quantityCell(table, row, field);
  return table.cells.formulas.has(formulaKey(row.row, column));
}

/** Whether a quantity stands as text. */
export function isTextOfNumber(row: TableRow, field: string): boolean {
  return field in row.raw && numberIn(row, field) !== null;
}

export function numberIn(row: TableRow, field: string): number | null {
  const value: unknown = row.values[field as keyof typeof row.values];
  return typeof value === "number" ? value : null;
}
