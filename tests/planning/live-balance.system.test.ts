import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProductBalance } from "../../core/balance/balance.ts";
import { computeBalance } from "../../core/balance/compute-balance.ts";
import { toIso } from "../../core/base/plain-date.ts";
import { readPlanning } from "../../core/planning/read-planning.ts";
import { settingsIn } from "../../core/register/book-settings.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { LIVE, overtype, PLANNED_ON, type PlanningStory, planningBook, planningStory, TAKEN } from "../support/planning-book.ts";
import { Book, day, serial } from "../system/books.ts";

const BALANCE = "产销存平衡表";
const SHEETS = [BALANCE, "产能负荷表", "物料保障表"];
const RUNS = Number(process.env.CONCORD_LAWS ?? 10);

/** What is typed over: all that is live, each table alone, what was taken as a value, and both together. */
const CHANGED: readonly (readonly string[])[] = [
  Object.keys(LIVE),
  [...Object.keys(LIVE), ...Object.keys(TAKEN)],
  ["生产计划"],
  ["销售预测"],
  ["订单"],
  ...Object.keys(LIVE).flatMap((name) => (name === "生产计划" || name === "销售预测" ? [] : [[name]])),
  ["物料清单"],
];
/** Live whatever stands in them: nothing asks for a refresh. */
const WHOLE = ["库存", "产能", "到料计划", "产品"];

interface Compared {
  readonly story: PlanningStory;
  readonly typed: readonly string[];
  readonly formulas: number;
  readonly differences: readonly string[];
}

/** The state of the balance after cells were typed over. */
interface Told {
  readonly story: PlanningStory;
  readonly typed: readonly string[];
  /** Where a refresh would store other checksums than these, something that formulas do not follow has changed. */
  readonly isOld: boolean;
  readonly state: string;
}

/** Every formula cell of the three sheets whose result is another one than core's. */
function compare(story: PlanningStory, typed: readonly string[], core: Book, other: Book): Compared {
  let formulas = 0;
  const differences: string[] = [];
  for (const name of SHEETS) {
    const ours = core.sheet(name);
    const theirs = other.sheet(name);
    for (const [row, line] of ours.cells) {
      const marker = line.get(0)?.value;
      // What formulas do not follow is told by the checks, and by the state that they make: these have to differ.
      if (typed.length > 0 && (marker === "check" || row === 2)) continue;
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        formulas += 1;
        const found = theirs.cell(row, column)?.value ?? null;
        if (!isSame(cell.value, found))
          differences.push(
            `${line.get(1)?.value} ${name} R${row + 1}C${column + 1} ${String(marker)}: ${show(cell.value)} but ${show(found)} =${cell.formula}`,
          );
      }
    }
  }
  return { story, typed, formulas, differences: differences.slice(0, 5) };
}

function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-6 + Math.abs(a) * 1e-9;
  return (a ?? "") === (b ?? "");
}

