import type { DefinedName } from "../../../desk/workbook/workbook.ts";
import { absoluteRef, parseAbsolute } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { ExcelError, type ExcelObject, invalid, notFound, textOf } from "./excel-object.ts";
import { areaOf } from "./range-area.ts";

/** The names of the whole workbook; those of one sheet are in the sheet's own collection. */
export function namesObject(book: Book): ExcelObject {
  const names = () => book.workbook.names.filter(({ sheet }) => sheet === undefined);
  const find = (key: unknown) => names().find(({ name }) => name.toLowerCase() === textOf(key).toLowerCase());
  return {
    type: "NamedItemCollection",
    items: () => names().map((name) => nameObject(book, name)),
    item: (key) => nameObject(book, find(key) ?? notFound(`name ${key}`)),
    call: {
      add: (name, reference) => {
        if (find(name)) throw new ExcelError("ItemAlreadyExists", `${name} is defined.`);
        const { sheet, area } = areaOf(reference);
        const defined: DefinedName = { name: textOf(name), refersTo: absoluteRef(sheet.name, area) };
        book.workbook.names.push(defined);
        return nameObject(book, defined);
      },
    },
  };
}

function nameObject(book: Book, name: DefinedName): ExcelObject {
  return {
    type: "NamedItem",
    id: { Name: name.name },
    get: {
      name: () => name.name,
      formula: () => `=${name.refersTo}`,
      type: () => (parseAbsolute(name.refersTo, "") ? "Range" : "String"),
    },
    call: {
      delete: () => {
        book.workbook.names = book.workbook.names.filter((each) => each !== name);
        return undefined;
      },
    },
    set: {
      formula: (value) => {
        const place = parseAbsolute(textOf(value).replace(/^=/, ""), "") ?? invalid(`${value} for a place`);
        const sheet = book.workbook.sheet(place.sheet) ?? invalid(`${value}, whose sheet is not there`);
        name.refersTo = absoluteRef(sheet.name, place.area);
      },
    },
  };
}
