import { describe, expect, it } from "vitest";
import { copyOf } from "../support/book.ts";
import { editsOf, endsAlike, endUndisturbed } from "../support/cut-off.ts";
import { commandIds, holds, inputOf, LONG } from "../support/laws.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { basis, contextOn, date, type Register, runOn, smallRegister, snapshotOf } from "../support/registers.ts";

/** Cuts a command off after each edit, or after every so many, where that takes long. */
function expectSameEnd(found: Register, id: string, step: number): void {
  const edits = editsOf(found, id, {});
  const undisturbed = endUndisturbed(found, id, {});
  expect(edits).toBeGreaterThan(8);
  for (let survives = 0; survives < edits; survives += survives < 2 || process.env.CONCORD_LAWS !== undefined ? 1 : step) {
    const again = { ...found, book: copyOf(found.book) };
    expect(endsAlike(again, id, {}, survives, undisturbed), `${survives} edits`).toEqual([]);
  }
}

describe("a command that was cut off", () => {
  it.each(commandIds)(
    "ends where an undisturbed one does when it is run again: %s",
    (id) => {
      holds(1, (found, pick) => {
        const input = inputOf(id, found, pick);
        const edits = editsOf(found, id, input);
        if (edits > 0) expect(endsAlike(found, id, input, pick % edits)).toEqual([]);
      });
    },
    LONG,
  );

  it(
    "goes on from wherever it was while tracking was begun",
    () => {
      expectSameEnd(smallRegister(), "refresh-tracking", 7);
    },
    LONG,
  );

  it(
    "goes on from wherever it was while rows typed by hand were numbered",
    () => {
      const found = smallRegister();
      runOn(found.book, "refresh-tracking", {}, found.context);
      const { place, end } = snapshotOf(found.book, ["actions"]).tables.get("actions") ?? expect.fail("There are no actions.");
      for (const row of [end, end + 1]) found.book.sheet(place.sheet)?.setValue(row, place.columns.get("task") ?? 0, `催交轴承${row}`);
      expectSameEnd(found, "refresh-tracking", 1);
    },
    LONG,
  );

  it(
    "goes on from wherever it was while minutes were made",
    () => {
      expectSameEnd(smallRegister(), "generate-minutes", 4);
    },
    LONG,
  );

  it(
    "goes on from wherever it was while minutes were recorded",
    () => {
      const context = contextOn(date(2026, 11, 18));
      const book = basis("sample", context.today, "zh-CN");
      runOn(book, "generate-minutes", {}, context);
      const row = { row: 0, text: "核对泵体库存并出清单", more: "清单已发", owner: "张三", due: 9, kind: "" };
      const review = [{ row: 0, status: "", reason: "缺料", newDue: 20 }];
      const topics = [row, { ...row, row: 1, more: "另一议题" }];
      fillMinutes(book, { topics, actions: [row], open: [row], review, cleared: [] }, context.today);
      expectSameEnd({ book, context }, "record-minutes", 17);
    },
    LONG,
  );
});
