import { removeSheet } from "../../../desk/workbook/remove-sheet.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { parseArea } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { chartsObject } from "./charts.ts";
import { colourOf, ExcelError, type ExcelObject, flagOf, invalid, notFound, numberOf, oneOf, textOf, wordFor } from "./excel-object.ts";
import { pageLayoutObject } from "./page-layout.ts";
import { areaOf } from "./range-area.ts";
import { rangeObject, WHOLE } from "./ranges.ts";
import { sheetTables } from "./tables.ts";

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

export function worksheetsObject(book: Book): ExcelObject {
  const { workbook } = book;
  const find = (key: unknown) => workbook.sheet(textOf(key)) ?? workbook.sheets.find((sheet) => book.idOf(sheet) === key);
  const visible = (only: unknown) => workbook.sheets.filter((sheet) => only !== true || sheet.visibility === "visible");
  return {
    type: "WorksheetCollection",
    items: () => workbook.sheets.map((sheet) => worksheetObject(book, sheet)),
    item: (key) => worksheetObject(book, find(key) ?? notFound(`sheet ${key}`)),
    call: {
      getItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet ? worksheetObject(book, sheet) : null;
      },
      getFirst: (only) => worksheetObject(book, visible(only)[0] ?? notFound("first sheet")),
      add: (name) => {
        if (workbook.sheet(textOf(name))) throw new ExcelError("ItemAlreadyExists", `There is a sheet ${name}.`);
        if (textOf(name).length > 31 || /[:\\/?*[\]]/.test(textOf(name))) invalid(`${name} for a sheet`);
        return worksheetObject(book, workbook.addSheet(textOf(name)));
      },
    },
  };
}

function worksheetObject(book: Book, sheet: Sheet): ExcelObject {
  const { sheets } = book.workbook;
  return {
    type: "Worksheet",
    id: { Id: book.idOf(sheet) },
    get: {
      id: () => book.idOf(sheet),
      name: () => sheet.name,
      position: () => sheets.indexOf(sheet),
      visibility: () => wordFor(VISIBILITY, sheet.visibility),
      tabColor: () => (sheet.tab === undefined ? "" : `#${sheet.tab}`),
      showGridlines: () => sheet.gridlines,
    },
    set: {
      position: (value) => move(book, sheet, numberOf(value)),
      visibility: (value) => {
        const visibility = oneOf(VISIBILITY, value);
        if (visibility !== "visible" && sheets.every((each) => each === sheet || each.visibility !== "visible"))
          invalid("no visible sheet");
        sheet.visibility = visibility;
      },
      tabColor: (value) => {
        sheet.tab = colourOf(value);
      },
      // The client's name for `showGridlines` on the wire, where the host does not say it is newer.
      gridlines: (value) => {
        sheet.gridlines = flagOf(value);
      },
    },
    own: {
      protection: () => protectionObject(sheet),
      autoFilter: () => ({ type: "AutoFilter", get: { isDataFiltered: () => sheet.filter?.hidesRows ?? false } }),
      freezePanes: () => freezePanesObject(sheet),
      pageLayout: () => pageLayoutObject(sheet),
      charts: () => chartsObject(book, sheet),
      tables: () => sheetTables(book, sheet, (table) => rangeObject(book, sheet, table.area)),
    },
    call: {
      getRange: (address) =>
        rangeObject(book, sheet, address == null ? WHOLE : (parseArea(textOf(address)) ?? invalid(`${address} for an address`))),
      getUsedRangeOrNullObject: (valuesOnly) => {
        flagOf(valuesOnly);
        return rangeObject(book, sheet, WHOLE).call?.getUsedRangeOrNullObject?.(valuesOnly) ?? null;
      },
      getNextOrNullObject: (only) => {
        const next = sheets.slice(sheets.indexOf(sheet) + 1).find((each) => only !== true || each.visibility === "visible");
        return next ? worksheetObject(book, next) : null;
      },
      delete: () => {
        const { visibility } = sheet;
        if (visibility === "veryHidden") throw new ExcelError("InvalidOperation", `${sheet.name} is very hidden.`);
        if (visibility === "visible" && sheets.every((each) => each === sheet || each.visibility !== "visible"))
          throw new ExcelError("InvalidOperation", `${sheet.name} is the last visible sheet.`);
        removeSheet(book.workbook, sheet);
        return undefined;
      },
      activate: () => {
        book.workbook.show(sheet.name);
        return undefined;
      },
    },
  };
}

function move({ workbook }: Book, sheet: Sheet, position: number): void {
  if (position < 0 || position >= workbook.sheets.length) invalid(`position ${position}`);
  const front = workbook.sheets[workbook.active];
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position, 0, sheet);
  if (front) workbook.show(front.name);
}

function protectionObject(sheet: Sheet): ExcelObject {
  return {
    type: "WorksheetProtection",
    get: { protected: () => sheet.isProtected },
    call: {
      protect: () => {
        if (sheet.isProtected) throw new ExcelError("AccessDenied", `${sheet.name} is protected already.`);
        sheet.isProtected = true;
        return undefined;
      },
      unprotect: () => {
        sheet.isProtected = false;
        return undefined;
      },
    },
  };
}

function freezePanesObject(sheet: Sheet): ExcelObject {
  const set = (rows: number, columns: number): undefined => {
    sheet.freeze = { rows, columns };
    return undefined;
  };
  return {
    type: "WorksheetFreezePanes",
    call: {
      freezeAt: (range) => {
        const { area } = areaOf(range);
        return set(area.row + area.rows, area.column + area.columns);
      },
      freezeRows: (count) => set(numberOf(count), 0),
      freezeColumns: (count) => set(0, numberOf(count)),
      unfreeze: () => set(0, 0),
    },
  };
}
