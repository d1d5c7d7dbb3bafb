import { Damaged } from "./damaged.ts";
import { columnIndex, MAX_COLUMNS, MAX_ROWS } from "./references.ts";
import { TagScanner } from "./scan.ts";

/** A formula as the file has it. */
export interface RawFormula {
  readonly text: string;
  /** `shared`, `array`, `dataTable`, or nothing for an ordinary one. */
  readonly type: string | undefined;
  readonly area: string | undefined;
  /** The number of the group of a shared formula. */
  readonly group: string | undefined;
}

export interface RawCell {
  readonly row: number;
  readonly column: number;
  /** Index of the cell format. */
  readonly style: number;
  readonly type: string;
  /** What stands in `<v>`, or the text of an inline string. */
  readonly value: string | undefined;
  readonly formula: RawFormula | undefined;
  readonly xml: string;
}

export interface RawRow {
  readonly row: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly cells: readonly RawCell[];
  readonly xml: string;
}

/** A sheet's XML taken apart: the rows as texts, and the frame around them, in which `sheetData` is empty. */
export interface SheetXml {
  readonly frame: string;
  readonly rows: readonly RawRow[];
  /** Of the tags, with its colon: `""` or such as `x:`. */
  readonly prefix: string;
}

export function splitSheet(xml: string): SheetXml {
  const scanner = new TagScanner(xml);
  if (!scanner.next()) throw new Damaged("an empty sheet part");
  while (scanner.next() && scanner.kind !== "close") {
    if (scanner.name !== "sheetData") {
      scanner.skip();
      continue;
    }
    const before = xml.slice(0, scanner.start);
    const prefix = /^<([^\s>]*:)?/.exec(xml.slice(scanner.start, scanner.end))?.[1] ?? "";
    const rows = scanner.kind === "empty" ? [] : readRows(scanner);
    return { frame: `${before}<${prefix}sheetData/>${xml.slice(scanner.end)}`, rows, prefix };
  }
  throw new Damaged("a sheet without sheetData");
}

/** The frame with rows put back in. */
export function joinSheet(frame: string, rows: string, prefix: string): string {
  const hole = `<${prefix}sheetData/>`;
  const at = frame.indexOf(hole);
  if (at < 0) throw new Error("a frame without sheetData");
  return `${frame.slice(0, at)}<${prefix}sheetData>${rows}</${prefix}sheetData>${frame.slice(at + hole.length)}`;
}

function readRows(scanner: TagScanner): RawRow[] {
  const rows: RawRow[] = [];
  let previous = -1;
  while (nextChild(scanner)) {
    if (scanner.name !== "row") {
      scanner.skip();
      continue;
    }
    const start = scanner.start;
    const attributes = scanner.attributes();
    const given = attributes.get("r");
    const row = given === undefined ? previous + 1 : Number(given) - 1;
    if (!(row > previous && row < MAX_ROWS)) throw new Damaged(`row ${given} out of order`);
    const cells = scanner.kind === "empty" ? [] : readCells(scanner, row);
    rows.push({ row, attributes, cells, xml: scanner.xml.slice(start, scanner.end) });
    previous = row;
  }
  return rows;
}

function readCells(scanner: TagScanner, row: number): RawCell[] {
  const cells: RawCell[] = [];
  let previous = -1;
  while (nextChild(scanner)) {
    if (scanner.name !== "c") {
      scanner.skip();
      continue;
    }
    const cell = readCell(scanner, row, previous + 1);
    if (!(cell.column > previous && cell.column < MAX_COLUMNS)) throw new Damaged(`cells of row ${row + 1} out of order`);
    cells.push(cell);
    previous = cell.column;
  }
  return cells;
}

function readCell(scanner: TagScanner, row: number, next: number): RawCell {
  const start = scanner.start;
  const attributes = scanner.attributes();
  let value: string | undefined;
  let formula: RawFormula | undefined;
  if (scanner.kind === "open") {
    while (nextChild(scanner)) {
      if (scanner.name === "v") value = scanner.text();
      else if (scanner.name === "f") formula = readFormula(scanner);
      else if (scanner.name === "is") value = readRichText(scanner);
      else scanner.skip();
    }
  }
  const reference = attributes.get("r");
  return {
    row,
    column: reference === undefined ? next : columnIndex(reference.replace(/\d+$/, "")),
    style: Number(attributes.get("s") ?? 0),
    type: attributes.get("t") ?? "n",
    value,
    formula,
    xml: scanner.xml.slice(start, scanner.end),
  };
}

function readFormula(scanner: TagScanner): RawFormula {
  const attributes = scanner.attributes();
  return { text: scanner.text(), type: attributes.get("t"), area: attributes.get("ref"), group: attributes.get("si") };
}

/** The plain text of a string that may be rich, without its phonetic readings; stands at its open tag. */
export function readRichText(scanner: TagScanner): string {
  if (scanner.kind === "empty") return "";
  let text = "";
  while (nextChild(scanner)) {
    if (scanner.name === "t") text += scanner.text();
    else if (scanner.name === "r") text += readRichText(scanner);
    else scanner.skip();
  }
  return text;
}

/** Goes to the next child of the element just entered; false at its close tag. */
export function nextChild(scanner: TagScanner): boolean {
  if (!scanner.next()) throw new Damaged("XML that ends early");
  return scanner.kind !== "close";
}
