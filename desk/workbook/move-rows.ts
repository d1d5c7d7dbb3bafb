import type { Area } from "../../core/index.ts";
import { type Insertion, shiftArea, shiftRow } from "./insertion.ts";
import { mapChanged } from "./map-changed.ts";
import type { Row, Sheet } from "./sheet.ts";
import { shiftFormula } from "./shift-formula.ts";
import { shiftReferences } from "./shift-references.ts";
import type { Workbook } from "./workbook.ts";

/** Inserts rows that look like the row above, and moves along whatever stood or pointed below. */
export function insertRows(workbook: Workbook, sheet: Sheet, row: number, count: number): void {
  if (count === 0) return;
  const insertion = { sheet: sheet.name, row, count };
  moveContents(sheet, insertion);
  copyLookOfRowAbove(sheet, insertion);
  moveAreas(sheet, insertion);
  for (const each of workbook.sheets) shiftReferences(each, insertion);
  for (const name of workbook.names) name.refersTo = shiftFormula(name.refersTo, name.sheet ?? "", insertion);
}

function moveContents(sheet: Sheet, insertion: Insertion): void {
  rekey(sheet.cells, insertion);
  rekey(sheet.changedCells, insertion);
  rekey(sheet.rows, insertion);
  sheet.insertions.push(insertion);
  sheet.changed.add("cells").add("rows");
}

function rekey<T>(byRow: Map<number, T>, insertion: Insertion): void {
  const entries = [...byRow];
  byRow.clear();
  for (const [row, entry] of entries) byRow.set(shiftRow(row, insertion), entry);
}

function copyLookOfRowAbove(sheet: Sheet, { row: first, count }: Insertion): void {
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
  const { hidden: _, ...look } = row;
  return look;
}

function moveAreas(sheet: Sheet, insertion: Insertion): void {
  const shift = (area: Area): Area => shiftArea(area, insertion);
  const merges = mapChanged(sheet.merges, shift);
  if (merges) {
    sheet.merges = merges;
    sheet.changed.add("merges");
  }
  for (const table of sheet.tables) {
    const area = shift(table.area);
    if (area === table.area) continue;
    table.area = area;
    sheet.changed.add("tables");
  }
  if (sheet.filter) {
    const area = shift(sheet.filter.area);
    if (area !== sheet.filter.area) {
      sheet.filter.area = area;
      sheet.changed.add("tables");
    }
  }
  movePage(sheet, insertion);
}

function movePage(sheet: Sheet, insertion: Insertion): void {
  if (!sheet.page) return;
  const { printArea, repeatRows } = sheet.page;
  const area = printArea && shiftArea(printArea, insertion);
  const repeat = repeatRows && ([shiftRow(repeatRows[0], insertion), shiftRow(repeatRows[1], insertion)] as const);
  if (area === printArea && repeat?.[1] === repeatRows?.[1]) return;
  sheet.page = { ...sheet.page, ...(area && { printArea: area }), ...(repeat && { repeatRows: repeat }) };
  sheet.changed.add("page");
}
