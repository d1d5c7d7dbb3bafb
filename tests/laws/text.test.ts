import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { readXlsx, writeXlsx } from "../../desk/xlsx/index.ts";
import { copyOf } from "../support/book.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { contextOn, date, runOn, smallRegister, snapshotOf, wildText } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));

function minutesMade(): Workbook {
  const { book } = smallRegister();
  for (const id of ["refresh-tracking", "generate-minutes", "record-minutes"]) runOn(book, id, {}, context);
  return book;
}

/** The texts of a table's field in the register. */
function texts(book: Workbook, table: "actions" | "resolutions" | "openQuestions" | "settings", field: string): unknown[] {
  return (snapshotOf(book, [table]).tables.get(table)?.rows ?? []).map(({ values }) => (values as Record<string, unknown>)[field]);
}

function formulasOutsideLive(book: Workbook): string[] {
  const live = new Set(["_concord_live", "跟踪汇总"]);
  return book.sheets
    .filter(({ name }) => !live.has(name))
    .flatMap(({ cells }) => [...cells.values()].flatMap((line) => [...line.values()].flatMap(({ formula }) => formula ?? [])))
    .filter((formula) => !formula.includes("_concord_live") && !formula.startsWith("IF($"));
}

describe("a text", () => {
  const made = minutesMade();

  it("typed into minutes stands in the register as it was typed, and is no formula", () => {
    const texts3 = fc.uniqueArray(wildText, { minLength: 3, maxLength: 3, selector: (text) => text.trim() });
    const check = ([action = "", resolution = "", question = ""]: string[]): void => {
      const book = copyOf(made);
      const row = { row: 0, more: action, owner: "张三", due: 9, kind: "决议" };
      const fill = { topics: [{ ...row, text: resolution }], actions: [{ ...row, text: action }], open: [{ ...row, text: question }] };
      fillMinutes(book, { ...fill, review: [], cleared: [] }, context.today);
      const outcome = runOn(book, "record-minutes", {}, context);
      expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(texts(book, "actions", "task")).toContain(action.trim());
      expect(texts(book, "actions", "doneWhen")).toContain(action.trim());
      expect(texts(book, "resolutions", "task")).toContain(resolution.trim());
      expect(texts(book, "openQuestions", "question")).toContain(question.trim());
      expect(formulasOutsideLive(book)).toEqual([]);
    };
    fc.assert(fc.property(texts3, check), { numRuns: 8, seed: 5 });
  });

  it("given as input is kept as a text", () => {
    const book = copyOf(made);
    for (const company of ["=1+1", "+86", "-5", "@all", "\tx", "'y", "<b>"]) {
      runOn(book, "set-up-workbook", { company }, context);
      expect(texts(book, "settings", "value")).toContain(company);
    }
    expect(formulasOutsideLive(book)).toEqual([]);
  });

  it("is still a text in the file", () => {
    const book = copyOf(made);
    fillMinutes(
      book,
      {
        topics: [],
        actions: [{ row: 0, text: "=SUM(A1)", more: "@x", owner: "张三", due: 9, kind: "" }],
        open: [],
        review: [],
        cleared: [],
      },
      context.today,
    );
    runOn(book, "record-minutes", {}, context);
    const read = readXlsx(writeXlsx(book));
    if (!read.ok) expect.fail("The file cannot be read.");
    const again = read.file.workbook;
    expect(texts(again, "actions", "task")).toContain("=SUM(A1)");
    expect(formulasOutsideLive(again)).toEqual([]);
  });
});
