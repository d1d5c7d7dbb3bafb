import { describe, expect, it } from "vitest";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { differences, tell } from "../support/book.ts";
import { commandIds, holds, inputOf, LONG } from "../support/laws.ts";
import { minutesOf } from "../support/minutes-by-hand.ts";
import { contextOn, date, runOn, smallRegister } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));

function forget(book: Workbook): void {
  const at = book.sheets.findIndex(({ name }) => name === "_concord");
  if (at >= 0) book.sheets.splice(at, 1);
}

describe("a workbook of a newer Concord", () => {
  it.each(commandIds)("is refused with nothing written: %s", (id) => {
    const { book } = smallRegister();
    runOn(book, "refresh-tracking", {}, context);
    const state = book.sheet("_concord") ?? expect.fail("There is no hidden sheet.");
    const row = [...state.cells].find(([, line]) => line.get(1)?.value === "schema")?.[0] ?? -1;
    state.setValue(row, 2, "99");
    const before = tell(book);
    const { problems, edits } = runOn(book, id, inputOf(id, { book, context }, 1), context);
    expect(problems).toEqual([expect.objectContaining({ severity: "error", code: "workbook-newer" })]);
    expect(edits).toBe(0);
    expect(differences(before, tell(book))).toEqual([]);
  });
});

describe("a workbook without its hidden sheet", () => {
  it.each(commandIds)(
    "works, and no sheet is made a second time: %s",
    (id) => {
      holds(1, (found, pick) => {
        forget(found.book);
        const input = inputOf(id, found, pick);
        runOn(found.book, id, input, found.context);
        forget(found.book);
        runOn(found.book, id, input, found.context);
        expect(found.book.sheets.map(({ name }) => name).filter((name) => /\(\d\)$/.test(name))).toEqual([]);
      });
    },
    LONG,
  );

  it("has its minutes still, under another name too", () => {
    const { book } = smallRegister();
    for (const id of ["refresh-tracking", "generate-minutes"]) runOn(book, id, {}, context);
    const sheet = minutesOf(book) ?? expect.fail("There are no minutes.");
    sheet.name = "周三的会";
    forget(book);
    // Writes the hidden sheet anew, without a word about the minutes.
    runOn(book, "refresh-tracking", {}, context);
    const outcome = runOn(book, "generate-minutes", {}, context);
    expect(outcome.report).toEqual([expect.objectContaining({ code: "minutes-exist" })]);
    expect(book.sheets.filter((each) => String(each.cell(0, 0)?.value).startsWith("#minutes"))).toEqual([sheet]);
  });
});
