import { describe, expect, it } from "vitest";
import { type Host, parseIso } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { associateRibbon } from "../../excel-addin/ribbon/associate.ts";
import { actionId, ribbonButtons } from "../../excel-addin/ribbon/buttons.ts";
import { Inbox } from "../../excel-addin/ribbon/inbox.ts";
import { Ribbon } from "../../excel-addin/ribbon/ribbon.ts";
import { troubleOf } from "../../excel-addin/trouble.ts";
import { localRunner } from "../../pane/local-runner.ts";
import type { Answer, Runner } from "../../pane/runner.ts";
import { newBook, type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { told } from "../support/office/told.ts";
import { runCommand } from "./run-command.ts";

const CONTEXT = {
  today: parseIso("2026-11-22") ?? Number.NaN,
  now: 600,
  user: { name: "顾婷", department: "运营管理部" },
  language: "zh-CN",
} as const;

interface Pressed {
  readonly excel: OpenedExcel;
  readonly runner: Runner;
  readonly inbox: Inbox;
  /** How often the pane was opened. */
  shown: number;
  /** How often Office was told that a press is over. */
  completed: number;
  press(command: string): Promise<void>;
}

/** The ribbon as the page wires it: what Office calls for an action id, with its event. */
function ribbonOn(excel: OpenedExcel, change: (runner: Runner) => Runner = (runner) => runner): Pressed {
  const runner = change(localRunner({ host: excel.host, contextNow: () => CONTEXT, troubleOf }));
  const inbox = new Inbox();
  const actions = new Map<string, (event: { completed(): void }) => Promise<void>>();
  const pressed: Pressed = {
    excel,
    runner,
    inbox,
    shown: 0,
    completed: 0,
    press: (command) => {
      const action = actions.get(actionId(command)) ?? expect.fail(`nothing answers to ${command}`);
      return action({ completed: () => pressed.completed++ });
    },
  };
  const showPane = async (): Promise<void> => {
    pressed.shown++;
  };
  associateRibbon((id, action) => actions.set(id, action), Promise.resolve(new Ribbon({ runner, inbox, showPane })));
  return pressed;
}

/** Excel with the sample factory in its workbook. */
async function sampleExcel(): Promise<OpenedExcel> {
  const workbook = newBook();
  const outcome = await runCommand(new DeskHost(workbook) as Host, "load-sample");
  expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return openExcel(workbook);
}

const arrived = ({ inbox }: Pressed): Promise<Answer> => (inbox.take() ?? expect.fail("nothing arrived")).answer;
const COMMANDS = ribbonButtons.map(({ command }) => command);

describe("a button of the ribbon", () => {
  it("does its command at once, and opens the pane with what was done and Undo", async () => {
    const ribbon = ribbonOn(await sampleExcel());
    const before = ribbon.excel.workbook.sheets.length;
    await ribbon.press("generate-minutes");
    expect(ribbon.excel.workbook.sheets.length).toBe(before + 1);
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    const answer = await arrived(ribbon);
    expect(answer.report.map(({ code }) => code)).toContain("minutes-made");
    expect(answer.canUndo).toBe(true);
    await ribbon.runner.undo();
    expect(ribbon.excel.workbook.sheets.length).toBe(before);
  });

  it("says so in the pane where there was nothing to do", async () => {
    const ribbon = ribbonOn(await sampleExcel());
    await ribbon.press("generate-minutes");
    await ribbon.press("generate-minutes");
    expect([ribbon.completed, ribbon.shown]).toEqual([2, 2]);
    expect((await arrived(ribbon)).report.map(({ code }) => code)).toContain("minutes-exist");
  });

  it("shows what stood in the way", async () => {
    const ribbon = ribbonOn(await sampleExcel());
    await ribbon.press("record-minutes");
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    expect((await arrived(ribbon)).problems.map(({ code }) => code)).toContain("no-minutes");
  });

  it("keeps quiet about one row that was changed and nothing amiss", async () => {
    const one: Answer = {
      report: [],
      problems: [],
      lines: [{ change: "cell", at: { sheet: "Actions", row: 1, column: 1 }, key: "A1" } as Answer["lines"][number]],
      changes: 1,
      hash: "",
      isOutdated: false,
      canUndo: true,
    };
    const ribbon = ribbonOn(await sampleExcel(), (runner) => ({ ...bound(runner), run: async () => one }));
    await ribbon.press("refresh-tracking");
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 0]);
    expect(await arrived(ribbon)).toBe(one);
  });

  it("pressed twice quickly runs once, and each press is over", async () => {
    const excel = await sampleExcel();
    const ribbon = ribbonOn(excel);
    const before = excel.workbook.sheets.length;
    await Promise.all([ribbon.press("generate-minutes"), ribbon.press("generate-minutes")]);
    expect(excel.workbook.sheets.length).toBe(before + 1);
    expect([ribbon.completed, ribbon.shown]).toEqual([2, 1]);
    expect((await arrived(ribbon)).report.map(({ code }) => code)).toContain("minutes-made");
  });

  it("works again after it was pressed", async () => {
    const ribbon = ribbonOn(await sampleExcel());
    await ribbon.press("record-minutes");
    await ribbon.press("generate-minutes");
    await ribbon.press("record-minutes");
    expect(ribbon.completed).toBe(3);
    expect((await arrived(ribbon)).problems.map(({ code }) => code)).not.toContain("no-minutes");
  });

  it("costs six round trips the first time, four from then on", async () => {
    const ribbon = ribbonOn(await sampleExcel());
    const { bridge } = ribbon.excel;
    await ribbon.press("generate-minutes");
    expect(bridge.syncs).toBeLessThanOrEqual(6);
    const before = bridge.syncs;
    await ribbon.press("refresh-tracking");
    expect(bridge.syncs - before).toBeLessThanOrEqual(4);
  });
});

