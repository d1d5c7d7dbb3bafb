import type { Area } from "../../core/index.ts";
import { moveArea, moveAreas, moveRow, moveRows, type RowMove } from "./row-move.ts";
import type { Row, Sheet } from "./sheet.ts";
import { shiftFormula } from "./shift-formula.ts";
import { shiftReferences } from "./shift-references.ts";
import type { Workbook } from "./workbook.ts";

/** Inserts rows that look like the row above, and moves along whatever stood or pointed below. */
export function insertRows(workbook: Workbook, sheet: Sheet, row: number, count: number): void {
  if (count === 0) return;
  const insertion: RowMove = { kind: "insert", sheet: sheet.name, row, count };
  moveContents(sheet, insertion);
  copyLookOfRowAbove(sheet, insertion);
  follow(workbook, sheet, insertion);
}

/** Takes rows away; what stood below moves up, and what pointed at them alone points at nothing. */
export function deleteRows(workbook: Workbook, sheet: Sheet, row: number, count: number): void {
  if (count === 0) return;
  const deletion: RowMove = { kind: "delete", sheet: sheet.name, row, count };
  moveContents(sheet, deletion);
  follow(workbook, sheet, deletion);
}

function follow(workbook: Workbook, sheet: Sheet, move: RowMove): void {
  moveParts(sheet, move);
  for (const each of workbook.sheets) shiftReferences(each, move);
  for (const name of workbook.names) name.refersTo = shiftFormula(name.refersTo, name.sheet ?? "", move);
}

function moveContents(sheet: Sheet, move: RowMove): void {
  rekey(sheet.cells, move);
  rekey(sheet.changedCells, move);
  rekey(sheet.rows, move);
  noteMove(sheet.rowMoves, move);
  sheet.changed.add("cells").add("rows");
}

/** Rows that are deleted just as they were inserted have never been: what a writer cannot move along stays right. */
function noteMove(moves: RowMove[], move: RowMove): void {
  const last = moves.at(-1);
  const isUndone = move.kind === "delete" && last?.kind === "insert" && last.row === move.row && last.count === move.count;
  if (isUndone) moves.pop();
  else moves.push(move);
}

function rekey<T>(byRow: Map<number, T>, move: RowMove): void {
  const entries = [...byRow];
  byRow.clear();
  for (const [row, entry] of entries) {
    const to = moveRow(row, move);
    if (to !== undefined) byRow.set(to, entry);
  }
}

function copyLookOfRowAbove(sheet: Sheet, { row: first, count }: RowMove): void {
  const above = first - 1;
  const look = lookOf(sheet.rows.get(above));
  for (let row = first; row < first + count; row++) {
    if (look) sheet.rows.set(row, { ...look });
    for (const [column, { style }] of sheet.cells.get(above) ?? []) sheet.touch(row, column).style = style;
  }
}

/** New rows show themselves even where the row above is hidden. */
function lookOf(row: Row | undefined): Row | undefined {
  if (row?.height === undefined && row?.style === undefined) return undefined;
  const { hidden: _, isCollapsed: __, ...look } = row;
  return look;
}

function moveParts(sheet: Sheet, move: RowMove): void {
  const merges = moveAreas(sheet.merges, move);
  if (merges !== sheet.merges) {
    sheet.merges = merges.filter(({ rows, columns }) => rows * columns > 1);
    sheet.changed.add("merges");
  }
  for (const table of [...sheet.tables]) {
    const area = moveArea(table.area, move);
    if (area === table.area) continue;
    if (area) table.area = area;
    else sheet.tables.splice(sheet.tables.indexOf(table), 1);
    sheet.changed.add("tables");
  }
  if (sheet.filter) {
    const area = moveArea(sheet.filter.area, move);
    if (area !== sheet.filter.area) {
      if (area) sheet.filter.area = area;
      else delete sheet.filter;
      sheet.changed.add("tables");
    }
  }
  movePage(sheet, move);
}

function movePage(sheet: Sheet, move: RowMove): void {
  if (!sheet.page) return;
  const { printArea, repeatRows, ...page } = sheet.page;
  const area: Area | undefined = printArea && moveArea(printArea, move);
  const repeat = repeatRows && moveRows(...repeatRows, move);
  if (area === printArea && repeat?.[0] === repeatRows?.[0] && repeat?.[1] === repeatRows?.[1]) return;
  sheet.page = { ...page, ...(area && { printArea: area }), ...(repeat && { repeatRows: repeat }) };
  sheet.changed.add("page");
}
