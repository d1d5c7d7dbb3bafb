import { type Area, type CellValue, cellAddress, isCellError } from "../../../core/index.ts";
import { cellsOf } from "../../../desk/workbook/cells-of.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { overlaps, parseArea } from "../../../desk/xlsx/references.ts";
import { entered, showsDate } from "./entered.ts";
import { filterObject } from "./filters.ts";
import { shiftDepth } from "./groups.ts";
import { ServiceException } from "./kernel.ts";
import { cellLookSetters, lookSetters } from "./looks.ts";
import { protectionObject } from "./protections.ts";
import { type Cells, insistOnGrid, insistOnSize, type Run } from "./run.ts";
import { layValidation, ruleAt, validationObject } from "./validations.ts";
import { instantOfSerial } from "./zones.ts";

/** @throws {ServiceException} for cells outside the sheet */
export function rangeObject(run: Run, sheet: Sheet, area: Area): object {
  const { document, kernel, user } = run;
  const cells: Cells = { sheet, area };
  insistOnGrid(run, cells);
  const insist = () => document.insistMayEdit(user, sheet, area);
  const rowsOf = <T>(tell: (row: number, column: number) => T): T[][] =>
    Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (_, across) => tell(area.row + down, area.column + across)),
    );
  const formatAt = (row: number, column: number) => document.workbook.styles.at(sheet.styleAt(row, column)).numberFormat;
  const set = (row: number, column: number, given: unknown): void => enter(run, sheet, row, column, given);
  const self = kernel.serve(
    "Spreadsheet.Range",
    {
      getValues: () => rowsOf((row, column) => valueAt(run, sheet, row, column)),
      getValue: () => valueAt(run, sheet, area.row, area.column),
      getDisplayValues: () => rowsOf((row, column) => String(shown(sheet.cell(row, column)?.value))),
      getFormulas: () => rowsOf((row, column) => formulaAt(sheet, row, column)),
      getFormula: () => formulaAt(sheet, area.row, area.column),
      getNumberFormats: () => rowsOf((row, column) => formatAt(row, column) ?? "General"),
      getRichTextValues: () =>
        rowsOf((row, column) => {
          const value = sheet.cell(row, column)?.value;
          return typeof value === "string" ? kernel.serve("Spreadsheet.RichTextValue", { getText: () => value }) : null;
        }),
      setValues: (values: readonly unknown[]) => {
        insist();
        const lines = insistOnSize(cells, values);
        for (const { row, column } of cellsOf(area)) set(row, column, lines[row - area.row]?.[column - area.column]);
        return self;
      },
      setValue: (value: unknown) => {
        insist();
        for (const { row, column } of cellsOf(area)) set(row, column, value);
        return self;
      },
      clearContent: () => {
        insist();
        for (const { row, column } of cellsOf(area)) if (sheet.cell(row, column)) sheet.setValue(row, column, null);
        return self;
      },
      merge: () => merge(run, cells, self),
      mergeAcross: () => {
        for (let row = area.row; row < area.row + area.rows; row++) merge(run, { sheet, area: { ...area, row, rows: 1 } }, self);
        return self;
      },
      breakApart: () => {
        insist();
        takeApart(cells);
        return self;
      },
      getMergedRanges: () => sheet.merges.filter((each) => overlaps(each, area)).map((each) => rangeObject(run, sheet, each)),
      setDataValidation: (rule: object | null) => {
        insist();
        layValidation(cells, rule);
        return self;
      },
      getDataValidation: () => {
        const found = ruleAt(sheet, area.row, area.column);
        return found ? validationObject(run, found) : null;
      },
      createFilter: () => {
        insist();
        if (sheet.filter) throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
        sheet.filter = { area, hidesRows: false };
        sheet.changed.add("tables");
        return filterObject(run, sheet);
      },
      protect: () => protectionObject(run, document.guard(sheet, area)),
      shiftRowGroupDepth: (delta: number) => {
        insist();
        shiftDepth(sheet.rows, area.row, area.rows, delta);
        return self;
      },
      shiftColumnGroupDepth: (delta: number) => {
        insist();
        shiftDepth(sheet.columns, area.column, area.columns, delta);
        return self;
      },
      activate: () => {
        if (sheet.visibility !== "visible") throw new ServiceException("You can't activate a hidden sheet.");
        document.workbook.show(sheet.name);
        document.selected = { sheet: sheet.name, area };
        return self;
      },
      offset: (...[down, across, rows, columns]: readonly number[]) =>
        rangeObject(run, sheet, {
          row: area.row + (down ?? 0),
          column: area.column + (across ?? 0),
          rows: rows ?? area.rows,
          columns: columns ?? area.columns,
        }),
      getRow: () => area.row + 1,
      getColumn: () => area.column + 1,
      getNumRows: () => area.rows,
      getNumColumns: () => area.columns,
      getLastRow: () => area.row + area.rows,
      getLastColumn: () => area.column + area.columns,
      getSheet: () => run.objects.sheet(sheet),
      getA1Notation: () => {
        const first = cellAddress(area.row, area.column);
        return area.rows * area.columns === 1 ? first : `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
      },
      ...lookSetters(
        run,
        () => [cells],
        () => self,
      ),
      ...cellLookSetters(run, cells, () => self),
    },
    cells,
  );
  return self;
}

export function rangeListObject(run: Run, sheet: Sheet, addresses: readonly string[]): object {
  const list = addresses.map((address): Cells => {
    const area = parseArea(address);
    if (!area) throw new ServiceException(`Range not found: ${address}`);
    const cells = { sheet, area };
    insistOnGrid(run, cells);
    return cells;
  });
  const self: object = run.kernel.serve("Spreadsheet.RangeList", {
    getRanges: () => list.map(({ area }) => rangeObject(run, sheet, area)),
    setValue: (value: unknown) => {
      for (const { area } of list) {
        run.document.insistMayEdit(run.user, sheet, area);
        for (const { row, column } of cellsOf(area)) enter(run, sheet, row, column, value);
      }
      return self;
    },
    ...lookSetters(
      run,
      () => list,
      () => self,
    ),
  });
  return self;
}

function enter({ document }: Run, sheet: Sheet, row: number, column: number, given: unknown): void {
  const before = sheet.cell(row, column);
  if ((given === "" || given === null) && !before) return;
  const style = document.workbook.styles.at(sheet.styleAt(row, column));
  const result = entered(given, style.numberFormat === "@", document.timeZone);
  if ("formula" in result) sheet.setFormula(row, column, result.formula, document.results(sheet.name, result.formula));
  else sheet.setValue(row, column, result.value);
  // A date that a script sets is shown as one.
  if (Object.prototype.toString.call(given) === "[object Date]" && style.numberFormat === undefined)
    sheet.format({ row, column, rows: 1, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
}

/** A cell as a script reads it: dates are dates, an error is its text, and nothing is a text of no length. */
function valueAt({ document, realm }: Run, sheet: Sheet, row: number, column: number): unknown {
  const value = sheet.cell(row, column)?.value ?? null;
  if (typeof value === "number" && showsDate(document.workbook.styles.at(sheet.styleAt(row, column)).numberFormat))
    return realm.date(instantOfSerial(value, document.timeZone));
  return shown(value);
}

function shown(value: CellValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return "";
  return isCellError(value) ? value.error : value;
}

function formulaAt(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.cell(row, column)?.formula;
  return formula === undefined ? "" : `=${formula}`;
}

function merge(run: Run, cells: Cells, self: object): object {
  mergeCells(run, cells);
  return self;
}

/** @throws {ServiceException} where Sheets merges no such cells */
export function mergeCells({ document, user }: Pick<Run, "document" | "user">, { sheet, area }: Cells): void {
  document.insistMayEdit(user, sheet, area);
  if (sheet.merges.some((each) => overlaps(each, area) && !isWithin(each, area))) throw partOfMerge();
  if (area.column < sheet.freeze.columns && area.column + area.columns > sheet.freeze.columns)
    throw new ServiceException("You can't merge frozen and non-frozen columns.");
  if (area.row < sheet.freeze.rows && area.row + area.rows > sheet.freeze.rows)
    throw new ServiceException("You can't merge frozen and non-frozen rows.");
  sheet.merges = [...sheet.merges.filter((each) => !overlaps(each, area)), ...(area.rows * area.columns > 1 ? [area] : [])];
  for (const { row, column } of cellsOf(area)) {
    const isFirst = row === area.row && column === area.column;
    if (!isFirst && sheet.cell(row, column)) sheet.setValue(row, column, null);
  }
}

/** Ends the merges within some cells. @throws {ServiceException} for a part of one */
export function takeApart({ sheet, area }: Cells): void {
  if (sheet.merges.some((each) => overlaps(each, area) && !isWithin(each, area))) throw partOfMerge();
  sheet.merges = sheet.merges.filter((each) => !overlaps(each, area));
}

function partOfMerge(): ServiceException {
  return new ServiceException("You must select all cells in a merged range to merge or unmerge them.");
}

function isWithin(inner: Area, outer: Area): boolean {
  const fitsDown = inner.row >= outer.row && inner.row + inner.rows <= outer.row + outer.rows;
  return fitsDown && inner.column >= outer.column && inner.column + inner.columns <= outer.column + outer.columns;
}