describe("in a workbook without a register", () => {
  it.each(COMMANDS)("%s opens the pane, which asks, and makes nothing", async (command) => {
    const ribbon = ribbonOn(openExcel());
    const before = told(ribbon.excel.workbook);
    await ribbon.press(command);
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    expect(ribbon.inbox.take()).toBeNull();
    expect(told(ribbon.excel.workbook)).toEqual(before);
  });
});

describe("a press that goes wrong", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "excel-editing-cell"],
    ["AccessDenied", "excel-access-denied"],
    ["GeneralException", "excel-failed"],
  ])("because Excel answers %s is over, and the pane says why", async (code, word) => {
    const ribbon = ribbonOn(await sampleExcel());
    ribbon.excel.bridge.refusesWith = code;
    await ribbon.press("refresh-tracking");
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    expect((await arrived(ribbon)).problems.map((found) => found.code)).toEqual([word]);
  });

  it("because Excel refuses in the middle is over, and the pane says why", async () => {
    const ribbon = ribbonOn(await sampleExcel());
    const { bridge } = ribbon.excel;
    bridge.beforeSync = (sync) => {
      if (sync === 4) bridge.refusesWith = "MergedRangeConflict";
    };
    await ribbon.press("generate-minutes");
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    expect((await arrived(ribbon)).problems.map((found) => found.code)).toContain("excel-merged");
  });

  it("because of a bug is over, and the pane gets the bug", async () => {
    const bug = new TypeError("a bug");
    const ribbon = ribbonOn(await sampleExcel(), (runner) => ({ ...bound(runner), run: () => Promise.reject(bug) }));
    await ribbon.press("refresh-tracking");
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    await expect(arrived(ribbon)).rejects.toBe(bug);
  });

  it("because of a bug while looking for the register is over, too", async () => {
    const bug = new TypeError("a bug");
    const ribbon = ribbonOn(await sampleExcel(), (runner) => ({ ...bound(runner), view: () => Promise.reject(bug) }));
    await ribbon.press("refresh-tracking");
    expect([ribbon.completed, ribbon.shown]).toEqual([1, 1]);
    await expect(arrived(ribbon)).rejects.toBe(bug);
  });

  it("because the add-in could not start is over", async () => {
    let completed = 0;
    const presses: ((event: { completed(): void }) => Promise<void>)[] = [];
    const started = Promise.reject(new Error("too old"));
    associateRibbon((_, press) => presses.push(press), started);
    expect(presses.length).toBe(ribbonButtons.length);
    for (const press of presses) await expect(press({ completed: () => completed++ })).rejects.toThrow("too old");
    expect(completed).toBe(presses.length);
  });
});

/** A runner whose methods can be spread. */
function bound(runner: Runner): Runner {
  return {
    view: (id) => runner.view(id),
    preview: (command, input) => runner.preview(command, input),
    run: (command, input, options) => runner.run(command, input, options),
    undo: () => runner.undo(),
    reveal: (at) => runner.reveal(at),
  };
}
