import { describe, expect, it } from "vitest";
import { copyOf } from "../support/book.ts";
import { editsOf, endsAlike } from "../support/cut-off.ts";
import { commandIds, holds, inputOf } from "../support/laws.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { contextOn, date, type Register, runOn, smallRegister } from "../support/registers.ts";

describe("a command that was cut off", () => {
  it.each(commandIds)("ends where an undisturbed one does when it is run again: %s", (id) => {
    holds(6, (found, pick) => {
      const input = inputOf(id, found, pick);
      const edits = editsOf(found, id, input);
      if (edits > 0) expect(endsAlike(found, id, input, pick % edits)).toEqual([]);
    });
  });

  it("goes on from wherever it was while minutes were made", () => {
    const found = smallRegister();
    const edits = editsOf(found, "generate-minutes", {});
    expect(edits).toBeGreaterThan(10);
    for (let survives = 0; survives < edits; survives++)
      expect(endsAlike(smallRegister(), "generate-minutes", {}, survives), `${survives} edits`).toEqual([]);
  });

  it("goes on from wherever it was while minutes were recorded", () => {
    const filled = (): Register => {
      const { book } = smallRegister();
      const context = contextOn(date(2026, 11, 18));
      runOn(book, "refresh-tracking", {}, context);
      runOn(book, "generate-minutes", {}, context);
      const row = { text: "核对泵体库存并出清单", more: "清单已发", due: 9, kind: "" };
      const rows = [0, 1, 2].map((index) => ({ ...row, row: index, text: `${row.text}${index}`, owner: "张三" }));
      const review = [{ row: 0, status: "", reason: "缺料", newDue: 20 }];
      fillMinutes(book, { topics: rows, actions: rows, open: rows, review, cleared: [] }, context.today);
      return { book, context };
    };
    const start = filled();
    const edits = editsOf(start, "record-minutes", {});
    expect(edits).toBeGreaterThan(30);
    for (let survives = 0; survives < edits; survives++) {
      const again = { ...start, book: copyOf(start.book) };
      expect(endsAlike(again, "record-minutes", {}, survives), `${survives} edits`).toEqual([]);
    }
  }, 20_000);
});
