import { expect } from "vitest";
import { type CellValue, type Day, type Language, readSnapshot, type TableId, tableRows } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A table's rows as core reads them. */
export async function rowsOf(workbook: Workbook, table: TableId, language: Language, today: Day): Promise<readonly Row[]> {
  const context = { today, now: 600, user: { name: "", department: "" }, language };
  const reads = { tables: [table, "settings", "companyCalendar"] as const, documents: [] };
  return tableRows(await readSnapshot(new DeskHost(workbook), () => reads, language), table, context);
}

/** Types into a register's cell, found by its row's key and its field. */
export async function typeAt(workbook: Workbook, table: TableId, key: string, field: string, value: CellValue): Promise<void> {
  const snapshot = await readSnapshot(new DeskHost(workbook), () => ({ tables: [table], documents: [] }), "zh-CN");
  const { place, byKey } = snapshot.tables.get(table) ?? expect.fail(`no table ${table}`);
  const column = place.columns.get(field) ?? expect.fail(`no column ${field}`);
  const row = byKey.get(key)?.row ?? expect.fail(`no ${table} ${key}`);
  workbook.sheet(place.sheet)?.setValue(row, column, value);
}
