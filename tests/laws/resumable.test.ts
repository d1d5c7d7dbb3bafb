import { describe, expect, it } from "vitest";
import { commandById, run } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences, tell } from "../support/book.ts";
import { FaultyHost } from "../support/faulty-host.ts";
import { commandIds, holds, inputOf } from "../support/laws.ts";
import { contextOn, date, type Register, runOn, smallRegister, snapshotOf } from "../support/registers.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";

type Input = Readonly<Record<string, unknown>>;

/** Runs a command on a host that gives up after some edits. */
function cutOff(book: Workbook, id: string, input: Input, { context }: Register, survives: number): void {
  const command = commandById(id);
  if (!command) throw new Error(`no command ${id}`);
  run(new FaultyHost(new DeskHost(book), survives, "returns"), command, input, context);
}

/** What a register comes to: every cell but the Log's, and what is remembered whatever the order it was written in. */
function outcomeOf(book: Workbook): string[] {
  const { places } = snapshotOf(book, []);
  const log = places.get("log")?.sheet;
  const remembered = [...(book.sheet("_concord")?.cells.values() ?? [])]
    .map((line) => [0, 1, 2].map((column) => line.get(column)?.value ?? ""))
    .filter(([kind, key, value]) => value !== "" && kind !== "look" && key !== "log" && key !== "id")
    .map((entry) => `remembered ${JSON.stringify(entry)}`)
    .sort();
  return [...tell(book, { without: (sheet) => sheet === log || sheet === "_concord" }), ...remembered];
}

function expectSameEnd(found: Register, id: string, input: Input, survives: number): void {
  const undisturbed = copyOf(found.book);
  runOn(undisturbed, id, input, found.context);
  cutOff(found.book, id, input, found, survives);
  runOn(found.book, id, input, found.context);
  expect(differences(outcomeOf(undisturbed), outcomeOf(found.book)), `after ${survives} edits`).toEqual([]);
}

/** How many edits a command makes of a register. */
function editsOf({ book, context }: Register, id: string, input: Input): number {
  return runOn(copyOf(book), id, input, context).edits;
}

describe("a command that was cut off", () => {
  it.each(commandIds)("ends where an undisturbed one does when it is run again: %s", (id) => {
    holds(6, (found, pick) => {
      const input = inputOf(id, found, pick);
      const edits = editsOf(found, id, input);
      if (edits > 0) expectSameEnd(found, id, input, pick % (edits + 1));
    });
  });

  it("goes on from wherever it was while minutes were made", () => {
    const found = smallRegister();
    const edits = editsOf(found, "generate-minutes", {});
    expect(edits).toBeGreaterThan(10);
    for (let survives = 0; survives <= edits; survives++) expectSameEnd(smallRegister(), "generate-minutes", {}, survives);
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
    for (let survives = 0; survives <= edits; survives++) expectSameEnd({ ...start, book: copyOf(start.book) }, "record-minutes", {}, survives);
  }, 20_000);
});
