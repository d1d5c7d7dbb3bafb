import { beforeAll, describe, expect, it } from "vitest";
import { say } from "../../core/words/message.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { PLANNED_ON, type PlanningStory, planningBook } from "../support/planning-book.ts";
import { Book } from "./books.ts";

const usual: PlanningStory = {
  seed: 1,
  products: 9,
  isWide: false,
  weeks: 7,
  months: 0,
  decimals: 1,
  backward: 0,
  unmet: "backlog",
  lateness: 0,
  fence: 0,
  counted: -2,
  isByMonth: false,
  isInThousands: false,
};
const stories: readonly PlanningStory[] = [
  usual,
  { ...usual, seed: 2, isWide: true, decimals: 0 },
  { ...usual, seed: 3, weeks: 0, months: 3, decimals: 3 },
];
const LATER = "2026-12-23";

/** What the dashboard says, to six places. */
function cellsOf(book: Book): Map<string, CellValue> {
  const found = new Map<string, CellValue>();
  for (const [row, line] of book.sheet(say(book.language, "dashboard-sheet")).cells)
    for (const [column, { value }] of line)
      if (column < 24 && value !== null && value !== "")
        found.set(`${row},${column}`, typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value);
  return found;
}

describe("LibreOffice computes the measures of sales and production that core decides on", () => {
  let told: Book[] = [];
  let books: Book[] = [];

  beforeAll(async () => {
    told = [];
    for (const story of stories) {
      const book = planningBook(story);
      await book.run("refresh-balance", PLANNED_ON, {}, true);
      await book.run("refresh-dashboard", LATER, {}, true);
      book.setToday(LATER);
      told.push(book);
    }
    books = (await recalculatedAll(told.map((book) => book.bytes()))).map((bytes) => new Book(bytes, "zh-CN"));
  }, 300_000);

  it.each(stories.map(({ seed }, index) => ({ seed, index })))("of the book $seed", ({ index }) => {
    const [shown, core] = [cellsOf(books[index] as Book), cellsOf(told[index] as Book)];
    const wrong = [...new Set([...shown.keys(), ...core.keys()])].filter((at) => shown.get(at) !== core.get(at));
    expect(wrong.map((at) => ({ at, shown: shown.get(at), told: core.get(at) }))).toEqual([]);
    expect([...core.values()].filter((value) => typeof value === "number" && value > 0).length).toBeGreaterThan(25);
    const sheet = (books[index] as Book).sheet(say("zh-CN", "dashboard-sheet"));
    const formulas = [...sheet.cells.values()].flatMap((line) => [...line.values()].flatMap(({ formula }) => formula ?? []));
    expect(formulas.some((formula) => formula.includes("订单"))).toBe(true);
    expect(formulas.filter((formula) => formula.includes("失衡清单")).length).toBeGreaterThan(20);
  });
});
