import type { CellValue } from "../../core/index.ts";
import { same } from "../workbook/same.ts";
import type { Cell, Row, Sheet } from "../workbook/sheet.ts";
import { autoHeight } from "./auto-height.ts";
import type { CellReader } from "./cell-values.ts";
import { cellXml, keptCell, quotingOf } from "./cells.ts";
import type { RowMoves } from "./row-moves.ts";
import type { RawCell, RawRow } from "./sheet-xml.ts";
import type { SharedStrings } from "./strings.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { escapeXml } from "./text.ts";

export function readRows(rows: readonly RawRow[], reader: CellReader, sheet: Sheet): void {
  for (const raw of rows) {
    const row = readRow(raw);
    if (Object.keys(row).length > 0) sheet.rows.set(raw.row, row);
    if (raw.cells.length > 0) sheet.cells.set(raw.row, new Map(raw.cells.map((cell) => [cell.column, readCell(cell, reader)])));
  }
}

export interface RowWriting {
  readonly sheet: Sheet;
  readonly rows: readonly RawRow[];
  readonly prefix: string;
  readonly reader: CellReader;
  readonly moves: RowMoves;
  readonly strings: SharedStrings;
  readonly styles: StyleSheet;
  /** What heading cells of tables must show, by row and column. */
  readonly headings: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** The rows as XML: those that did not change as the text they were read from. */
export function writeRows(writing: RowWriting): string {
  const { sheet, rows, reader, moves, headings } = writing;
  const known = new Map(rows.map((raw) => [raw.row, raw]));
  const broken = brokenGroups(writing);
  const numbers = new Set([
    ...rows.flatMap((raw) => moves.row(raw.row) ?? []),
    ...sheet.cells.keys(),
    ...sheet.rows.keys(),
    ...headings.keys(),
  ]);
  const written: string[] = [];
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const raw = known.get(moves.origin(row) ?? -1);
    const isBroken = raw?.cells.some((cell) => broken.has(reader.master(cell)));
    const isTouched = isBroken || sheet.changedCells.has(row) || headings.has(row);
    const isSame = raw?.row === row && !isTouched && sameSize(raw, sheet.rows.get(row));
    written.push(isSame ? raw.xml : rowXml(writing, row, raw, broken));
  }
  return written.join("");
}

/** The cells with the text of a shared formula that change or move: all cells of their groups are written out in full. */
function brokenGroups({ sheet, rows, reader, moves }: RowWriting): Set<RawCell | undefined> {
  const broken = new Set<RawCell | undefined>();
  for (const raw of rows) {
    for (const cell of raw.cells) {
      if (reader.master(cell) !== cell) continue;
      const now = sheet.cell(cell.row, cell.column);
      if (!moves.isNone || !now || !holdsSame(cell, now, reader)) broken.add(cell);
    }
  }
  return broken;
}

function rowXml(writing: RowWriting, row: number, raw: RawRow | undefined, broken: ReadonlySet<RawCell | undefined>): string {
  const { sheet, prefix, reader, styles, moves } = writing;
  const line = shown(sheet, row, writing.headings.get(row));
  const cells = new Map(raw?.cells.map((cell) => [cell.column, cell]));
  const columns = [...new Set([...line.keys(), ...cells.keys()])].sort((a, b) => a - b);
  const inner = columns.map((column) => {
    const was = cells.get(column);
    const now = line.get(column);
    // A cell the model let go of is written empty, with the look it had.
    const cell = now ?? { value: null, style: was?.style ?? 0 };
    if (!was || broken.has(reader.master(was)) || !holdsSame(was, cell, reader)) return cellXml(writing, was, cell, row, column);
    return keptCell(was, row, moves, was.style === cell.style ? undefined : styles.format(cell.style, quotingOf(cell)));
  });
  const attributes = rowAttributes(row, raw, sheet.rows.get(row), styles);
  const fitted = attributes.get("customHeight") === "1" ? undefined : autoHeight(sheet, row, styles);
  if (fitted !== undefined && fitted > Number(attributes.get("ht") ?? 0)) attributes.set("ht", String(fitted));
  const tag = [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
  return `<${prefix}row${tag}>${inner.join("")}</${prefix}row>`;
}

/** The cells of a row, with its headings as they must show. */
function shown(sheet: Sheet, row: number, headings: ReadonlyMap<number, string> | undefined): ReadonlyMap<number, Cell> {
  const line = sheet.cells.get(row) ?? new Map<number, Cell>();
  if (!headings) return line;
  const texts = [...headings].map(([column, value]): [number, Cell] => [column, { value, style: sheet.styleAt(row, column) }]);
  return new Map([...line, ...texts]);
}

function rowAttributes(row: number, raw: RawRow | undefined, size: Row | undefined, styles: StyleSheet): Map<string, string> {
  const attributes = new Map([["r", ""], ...(raw?.attributes ?? [])]);
  attributes.set("r", String(row + 1));
  // A hint of which columns are in use, which may no longer be true.
  attributes.delete("spans");
  const was: Row = raw ? readRow(raw) : {};
  const put = (isSame: boolean, values: Readonly<Record<string, string | undefined>>) => {
    if (isSame) return;
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) attributes.delete(name);
      else attributes.set(name, value);
    }
  };
  const { height, hidden = false, style, level, isCollapsed } = size ?? {};
  put(height === was.height, { ht: height?.toString(), customHeight: height === undefined ? undefined : "1" });
  put(hidden === (was.hidden ?? false), { hidden: hidden ? "1" : undefined });
  put(level === was.level, { outlineLevel: level?.toString() });
  put(isCollapsed === was.isCollapsed, { collapsed: isCollapsed ? "1" : undefined });
  const format = style === undefined ? undefined : String(styles.format(style));
  put(style === was.style, { s: format, customFormat: format && "1" });
  return attributes;
}

function readRow({ attributes }: RawRow): Row {
  const height = Number(attributes.get("ht"));
  const isOn = (name: string): boolean => attributes.get(name) === "1" || attributes.get(name) === "true";
  const style = isOn("customFormat") ? Number(attributes.get("s") ?? 0) : 0;
  const level = Number(attributes.get("outlineLevel") ?? 0);
  return {
    ...(height > 0 ? { height } : {}),
    ...(isOn("hidden") ? { hidden: true } : {}),
    ...(style > 0 ? { style } : {}),
    ...(level > 0 ? { level } : {}),
    ...(isOn("collapsed") ? { isCollapsed: true } : {}),
  };
}

function sameSize(raw: RawRow, size: Row | undefined): boolean {
  const was = readRow(raw);
  return (
    was.height === size?.height &&
    (was.hidden ?? false) === (size?.hidden ?? false) &&
    was.style === size?.style &&
    was.level === size?.level &&
    was.isCollapsed === size?.isCollapsed
  );
}

function readCell(raw: RawCell, reader: CellReader): Cell {
  const formula = reader.formula(raw);
  const value: CellValue = reader.value(raw);
  return formula === undefined ? { value, style: raw.style } : { value, formula, style: raw.style };
}

function holdsSame(raw: RawCell, cell: Cell, reader: CellReader): boolean {
  return same(reader.value(raw), cell.value) && reader.formula(raw) === cell.formula;
}
