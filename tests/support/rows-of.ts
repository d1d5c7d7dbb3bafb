import { type Day, type Language, readSnapshot, type TableId, tableRows } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A table's rows as core reads them. */
export async function rowsOf(workbook: Workbook, table: TableId, language: Language, today: Day): Promise<readonly Row[]> {
  const context = { today, now: 600, user: { name: "", department: "" }, language };
  const reads = { tables: [table, "settings", "companyCalendar"] as const, documents: [] };
  return tableRows(await readSnapshot(new DeskHost(workbook), () => reads, language), table, context);
}
