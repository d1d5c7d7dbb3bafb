import { describe, expect, it } from "vitest";
import { commands, type Edit, type HostWatch, type Problem, problem, type Receipt, toIso } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { localRunner } from "../../pane/local-runner.ts";
import { tell } from "../support/book.ts";
import { contextOn, date, smallRegister } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));

function onDesk(book = new Workbook()) {
  return { book, runner: localRunner({ host: new DeskHost(book), contextNow: () => context }) };
}

const watching = (more: object = {}) => ({ step: () => {}, isCancelled: false, ...more });

describe("a preview", () => {
  it("says what would be done and does nothing", async () => {
    const { book, runner } = onDesk();
    const answer = await runner.preview("set-up-workbook", {});
    expect(answer).toMatchObject({ problems: [], isOutdated: false, canUndo: false });
    expect(answer.lines.filter(({ change }) => change === "sheet").length).toBeGreaterThan(10);
    expect(answer.changes).toBe(answer.lines.length);
    expect(book.sheets).toEqual([]);
  });

  it("names the table and the field of each cell, and what stands there", async () => {
    const { runner, book } = onDesk(smallRegister().book);
    const lines = (await runner.preview("refresh-tracking", {})).lines.filter(({ change }) => change === "cell");
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(({ table, key }) => table !== "actions" && key !== "")).toEqual([]);
    const due = lines.find(({ field, key }) => field === "due" && key === "A-7");
    expect(due).toMatchObject({ table: "actions", after: date(2026, 11, 10) });
    expect(book.sheet("_concord")).toBeUndefined();
  });

  it("of minutes that are recorded shows what stands in each cell of the sheet", async () => {
    const { runner, book } = onDesk(smallRegister().book);
    await runner.run("generate-minutes", {});
    const sheet = book.sheets.find(({ name }) => name.startsWith("会议记录")) ?? expect.fail("There are no minutes.");
    const row = [...sheet.cells].find(([, line]) => String(line.get(0)?.value).startsWith("actions:"))?.[0] ?? -1;
    sheet.setValue(row, 2, "核对泵体库存");
    const { lines } = await runner.preview("record-minutes", {});
    const inSheet = lines.filter(({ at, change }) => at.sheet === sheet.name && change === "cell");
    expect(inSheet.map(({ before }) => before)).toEqual(inSheet.map(({ at }) => sheet.cell(at.row, at.column)?.value ?? null));
  });
});

describe("a run that expects a preview", () => {
  it("does what was previewed", async () => {
    const { runner } = onDesk(smallRegister().book);
    const { hash, changes } = await runner.preview("refresh-tracking", {});
    const answer = await runner.run("refresh-tracking", {}, { expecting: hash });
    expect(answer).toMatchObject({ isOutdated: false, changes, hash, canUndo: true });
  });

  it("does it at another moment, too: only the Log and a new workbook's id tell of that", async () => {
    let now = 540;
    const book = new Workbook();
    const runner = localRunner({ host: new DeskHost(book), contextNow: () => ({ ...context, now: now++ }) });
    const { hash } = await runner.preview("set-up-workbook", {});
    expect(await runner.run("set-up-workbook", {}, { expecting: hash })).toMatchObject({ isOutdated: false, canUndo: true });
  });

  it("does nothing where the workbook changed since, and shows what would be done now", async () => {
    const { book, runner } = onDesk(smallRegister().book);
    const { hash } = await runner.preview("refresh-tracking", {});
    book.sheets[0]?.setValue(3, 0, "又一项任务");
    const before = tell(book);
    const answer = await runner.run("refresh-tracking", {}, { expecting: hash });
    expect(answer).toMatchObject({ isOutdated: true, canUndo: false });
    expect(answer.hash).not.toBe(hash);
    expect(answer).toEqual({ ...(await runner.preview("refresh-tracking", {})), isOutdated: true });
    expect(tell(book)).toEqual(before);
    expect(await runner.run("refresh-tracking", {}, { expecting: answer.hash })).toMatchObject({ isOutdated: false });
  });

  it("does nothing where another changed a cell between its reading and its writing", async () => {
    const { book } = smallRegister();
    const sheet = book.sheets[0] ?? expect.fail("There is no list.");
    class Meddled extends DeskHost {
      override apply(edits: readonly Edit[]): Receipt {
        sheet.setValue(2, 2, "2026/11/13");
        return super.apply(edits);
      }
    }
    const runner = localRunner({ host: new Meddled(book), contextNow: () => context });
    const { hash } = await runner.preview("refresh-tracking", {});
    const answer = await runner.run("refresh-tracking", {}, { expecting: hash });
    expect(answer).toMatchObject({ isOutdated: true, canUndo: false });
    expect(book.sheet("_concord")).toBeUndefined();
  });
});

