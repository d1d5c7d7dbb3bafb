import { type Area, type CellValue, isCellError } from "../../core/index.ts";
import type { Sheet, Table } from "../workbook/sheet.ts";
import type { Package } from "./package.ts";
import { areaRef, parseArea } from "./references.ts";
import { declareType, dropPart, relate, relationships, unrelate } from "./relationships.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { decodeText, encodeAttribute } from "./text.ts";
import {
  append,
  attribute,
  child,
  children,
  type Element,
  ensure,
  integer,
  prune,
  relationId,
  remove,
  rootOf,
  set,
  setRelationId,
} from "./xml.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const ORDER = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

export function readTables(pack: Package, root: Element, sheet: Sheet, sheetPart: string): void {
  const related = new Map(relationships(pack, sheetPart).map((relationship) => [relationship.id, relationship.target]));
  for (const element of children(child(root, "tableParts"), "tablePart")) {
    const part = related.get(relationId(element) ?? "");
    if (part === undefined || !pack.has(part)) continue;
    const table = rootOf(pack.xml(part));
    const area = areaOf(table);
    if (!area) continue;
    const name = decodeText(attribute(table, "displayName") ?? attribute(table, "name") ?? "");
    const filters = children(child(table, "autoFilter"), "filterColumn").some((column) => children(column).length > 0);
    sheet.tables.push({ name, area, hasTotals: integer(table, "totalsRowCount", 0) > 0, ...(filters ? { hidesRows: true } : {}), part });
  }
}

/** One without a heading row has no headings to go by, and stays as it is. */
function areaOf(table: Element): Area | undefined {
  return integer(table, "headerRowCount", 1) === 0 ? undefined : parseArea(attribute(table, "ref") ?? "");
}

/** Writes the tables whose area or headings changed, and the new ones; takes away those that are gone. */
export function writeTables(pack: Package, root: Element, sheet: Sheet, sheetPart: string): void {
  dropTables(pack, root, sheet, sheetPart);
  for (const table of sheet.tables.filter((each) => isRenewed(sheet, each))) {
    const part = table.part ?? addTable(pack, root, sheetPart);
    const document = pack.xml(part);
    if (adapt(rootOf(document), table, sheet)) pack.set(part, document);
  }
}

function dropTables(pack: Package, root: Element, sheet: Sheet, sheetPart: string): void {
  const kept = new Set(sheet.tables.map(({ part }) => part));
  const related = new Map(relationships(pack, sheetPart).map(({ id, target }) => [id, target]));
  const list = child(root, "tableParts");
  for (const element of children(list, "tablePart")) {
    const part = related.get(relationId(element) ?? "");
    if (part === undefined || kept.has(part) || !pack.has(part) || !areaOf(rootOf(pack.xml(part)))) continue;
    remove(element);
    unrelate(pack, sheetPart, part);
    dropPart(pack, part);
  }
  if (list) set(list, { count: children(list).length });
  prune(list);
}

/**
 * What heading cells must show instead of what they hold, by row and column: a table's columns are
 * named as its heading cells, and a number, an empty one or two alike make Excel repair the file.
 */
export function headingTexts(sheet: Sheet): Map<number, Map<number, string>> {
  const texts = new Map<number, Map<number, string>>();
  for (const table of sheet.tables.filter((each) => isRenewed(sheet, each))) {
    const { row, column } = table.area;
    const line = texts.get(row) ?? new Map<number, string>();
    headings(sheet, table).forEach((text, index) => {
      const cell = sheet.cell(row, column + index);
      if (cell?.value !== text || cell.formula !== undefined) line.set(column + index, text);
    });
    if (line.size > 0) texts.set(row, line);
  }
  return texts;
}

/** Whether the area or a heading may have changed. */
function isRenewed(sheet: Sheet, { part, area }: Table): boolean {
  const changed = [...(sheet.changedCells.get(area.row) ?? [])];
  const isHeading = changed.some((column) => column >= area.column && column < area.column + area.columns);
  return part === undefined || sheet.changed.has("tables") || isHeading;
}

function headings(sheet: Sheet, { area }: Table): string[] {
  const taken = new Set<string>();
  return Array.from({ length: area.columns }, (_, index) => {
    const text = textOf(sheet.cell(area.row, area.column + index)?.value ?? null) || `Column${index + 1}`;
    let name = text;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = text + number;
    taken.add(name.toLowerCase());
    return name;
  });
}

function addTable(pack: Package, root: Element, sheetPart: string): string {
  const part = pack.freeName("xl/tables/table", ".xml");
  const ids = pack.names.filter((name) => /^xl\/tables\/[^/]*\.xml$/i.test(name)).map((name) => integer(rootOf(pack.xml(name)), "id", 0));
  pack.set(part, `<table xmlns="${root.namespaceURI}" id="${Math.max(0, ...ids) + 1}" totalsRowShown="0"/>`);
  declareType(pack, part, TYPE);
  const id = relate(pack, sheetPart, "table", part);
  const list = ensure(root, "tableParts", SHEET_ORDER);
  setRelationId(append(list, "tablePart"), id);
  set(list, { count: children(list).length });
  return part;
}

/** Makes the part say what the model says; false where it did already. */
function adapt(root: Element, table: Table, sheet: Sheet): boolean {
  const before = root.toString();
  const area = areaRef(table.area);
  const isNew = !child(root, "tableColumns");
  if (isNew) {
    set(root, { name: encodeAttribute(table.name), displayName: encodeAttribute(table.name) });
    append(root, "tableStyleInfo", {
      name: "TableStyleLight1",
      showFirstColumn: false,
      showLastColumn: false,
      showRowStripes: false,
      showColumnStripes: false,
    });
  }
  fitFilter(root, table, isNew);
  set(root, { ref: area });
  const list = ensure(root, "tableColumns", ORDER);
  fitColumns(list, headings(sheet, table));
  return root.toString() !== before;
}

function fitFilter(root: Element, { area, hasTotals }: Table, isNew: boolean): void {
  const filter = isNew ? ensure(root, "autoFilter", ORDER) : child(root, "autoFilter");
  if (filter) set(filter, { ref: areaRef(hasTotals ? { ...area, rows: area.rows - 1 } : area) });
  const sort = child(root, "sortState");
  // What was sorted by is of no use once the table stands elsewhere.
  if (sort && attribute(root, "ref") !== areaRef(area)) remove(sort);
}

function fitColumns(list: Element, names: readonly string[]): void {
  const old = children(list, "tableColumn");
  let lastId = Math.max(0, ...old.map((column) => integer(column, "id", 0)));
  for (const column of old.slice(names.length)) remove(column);
  names.forEach((name, index) => {
    const column = old[index] ?? append(list, "tableColumn", { id: ++lastId });
    if (decodeText(attribute(column, "name") ?? "") !== name) set(column, { name: encodeAttribute(name) });
  });
  set(list, { count: names.length });
}

function textOf(value: CellValue): string {
  if (isCellError(value)) return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");
}
