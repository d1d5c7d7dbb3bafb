import {
  type Context,
  cellAddress,
  nameIn,
  readSnapshot,
  say,
  sayProblem,
  type TableId,
  tableIds,
  tableIn,
  tableOf,
  tableRows,
} from "../../core/index.ts";
import { DeskHost } from "../host/desk-host.ts";
import type { Arguments } from "./arguments.ts";
import { openBook } from "./book-file.ts";
import { WrongUse } from "./wrong-use.ts";

/** Prints a table's rows by canonical field names. @returns the exit status */
export async function readTable(given: Arguments, context: Context): Promise<number> {
  const { language } = context;
  if (given.book === undefined) throw new WrongUse(say(language, "book-needed"));
  const id = tableIds.find((known) => known === given.table);
  if (id === undefined) throw new WrongUse(say(language, "table-unknown", { table: given.table ?? "", known: tableIds.join(", ") }));
  const host = new DeskHost(openBook(given.book, language).workbook);
  const tables: readonly TableId[] = [id, "actions", "settings", "companyCalendar"];
  const snapshot = await readSnapshot(host, () => ({ tables, documents: [] }), language);
  const table = tableIn(snapshot, id);
  if (!table) throw new WrongUse(say(language, "table-not-found", { table: nameIn(language, tableOf(id)) }));
  const rows = tableRows(snapshot, id, context);
  if (given.json) {
    const problems = table.problems.map((found) => ({
      severity: found.severity,
      code: found.code,
      params: found.params,
      ...(found.at ? { sheet: found.at.sheet, cell: cellAddress(found.at.row, found.at.column) } : {}),
      text: sayProblem(language, found),
    }));
    process.stdout.write(`${JSON.stringify({ table: id, sheet: table.place.sheet, rows, problems }, null, 2)}\n`);
  } else console.table(rows);
  return 0;
}
