import type { Area } from "../../../core/index.ts";
import { deleteRows, insertRows } from "../../../desk/workbook/move-rows.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { parseArea } from "../../../desk/xlsx/references.ts";
import { chartBuilder, chartObject, chartOf } from "./charts.ts";
import type { GoogleDocument } from "./document.ts";
import { filterObject } from "./filters.ts";
import { foldAll, groupObject } from "./groups.ts";
import { type Implementation, ServiceException, type Word } from "./kernel.ts";
import { protectionObject } from "./protections.ts";
import { rangeListObject } from "./ranges.ts";
import { rulesOf, setRules } from "./rules.ts";
import { colourOf, type Run } from "./run.ts";

/** A character of the default font is 7 pixels wide, with 5 more for a column's edges; a point is 4/3 pixels. */
const PIXELS = { perCharacter: 7, edges: 5, perPoint: 4 / 3 };

/** Pixels of a line that nobody sized. */
const NEW_WIDTH = 100;
const NEW_HEIGHT = 21;

export function sheetObject(run: Run, sheet: Sheet): object {
  const { document, kernel } = run;
  const whole = () => ({ row: 0, column: 0, ...document.grid(sheet) });
  const insist = () => {
    if (!document.workbook.sheets.includes(sheet)) throw new ServiceException("Sheet not found.");
    document.insistMayEdit(run.user, sheet, whole());
  };
  const used = () => sheet.used();
  const self: object = kernel.serve(
    "Spreadsheet.Sheet",
    {
      getName: () => sheet.name,
      getSheetId: () => document.idOf(sheet),
      getIndex: () => document.workbook.sheets.indexOf(sheet) + 1,
      isSheetHidden: () => sheet.visibility !== "visible",
      hideSheet: () => {
        const others = document.workbook.sheets.filter((each) => each !== sheet && each.visibility === "visible");
        if (others.length === 0) throw new ServiceException("You can't hide all the sheets in a document.");
        sheet.visibility = "hidden";
        document.workbook.showVisible();
        return self;
      },
      showSheet: () => {
        sheet.visibility = "visible";
        return self;
      },
      activate: () => {
        document.workbook.show(sheet.name);
        return self;
      },
      setTabColor: (color: string | null) => {
        if (color === null) delete sheet.tab;
        else sheet.tab = colourOf(color);
        return self;
      },
      setHiddenGridlines: (isHidden: boolean) => {
        sheet.gridlines = !isHidden;
        return self;
      },
      getMaxRows: () => document.grid(sheet).rows,
      getMaxColumns: () => document.grid(sheet).columns,
      getLastRow: () => used().rows,
      getLastColumn: () => used().columns,
      getDataRange: () =>
        run.objects.range(sheet, { row: 0, column: 0, rows: Math.max(1, used().rows), columns: Math.max(1, used().columns) }),
      getRange: (...given: readonly (string | number)[]) => {
        const [row, column, rows = 1, columns = 1] = given;
        if (typeof row !== "string")
          return run.objects.range(sheet, {
            row: Number(row) - 1,
            column: Number(column) - 1,
            rows: Number(rows),
            columns: Number(columns),
          });
        return run.objects.range(sheet, areaOf(run, sheet, row));
      },
      getRangeList: (addresses: readonly string[]) => rangeListObject(run, sheet, addresses),
      getConditionalFormatRules: () => rulesOf(run, sheet),
      setConditionalFormatRules: (rules: readonly object[]) => setRules(run, sheet, rules),
      getFilter: () => (sheet.filter ? filterObject(run, sheet) : null),
      getProtections: ({ word }: Word) =>
        document.guards
          .filter((guard) => guard.sheet === sheet && (guard.area === undefined) === (word === "SHEET"))
          .map((guard) => protectionObject(run, guard)),
      protect: () => {
        insist();
        const known = document.guards.find((guard) => guard.sheet === sheet && !guard.area);
        return protectionObject(run, known ?? document.guard(sheet));
      },
      getRowGroup: (row: number, depth: number) => groupObject(run, sheet, "rows", row - 1, depth),
      getColumnGroup: (column: number, depth: number) => groupObject(run, sheet, "columns", column - 1, depth),
      collapseAllRowGroups: () => {
        foldAll(sheet.rows);
        return self;
      },
      collapseAllColumnGroups: () => {
        foldAll(sheet.columns);
        return self;
      },
      setRowGroupControlPosition: () => self,
      setColumnGroupControlPosition: () => self,
      newChart: () => chartBuilder(run, sheet),
      getCharts: () => document.charts.filter((chart) => chart.sheet === sheet).map((chart) => chartObject(run, chart)),
      insertChart: (chart: object) => {
        insist();
        document.charts.push({ ...chartOf(chart), sheet });
      },
      updateChart: (chart: object) => {
        insist();
        const made = chartOf(chart);
        document.charts = document.charts.map((each) => (each.id === made.id ? made : each));
      },
      // What is inserted is a chart of its own, whatever it was made from.
      removeChart: (chart: object) => {
        insist();
        document.charts = document.charts.filter(({ id }) => id !== chartOf(chart).id);
      },
      ...sizes(run, sheet, insist, () => self),
      ...rowMoves(run, sheet, insist, () => self),
    },
    sheet,
  );
  return self;
}

