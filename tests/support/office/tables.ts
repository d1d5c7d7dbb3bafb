import type { Sheet, Table } from "../../../desk/workbook/sheet.ts";
import type { Book } from "./book.ts";
import { ExcelError, type ExcelObject, flagOf, invalid, notFound, textOf } from "./excel-object.ts";
import { areaOf } from "./range-area.ts";

export function sheetTables(book: Book, sheet: Sheet, rangeOf: (table: Table) => ExcelObject): ExcelObject {
  const object = (table: Table): ExcelObject => tableObject(book, sheet, table, () => rangeOf(table));
  const find = (key: unknown) =>
    sheet.tables.find((table) => table.name.toLowerCase() === textOf(key).toLowerCase() || book.idOf(table) === key) ??
    notFound(`table ${key} on ${sheet.name}`);
  return {
    type: "TableCollection",
    items: () => sheet.tables.map(object),
    item: (key) => object(find(key)),
    call: {
      add: (range, hasHeaders) => {
        if (!flagOf(hasHeaders)) invalid("a table without its heading row");
        book.guardBuild(sheet);
        const at = areaOf(range);
        if (at.sheet !== sheet || book.tablesAt(sheet, at.area).length > 0) invalid("a table over another");
        const table: Table = { name: `Table${sheet.tables.length + 1}`, area: at.area, hasTotals: false };
        sheet.tables.push(table);
        return object(table);
      },
    },
  };
}

/** @param range the cells of the table, heading row and all */
export function tableObject(book: Book, sheet: Sheet, table: Table, range: () => ExcelObject): ExcelObject {
  return {
    type: "Table",
    id: { Id: book.idOf(table) },
    get: { name: () => table.name, showTotals: () => table.hasTotals, id: () => book.idOf(table) },
    set: {
      name: (value) => {
        const name = textOf(value);
        const taken = book.workbook.sheets.some((each) => each.tables.some((other) => other !== table && same(other.name, name)));
        if (taken) throw new ExcelError("ItemAlreadyExists", `There is a table ${name}.`);
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) invalid(`${name} for a table`);
        table.name = name;
      },
    },
    own: {
      worksheet: () => ({ type: "Worksheet", id: { Id: book.idOf(sheet) }, get: { name: () => sheet.name } }),
      autoFilter: () => ({ type: "AutoFilter", get: { isDataFiltered: () => table.hidesRows ?? false } }),
    },
    call: {
      getRange: range,
      resize: (range) => {
        book.guardBuild(sheet);
        const at = areaOf(range);
        if (at.sheet !== sheet || at.area.row !== table.area.row || at.area.rows < 2) invalid("a table without its heading row");
        if (book.tablesAt(sheet, at.area).some((other) => other !== table)) invalid("a table over another");
        table.area = at.area;
        return undefined;
      },
    },
  };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
