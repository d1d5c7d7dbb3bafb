import { expect } from "vitest";
import type { TableId } from "../../core/index.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { snapshotOf } from "./registers.ts";

type Values = Readonly<Record<string, unknown>>;

/** Types over a field of the first row that is as wanted, as a planner does. */
export function overtypeIn(
  book: Workbook,
  table: TableId,
  isWanted: (row: Values) => boolean,
  field: string,
  change: (was: number) => CellValue,
): void {
  const data = snapshotOf(book, [table]).tables.get(table) ?? expect.fail(`no table ${table}`);
  const row = data.rows.find(({ values }) => isWanted(values as Values)) ?? expect.fail(`no such row in ${table}`);
  const column = data.place.columns.get(field) ?? row.column ?? 0;
  book.sheet(data.place.sheet)?.setValue(row.row, column, change(Number((row.values as Values)[field] ?? 0)));
}

/** Types rows below those that are there. */
export function addRows(book: Workbook, table: TableId, rows: readonly Readonly<Record<string, CellValue>>[]): void {
  const { place, end } = snapshotOf(book, [table]).tables.get(table) ?? expect.fail(`no table ${table}`);
  rows.forEach((values, index) => {
    for (const [field, value] of Object.entries(values))
      book.sheet(place.sheet)?.setValue(end + index, place.columns.get(field) ?? 0, value);
  });
}
