import { describe, expect, it } from "vitest";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { holds, LONG } from "../support/laws.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { contextOn, date, runOn, smallRegister, snapshotOf } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));

function actionsOf(book: Workbook) {
  return snapshotOf(book, ["actions"]).tables.get("actions") ?? expect.fail("There are no actions.");
}

/** The keys of rows, for as long as they say something. */
function keysOf(book: Workbook): string[] {
  return actionsOf(book)
    .rows.filter(({ values }) => (values as { task: string }).task !== "")
    .map(({ key }) => key);
}

function row(index: number, text: string) {
  return { row: index, text, more: "清单已发", owner: "张三", due: 9, kind: "" };
}

describe("a number", () => {
  const made = smallRegister().book;
  runOn(made, "generate-minutes", {}, context);

  it("is not given again once its row was deleted", () => {
    const book = copyOf(made);
    fillMinutes(book, { topics: [], actions: [row(0, "核对泵体库存")], open: [], review: [], cleared: [] }, context.today);
    runOn(book, "record-minutes", {}, context);
    const first = keysOf(book).at(-1) ?? "";
    const { place, byKey } = actionsOf(book);
    const sheet = book.sheet(place.sheet);
    for (const column of place.columns.values()) sheet?.setValue(byKey.get(first)?.row ?? -1, column, null);
    fillMinutes(book, { topics: [], actions: [row(1, "催交轴承")], open: [], review: [], cleared: [] }, context.today);
    runOn(book, "record-minutes", {}, context);
    expect(first).toMatch(/-A1$/);
    expect(keysOf(book).at(-1)).toBe(first.replace(/1$/, "2"));
  });

  it("of a row typed by hand is not given again, either", () => {
    const { book } = smallRegister();
    for (const task of ["核对泵体库存", "催交轴承"]) {
      runOn(book, "refresh-tracking", {}, context);
      const { place, rows, end } = actionsOf(book);
      const sheet = book.sheet(place.sheet);
      const typed = rows.find(({ key }) => key.startsWith("X-"))?.row ?? -1;
      for (const column of place.columns.values()) sheet?.setValue(typed, column, null);
      sheet?.setValue(end, place.columns.get("task") ?? 0, task);
    }
    runOn(book, "refresh-tracking", {}, context);
    expect(keysOf(book)).toEqual(["A-7", "X-2026-11-18-A3"]);
  });

  it("found twice stays with the first row; the later gets the next one, and both are told", () => {
    const book = copyOf(made);
    const { place, rows } = actionsOf(book);
    const sheet = book.sheet(place.sheet);
    for (const { row: at } of rows) sheet?.setValue(at, place.columns.get("no") ?? 0, "A-7");
    const { problems } = runOn(book, "refresh-tracking", {}, context);
    expect(problems.find(({ code }) => code === "key-twice")).toMatchObject({ params: { key: "A-7", first: (rows[0]?.row ?? 0) + 1 } });
    expect(keysOf(book)).toEqual(["A-7", "X-2026-11-18-A1"]);
  });

  it(
    "belongs to one row once the tracking is refreshed",
    () => {
      holds(3, ({ book, context: at }) => {
        const { problems } = runOn(book, "refresh-tracking", {}, at);
        if (problems.some(({ severity, code }) => severity === "error" && code === "heading-lost")) return;
        for (const table of snapshotOf(book, ["actions", "resolutions"]).tables.values()) {
          const keys = table.rows.filter(({ values }) => (values as { task: string }).task !== "").map(({ key }) => key);
          expect(keys).not.toContain("");
          expect(new Set(keys).size).toBe(keys.length);
        }
      });
    },
    LONG,
  );
});
