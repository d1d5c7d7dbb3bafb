import type { Area, CellValue } from "../../../core/index.ts";
import { mergeCells } from "../../../desk/host/edits/merge-cells.ts";
import { deleteRows, insertRows } from "../../../desk/workbook/move-rows.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { MAX_COLUMNS, MAX_ROWS, overlaps, parseArea } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { conditionalFormatsObject } from "./conditional-formats.ts";
import { dataValidationObject } from "./data-validation.ts";
import { ExcelError, type ExcelObject, flagOf, invalid, notFound, numberOf, oneOf, textOf } from "./excel-object.ts";
import { outlineCalls } from "./outline.ts";
import { areaOf, placed } from "./range-area.ts";
import { rangeFormatObject } from "./range-format.ts";
import { tableObject } from "./tables.ts";
import { typed } from "./typed.ts";

export const WHOLE: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Excel gives and takes no more cells than this at once. */
const MAX_CELLS = 5_000_000;

export function rangeObject(book: Book, sheet: Sheet, area: Area): ExcelObject {
  const grid = <T>(say: (row: number, column: number) => T) => {
    if (area.rows * area.columns > MAX_CELLS) throw new ExcelError("ResponsePayloadSizeLimitExceeded", "Too many cells.");
    return () =>
      Array.from({ length: area.rows }, (_, down) =>
        Array.from({ length: area.columns }, (_, across) => say(area.row + down, area.column + across)),
      );
  };
  const value = (row: number, column: number): CellValue => sheet.cell(row, column)?.value ?? null;
  const object: ExcelObject = {
    type: "Range",
    get: {
      rowIndex: () => area.row,
      columnIndex: () => area.column,
      rowCount: () => area.rows,
      columnCount: () => area.columns,
      values: () => grid((row, column) => shown(value(row, column)))(),
      valueTypes: () => grid((row, column) => typeOf(value(row, column)))(),
      formulas: () =>
        grid((row, column) => {
          const formula = sheet.cell(row, column)?.formula;
          return formula === undefined ? shown(value(row, column)) : `=${formula}`;
        })(),
    },
    set: {
      formulas: (given) => write(book, sheet, area, given),
      values: (given) => write(book, sheet, area, given),
      numberFormat: (given) => {
        book.guardCells(sheet, area);
        sheet.format(area, { numberFormat: textOf(given) });
      },
      rowHidden: (given) => {
        book.guardBuild(sheet);
        if (area.columns !== MAX_COLUMNS) invalid("hiding a part of a row");
        const isHidden = flagOf(given);
        for (let row = area.row; row < area.row + area.rows; row++) {
          const { hidden: _, ...look } = sheet.rows.get(row) ?? {};
          if (isHidden || sheet.rows.has(row)) sheet.rows.set(row, isHidden ? { ...look, hidden: true } : look);
        }
      },
      columnHidden: (given) => {
        book.guardBuild(sheet);
        if (area.rows !== MAX_ROWS) invalid("hiding a part of a column");
        const hidden = flagOf(given);
        for (let column = area.column; column < area.column + area.columns; column++)
          sheet.columns.set(column, { ...sheet.columns.get(column), hidden });
      },
    },
    own: {
      format: () => rangeFormatObject(book, sheet, area),
      dataValidation: () => dataValidationObject(book, sheet, area),
      conditionalFormats: () => conditionalFormatsObject(book, sheet, area),
    },
    call: {
      ...outlineCalls(book, sheet, area),
      getUsedRangeOrNullObject: (valuesOnly) => {
        flagOf(valuesOnly);
        const used = usedWithin(sheet, area);
        return used ? rangeObject(book, sheet, used) : null;
      },
      getTables: (fullyContained) => {
        const isWhole = flagOf(fullyContained);
        const there = () => book.tablesAt(sheet, area).filter((table) => !isWhole || contains(area, table.area));
        return {
          type: "TableScopedCollection",
          items: () => there().map((table) => tableObject(book, sheet, table, () => rangeObject(book, sheet, table.area))),
        };
      },
      insert: (shift) => {
        oneOf({ Down: true }, shift);
        if (area.columns !== MAX_COLUMNS) invalid("inserting a part of a row");
        book.guardBuild(sheet);
        insertRows(book.workbook, sheet, area.row, area.rows);
        return rangeObject(book, sheet, area);
      },
      delete: (shift) => {
        oneOf({ Up: true }, shift);
        if (area.columns !== MAX_COLUMNS) invalid("deleting a part of a row");
        book.guardBuild(sheet);
        deleteRows(book.workbook, sheet, area.row, area.rows);
        return undefined;
      },
      merge: (across) => {
        flagOf(across);
        book.guardBuild(sheet);
        const partly = sheet.merges.some((merge) => overlaps(merge, area));
        if (partly) throw new ExcelError("MergedRangeConflict", "Some of these cells are merged.");
        mergeCells(sheet, { kind: "merge", sheet: sheet.name, areas: [area] });
        return undefined;
      },
      unmerge: () => {
        book.guardBuild(sheet);
        sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
        return undefined;
      },
      // The client writes more than 1,500 cells in blocks of rows, which it asks for by these three.
      _ValidateArraySize: (rows, columns) => {
        if (rows !== area.rows || columns !== area.columns) invalid(`${rows} rows of ${columns} cells`);
        return undefined;
      },
      getRow: (index) => {
        if (numberOf(index) < 0 || numberOf(index) >= area.rows) invalid(`row ${index} of ${area.rows}`);
        return rangeObject(book, sheet, { ...area, row: area.row + numberOf(index), rows: 1 });
      },
      getIntersection: (other) => {
        const at = typeof other === "string" ? (parseArea(other) ?? invalid(`${other} for an address`)) : areaOf(other).area;
        return overlaps(area, at) ? rangeObject(book, sheet, shared(area, at)) : notFound("cell that both ranges have");
      },
      getBoundingRect: (other) => rangeObject(book, sheet, around(area, areaOf(other).area)),
      select: () => {
        book.selected = { sheet: sheet.name, area };
        return undefined;
      },
    },
  };
  return placed(object, { sheet, area });
}

