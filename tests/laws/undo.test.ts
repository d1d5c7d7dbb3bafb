import { describe, expect, it } from "vitest";
import { commandById, type Outcome, run, type Undo, undo } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences, tell } from "../support/book.ts";
import { commandIds, holds, inputOf, LONG } from "../support/laws.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { basis, contextOn, date, type Register, runOn, smallRegister, snapshotOf } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));

function undoOn({ book, context: at }: Register, taken: Undo): Outcome {
  return undo(new DeskHost(book), taken, at) as Outcome;
}

/** Cells and native tables of each sheet, and the names: a formula's result may move by itself. */
function contents(book: Workbook, without: readonly (string | undefined)[] = []): string[] {
  const sheets = book.sheets.filter(({ name }) => name !== "_concord" && !without.includes(name));
  return [...book.names.map(({ name, refersTo }) => `name ${name} ${refersTo}`).sort(), ...sheets.flatMap(contentsOf)];
}

function contentsOf({ name, cells, tables, isProtected }: Sheet): string[] {
  const filled = [...cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, { value, formula }]) => {
      const held = formula === undefined ? JSON.stringify(value) : `=${formula}`;
      return (value === null || value === "") && formula === undefined ? [] : [`${name} ${row},${column} ${held}`];
    }),
  );
  return [`${name} ${isProtected} ${JSON.stringify(tables.map((table) => [table.name, table.area]))}`, ...filled.sort()];
}

type Notes = ReadonlyMap<string, string>;

function notes(book: Workbook): Notes {
  const rows = [...(book.sheet("_concord")?.cells ?? [])].flatMap(([row, line]) => (row === 0 ? [] : [line]));
  const lines = rows.map((line) => [0, 1, 2].map((at) => String(line.get(at)?.value ?? "")));
  return new Map(lines.filter(([, , value]) => value !== "").map(([kind, key, value = ""]) => [`${kind} ${key}`, value]));
}

/** What is noted is as it was; numbers given stay, and so does what is noted of the Log; an earlier look may be forgotten. */
function expectNotesBack(before: Notes, after: Notes): void {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (/^(number|book) /.test(id) || /^\w+ log(\.|$)/.test(id)) continue;
    if (id.startsWith("look ") && !after.has(id)) continue;
    expect([id, after.get(id)]).toEqual([id, before.get(id)]);
  }
  for (const [id, value] of before) if (id.startsWith("number ")) expect(Number(after.get(id))).toBeGreaterThanOrEqual(Number(value));
}

function logOf(book: Workbook): string | undefined {
  return snapshotOf(book, []).places.get("log")?.sheet;
}

function logged(book: Workbook): string[] {
  const rows = snapshotOf(book, ["log"]).tables.get("log")?.rows ?? [];
  return rows.map(({ values }) => String((values as { command: string }).command));
}

/** How many cells are filled in each sheet but the Log: numbers given anew are others. */
function cellsIn(book: Workbook): number[] {
  const log = logOf(book);
  const sheets = book.sheets.filter(({ name }) => name !== "_concord" && name !== log);
  return sheets.map((sheet) => contentsOf(sheet).length).sort((a, b) => a - b);
}

/** Runs the command on the way to it, so that it has something to do. */
function ready(id: string, found: Register): void {
  if (id === "generate-minutes" && found.book.sheets.length < 4) runOn(found.book, "plan-meetings", {}, found.context);
}

