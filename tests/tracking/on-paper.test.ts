import { describe, expect, it } from "vitest";
import { textWidth } from "../../core/base/text.ts";
import { choiceSet, nameIn, tableIds, tableOf } from "../../core/index.ts";
import { day } from "../support/office/sitting.ts";
import { basis } from "../support/registers.ts";
import { TrackedBook } from "../support/tracked-book.ts";

const row = (no: number) => ({
  no: `CX-2026-W47-1-A${no}`,
  task: `补产 ${no}00 台`,
  owner: "孙海涛",
  due: "2026-11-27",
  status: "已下达",
  assignedOn: "2026-11-18",
});

describe("the register on paper", () => {
  it("has every row that was typed below, once a command has seen it", () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(index + 1));
    const printed = (book: TrackedBook) => book.book.sheet("待办事项")?.page?.printArea?.rows;
    const book = TrackedBook.typed(rows, "2026-11-18");
    expect(printed(book)).toBe(1 + rows.length);
    expect(book.run("refresh-tracking").edits).toBe(0);
  });

  it.each(["zh-CN", "en"] as const)("has room for every word that can be chosen: %s", (language) => {
    const book = basis("set-up", day(), language);
    const cut = tableIds.flatMap((id) => {
      const sheet = book.sheet(nameIn(language, tableOf(id)));
      return Object.values(tableOf(id).fields).flatMap(({ type }, column) =>
        typeof type === "object"
          ? Object.values(choiceSet(type.choice))
              .map((choice) => nameIn(language, choice))
              .filter((word) => textWidth(word) > (sheet?.columns.get(column)?.width ?? 0))
          : [],
      );
    });
    expect(tableIds.length).toBeGreaterThan(20);
    expect(cut).toEqual([]);
  });
});
