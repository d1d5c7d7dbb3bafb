import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableIds, tableRows } from "../../core/index.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences, tell } from "../support/book.ts";
import { commandIds, holds, inputOf, LONG } from "../support/laws.ts";
import { basis, contextOn, date, leaveOwn, OWN, reorderTables, runOn, snapshotOf } from "../support/registers.ts";

/** Every cell and highlight of a person's own, without its row: rows move down where others are inserted. */
function ownThings(book: Workbook): string[] {
  return book.sheets.flatMap((sheet) => {
    if (sheet.name.startsWith("_concord")) return [];
    if (sheet.name.startsWith(OWN)) return tell(book, (name) => name !== sheet.name).filter((line) => line.startsWith(sheet.name));
    const cells = [...sheet.cells]
      .sort(([a], [b]) => a - b)
      .flatMap(([, line]) =>
        [...line].flatMap(([column, { value, formula, style }]) =>
          `${value} ${formula}`.includes(OWN) ? [JSON.stringify([sheet.name, column, value, formula ?? "", book.styles.at(style)])] : [],
        ),
      );
    const highlights = sheet.highlights
      .filter(({ formula }) => formula.includes(OWN))
      .map(({ formula, style, areas }) =>
        JSON.stringify([sheet.name, formula, style, areas.map(({ column, columns }) => [column, columns])]),
      );
    return [...cells, ...highlights];
  });
}

/** What the tables say, whatever the order of their columns. */
function sayings(book: Workbook, today: number): unknown {
  const snapshot = snapshotOf(book, tableIds);
  const ids = tableIds.filter((id) => id !== "log" && snapshot.tables.has(id));
  return Object.fromEntries(ids.map((id) => [id, tableRows(snapshot, id, contextOn(today))]));
}

describe("what is a person's own", () => {
  let seen = 0;

  it.each(commandIds)(
    "comes out as it went in, in its order: %s",
    (id) => {
      holds(1, (found, pick) => {
        leaveOwn(found.book, ["actions", "resolutions", "meetings", "settings", "log"], pick);
        const before = ownThings(found.book);
        seen += before.length;
        const input = inputOf(id, found, pick);
        const { problems } = runOn(found.book, id, input, found.context);
        // A command that gives up leaves everything as it was, too.
        expect(problems.filter(({ code }) => code === "changed-meanwhile")).toEqual([]);
        const known = new Set(before);
        // Concord may quote a person's heading or department, in its notes and in the summary.
        expect(ownThings(found.book).filter((thing) => known.has(thing))).toEqual(before);
        expect(runOn(found.book, id, input, found.context).edits, "a second time").toBe(0);
      });
    },
    LONG,
  );

  it("was there to be looked at", () => expect(seen).toBeGreaterThan(20));

  it("stays beside and below the summary, which moves notes down when it grows", () => {
    const context = contextOn(date(2026, 11, 18));
    const book = basis("sample", context.today, "zh-CN");
    const summary = book.sheets.find(({ name }) => name === "跟踪汇总") ?? expect.fail("There is no summary.");
    const below = summary.used().rows + 1;
    summary.setValue(4, 14, `${OWN}beside`);
    summary.setValue(below, 0, `${OWN}below`);
    const departments = book.sheet("部门");
    departments?.setValue(departments.used().rows, 0, "二厂");
    departments?.setValue(departments.used().rows, 0, "三厂");
    departments?.setValue(departments.used().rows, 0, "四厂");
    runOn(book, "refresh-tracking", {}, context);
    expect(summary.cell(4, 14)?.value).toBe(`${OWN}beside`);
    expect(summary.cell(below + 3, 0)?.value).toBe(`${OWN}below`);
    expect(runOn(book, "refresh-tracking", {}, context).edits).toBe(0);
  });
});

describe("columns", () => {
  it.each(commandIds)(
    "are found by their headings in any order: %s",
    (id) => {
      holds(1, (found, pick) => {
        const input = inputOf(id, found, pick);
        const turned = { ...found, book: copyOf(found.book) };
        const tables = ["actions", "resolutions", "meetings", "attendance", "settings"] as const;
        // A heading that was given another name since anybody looked is known by its place alone.
        fc.pre(tables.every((table) => !snapshotOf(turned.book, [table]).tables.get(table)?.place.renamed.length));
        reorderTables(turned.book, tables, pick);
        runOn(found.book, id, input, found.context);
        runOn(turned.book, id, input, found.context);
        expect(sayings(turned.book, found.context.today)).toEqual(sayings(found.book, found.context.today));
      });
    },
    LONG,
  );
});

describe("looking", () => {
  it(
    "changes nothing: check-workbook",
    () => {
      holds(1, ({ book, context }) => {
        const before = tell(book);
        runOn(book, "check-workbook", {}, context);
        expect(differences(before, tell(book))).toEqual([]);
      });
    },
    LONG,
  );
});