describe("a command that is undone", () => {
  let seen = 0;

  it.each(commandIds)(
    "leaves cells, tables, names and notes as they were: %s",
    (id) => {
      holds(2, (found, pick) => {
        ready(id, found);
        const { book } = found;
        const input = inputOf(id, found, pick);
        const before = copyOf(book);
        const outcome = runOn(book, id, input, found.context);
        const log = logOf(book);
        if (!outcome.undo) {
          // Results of live formulas may have moved on, and formulas of spare rows, which no person sees.
          if (outcome.changes > 0) expect(differences(contents(before, [log]), contents(book, [log]))).toEqual([]);
          return;
        }
        seen++;
        const history = logged(book);
        const back = undoOn(found, JSON.parse(JSON.stringify(outcome.undo)) as Undo);
        expect(back.problems).toEqual([]);
        expect(back.report).toEqual([expect.objectContaining({ code: "undone" })]);
        expect(differences(contents(before, [log]), contents(book, [log]))).toEqual([]);
        expectNotesBack(notes(before), notes(book));
        expect(logged(book).slice(0, -1)).toEqual(history);
        expect(logged(book)).toHaveLength(history.length + 1);

        const undone = tell(book);
        const again = undoOn(found, outcome.undo);
        expect(again.problems).not.toEqual([]);
        expect(again.problems.every(({ severity }) => severity === "error")).toBe(true);
        expect(again.edits).toBe(0);
        expect(differences(undone, tell(book))).toEqual([]);
      });
    },
    LONG,
  );

  it("was there to be looked at", () => expect(seen).toBeGreaterThan(commandIds.length / 2));

  it.each(commandIds)(
    "is not undone where a person typed since into a cell that it wrote, and nothing changes: %s",
    (id) => {
      holds(1, (found, pick) => {
        ready(id, found);
        const { book } = found;
        const { undo: taken } = runOn(book, id, inputOf(id, found, pick), found.context);
        const written = taken?.sheets.flatMap(({ sheet, cells }) => cells.map((cell) => ({ sheet, ...cell }))) ?? [];
        const cell = written[pick % Math.max(1, written.length)];
        if (!taken || !cell) return;
        book.sheet(cell.sheet)?.setValue(cell.row, cell.column, "☂typed since");
        const before = tell(book);
        const { problems, edits } = undoOn(found, taken);
        expect(problems).toEqual([
          { severity: "error", code: "undo-changed-since", params: {}, at: { sheet: cell.sheet, row: cell.row, column: cell.column } },
        ]);
        expect(edits).toBe(0);
        expect(differences(before, tell(book))).toEqual([]);
      });
    },
    LONG,
  );

  it.each(commandIds)(
    "can be run again to the same end: %s",
    (id) => {
      holds(1, (found, pick) => {
        const { book } = found;
        const input = inputOf(id, found, pick);
        const { undo: taken, problems } = runOn(book, id, input, found.context);
        if (!taken) return;
        const rows = cellsIn(book);
        undoOn(found, taken);
        const again = runOn(book, id, input, found.context);
        expect(again.problems.map(({ code }) => code)).toEqual(problems.map(({ code }) => code));
        expect(cellsIn(book)).toEqual(rows);
        expect(runOn(book, id, input, found.context).edits, "a third time").toBe(0);
      });
    },
    LONG,
  );
});

describe("minutes that were recorded", () => {
  const made = basis("sample", context.today, "zh-CN");
  runOn(made, "generate-minutes", {}, context);
  const row = { row: 0, text: "核对泵体库存并出清单", more: "清单已发", owner: "张三", due: 9, kind: "" };
  fillMinutes(made, { topics: [row], actions: [row, { ...row, row: 1 }], open: [row], review: [], cleared: [] }, context.today);

  it("give their numbers to no other row once they are undone", () => {
    const found = { book: copyOf(made), context };
    const { undo: taken } = runOn(found.book, "record-minutes", {}, context);
    const keys = () =>
      snapshotOf(found.book, ["actions"])
        .tables.get("actions")
        ?.rows.map(({ key }) => key) ?? [];
    const given = keys();
    undoOn(found, taken ?? expect.fail("nothing to undo"));
    const left = keys();
    expect(given.length).toBeGreaterThan(left.length);
    runOn(found.book, "record-minutes", {}, context);
    const fresh = keys().slice(left.length);
    expect(fresh.filter((key) => given.includes(key))).toEqual([]);
    expect(fresh).toHaveLength(given.length - left.length);
  });

  it("are not undone over what was typed since into a row that was inserted for them", () => {
    const found = { book: copyOf(made), context };
    const actions = snapshotOf(found.book, ["actions"]).tables.get("actions") ?? expect.fail("There are no actions.");
    const sheet = found.book.sheet(actions.place.sheet) ?? expect.fail("There is no sheet.");
    sheet.setValue(actions.end + 1, 0, "备注：本表由计划员维护");
    const { undo: taken } = runOn(found.book, "record-minutes", {}, context);
    if (!taken) expect.fail("There is nothing to undo.");
    const inserted = taken.inserted[0] ?? expect.fail("No row was inserted.");
    sheet.setValue(inserted.row, 60, "mine");
    const refused = undoOn(found, taken);
    expect(refused.problems).toEqual([expect.objectContaining({ at: { sheet: sheet.name, row: inserted.row, column: 60 } })]);
    sheet.setValue(inserted.row, 60, null);
    expect(undoOn(found, taken).problems).toEqual([]);
    expect(sheet.cell(actions.end + 1, 0)?.value).toBe("备注：本表由计划员维护");
  });
});