function sizes({ document }: Run, sheet: Sheet, insist: () => void, self: () => object): Implementation {
  const chain = (change: () => void): object => {
    insist();
    change();
    return self();
  };
  const isColumn = (first: number, count: number): void => {
    if (first < 1 || first + count - 1 > document.grid(sheet).columns) throw new ServiceException("Those columns are out of bounds.");
  };
  const isRow = (first: number, count: number): void => {
    if (first < 1 || first + count - 1 > document.grid(sheet).rows) throw new ServiceException("Those rows are out of bounds.");
  };
  const setWidths = (first: number, count: number, pixels: number): void => {
    isColumn(first, count);
    const width = (pixels - PIXELS.edges) / PIXELS.perCharacter;
    for (let column = first - 1; column < first - 1 + count; column++) sheet.columns.set(column, { ...sheet.columns.get(column), width });
  };
  const hide = (first: number, count: number, hidden: boolean): void => {
    isColumn(first, count);
    for (let column = first - 1; column < first - 1 + count; column++) sheet.columns.set(column, { ...sheet.columns.get(column), hidden });
  };
  return {
    setColumnWidth: (column: number, pixels: number) => chain(() => setWidths(column, 1, pixels)),
    setColumnWidths: (first: number, count: number, pixels: number) => chain(() => setWidths(first, count, pixels)),
    setRowHeights: (first: number, count: number, pixels: number) =>
      chain(() => {
        isRow(first, count);
        for (let row = first - 1; row < first - 1 + count; row++)
          sheet.rows.set(row, { ...sheet.rows.get(row), height: pixels / PIXELS.perPoint });
      }),
    autoResizeRows: (first: number, count: number) =>
      chain(() => {
        isRow(first, count);
        for (let row = first - 1; row < first - 1 + count; row++) {
          const { height: _, ...look } = sheet.rows.get(row) ?? {};
          sheet.rows.set(row, look);
        }
      }),
    hideColumns: (first: number, count = 1) =>
      chain(() => {
        hide(first, count, true);
      }),
    showColumns: (first: number, count = 1) =>
      chain(() => {
        hide(first, count, false);
      }),
    showRows: (first: number, count = 1) =>
      chain(() => {
        isRow(first, count);
        for (let row = first - 1; row < first - 1 + count; row++) {
          const { hidden: _, ...look } = sheet.rows.get(row) ?? {};
          sheet.rows.set(row, look);
        }
      }),
    getColumnWidth: (column: number) => {
      isColumn(column, 1);
      const { width } = sheet.columns.get(column - 1) ?? {};
      return width === undefined ? NEW_WIDTH : Math.round(width * PIXELS.perCharacter + PIXELS.edges);
    },
    getRowHeight: (row: number) => {
      isRow(row, 1);
      const { height } = sheet.rows.get(row - 1) ?? {};
      return height === undefined ? NEW_HEIGHT : Math.round(height * PIXELS.perPoint);
    },
    setFrozenRows: (rows: number) => chain(() => freeze(document, sheet, { rows })),
    setFrozenColumns: (columns: number) => chain(() => freeze(document, sheet, { columns })),
  };
}

/** @throws {ServiceException} where Sheets freezes no such lines */
export function freeze(document: GoogleDocument, sheet: Sheet, change: Partial<Sheet["freeze"]>): void {
  const next = { ...sheet.freeze, ...change };
  const isCut = sheet.merges.some(
    ({ row, column, rows, columns }) =>
      (row < next.rows && row + rows > next.rows) || (column < next.columns && column + columns > next.columns),
  );
  if (isCut) throw new ServiceException("You can't freeze only part of a merged cell.");
  const grid = document.grid(sheet);
  if (next.rows >= grid.rows || next.columns >= grid.columns) throw new ServiceException("You can't freeze all the rows or columns.");
  sheet.freeze = next;
}

/** New rows that look like the row that they come before. @param before from 0 */
export function insertRowsBefore(workbook: Workbook, sheet: Sheet, before: number, count: number): void {
  insertRows(workbook, sheet, before, count);
  for (let row = before; row < before + count; row++)
    for (const [column, { style }] of sheet.cells.get(before + count) ?? []) sheet.touch(row, column).style = style;
}

function rowMoves({ document }: Run, sheet: Sheet, insist: () => void, self: () => object): Implementation {
  const { workbook } = document;
  const grid = () => document.grid(sheet);
  return {
    /** New rows look like the row they come after. */
    insertRowsAfter: (after: number, count: number) => {
      insist();
      if (after < 1 || after > grid().rows) throw new ServiceException("Those rows are out of bounds.");
      grid().rows += count;
      insertRows(workbook, sheet, after, count);
      return self();
    },
    /** New rows look like the row they come before. */
    insertRowsBefore: (before: number, count: number) => {
      insist();
      if (before < 1 || before > grid().rows) throw new ServiceException("Those rows are out of bounds.");
      grid().rows += count;
      insertRowsBefore(workbook, sheet, before - 1, count);
      return self();
    },
    deleteRows: (first: number, count: number) => {
      insist();
      if (first < 1 || first + count - 1 > grid().rows) throw new ServiceException("Those rows are out of bounds.");
      if (count >= grid().rows - sheet.freeze.rows) throw new ServiceException("You can't delete all the rows on the sheet.");
      grid().rows -= count;
      deleteRows(workbook, sheet, first - 1, count);
    },
    insertColumnsAfter: (after: number, count: number) => {
      insist();
      if (after !== grid().columns) throw new Error("The stand-in adds columns at the right end only.");
      grid().columns += count;
      return self();
    },
  };
}

/** Whole rows and columns, such as `1:20`, are as wide and as high as the sheet. */
function areaOf({ document }: Run, sheet: Sheet, address: string): Area {
  const area = parseArea(address) ?? notFound(address);
  const grid = document.grid(sheet);
  if (/^\d+:\d+$/.test(address)) return { ...area, columns: grid.columns };
  return /^[A-Z]+:[A-Z]+$/i.test(address) ? { ...area, rows: grid.rows } : area;
}

function notFound(address: string): never {
  throw new ServiceException(`Range not found: ${address}`);
}
