import { deleteRows, insertRows } from "../../../../desk/workbook/move-rows.ts";
import type { Column, Row } from "../../../../desk/workbook/sheet.ts";
import { foldGroup, shiftDepth } from "../groups.ts";
import { insertRowsBefore } from "../sheets.ts";
import { axisOf, given, insistOnLines, insistOnSheet, invalid, type Lines, linesOf, type Made, sheetWith } from "./places.ts";
import { maskOf } from "./schema.ts";

type Of<K extends keyof GoogleAppsScript.Sheets.Schema.Request> = NonNullable<GoogleAppsScript.Sheets.Schema.Request[K]>;
type Line = Row & Column;

export function appendDimension(made: Made, { sheetId, dimension, length }: Of<"appendDimension">): void {
  const sheet = sheetWith(made, sheetId);
  insistOnSheet(made, sheet);
  if (given(made, "length", length) < 1) throw invalid(made, "The length must be at least 1.");
  made.document.grid(sheet)[axisOf(made, dimension)] += length ?? 0;
}

export function insertDimension(made: Made, { range, inheritFromBefore = false }: Of<"insertDimension">): void {
  const { sheet, axis, first, count } = linesOf(made, range);
  insistOnSheet(made, sheet);
  if (axis === "columns") throw new Error("The stand-in inserts rows only.");
  const grid = made.document.grid(sheet);
  if (inheritFromBefore && first === 0) throw invalid(made, "inheritFromBefore cannot be true if startIndex is 0.");
  if (first > grid.rows || (!inheritFromBefore && first === grid.rows))
    throw invalid(made, `range.startIndex[${first}] must be less than the grid size (${grid.rows}) if inheritFromBefore is false.`);
  grid.rows += count;
  if (inheritFromBefore) insertRows(made.document.workbook, sheet, first, count);
  else insertRowsBefore(made.document.workbook, sheet, first, count);
}

export function deleteDimension(made: Made, { range }: Of<"deleteDimension">): void {
  const lines = linesOf(made, range);
  const { sheet, axis, first, count } = lines;
  insistOnSheet(made, sheet);
  insistOnLines(made, lines);
  if (axis === "columns") throw new Error("The stand-in deletes rows only.");
  const grid = made.document.grid(sheet);
  if (count >= grid.rows - sheet.freeze.rows) throw invalid(made, "You can't delete all the rows on the sheet.");
  grid.rows -= count;
  deleteRows(made.document.workbook, sheet, first, count);
}

const PIXELS = { perCharacter: 7, edges: 5, perPoint: 4 / 3 };

export function updateDimensionProperties(made: Made, { range, properties, fields }: Of<"updateDimensionProperties">): void {
  const lines = linesOf(made, range);
  insistOnSheet(made, lines.sheet);
  insistOnLines(made, lines);
  const { pixelSize, hiddenByUser } = given(made, "properties", properties);
  for (const path of maskOf(fields, "DimensionProperties", made.at)) {
    if (path === "hiddenByUser") {
      const hidden = given(made, path, hiddenByUser);
      change(lines, ({ hidden: _, ...line }) => (hidden || lines.axis === "columns" ? { ...line, hidden } : line));
    } else if (path === "pixelSize") {
      const size = given(made, path, pixelSize);
      if (!Number.isInteger(size) || size < 1) throw invalid(made, `${size} pixels is no size.`);
      change(lines, (line) =>
        lines.axis === "rows"
          ? { ...line, height: size / PIXELS.perPoint }
          : { ...line, width: (size - PIXELS.edges) / PIXELS.perCharacter },
      );
    } else throw new Error(`The stand-in does not do ${path} yet.`);
  }
}

export function autoResizeDimensions(made: Made, { dimensions }: Of<"autoResizeDimensions">): void {
  const lines = linesOf(made, dimensions);
  insistOnSheet(made, lines.sheet);
  insistOnLines(made, lines);
  if (lines.axis === "columns") throw new Error("The stand-in fits rows only.");
  change(lines, ({ height: _, ...line }) => line);
}

function change({ sheet, axis, first, count }: Lines, changed: (line: Line) => Line): void {
  const lines: Map<number, Line> = sheet[axis];
  for (let index = first; index < first + count; index++) lines.set(index, changed(lines.get(index) ?? {}));
}

export function addDimensionGroup(made: Made, { range }: Of<"addDimensionGroup">): void {
  const { sheet, axis, first, count } = linesInGrid(made, range);
  shiftDepth(sheet[axis], first, count, 1);
}

export function deleteDimensionGroup(made: Made, { range }: Of<"deleteDimensionGroup">): void {
  const { sheet, axis, first, count } = linesInGrid(made, range);
  for (let line = first; line < first + count; line++)
    if ((sheet[axis].get(line)?.level ?? 0) === 0) throw invalid(made, `There is no group that has line ${line}.`);
  shiftDepth(sheet[axis], first, count, -1);
}

export function updateDimensionGroup(made: Made, { dimensionGroup, fields }: Of<"updateDimensionGroup">): void {
  const { range, depth, collapsed } = given(made, "dimensionGroup", dimensionGroup);
  if (maskOf(fields, "DimensionGroup", made.at).some((path) => path !== "collapsed")) throw invalid(made, "Only collapsed can be updated.");
  const { sheet, axis, first, count } = linesInGrid(made, range);
  const level = given(made, "depth", depth);
  const isIn = (line: number): boolean => (sheet[axis].get(line)?.level ?? 0) >= level;
  const isWhole = Array.from({ length: count }, (_, index) => first + index).every(isIn) && !isIn(first - 1) && !isIn(first + count);
  if (!isWhole) throw invalid(made, `There is no group of depth ${level} over these lines.`);
  foldGroup(sheet[axis], first, count, given(made, "collapsed", collapsed));
}

function linesInGrid(made: Made, range: GoogleAppsScript.Sheets.Schema.DimensionRange | undefined): Lines {
  const lines = linesOf(made, range);
  insistOnSheet(made, lines.sheet);
  insistOnLines(made, lines);
  return lines;
}