describe("a sheet that was made", () => {
  it("is not taken away once a person typed beside what was laid out", () => {
    const found = { book: smallRegister().book, context };
    const { undo: taken } = runOn(found.book, "generate-minutes", {}, context);
    const name = taken?.made.find((sheet) => sheet.includes("会议记录")) ?? expect.fail("There are no minutes.");
    found.book.sheet(name)?.setValue(90, 40, "mine");
    expect(undoOn(found, taken ?? expect.fail("nothing")).problems).toEqual([
      expect.objectContaining({ code: "undo-changed-since", at: { sheet: name, row: 90, column: 40 } }),
    ]);
    expect(found.book.sheet(name)).toBeDefined();
  });

  it("is missed by its name where it was renamed", () => {
    const found = { book: smallRegister().book, context };
    const { undo: taken } = runOn(found.book, "generate-minutes", {}, context);
    const name = taken?.made.find((sheet) => sheet.includes("会议记录")) ?? expect.fail("There are no minutes.");
    const sheet = found.book.sheet(name) ?? expect.fail("gone");
    sheet.name = "周三的会";
    expect(undoOn(found, taken ?? expect.fail("nothing")).problems).toContainEqual(
      expect.objectContaining({ code: "undo-sheet-gone", params: { sheet: name } }),
    );
  });

  it("names twenty cells that were changed, and counts the rest", () => {
    const found = { book: smallRegister().book, context };
    const { undo: taken } = runOn(found.book, "generate-minutes", {}, context);
    const name = taken?.made.find((sheet) => sheet.includes("会议记录")) ?? expect.fail("There are no minutes.");
    for (let row = 100; row < 125; row++) found.book.sheet(name)?.setValue(row, 40, row);
    const { problems } = undoOn(found, taken ?? expect.fail("nothing"));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatchObject({ code: "undo-more-changed", params: { n: 5 } });
  });
});

describe("a person's cells that a command wrote over", () => {
  it("come back with their formulas, errors and texts", () => {
    const found = { book: smallRegister().book, context };
    runOn(found.book, "refresh-tracking", {}, context);
    const { place, rows } = snapshotOf(found.book, ["actions"]).tables.get("actions") ?? expect.fail("There are no actions.");
    const sheet = found.book.sheet(place.sheet) ?? expect.fail("There is no sheet.");
    const at = (row: number, field: string) => [rows[row]?.row ?? -1, place.columns.get(field) ?? -1] as const;
    sheet.setFormula(...at(0, "due"), 'TEXT(46000,"yyyy-mm-dd")', "2025-12-09");
    sheet.setValue(...at(1, "lastStatus"), { error: "#N/A" });
    sheet.setValue(...at(0, "light"), "=mine");
    const before = copyOf(found.book);
    const { undo: taken } = runOn(found.book, "refresh-tracking", { restore: true }, context);
    expect(sheet.cell(...at(0, "due"))?.formula).toBeUndefined();
    expect(undoOn(found, taken ?? expect.fail("nothing")).problems).toEqual([]);
    const log = logOf(found.book);
    expect(differences(contents(before, [log]), contents(found.book, [log]))).toEqual([]);
  });
});

describe("a document that was sealed", () => {
  /** Fixes what the minutes say, and notes it, as their approval does. */
  const seal = {
    ...(commandById("check-workbook") ?? expect.fail("There is no such command.")),
    reads: () => ({ tables: [], documents: [id] }),
    decide: () => ({ patch: [{ kind: "seal" as const, document: id }], report: [], problems: [] }),
  };
  const id = "minutes:CX-2026-W47-1";

  it("has its formulas again, and is open to be typed in", () => {
    const { book } = smallRegister();
    runOn(book, "generate-minutes", {}, context);
    const sheet =
      book.sheets.find((each) => String(each.cell(0, 0)?.value).startsWith(`#minutes ${id.slice(8)}`)) ?? expect.fail("no minutes");
    sheet.setFormula(80, 3, "1+1", 2);
    sheet.setFormula(81, 3, "NA()", { error: "#N/A" });
    const before = contents(book);
    const { undo: taken } = run(new DeskHost(book), seal, {}, context) as Outcome;
    expect([sheet.isProtected, sheet.cell(80, 3)?.formula]).toEqual([true, undefined]);
    expect(undoOn({ book, context }, taken ?? expect.fail("There is nothing to undo.")).problems).toEqual([]);
    expect(differences(before, contents(book)).filter((line) => !line.includes("日志"))).toEqual([]);
  });

  it("is open again where it had no formula to fix", () => {
    const { book } = smallRegister();
    runOn(book, "generate-minutes", {}, context);
    const sheet =
      book.sheets.find((each) => String(each.cell(0, 0)?.value).startsWith(`#minutes ${id.slice(8)}`)) ?? expect.fail("no minutes");
    const { undo: taken } = run(new DeskHost(book), seal, {}, context) as Outcome;
    expect(sheet.isProtected).toBe(true);
    undoOn({ book, context }, taken ?? expect.fail("There is nothing to undo."));
    expect(sheet.isProtected).toBe(false);
  });
});

describe("a command that changes nothing", () => {
  it("has nothing to undo", () => {
    const { book } = smallRegister();
    runOn(book, "refresh-tracking", {}, context);
    expect(runOn(book, "refresh-tracking", {}, context).undo).toBeUndefined();
    expect(runOn(book, "check-workbook", {}, context).undo).toBeUndefined();
    expect(commandById("refresh-tracking")).toBeDefined();
  });
});
