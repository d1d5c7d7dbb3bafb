import type { Sheet } from "../../../../desk/workbook/sheet.ts";
import type { GoogleDocument } from "../document.ts";

/** Keeps a spreadsheet as it is. @returns what puts it back so */
export function keep(document: GoogleDocument): () => void {
  const { workbook } = document;
  const { active } = workbook;
  const sheets = [...workbook.sheets];
  const names = workbook.names.map((name) => ({ name, refersTo: name.refersTo }));
  const parts = sheets.map(keepSheet);
  const grids = sheets.map((sheet) => ({ ...document.grid(sheet) }));
  const guards = document.guards.map((guard) => ({ guard, before: { ...guard } }));
  const charts = [...document.charts];
  const marks = [...document.marks];
  return () => {
    workbook.sheets.splice(0, workbook.sheets.length, ...sheets);
    workbook.active = active;
    workbook.names = names.map(({ name, refersTo }) => Object.assign(name, { refersTo }));
    for (const putBack of parts) putBack();
    sheets.forEach((sheet, index) => {
      Object.assign(document.grid(sheet), grids[index]);
    });
    document.guards = guards.map(({ guard, before }) => Object.assign(guard, before));
    document.charts = charts;
    document.marks.clear();
    for (const [id, key] of marks) document.marks.set(id, key);
  };
}

function keepSheet(sheet: Sheet): () => void {
  const { visibility, gridlines, isProtected, page, freeze, filter, merges, validations, highlights, ourCharts, name, tab } = sheet;
  const cells = [...sheet.cells].map(([row, line]) => [row, [...line].map(([column, cell]) => [column, { ...cell }] as const)] as const);
  const [columns, rows] = [[...sheet.columns], [...sheet.rows]];
  const filterArea = filter && { ...filter };
  const moves = [...sheet.rowMoves];
  const changedCells = [...sheet.changedCells].map(([row, line]) => [row, new Set(line)] as const);
  const changed = [...sheet.changed];
  return () => {
    Object.assign(sheet, { visibility, gridlines, isProtected, page, freeze, merges, validations, highlights, ourCharts, name });
    if (tab === undefined) delete sheet.tab;
    else sheet.tab = tab;
    if (filterArea) sheet.filter = filterArea;
    else delete sheet.filter;
    refill(
      sheet.cells,
      cells.map(([row, line]) => [row, new Map(line)]),
    );
    refill(sheet.columns, columns);
    refill(sheet.rows, rows);
    refill(sheet.changedCells, changedCells);
    sheet.rowMoves.splice(0, sheet.rowMoves.length, ...moves);
    sheet.changed.clear();
    for (const aspect of changed) sheet.changed.add(aspect);
  };
}

function refill<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