function show(value: CellValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * A book as core is to see it once cells were typed over: what is live as typed, what was taken as a value as it was. What
 * orders ate of the forecast of other periods is such a value: here it is orders of those periods that were shipped in whole.
 */
async function asTaken(changed: Uint8Array, before: Book): Promise<Book> {
  const book = new Book(changed);
  for (const name of Object.keys(TAKEN)) {
    const sheet = book.sheet(name);
    for (const [row, line] of before.sheet(name).cells) for (const [column, { value }] of line) sheet.setValue(row, column, value);
  }
  const settings = book.sheet("设置");
  for (const [row, line] of settings.cells) if (line.get(0)?.value === "consumeBackward") settings.setValue(row, 2, "0");
  const snapshot = await before.snapshot();
  const data = readPlanning(snapshot, settingsIn(snapshot).balance, day(PLANNED_ON)).data;
  const balance = computeBalance(data);
  const orders = book.sheet("订单");
  let row = Math.max(...orders.cells.keys()) + 1;
  for (const product of balance.products)
    balance.periods.forEach(({ end }, period) => {
      const eaten = eatenElsewhere(product, period);
      if (eaten <= 0 || period < data.rules.fence) return;
      [`eaten ${row}`, 10, product.product.code, eaten, eaten, serial(toIso(end)), "是"].forEach((value, column) => {
        orders.setValue(row, column, value);
      });
      row += 1;
    });
  await book.run("refresh-balance", PLANNED_ON, {}, true);
  return book;
}

/** What of a period's forecast orders of other periods ate. */
function eatenElsewhere({ forecast, forecastLeft, ordered }: ProductBalance, period: number): number {
  const eaten = (forecast[period] ?? 0) - (forecastLeft[period] ?? 0) - (ordered[period] ?? 0);
  return Number(eaten.toFixed(6));
}

function checksums(book: Book): number[] {
  return [...book.sheet(BALANCE).cells.values()].flatMap((line) => (line.get(0)?.value === "check" ? [Number(line.get(6)?.value)] : []));
}

describe("the balance, capacity and component sheets in another program", () => {
  const before: Compared[] = [];
  const after: Compared[] = [];
  const told: Told[] = [];

  beforeAll(async () => {
    const stories = fc.sample(fc.noBias(planningStory), {
      numRuns: RUNS,
      seed: process.env.CONCORD_LAWS === undefined ? 20_261_125 : Math.floor(performance.now()),
    });
    const made: {
      readonly story: PlanningStory;
      readonly typed: readonly string[];
      readonly fresh: Book;
      readonly changed: Uint8Array;
      readonly taken: Book;
      readonly isOld: boolean;
    }[] = [];
    for (const [index, story] of stories.entries()) {
      const typed = CHANGED[index % CHANGED.length] ?? [];
      const fresh = planningBook(story);
      await fresh.run("refresh-balance", PLANNED_ON, {}, true);
      const bytes = fresh.bytes();
      const book = new Book(bytes);
      overtype(book, story.seed, typed);
      const changed = book.bytes();
      const redone = new Book(changed);
      await redone.run("refresh-balance", PLANNED_ON, {}, true);
      const sums = checksums(redone);
      const isOld = checksums(fresh).some((sum, at) => !isSame(sum, sums[at] ?? null));
      made.push({ story, typed, fresh: new Book(bytes), changed, taken: await asTaken(changed, new Book(bytes)), isOld });
    }
    for (const { fresh } of made) fresh.setToday(PLANNED_ON);
    const files = made.flatMap(({ fresh, changed }) => {
      const typed = new Book(changed);
      typed.setToday(PLANNED_ON);
      return [fresh.bytes(), typed.bytes()];
    });
    const computed = (await recalculatedAll(files)).map((bytes) => new Book(bytes));
    made.forEach(({ story, typed, fresh, taken, isOld }, index) => {
      const [same, changed] = [computed[index * 2], computed[index * 2 + 1]];
      if (!same || !changed) throw new Error("a book was lost");
      before.push(compare(story, [], fresh, same));
      after.push(compare(story, typed, taken, changed));
      told.push({ story, typed, isOld, state: String(changed.sheet(BALANCE).cell(2, 2)?.value) });
    });
  }, 900_000);

  it("computes every formula as core did", () => {
    expect(before.length).toBe(RUNS);
    expect(before.reduce((sum, { formulas }) => sum + formulas, 0)).toBeGreaterThan(RUNS * 200);
    expect(before.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  it("follows what is live, and keeps what was taken as a value, as core does with just these figures", () => {
    expect(after.length).toBe(RUNS);
    expect(after.some(({ story }) => story.backward > 0)).toBe(true);
    expect(after.some(({ story }) => story.isInThousands)).toBe(true);
    expect(after.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  it("asks for a refresh just where one would take other values", () => {
    expect(told.some(({ isOld }) => isOld) && told.some(({ isOld }) => !isOld)).toBe(true);
    for (const { isOld, state } of told)
      if (isOld) expect(state).toMatch(/^输入已变，请运行「刷新产销平衡」：/);
      else expect(state).toBe("与输入一致");
  });

  it("asks for one after orders or rules were typed over, and not after stock, hours, supply or safety stock", () => {
    for (const { typed, state } of told) {
      if (typed.some((name) => name in TAKEN)) expect(state).toMatch(/：.*(订单|物料清单)/);
      if (typed.every((name) => WHOLE.includes(name))) expect([typed, state]).toEqual([typed, "与输入一致"]);
    }
  });
});
