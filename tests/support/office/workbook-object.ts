import { dayOf, toSerial } from "../../../core/index.ts";
import type { Book } from "./book.ts";
import { type ExcelObject, invalid, notFound, numberOf, textOf } from "./excel-object.ts";
import { namesObject } from "./names.ts";
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
  const all = () => book.workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  const find = (key: unknown) => {
    const wanted = textOf(key).toLowerCase();
    return all().find(({ table }) => table.name.toLowerCase() === wanted || book.idOf(table) === key);
  };
  return {
    type: "TableCollection",
    items: () => all().map(({ sheet, table }) => tableObject(book, sheet, table)),
    item: (key) => {
      const found = find(key) ?? notFound(`table ${key}`);
      return tableObject(book, found.sheet, found.table);
    },
    call: {
      getItemOrNullObject: (key) => {
        const found = find(key);
        return found ? tableObject(book, found.sheet, found.table) : null;
      },
    },
  };
}

function dateResult(book: Book, given: readonly unknown[]): ExcelObject {
  const [year, month, date] = given.map(numberOf);
  const day = dayOf(year ?? Number.NaN, month ?? Number.NaN, date ?? Number.NaN) ?? invalid(`DATE(${given.join()})`);
  return { type: "FunctionResult", get: { value: () => toSerial(day, book.workbook.dateSystem), error: () => null } };
}
