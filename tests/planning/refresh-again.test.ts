import { describe, expect, it } from "vitest";
import { PLANNED_ON, type PlanningStory, planningBook } from "../support/planning-book.ts";
import type { Book } from "../system/books.ts";

const STORY: PlanningStory = {
  seed: 11,
  products: 6,
  isWide: false,
  weeks: 4,
  months: 0,
  decimals: 0,
  backward: 1,
  unmet: "backlog",
  lateness: 0,
  fence: 0,
  counted: null,
  isByMonth: false,
  isInThousands: false,
};
const OURS = ["产销存平衡表", "产能负荷表", "物料保障表"];

async function refreshed(): Promise<Book> {
  const book = planningBook(STORY);
  await book.run("refresh-balance", PLANNED_ON, {}, true);
  return book;
}

/** What the three sheets say; a formula's result is the program's. */
function said(book: Book): unknown {
  return OURS.map((name) =>
    [...book.sheet(name).cells]
      .map(
        ([row, line]) =>
          [
            row,
            [...line].flatMap(([column, { value, formula }]) =>
              value === null && formula === undefined ? [] : [[column, formula ?? value]],
            ),
          ] as const,
      )
      .filter(([, line]) => line.length > 0)
      .sort(([a], [b]) => a - b),
  );
}

/** One more order, and one less of another. */
function changeOrders(book: Book): void {
  const orders = book.sheet("订单");
  orders.setValue(1, 3, 777);
  orders.setValue(2, 3, 1);
}

describe("refreshing the balance again", () => {
  it("tells in one line for each sheet how many cells it brings up to date, before it does", async () => {
    const book = await refreshed();
    changeOrders(book);
    const { preview, changes } = await book.run("refresh-balance", PLANNED_ON, {}, true, true);
    const lines = preview.filter(({ at }) => OURS.includes(at.sheet));
    expect(lines.map(({ change }) => change)).toEqual(lines.map(() => "refresh"));
    expect(lines.map(({ at }) => at.sheet)).toContain("产销存平衡表");
    expect(new Set(lines.map(({ at }) => at.sheet)).size).toBe(lines.length);
    // Orders, checksums, and rows of the list of imbalances: tens of cells, and no formula that only has another result.
    const cells = lines.reduce((sum, { after }) => sum + Number(after), 0);
    expect(cells).toBeGreaterThan(3);
    expect(cells).toBeLessThan(60);
    expect(changes).toBe(cells + preview.length - lines.length);
  });

  it("is in the Log with its cells, and nothing is where nothing changed", async () => {
    const book = await refreshed();
    const rows = async (): Promise<readonly (number | null)[]> => (await book.table("log")).rows.map(({ values }) => values.changes);
    const first = (await rows()).length;
    expect((await book.run("refresh-balance", PLANNED_ON, {}, true)).edits).toBe(0);
    expect((await rows()).length).toBe(first);
    changeOrders(book);
    const { changes } = await book.run("refresh-balance", PLANNED_ON, {}, true);
    expect((await rows()).slice(first)).toEqual([changes]);
  });

  it("is taken back to the figures before, and made again, where nobody typed in between", async () => {
    const book = await refreshed();
    const before = said(book);
    changeOrders(book);
    const done = await book.run("refresh-balance", PLANNED_ON, {}, true);
    const after = said(book);
    expect(after).not.toEqual(before);
    expect((await book.undo(done, PLANNED_ON)).problems).toEqual([]);
    expect(said(book)).toEqual(before);
    await book.run("refresh-balance", PLANNED_ON, {}, true);
    expect(said(book)).toEqual(after);
  });

  it("is taken back also where products came, so that every row below moved", async () => {
    const book = await refreshed();
    const before = said(book);
    book.sheet("产品").setValue(7, 0, "NEW-1");
    book.sheet("产品").setValue(7, 2, "系列0");
    book.sheet("产品").setValue(7, 3, "台");
    const done = await book.run("refresh-balance", PLANNED_ON, {}, true);
    expect(JSON.stringify(said(book))).toContain("NEW-1");
    expect((await book.undo(done, PLANNED_ON)).problems).toEqual([]);
    expect(said(book)).toEqual(before);
  });

  it("is not taken back where somebody typed into what it wrote, and names the cell", async () => {
    const book = await refreshed();
    changeOrders(book);
    const done = await book.run("refresh-balance", PLANNED_ON, {}, true);
    const [at] = done.preview.filter(({ change }) => change === "refresh").map((line) => line.at);
    if (!at) throw new Error("nothing was brought up to date");
    book.sheet(at.sheet).setValue(at.row, at.column, 4711);
    const { problems, edits } = await book.undo(done, PLANNED_ON);
    expect(problems.map(({ severity, at: place }) => [severity, place])).toEqual([["error", at]]);
    expect(edits).toBe(0);
    expect(book.sheet(at.sheet).cell(at.row, at.column)?.value).toBe(4711);
  });
});