describe("undo", () => {
  it("takes the last command back, once", async () => {
    const { book, runner } = onDesk(smallRegister().book);
    await runner.run("refresh-tracking", {});
    const before = book.sheets.filter(({ name }) => name !== "_concord" && name !== "日志").map(({ name }) => name);
    expect((await runner.run("generate-minutes", {})).canUndo).toBe(true);
    expect(await runner.undo()).toMatchObject({ problems: [], canUndo: false, report: [{ code: "undone" }] });
    expect(book.sheets.filter(({ name }) => name !== "_concord" && name !== "日志").map(({ name }) => name)).toEqual(before);
    expect((await runner.undo()).problems).toEqual([problem("note", "nothing-to-undo")]);
  });

  it("is still there after a command that wrote nothing, and after one that was refused", async () => {
    const { runner } = onDesk(smallRegister().book);
    await runner.run("generate-minutes", {});
    expect((await runner.run("check-workbook", {})).canUndo).toBe(false);
    expect((await runner.run("generate-minutes", { nonsense: 1 })).problems).toEqual([expect.objectContaining({ code: "input-unknown" })]);
    expect((await runner.undo()).report).toEqual([expect.objectContaining({ code: "undone" })]);
  });

  it("that was refused can be tried again once the cell is as it was", async () => {
    const { book, runner } = onDesk(smallRegister().book);
    await runner.run("generate-minutes", {});
    const sheet = book.sheets.find(({ name }) => name.startsWith("会议记录")) ?? expect.fail();
    sheet.setValue(60, 30, "mine");
    expect((await runner.undo()).problems).toEqual([expect.objectContaining({ code: "undo-changed-since" })]);
    sheet.setValue(60, 30, null);
    expect((await runner.undo()).problems).toEqual([]);
  });
});

describe("two runs asked for at once", () => {
  it("are made one after the other", async () => {
    const order: string[] = [];
    class Slow extends DeskHost {
      override survey(whole: readonly string[]): never {
        order.push("survey");
        return Promise.resolve(super.survey(whole)) as never;
      }
      override apply(edits: readonly Edit[]): never {
        order.push("apply");
        return Promise.resolve(super.apply(edits)) as never;
      }
    }
    const runner = localRunner({ host: new Slow(smallRegister().book), contextNow: () => context });
    const both = await Promise.all([runner.run("refresh-tracking", {}), runner.run("generate-minutes", {}), runner.undo()]);
    expect(order).toEqual(["survey", "apply", "survey", "apply", "survey", "apply"]);
    expect(both.map(({ problems }) => problems.filter(({ severity }) => severity === "error"))).toEqual([[], [], []]);
  });

  it("do not hold one another up where the first fails", async () => {
    const book = smallRegister().book;
    let failures = 1;
    class Broken extends DeskHost {
      override apply(edits: readonly Edit[]): Receipt {
        if (failures-- > 0) throw new RangeError("broken in the middle");
        return super.apply(edits);
      }
    }
    const runner = localRunner({ host: new Broken(book), contextNow: () => context });
    const [first, second] = await Promise.all([runner.run("refresh-tracking", {}), runner.run("refresh-tracking", {})]);
    expect(first.problems).toEqual([problem("error", "unexpected", { detail: "broken in the middle" })]);
    expect(first).toMatchObject({ changes: 0, canUndo: false });
    expect(second).toMatchObject({ canUndo: true });
  });
});

class Refused extends Error {}

/** A host that refuses as Excel does while a cell is edited, so many times. */
class Editing extends DeskHost {
  constructor(
    book: Workbook,
    private times: number,
    private readonly where: "reading" | "writing",
  ) {
    super(book);
  }

  override survey(whole: readonly string[]) {
    if (this.where === "reading" && this.times-- > 0) throw new Refused("excel-editing-cell");
    return super.survey(whole);
  }

  override apply(edits: readonly Edit[], watch?: HostWatch): Receipt {
    watch?.step(1, 1);
    if (this.where === "writing" && this.times-- > 0) return { applied: 0, stale: [], refused: { code: "excel-editing-cell", params: {} } };
    return super.apply(edits);
  }
}

const troubleOf = (error: unknown): Problem | null => (error instanceof Refused ? problem("error", "excel-editing-cell") : null);

