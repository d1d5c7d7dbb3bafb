import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TableId, tableIds, tableRows } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences } from "../support/book.ts";
import { commandIds, inputOf, LONG } from "../support/laws.ts";
import { type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { contextOn, snapshotOf, story, tellStory } from "../support/registers.ts";
import { actionsOf, acts, THEIRS } from "./acts.ts";
import { isDeep, toldOf } from "./break-off.ts";
import { type Case, cases, runCase } from "./cases.ts";

/** Between survey and read, between read and look, between look and write. */
const GAPS = [2, 3, 4];

/** The last gap is the narrowest, where nothing looks again before writing; the others take turns. */
function gapsOf(turn: number): readonly number[] {
  return isDeep ? GAPS : [turn % 2 === 0 ? 2 : 3, 4];
}

/** Opens Excel on a copy of a case's workbook, in which somebody acts right before a request. */
function openWith(book: Workbook, gap: number, act: (book: Workbook) => void): OpenedExcel {
  const excel = openExcel(copyOf(book));
  let isDone = false;
  excel.bridge.beforeSync = (sync) => {
    if (sync !== gap || isDone) return;
    isDone = true;
    act(excel.workbook);
  };
  return excel;
}

/** What the registers say, a line each; the Log and the order of rows aside. */
function sayings(book: Workbook, today: number): string[] {
  const snapshot = snapshotOf(book, tableIds);
  const rows = (id: TableId): readonly unknown[] =>
    id !== "log" && snapshot.tables.has(id) ? tableRows(snapshot, id, contextOn(today)) : [];
  return tableIds.flatMap((id) => rows(id).map((row) => `${id} ${JSON.stringify(row, id === "history" ? withoutNo : undefined)}`)).sort();
}

/** What was typed after the write is told after it: the history has the same events, in the order in which they came. */
function withoutNo(field: string, value: unknown): unknown {
  return field === "no" ? undefined : value;
}

/** Whatever another person typed, wherever it stands on the sheets that people see. */
function theirs(book: Workbook): string[] {
  return book.sheets
    .filter(({ visibility }) => visibility === "visible")
    .flatMap(({ name, cells }) => [...cells.values()].flatMap((line) => [...line.values()].map(({ value }) => `${name} ${value}`)))
    .filter((text) => text.includes(THEIRS))
    .sort();
}

const busy = cases.filter(({ id, on }) => on === "minutes filled in by hand" || (id === "refresh-tracking" && on.endsWith("the sample")));

describe.each(busy)("while $id runs in Excel", ({ id, open }) => {
  const isWithMinutes = id === "record-minutes";

  it.each(acts.filter(([does]) => isWithMinutes || !does.includes("minutes")))(
    "another person %s: theirs is kept, and it ends as if they had done so before",
    async (does, act) => {
      const found = open();
      const serial = copyOf(found.book);
      act(serial);
      await runCase(new DeskHost(serial), found);
      for (const gap of gapsOf(acts.findIndex(([each]) => each === does))) {
        const excel = openWith(found.book, gap, act);
        const first = await toldOf(excel, found);
        // Rows that moved under a batch fail it before it wrote: the person runs it again.
        expect([[], ["excel-not-found"]], `gap ${gap}`).toContainEqual(first.codes);
        expect((await toldOf(excel, found)).codes, `gap ${gap}`).toEqual([]);
        const { today } = found.context;
        expect(differences(sayings(serial, today), sayings(excel.workbook, today)), `gap ${gap}`).toEqual([]);
        expect(theirs(excel.workbook), `gap ${gap}`).toEqual(theirs(serial));
      }
    },
    LONG,
  );

  it(
    "a second Excel does the same: nothing is numbered or written twice",
    async () => {
      const found = open();
      const once = copyOf(found.book);
      await runCase(new DeskHost(once), found);
      for (const gap of GAPS) {
        const excel = openWith(found.book, gap, (book) => void runCase(new DeskHost(book), found));
        expect([[], ["excel-not-found"]], `gap ${gap}`).toContainEqual((await toldOf(excel, found)).codes);
        expect((await toldOf(excel, found)).codes, `gap ${gap}`).toEqual([]);
        const { today } = found.context;
        expect(differences(sayings(once, today), sayings(excel.workbook, today)), `gap ${gap}`).toEqual([]);
      }
    },
    LONG,
  );
});

describe("any command on any register", () => {
  const wanted = process.env.CONCORD_LAWS;
  const options = isDeep ? { numRuns: Number(wanted) } : { numRuns: 6, seed: 20_261_119 };

  it(
    "loses nothing of what another types meanwhile, and comes to rest",
    async () => {
      let met = 0;
      const law = fc.asyncProperty(
        story,
        fc.constantFrom(...commandIds),
        fc.nat(1000),
        fc.constantFrom(...GAPS),
        async (told, id, pick, gap) => {
          const { book, context } = tellStory(told);
          if (!hasActions(book)) return;
          const found: Case = { id, on: "a story", book, context, input: inputOf(id, { book, context }, pick) };
          let typed = 0;
          const excel = openWith(book, gap, (theirBook) => {
            typeTask(theirBook);
            typed++;
          });
          await toldOf(excel, found);
          const { codes } = await toldOf(excel, found);
          expect(codes.filter((code) => /^(?:excel-|changed-meanwhile)/.test(code))).toEqual([]);
          expect(tasksOf(excel.workbook).filter((task) => task.includes(THEIRS))).toHaveLength(typed);
          expect((await runCase(excel.host, found)).edits).toBe(0);
          met += typed;
        },
      );
      await fc.assert(law, options);
      expect(met).toBeGreaterThan(0);
    },
    10 * LONG,
  );
});

function hasActions(book: Workbook): boolean {
  return snapshotOf(book, ["actions"]).tables.has("actions");
}

function tasksOf(book: Workbook): string[] {
  return actionsOf(book).rows.map(({ values }) => (values as { readonly task: string }).task);
}

function typeTask(book: Workbook): void {
  const { sheet, columns, end } = actionsOf(book);
  sheet.setValue(end, columns.get("task") ?? expect.fail("no tasks"), `${THEIRS}核对包装箱`);
}
