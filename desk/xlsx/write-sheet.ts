import type { Sheet } from "../workbook/sheet.ts";
import { moveCarried } from "./carried.ts";
import { CellReader } from "./cell-values.ts";
import { writeColumns } from "./columns.ts";
import { writeFilter } from "./filter.ts";
import { writeHighlights } from "./highlights.ts";
import { writeMerges } from "./merges.ts";
import type { Package } from "./package.ts";
import { writePage } from "./page.ts";
import { areaRef } from "./references.ts";
import { RowMoves } from "./row-moves.ts";
import { writeRows } from "./rows.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { joinSheet, splitSheet } from "./sheet-xml.ts";
import type { SharedStrings } from "./strings.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { headingTexts, writeTables } from "./tables.ts";
import { isChanged } from "./touched.ts";
import { writeValidations } from "./validations.ts";
import { writeFreeze, writeGridlines, writeProtection, writeSelected, writeTab } from "./view.ts";
import { child, type Element, ensure, parseXml, rootOf, serializeXml, set } from "./xml.ts";

export interface SheetWriting {
  readonly pack: Package;
  readonly strings: SharedStrings;
  readonly styles: StyleSheet;
  readonly dateSystem: 1900 | 1904;
}

/** Rewrites what changed of a sheet. @param isSelected where the sheet came to the front, or left it */
export function writeSheet(writing: SheetWriting, sheet: Sheet, part: string, isSelected: boolean | undefined): void {
  const { pack, strings, styles, dateSystem } = writing;
  const { frame, rows, prefix } = splitSheet(pack.text(part));
  const document = parseXml(frame, part);
  const root = rootOf(document);
  const moves = new RowMoves(sheet.rowMoves);
  const reader = new CellReader(rows, strings, dateSystem);
  writeFrame(root, sheet, styles, moves);
  if (isSelected !== undefined) writeSelected(root, isSelected);
  if (isChanged(sheet, "tables") || isChanged(sheet, "cells")) writeTables(pack, root, sheet, part);
  const written = writeRows({ sheet, rows, prefix, reader, moves, strings, styles, headings: headingTexts(sheet) });
  pack.set(part, joinSheet(serializeXml(document), written, prefix));
}

function writeFrame(root: Element, sheet: Sheet, styles: StyleSheet, moves: RowMoves): void {
  if (isChanged(sheet, "cells")) writeDimension(root, sheet);
  if (isChanged(sheet, "columns")) writeColumns(root, sheet, styles);
  if (isChanged(sheet, "columns") || isChanged(sheet, "rows")) writeLevels(root, sheet);
  if (isChanged(sheet, "merges")) writeMerges(root, sheet);
  if (isChanged(sheet, "validations") || sheet.rowsMoved) writeValidations(root, sheet, moves);
  if (isChanged(sheet, "highlights") || sheet.rowsMoved) writeHighlights(root, sheet, styles, moves);
  if (isChanged(sheet, "protection")) writeProtection(root, sheet);
  if (isChanged(sheet, "page")) writePage(root, sheet);
  if (isChanged(sheet, "freeze")) writeFreeze(root, sheet);
  if (isChanged(sheet, "view") || isChanged(sheet, "properties")) writeGridlines(root, sheet);
  if (isChanged(sheet, "properties")) writeTab(root, sheet);
  if (isChanged(sheet, "tables")) writeFilter(root, sheet);
  moveCarried(root, moves);
}

/** How deep the outline is: Excel leaves it so much room beside the grid. */
function writeLevels(root: Element, sheet: Sheet): void {
  const deepest = (lines: ReadonlyMap<number, { readonly level?: number }>): number | undefined =>
    [...lines.values()].reduce((most, { level = 0 }) => Math.max(most, level), 0) || undefined;
  const format = child(root, "sheetFormatPr");
  const [rows, columns] = [deepest(sheet.rows), deepest(sheet.columns)];
  if (!format && !rows && !columns) return;
  set(format ?? set(ensure(root, "sheetFormatPr", SHEET_ORDER), { defaultRowHeight: 15 }), {
    outlineLevelRow: rows,
    outlineLevelCol: columns,
  });
}

/** The used area, which some programs read instead of looking. */
function writeDimension(root: Element, sheet: Sheet): void {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const [row, line] of sheet.cells) {
    if (line.size === 0) continue;
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    for (const column of line.keys()) [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  const isEmpty = top > bottom;
  const area = isEmpty
    ? { row: 0, column: 0, rows: 1, columns: 1 }
    : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  set(ensure(root, "dimension", SHEET_ORDER), { ref: areaRef(area) });
}