/** The smallest area that holds both. */
function around(a: Area, b: Area): Area {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  return { row, column, rows, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

/** Rows of cells of the range's own shape; `null` leaves a cell as it is. */
function write(book: Book, sheet: Sheet, area: Area, given: unknown): void {
  if (!Array.isArray(given) || given.length !== area.rows)
    return invalid(`${Array.isArray(given) ? given.length : given} rows for ${area.rows}`);
  for (const [down, line] of given.entries()) {
    if (!Array.isArray(line) || line.length !== area.columns) return invalid(`a row of another width than ${area.columns}`);
    for (const [across, input] of line.entries()) {
      if (input === null) continue;
      if (!["string", "number", "boolean"].includes(typeof input)) return invalid(`${JSON.stringify(input)} for a cell`);
      const [row, column] = [area.row + down, area.column + across];
      book.guardCells(sheet, { row, column, rows: 1, columns: 1 });
      if (typeof input === "string" && input.replace(/^'/, "").length > 32_767) return invalid("a text longer than a cell holds");
      const isTextFormat = book.workbook.styles.at(sheet.styleAt(row, column)).numberFormat === "@";
      const cell = typed(input, isTextFormat, book.workbook.dateSystem);
      if ("formula" in cell) sheet.setFormula(row, column, cell.formula, book.results(sheet.name, cell.formula));
      else if (cell.value !== null || sheet.cell(row, column)) sheet.setValue(row, column, cell.value);
    }
  }
}

function shown(value: CellValue): string | number | boolean {
  return typeof value === "object" ? (value?.error ?? "") : value;
}

function typeOf(value: CellValue): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof value as "string" | "number" | "boolean"];
}

/** The smallest area that holds every filled cell of another. */
function usedWithin(sheet: Sheet, within: Area): Area | undefined {
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY, -1];
  for (const [row, line] of sheet.cells) {
    if (row < within.row || row >= within.row + within.rows) continue;
    for (const [column, cell] of line) {
      if (cell.value === null && cell.formula === undefined) continue;
      if (column < within.column || column >= within.column + within.columns) continue;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function shared(a: Area, b: Area): Area {
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  const [end, right] = [Math.min(a.row + a.rows, b.row + b.rows), Math.min(a.column + a.columns, b.column + b.columns)];
  return { row, column, rows: end - row, columns: right - column };
}

function contains({ row, column, rows, columns }: Area, inner: Area): boolean {
  return (
    row <= inner.row && column <= inner.column && row + rows >= inner.row + inner.rows && column + columns >= inner.column + inner.columns
  );
}
