import { beforeAll, describe, expect, it } from "vitest";
import { commandById, type Outcome, parseIso, run, undo } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { newBook, type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { told } from "../support/office/told.ts";

const TODAY = parseIso("2026-11-22") ?? Number.NaN;
const CONTEXT = { today: TODAY, now: 600, user: { name: "顾婷", department: "运营管理部" }, language: "zh-CN" } as const;
const COMMANDS = ["load-sample", "generate-minutes", "record-minutes"];

/** What a workbook says but for the Log and the hidden notes; a formula's result may move by itself. */
function said(workbook: Workbook): unknown {
  const { sheets, names } = told(workbook);
  const shown = sheets.filter(({ name, tables }) => name !== "_concord" && !tables.some((table) => table.name === "concord_log"));
  return {
    names,
    sheets: shown.map(({ name, cells, tables, isProtected, visibility }) => ({
      name,
      visibility,
      isProtected,
      tables,
      cells: cells.map(([row, column, value, formula]) => [row, column, formula ?? value]),
    })),
  };
}

interface Taken {
  readonly done: Outcome;
  readonly before: unknown;
  readonly after: unknown;
  readonly back: Outcome;
  readonly undone: unknown;
  readonly syncs: number;
}

describe("a command taken back in Excel", () => {
  let excel: OpenedExcel;
  const taken = new Map<string, Taken>();
  const fill = {
    topics: [{ row: 0, text: "核对泵体库存并出清单", more: "泵体", owner: "张三", due: 9, kind: "" }],
    actions: [{ row: 0, text: "=加开夜班", more: "清单已发", owner: "顾婷", due: 9, kind: "" }],
    open: [],
    review: [],
    cleared: [],
  };

  beforeAll(async () => {
    excel = openExcel();
    for (const id of COMMANDS) {
      if (id === "record-minutes") fillMinutes(excel.workbook, fill, TODAY);
      const command = commandById(id) ?? expect.fail(`no command ${id}`);
      const before = said(excel.workbook);
      const done = await run(excel.host, command, {}, CONTEXT);
      const after = said(excel.workbook);
      const syncs = excel.bridge.syncs;
      const back = await undo(excel.host, done.undo ?? expect.fail("nothing to undo"), CONTEXT);
      taken.set(id, { done, before, after, back, undone: said(excel.workbook), syncs: excel.bridge.syncs - syncs });
      await run(excel.host, command, {}, CONTEXT);
    }
  }, 120_000);

  it.each(COMMANDS)("leaves the sheets, cells, tables and names as they were before %s", (id) => {
    const { done, before, after, back, undone } = taken.get(id) ?? expect.fail(id);
    expect(done.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(back.problems).toEqual([]);
    expect(after).not.toEqual(before);
    expect(undone).toEqual(before);
  });

  it.each(COMMANDS)("takes no more than four round trips after %s", (id) => {
    expect(taken.get(id)?.syncs).toBeLessThanOrEqual(4);
  });

  it("is refused where a person typed since, and changes nothing", async () => {
    const workbook = copyOf(excel.workbook);
    const { host } = openExcel(workbook);
    const done = await run(host, commandById("plan-meetings") ?? expect.fail(), {}, CONTEXT);
    const [sheet] = done.undo?.sheets ?? [];
    const cell = sheet?.cells[0] ?? expect.fail("nothing was written");
    workbook.sheet(sheet?.sheet ?? "")?.setValue(cell.row, cell.column, "mine");
    const before = told(workbook);
    const { problems } = await undo(host, done.undo ?? expect.fail(), CONTEXT);
    expect(problems).toEqual([
      expect.objectContaining({ code: "undo-changed-since", at: { sheet: sheet?.sheet, row: cell.row, column: cell.column } }),
    ]);
    expect(told(workbook)).toEqual(before);
  });

  it("keeps what another types between the look and the write", async () => {
    const workbook = copyOf(excel.workbook);
    const { host, bridge } = openExcel(workbook);
    const { undo: back = expect.fail("nothing to undo") } = await run(host, commandById("plan-meetings") ?? expect.fail(), {}, CONTEXT);
    const { sheet, cells } = back.sheets[0] ?? expect.fail("nothing was written");
    const { row, column } =
      cells.find(({ wrote, before }) => before === null && typeof wrote === "string") ?? expect.fail("no text was written");
    const last = bridge.syncs + 4;
    bridge.beforeSync = (sync) => {
      if (sync === last) workbook.sheet(sheet)?.setValue(row, column, "theirs");
    };
    const { problems } = await undo(host, back, CONTEXT);
    expect(problems).toEqual([expect.objectContaining({ code: "undo-changed-since", at: { sheet, row, column } })]);
    expect(workbook.sheet(sheet)?.cell(row, column)?.value).toBe("theirs");
  });
});

describe("a command called off in Excel", () => {
  const command = commandById("load-sample") ?? expect.fail();

  /** Cancels once the work has come so far. */
  function watchUntil(fraction: number) {
    const steps: number[] = [];
    return {
      steps,
      watch: {
        step: (done: number, of: number) => {
          steps.push(done / of);
        },
        get isCancelled() {
          return (steps.at(-1) ?? 0) >= fraction;
        },
      },
    };
  }

  it.each([0, 0.2, 0.4, 0.6, 0.7])("after %d of the work, before it writes, writes nothing and says so", async (fraction) => {
    const { host, workbook } = openExcel();
    const { watch } = watchUntil(fraction);
    const { problems, edits, undo: back } = await run(host, command, {}, CONTEXT, { watch });
    expect(problems).toEqual([{ severity: "note", code: "cancelled", params: {} }]);
    expect([edits, back]).toEqual([0, undefined]);
    expect(told(workbook)).toEqual(told(newBook()));
  });

  it("tells how far it is, each step further, to the end", async () => {
    const { watch, steps } = watchUntil(2);
    await run(openExcel().host, command, {}, CONTEXT, { watch });
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });

  it("midway keeps what is written, goes on when it is run again, and can be undone", async () => {
    const undisturbed = openExcel();
    await run(undisturbed.host, planLong, {}, CONTEXT);
    const excel = openExcel();
    const { watch, steps } = watchUntil(0.81);
    const first = await run(excel.host, planLong, {}, CONTEXT, { watch });
    expect(steps.at(-1)).toBeLessThan(1);
    expect(first.problems).toEqual([{ severity: "note", code: "cancelled-midway", params: {} }]);
    expect(said(excel.workbook)).not.toEqual(said(newBook()));
    const half = openExcel(copyOf(excel.workbook));
    expect((await undo(half.host, first.undo ?? expect.fail("nothing to undo"), CONTEXT)).problems).toEqual([]);
    expect(said(half.workbook)).toEqual(said(newBook()));
    await run(openExcel(excel.workbook).host, planLong, {}, CONTEXT);
    expect(said(excel.workbook)).toEqual(said(undisturbed.workbook));
  });
});

/** Writes more than one request takes. */
const planLong = {
  ...(commandById("set-up-workbook") ?? expect.fail()),
  reads: () => ({ tables: ["openQuestions" as const], documents: [] }),
  decide: () => ({
    patch: [
      { kind: "table" as const, table: "openQuestions" as const },
      {
        kind: "rows" as const,
        table: "openQuestions" as const,
        rows: Array.from({ length: 400 }, (_, row) => ({ key: `Q${row}`, values: { no: `Q${row}`, question: "问".repeat(9_000) } })),
      },
    ],
    report: [],
    problems: [],
  }),
};

describe("the desk and Excel", () => {
  it("end alike when a command is taken back", async () => {
    const desk = newBook();
    const { host, workbook } = openExcel();
    for (const each of [new DeskHost(desk), host]) {
      const { undo: back } = await run(each, commandById("load-sample") ?? expect.fail(), {}, CONTEXT);
      await undo(each, back ?? expect.fail(), CONTEXT);
    }
    expect(told(workbook)).toEqual(told(desk));
  });
});
