import { type CellValue, formulaKey, type SheetCells } from "../../core/index.ts";
import { cellValue, formulaOf, VALUES } from "./cell-values.ts";
import type { Memory } from "./memory.ts";
import { addressOf, rangeAt, usedPart } from "./references.ts";

/** Cells per round trip: some 40 bytes each, of the 5 MB that Excel for the web answers with at the most. */
export const CELLS_AT_ONCE = 100_000;

/** A sheet asked for, whole or in blocks of rows. */
interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly blocks: Excel.Range[];
}

const CELLS = `${VALUES},formulas,rowIndex,columnIndex`;

export function askSheet(worksheets: Excel.WorksheetCollection, name: string): Asked {
  const sheet = worksheets.getItemOrNullObject(name).load("name");
  return { sheet, blocks: [usedPart(sheet).load(CELLS)] };
}

/** One round trip; one more for each further `cellsAtOnce`, as far as the last survey knows the sheets. */
export async function readSheets(
  context: Excel.RequestContext,
  memory: Memory,
  names: readonly string[],
  cellsAtOnce: number,
): Promise<SheetCells[]> {
  const { worksheets } = context.workbook;
  const asked: Asked[] = [];
  let queued = 0;
  const makeRoom = async (cells: number): Promise<void> => {
    if (queued > 0 && queued + cells > cellsAtOnce) {
      await context.sync();
      queued = 0;
    }
    queued += cells;
  };
  for (const name of names) {
    const { rows, columns } = memory.sizes.get(name) ?? { rows: 0, columns: 0 };
    if (rows * columns <= cellsAtOnce) {
      await makeRoom(rows * columns);
      asked.push(askSheet(worksheets, name));
      continue;
    }
    const sheet = worksheets.getItemOrNullObject(name).load("name");
    const blocks: Excel.Range[] = [];
    const height = Math.max(1, Math.floor(cellsAtOnce / columns));
    for (let row = 0; row < rows; row += height) {
      const area = { row, column: 0, rows: Math.min(height, rows - row), columns };
      await makeRoom(area.rows * columns);
      blocks.push(rangeAt(sheet, addressOf(area)).load(CELLS));
    }
    asked.push({ sheet, blocks });
  }
  await context.sync();
  return asked.flatMap((each) => sheetCells(each));
}

/** The cells counted from A1; nothing where there is no such sheet. */
export function sheetCells({ sheet, blocks }: Asked): SheetCells[] {
  if (sheet.isNullObject) return [];
  const values: CellValue[][] = [];
  const formulas = new Map<string, string>();
  for (const block of blocks) {
    if (block.isNullObject) continue;
    const columns = block.columnIndex + (block.values[0]?.length ?? 0);
    for (let row = values.length; row < block.rowIndex + block.values.length; row++) {
      const line = block.formulas[row - block.rowIndex];
      values.push(Array.from({ length: columns }, (_, column) => cellValue(block, row - block.rowIndex, column - block.columnIndex)));
      line?.forEach((formula, across) => {
        const text = formulaOf(formula, block.values[row - block.rowIndex]?.[across]);
        if (text === undefined) return;
        formulas.set(formulaKey(row, block.columnIndex + across), text);
        // Blank alone would mean that the formula has no result yet.
        const read = values[row];
        if (read?.[block.columnIndex + across] === null) read[block.columnIndex + across] = "";
      });
    }
  }
  return [{ sheet: sheet.name, values, formulas }];
}