describe("while a cell is being edited", () => {
  it.each(["reading", "writing"] as const)("a run waits, says so, and goes on by itself: %s", async (where) => {
    const told: Problem[] = [];
    const waits: number[] = [];
    const delay = async (milliseconds: number) => {
      waits.push(milliseconds);
    };
    const runner = localRunner({ host: new Editing(smallRegister().book, 3, where), contextNow: () => context, troubleOf, delay });
    const watch = watching({ waiting: (found: Problem) => told.push(found) });
    expect(await runner.run("refresh-tracking", {}, { watch })).toMatchObject({ canUndo: true });
    expect(told.map(({ code }) => code)).toEqual(["excel-editing-cell", "excel-editing-cell", "excel-editing-cell"]);
    expect(waits).toEqual([1000, 1000, 1000]);
  });

  it("a run that waits can be cancelled", async () => {
    const watch = { ...watching({ waiting: () => {} }), isCancelled: false };
    const delay = async () => {
      watch.isCancelled = true;
    };
    const book = smallRegister().book;
    const before = tell(book);
    const runner = localRunner({ host: new Editing(book, 9, "writing"), contextNow: () => context, troubleOf, delay });
    const { problems } = await runner.run("refresh-tracking", {}, { watch });
    expect(problems).toEqual([problem("note", "cancelled")]);
    expect(tell(book)).toEqual(before);
  });

  it("a run that nobody follows answers at once, and so do a preview and a view", async () => {
    const runner = localRunner({ host: new Editing(smallRegister().book, 9, "reading"), contextNow: () => context, troubleOf });
    const editing = [problem("error", "excel-editing-cell")];
    expect((await runner.run("refresh-tracking", {})).problems).toEqual(editing);
    expect((await runner.run("refresh-tracking", {}, { watch: watching() })).problems).toEqual(editing);
    expect((await runner.preview("refresh-tracking", {})).problems).toEqual(editing);
    await expect(runner.view("week")).rejects.toMatchObject({ code: "excel-editing-cell", severity: "error", params: {} });
  });
});

describe("a run that is followed", () => {
  it("tells each step, further and further, to the decision", async () => {
    const steps: number[] = [];
    const { runner } = onDesk(smallRegister().book);
    await runner.run("refresh-tracking", {}, { watch: watching({ step: (done: number, of: number) => steps.push(done / of) }) });
    expect(steps.slice(0, 3)).toEqual([0.2, 0.4, 0.6]);
  });

  it.each([0, 1, 2, 3])("writes nothing where it is cancelled after step %i", async (limit) => {
    let steps = 0;
    const { book, runner } = onDesk(smallRegister().book);
    const before = tell(book);
    const watch = {
      step: () => {
        steps++;
      },
      get isCancelled() {
        return steps >= limit;
      },
    };
    expect((await runner.run("refresh-tracking", {}, { watch })).problems).toEqual([problem("note", "cancelled")]);
    expect(tell(book)).toEqual(before);
  });
});

describe("a view and a cell", () => {
  it("are shown", async () => {
    const { book, runner } = onDesk(smallRegister().book);
    expect((await runner.view("week")).today).toBe(context.today);
    expect((await runner.view("actions")).lines.length).toBeGreaterThan(0);
    const sheet = book.sheets[0]?.name ?? "";
    expect(await runner.reveal({ sheet, row: 3, column: 1 })).toBeNull();
  });

  it("that cannot be shown are a problem", async () => {
    class Blind extends DeskHost {
      override reveal(): never {
        throw new Refused("excel-editing-cell");
      }
      override survey(): never {
        throw new TypeError("no such thing");
      }
    }
    const runner = localRunner({ host: new Blind(new Workbook()), contextNow: () => context, troubleOf });
    expect(await runner.reveal({ sheet: "A", row: 0, column: 0 })).toMatchObject({ code: "excel-editing-cell" });
    await expect(runner.view("register")).rejects.toMatchObject({ code: "unexpected", params: { detail: "no such thing" } });
  });
});

describe("every command", () => {
  it("answers on an empty workbook, and on one of a person's own", async () => {
    expect(commands.length).toBeGreaterThan(5);
    for (const { id } of commands) {
      for (const book of [new Workbook(), smallRegister().book]) {
        const { problems } = await onDesk(book).runner.preview(id, {});
        expect([id, toIso(context.today), problems.filter(({ code }) => code === "unexpected")]).toEqual([id, "2026-11-18", []]);
      }
    }
  });
});
