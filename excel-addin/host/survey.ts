import { type CellValue, HEAD_COLUMNS, HEAD_ROWS, type SheetFacts, type Survey, type Visibility } from "../../core/index.ts";
import { cellValue, VALUES } from "./cell-values.ts";
import type { Memory } from "./memory.ts";
import { askSheet, bytesOfLines, sheetCells } from "./read-sheets.ts";
import { addressOf, placeOf, rangeAt, usedPart } from "./references.ts";

/**
 * Sheets asked for by following one another, before their names are known: so the whole survey is one
 * round trip. After the last sheet come null objects, whose members are null objects as well.
 */
const SHEETS_AT_ONCE = 64;

/** 2000-01-01 in the 1904 system; Excel has no property that tells the system. */
const SERIAL_1904 = 35_064;

const HEAD = addressOf({ row: 0, column: 0, rows: HEAD_ROWS, columns: HEAD_COLUMNS });

interface AskedSheet {
  readonly head: Excel.Range;
  readonly used: Excel.Range;
}

export async function surveyWorkbook(context: Excel.RequestContext, memory: Memory, whole: readonly string[]): Promise<Survey> {
  const { worksheets, tables, names, functions } = context.workbook;
  worksheets.load("items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered");
  tables.load("items/name,items/showTotals,items/worksheet/name,items/autoFilter/isDataFiltered");
  names.load("items/name,items/type,items/formula");
  const date = functions.date(2000, 1, 1).load("value");
  const sheets = askInOrder(worksheets, Math.max(SHEETS_AT_ONCE, memory.sheets));
  const areas = new Map([...memory.tables].map((name) => [name, askTable(tables, name)]));
  const wholes = whole.map((name) => askSheet(worksheets, name));
  await context.sync();

  memory.sheets = worksheets.items.length;
  const more = worksheets.items.slice(sheets.length).map((sheet) => askHead(sheet));
  memory.sheetOf.clear();
  for (const { name, worksheet } of tables.items) memory.sheetOf.set(name.toLowerCase(), worksheet.name.toLowerCase());
  const unknown = tables.items.map(({ name }) => name.toLowerCase()).filter((name) => !areas.has(name));
  for (const name of unknown) {
    memory.tables.add(name);
    areas.set(name, askTable(tables, name));
  }
  if (more.length + unknown.length > 0) await context.sync();

  const asked = [...sheets, ...more];
  return {
    dateSystem: date.value === SERIAL_1904 ? 1904 : 1900,
    sheets: worksheets.items.map((sheet, index) => {
      const own = tables.items.filter((table) => table.worksheet.name === sheet.name);
      remember(memory, sheet.name, asked[index]);
      return factsOf(sheet, own, areas, asked[index]?.head);
    }),
    names: names.items.flatMap(({ name, formula }) => {
      const place = placeOf(String(formula));
      return place && worksheets.items.some((sheet) => sheet.name === place.sheet) ? [{ name, ...place }] : [];
    }),
    whole: wholes.flatMap((each) => sheetCells(each)),
  };
}

function askInOrder(worksheets: Excel.WorksheetCollection, count: number): AskedSheet[] {
  let sheet = worksheets.getFirst(false);
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) sheet = sheet.getNextOrNullObject(false);
    return askHead(sheet);
  });
}

function askHead(sheet: Excel.Worksheet): AskedSheet {
  return {
    head: usedPart(rangeAt(sheet, HEAD)).load(`${VALUES},formulas,rowIndex,columnIndex`),
    used: usedPart(sheet).load("rowIndex,columnIndex,rowCount,columnCount"),
  };
}

function askTable(tables: Excel.TableCollection, name: string): Excel.Range {
  return tables.getItemOrNullObject(name).getRange().untrack().load("rowIndex,columnIndex,rowCount,columnCount");
}

function remember(memory: Memory, sheet: string, asked: AskedSheet | undefined): void {
  if (!asked || asked.used.isNullObject) {
    memory.sizes.delete(sheet);
    return;
  }
  const { used, head } = asked;
  const columns = used.columnIndex + used.columnCount;
  memory.sizes.set(sheet, { rows: used.rowIndex + used.rowCount, columns });
  if (!head.isNullObject) memory.usual.set(sheet, usualLine(head) * Math.max(1, columns / HEAD_COLUMNS));
}

/** Headings, and what a person put above them, tell little of the rows below: the later half of the rows does. */
function usualLine(head: Excel.Range): number {
  const lines = bytesOfLines(head);
  const later = lines.slice(Math.floor(lines.length / 2));
  return later.reduce((sum, bytes) => sum + bytes, 0) / later.length;
}

function factsOf(
  sheet: Excel.Worksheet,
  tables: readonly Excel.Table[],
  areas: ReadonlyMap<string, Excel.Range>,
  head: Excel.Range | undefined,
): SheetFacts {
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    isProtected: sheet.protection.protected,
    isFiltered: sheet.autoFilter.isDataFiltered || tables.some((table) => table.autoFilter.isDataFiltered),
    tables: tables.flatMap(({ name, showTotals }) => {
      const range = areas.get(name.toLowerCase());
      if (!range || range.isNullObject) return [];
      const area = { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
      return [{ name, area, hasTotals: showTotals }];
    }),
    head: head && !head.isNullObject ? fromA1(head) : [],
  };
}

const VISIBILITY: Readonly<Record<`${Excel.SheetVisibility}`, Visibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** The used cells, with the blank ones above and to the left of them. */
function fromA1(range: Excel.Range): CellValue[][] {
  const columns = range.columnIndex + (range.values[0]?.length ?? 0);
  return Array.from({ length: range.rowIndex + range.values.length }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cellValue(range, row - range.rowIndex, column - range.columnIndex)),
  );
}
