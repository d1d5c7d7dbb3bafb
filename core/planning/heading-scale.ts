import { PIECES } from "../base/read-quantity.ts";
import { type Problem, problem } from "../words/message.ts";
import { type CellPlace, type CellValue, isCellError } from "../workbook/cells.ts";
import { rowsOf, type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import type { PlanningTableId } from "./read-planning.ts";

type Fields = Readonly<Partial<Record<PlanningTableId, readonly string[]>>>;

/** Quantities whose column may count thousands: what reads them multiplies, live formulas too. */
const APPLIED: Fields = {
  forecast: ["quantity"],
  productionPlan: ["planned", "actual"],
  stock: ["onHand", "usable"],
  supply: ["quantity"],
};
/** Figures that are written back, or used beside others: here a multiplier is refused. */
const REFUSED: Fields = {
  products: ["safetyStock", "minimumLot", "lotMultiple", "maximumLot", "hoursPerUnit"],
  orders: ["ordered", "shipped", "allocated"],
  lines: ["hoursPerWeek"],
  capacity: ["hours"],
  components: ["usage", "stock"],
};

const MULTIPLIERS: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  million: 1e6,
  thousand: 1e3,
};
const MULTIPLIED = /^(百万|十万|百|千|万|million|thousand|k)s?(?:\s*of)?\s*(.*)$/;
/** Units that begin as a multiplier does. */
const MEASURES = /^(?:千(?:克|米|瓦|瓦时|卡|升|帕|伏)|k(?:g|m|w|wh|l|pa|v|n))$/;
const MONEY = /(?<!单)元|圆|[¥$€]|^(?:rmb|cny|usd|eur)|yuan/;
const NOTE = /(?:单位|unit)\s*[:：]\s*([^\s)）,，;；]+(?:\s+[a-z]+)?)/i;

/** How many pieces a unit counts; null where that is not clear, nothing where it is no unit. */
function scaleOf(unit: string, units: ReadonlySet<string>): number | "money" | null | undefined {
  const text = unit.normalize("NFKC").trim().toLowerCase();
  if (/^'?000s?$/.test(text)) return 1e3;
  if (units.has(text) || MEASURES.test(text)) return 1;
  if (MONEY.test(text)) return "money";
  const [, multiplier, rest = ""] = MULTIPLIED.exec(text) ?? [];
  if (multiplier === undefined) return undefined;
  return rest === "" || units.has(rest) ? (MULTIPLIERS[multiplier] ?? null) : null;
}

/** What the numbers of the planning tables' columns count, by table and field: 10,000 where a heading says `万件`. */
export interface Scales {
  readonly problems: readonly Problem[];
  of(table: PlanningTableId, field: string): number;
}

/**
 * Reads the units in headings, such as `预测(万件)`, and above them, such as `单位：千台`. Not clear, or of money, is an
 * error with the cell, since everything would be wrong by a factor.
 */
export function headingScales(snapshot: Snapshot): Scales {
  const units = new Set([...PIECES, ...rowsOf(snapshot, "products").map(({ values }) => values.unit.trim().toLowerCase())]);
  const found = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [fields, isApplied] of [
    [APPLIED, true],
    [REFUSED, false],
  ] as const)
    for (const [id, names] of Object.entries(fields) as [PlanningTableId, readonly string[]][]) {
      const table = tableIn(snapshot, id) as TableData | undefined;
      if (!table) continue;
      const note = isApplied ? noteAbove(table) : undefined;
      for (const field of names) {
        const read = unitsOf(table, field, note).flatMap((each) => {
          const scale = scaleOf(each.unit, units);
          return scale === undefined ? [] : [{ ...each, scale }];
        });
        // Amounts may stand beside quantities that say what they count.
        const said = read.length > 1 && note ? read.filter(({ text, scale }) => text !== note.text || scale !== "money") : read;
        const one = said.find(({ scale }) => scale !== 1);
        if (!one) continue;
        const params = { heading: one.text };
        const { scale, at } = one;
        if (scale === "money") problems.push(problem("error", "heading-money", params, at));
        else if (scale === null || said.some((each) => each.scale !== scale))
          problems.push(problem("error", "heading-scale-unclear", params, at));
        else if (!isApplied) problems.push(problem("error", "heading-scale-refused", { ...params, n: scale }, at));
        else {
          found.set(`${id} ${field}`, scale);
          problems.push(problem("note", "heading-scaled", { ...params, n: scale }, at));
        }
      }
    }
  return { problems: distinct(problems), of: (table, field) => (found.size === 0 ? 1 : (found.get(`${table} ${field}`) ?? 1)) };
}

/** A number of a column that counts `scale` pieces each, without what binary fractions add: 1.1 of 10,000 are 11,000. */
export function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

interface Unit {
  readonly unit: string;
  /** The whole cell. */
  readonly text: string;
  readonly at: CellPlace;
}

function columnsOf({ place }: Pick<TableData, "place">, field: string): number[] {
  if (place.wide) return place.wide.flatMap((each) => (each.field === field ? [each.column] : []));
  const column = place.columns.get(field);
  return column === undefined ? [] : [column];
}

/** What the headings of a field say, then the note above all of the table. */
function unitsOf(table: TableData, field: string, note: Unit | undefined): Unit[] {
  const columns = columnsOf(table, field);
  const own = columns.flatMap((column) => unitAt(table, column) ?? []);
  return columns.length > 0 && note ? [...own, note] : own;
}

/** The last brackets of a heading; of periods' own row none. */
function unitAt({ place, cells }: Pick<TableData, "place" | "cells">, column: number): Unit | undefined {
  const text = textIn(cells.values[place.headRow]?.[column]);
  const [, unit] = /[(（]\s*(?:(?:单位|unit)\s*[:：]\s*)?([^()（）]+)[)）]\s*$/i.exec(text) ?? [];
  return unit === undefined ? undefined : { unit, text, at: { sheet: place.sheet, row: place.headRow, column } };
}

/** What stands above the headings for the table as a whole. */
function noteAbove({ place, cells }: TableData): Unit | undefined {
  for (let row = 0; row <= place.headRow; row++)
    for (const [column, value] of (cells.values[row] ?? []).entries()) {
      const text = textIn(value);
      const [, unit] = NOTE.exec(text) ?? [];
      if (unit === undefined || (row === place.headRow && unitAt({ place, cells }, column))) continue;
      return { unit, text, at: { sheet: place.sheet, row, column } };
    }
  return undefined;
}

function textIn(value: CellValue | undefined): string {
  return typeof value === "string" && !isCellError(value) ? value : "";
}

/** A note above is of several columns, and told once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [`${each.code} ${each.at?.sheet} ${each.at?.row} ${each.at?.column}`, each])).values()];
}
