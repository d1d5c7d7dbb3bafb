import { dayOf, toSerial } from "../../../core/index.ts";
import type { Book } from "./book.ts";
import { type ExcelObject, invalid, notFound, numberOf, textOf } from "./excel-object.ts";
import { namesObject } from "./names.ts";
import { rangeObject } from "./ranges.ts";
import { tableObject } from "./tables.ts";
import { worksheetsObject } from "./worksheets.ts";

/** The workbook as the client's root object: `context.workbook`, and `context.application` beside it. */
export function workbookObject(book: Book): ExcelObject {
  return {
    type: "Workbook",
    own: {
      application: () => ({
        type: "Application",
        call: { suspendScreenUpdatingUntilNextSync: () => undefined },
      }),
      worksheets: () => worksheetsObject(book),
      tables: () => allTables(book),
      names: () => namesObject(book),
      functions: () => ({ type: "Functions", call: { date: (...date) => dateResult(book, date) } }),
    },
  };
}

function allTables(book: Book): ExcelObject {
  const all = () =>
    book.workbook.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => ({ table, object: tableObject(book, sheet, table, () => rangeObject(book, sheet, table.area)) })),
    );
  const find = (key: unknown) =>
    all().find(({ table }) => table.name.toLowerCase() === textOf(key).toLowerCase() || book.idOf(table) === key);
  return {
    type: "TableCollection",
    items: () => all().map(({ object }) => object),
    item: (key) => (find(key) ?? notFound(`table ${key}`)).object,
    call: { getItemOrNullObject: (key) => find(key)?.object ?? null },
  };
}

function dateResult(book: Book, given: readonly unknown[]): ExcelObject {
  const [year, month, date] = given.map(numberOf);
  const day = dayOf(year ?? Number.NaN, month ?? Number.NaN, date ?? Number.NaN) ?? invalid(`DATE(${given.join()})`);
  return { type: "FunctionResult", get: { value: () => toSerial(day, book.workbook.dateSystem), error: () => null } };
}
