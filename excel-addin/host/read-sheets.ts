import { type CellValue, formulaKey, type SheetCells } from "../../core/index.ts";
import { bytesOf, RoundTrips } from "./bytes.ts";
import { cellValue, formulaOf, VALUES } from "./cell-values.ts";
import type { Lines, Memory } from "./memory.ts";
import { addressOf, rangeAt, usedPart } from "./references.ts";

/** Bytes that a sheet, or a block of it, is asked for with. */
const ASK = 1000;

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

/** One round trip; one more for each further `bytesAtOnce` of the answer, as far as the host knows the sheets. */
export async function readSheets(
  context: Excel.RequestContext,
  memory: Memory,
  names: readonly string[],
  bytesAtOnce: number,
): Promise<SheetCells[]> {
  const { worksheets } = context.workbook;
  const trips = new RoundTrips(context, bytesAtOnce);
  const asked: Asked[] = [];
  for (const name of names) {
    const blocks = blocksOf(memory, name, bytesAtOnce, (bytes) => trips.hasRoom(ASK, bytes));
    const [only] = blocks;
    if (blocks.length < 2) {
      await trips.make(ASK, only?.bytes ?? 0);
      asked.push(askSheet(worksheets, name));
      continue;
    }
    const sheet = worksheets.getItemOrNullObject(name).load("name");
    const ranges: Excel.Range[] = [];
    for (const { row, rows, columns, bytes } of blocks) {
      await trips.make(ASK, bytes);
      ranges.push(rangeAt(sheet, addressOf({ row, column: 0, rows, columns })).load(CELLS));
    }
    asked.push({ sheet, blocks: ranges });
  }
  await context.sync();
  return asked.flatMap((each) => {
    const cells = sheetCells(each);
    for (const { sheet } of cells) memory.noteRead(sheet, linesOf(each));
    return cells;
  });
}

/** No block is larger, so that an answer can be filled well below what Excel gives. */
const MAX_BLOCK = 200_000;

interface Block {
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: number;
}

/** Up to here a sheet stays whole, even where a round trip is not filled by it: what was typed below it since is read with it. */
const WHOLE = 500_000;

/** A sheet stays whole where there is room for it. */
function blocksOf(memory: Memory, name: string, bytesAtOnce: number, hasRoom: (bytes: number) => boolean): Block[] {
  const { rows, columns } = memory.sizes.get(name) ?? { rows: 0, columns: 0 };
  const whole = memory.bytesOf([name]);
  if (hasRoom(whole) || whole <= Math.min(WHOLE, bytesAtOnce)) return [{ row: 0, rows, columns, bytes: whole }];
  const most = Math.min(MAX_BLOCK, bytesAtOnce);
  const blocks: Block[] = [];
  for (let row = 0; row < rows; ) {
    let [next, bytes] = [row, 0];
    while (next < rows && (next === row || bytes + memory.lineOf(name, next) <= most)) bytes += memory.lineOf(name, next++);
    blocks.push({ row, rows: next - row, columns, bytes });
    row = next;
  }
  return blocks;
}

/** The bytes of each row of an answer, from row 1 of the sheet on. */
function linesOf({ blocks }: Asked): Lines {
  const bytes: number[] = [];
  let columns = 0;
  for (const block of blocks) {
    if (block.isNullObject) continue;
    while (bytes.length < block.rowIndex) bytes.push(0);
    for (const each of bytesOfLines(block)) bytes.push(each);
    columns = Math.max(columns, block.columnIndex + (block.values[0]?.length ?? 0));
  }
  return { bytes, columns };
}

/** The bytes in which Excel says the values, types and formulas of each row. */
export function bytesOfLines({ values, valueTypes, formulas }: Pick<Excel.Range, "values" | "valueTypes" | "formulas">): number[] {
  const quoted = (text: string): number => bytesOf(text) + 3;
  const said = (value: unknown): number => (typeof value === "string" ? quoted(value) : String(value).length + 1);
  return values.map((line, row) =>
    line.reduce<number>(
      (sum, value, column) => sum + said(value) + said(formulas[row]?.[column]) + quoted(valueTypes[row]?.[column] ?? ""),
      6,
    ),
  );
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
