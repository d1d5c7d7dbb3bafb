import { describe, expect, it } from "vitest";
import type { Edit, Group } from "../../core/index.ts";
import { say } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { type Case, cases, runCase } from "../excel/cases.ts";
import { copyOf, differences } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { newSheet, write } from "../support/host-bench.ts";
import { newBook } from "../support/office/open-excel.ts";
import { chooseAtOnce } from "../support/sheets/at-once.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { type OpenedSheets, openSheets } from "../support/sheets/open-sheets.ts";
import { toldWhole } from "../support/sheets/told-whole.ts";

/** `CONCORD_LAWS` lets every call fail, one after another; by default some of those that write, of the quicker case. */
const isDeep = process.env.CONCORD_LAWS !== undefined;

const CASES: readonly (readonly [id: string, on: string])[] = [
  ["refresh-tracking", "a planner's own list"],
  ...(isDeep ? [["record-minutes", "minutes and a register with rows and notes of a person's own"] as const] : []),
];

const UPDATE = "Spreadsheets.batchUpdate";
const FAILED = "Service Spreadsheets failed while accessing document.";

async function openCase(
  id: string,
  on: string,
): Promise<{ readonly found: Case; readonly open: (way: "steps" | "atOnce") => OpenedSheets }> {
  const found = cases.find((each) => each.id === id && each.on === on)?.open() ?? expect.fail("no such case");
  chooseAtOnce(found.book);
  const desk = copyOf(found.book);
  await runCase(new DeskHost(desk), found);
  const open = (way: "steps" | "atOnce"): OpenedSheets => {
    const sheets = openSheets(copyOf(found.book), way);
    sheets.calculateLike(desk);
    return sheets;
  };
  return { found, open };
}

/** The codes of what went wrong; a failure where nothing could be read is thrown. */
function toldBy(work: () => ReturnType<typeof runInScript>): string {
  try {
    return work()
      .problems.filter(({ code, severity }) => severity === "error" || code.startsWith("sheets-"))
      .map(({ code }) => code)
      .join(" ");
  } catch (error) {
    expect(String(error)).toContain(FAILED);
    return "thrown";
  }
}

describe.each(CASES)("%s on %s, all at once, when Google fails and goes on failing", (id, on) => {
  it("has done all of it or nothing, says which, and ends as if nothing had been when it is run again", { timeout: 600_000 }, async () => {
    const { found, open } = await openCase(id, on);
    const run = ({ script }: OpenedSheets) => runInScript(script, id, found.input, found.context);
    const before = toldWhole(open("atOnce").script);
    const undisturbed = open("atOnce");
    run(undisturbed);
    const { calls } = undisturbed.script.last;
    const [end, after] = [endOf(undisturbed.workbook), toldWhole(undisturbed.script)];
    const update = calls.findIndex(({ name }) => name === UPDATE) + 1;
    const failing = isDeep ? calls.map((_, index) => index + 1) : [update - 1, update, Math.min(update + 1, calls.length)];
    for (const at of failing)
      for (const isDone of [false, true]) {
        const sheets = open("atOnce");
        const fault = isDone ? { afterwards: FAILED } : FAILED;
        sheets.script.account.fault = (_, index) => (index >= at ? (index === at ? fault : FAILED) : undefined);
        const codes = toldBy(() => run(sheets));
        sheets.script.account.fault = undefined;
        const name = `${calls[at - 1]?.name}, call ${at} of ${calls.length}, ${isDone ? "done" : "not done"}`;
        const isWritten = at > update || (at === update && isDone);
        if (isWritten) expect(differences(end, endOf(sheets.workbook)), name).toEqual([]);
        else expect(toldWhole(sheets.script), name).toEqual(before);
        if (at === update) expect(codes, name).toBe("sheets-unsure");
        else if (!isWritten) expect(["sheets-not-done", "sheets-failed", "thrown"], name).toContain(codes);
        expect(run(sheets).problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(differences(end, endOf(sheets.workbook)), name).toEqual([]);
        if (!isWritten) expect(toldWhole(sheets.script), name).toEqual(after);
      }
  });
});

describe("a moment's failure of Google", () => {
  it.each([
    ["before it wrote", FAILED, 2],
    ["after it wrote", { afterwards: "API call to sheets.spreadsheets.batchUpdate failed with error: Internal error encountered." }, 1],
  ])("%s is met, nothing is written twice, and nobody hears of it", async (_, fault, times) => {
    const { found, open } = await openCase("record-minutes", "minutes and a register with rows and notes of a person's own");
    const [undisturbed, sheets] = [open("atOnce"), open("atOnce")];
    runInScript(undisturbed.script, found.id, found.input, found.context);
    let failures = 0;
    sheets.script.account.fault = ({ name }) => {
      if (name !== UPDATE || failures === times) return undefined;
      failures++;
      return fault;
    };
    expect(toldBy(() => runInScript(sheets.script, found.id, found.input, found.context))).toBe("");
    expect(failures).toBe(times);
    expect(differences(endOf(undisturbed.workbook), endOf(sheets.workbook))).toEqual([]);
  });

  it("that hides whether it wrote does not make it write twice, however late the batch comes through", () => {
    const { script, host, workbook } = openSheets(undefined, "atOnce");
    const edits: Edit[] = [{ kind: "insertRows", sheet: "工作表1", row: 1, count: 2 }];
    let sent = 0;
    // The batch is made, and neither its answer nor the look after it comes through: it is sent again.
    script.account.fault = ({ name }, index) => {
      if (name === UPDATE) return ++sent === 1 ? { afterwards: FAILED } : undefined;
      return sent === 1 && index < 12 ? FAILED : undefined;
    };
    const rows = script.document.grid(workbook.sheets[0] ?? expect.fail()).rows;
    expect(host.apply(edits)).toEqual({ applied: 1, stale: [] });
    expect(script.document.grid(workbook.sheets[0] ?? expect.fail()).rows).toBe(rows + 2);
  });

  it("leaves one mark of the batches, not one for each", () => {
    const { script, host } = openSheets(undefined, "atOnce");
    for (const text of ["a", "b", "c"]) host.apply([{ kind: "cells", sheet: "工作表1", row: 0, column: 0, values: [[text]] }]);
    expect([...script.document.marks.values()]).toEqual(["concord-batch"]);
  });
});

describe("a text in cells of plain text", () => {
  it("is written as it is, with no apostrophe", () => {
    const { script, host, workbook } = openSheets(newBook(), "atOnce");
    const at = { sheet: "Sheet1", row: 0, column: 0 };
    const texts = ["=1+1", "'quoted", "007"];
    host.apply([{ kind: "format", sheet: "Sheet1", areas: [{ row: 0, column: 0, rows: 1, columns: 3 }], style: { numberFormat: "@" } }]);
    host.apply([{ kind: "cells", ...at, values: [texts] }]);
    expect(texts.map((_, column) => workbook.sheets[0]?.cell(0, column)?.value)).toEqual(texts);
    expect(script.last.calls.some(({ name }) => name === UPDATE)).toBe(true);
  });
});

describe("a batch that the Sheets API refuses", () => {
  it("is refused as a whole, and says that nothing was written", () => {
    const { script, host } = openSheets(undefined, "atOnce");
    const before = toldWhole(script);
    script.account.fault = ({ name }) => (name === UPDATE ? "Invalid requests[3].mergeCells: no." : undefined);
    const { applied, refused } = host.apply([newSheet("Plan"), write(0, 0, [["a"]])]);
    expect([applied, refused?.code]).toEqual([0, "sheets-not-done"]);
    expect(toldWhole(script)).toEqual(before);
  });

  it("has words in both languages for whatever is said of it", () => {
    for (const code of [
      "sheets-not-done",
      "sheets-unsure",
      "sheets-api-missing",
      "sheets-api-refused",
      "sheets-groups-left-out",
      "sheets-charts-unnamed",
    ] as const)
      for (const language of ["zh-CN", "en"] as const)
        expect(say(language, code, { detail: "x", sheet: "x", n: 1, most: 1 }).length).toBeGreaterThan(20);
  });
});

describe("the choice to write all at once", () => {
  const [id, on] = ["refresh-tracking", "rows typed into the sample"];

  it("is off until somebody makes it", () => {
    const found = cases.find((each) => each.id === id && each.on === on)?.open() ?? expect.fail("no such case");
    const { script } = openSheets(found.book, "atOnce");
    runInScript(script, id, found.input, found.context);
    expect(script.last.calls.some(({ name }) => name.startsWith("Spreadsheets."))).toBe(false);
  });

  it("writes step by step all the same in a script without the Sheets API, and says what to do", async () => {
    const { found, open } = await openCase(id, on);
    const [steps, once] = [open("steps"), open("atOnce")];
    const { problems, edits } = runInScript(steps.script, id, found.input, found.context);
    expect(problems.filter(({ code }) => code.startsWith("sheets-"))).toEqual([
      { severity: "note", code: "sheets-api-missing", params: {} },
    ]);
    expect(edits).toBeGreaterThan(0);
    runInScript(once.script, id, found.input, found.context);
    expect(toldWhole(steps.script)).toEqual(toldWhole(once.script));
  });

  it("writes step by step all the same where the permission was not given, and says what to do", async () => {
    const { found, open } = await openCase(id, on);
    const { script } = open("atOnce");
    script.account.refuse("spreadsheets");
    const { problems, edits } = runInScript(script, id, found.input, found.context);
    expect(problems.filter(({ code }) => code.startsWith("sheets-")).map(({ severity, code }) => [severity, code])).toEqual([
      ["note", "sheets-api-refused"],
    ]);
    expect(edits).toBeGreaterThan(0);
    expect(script.last.calls.some(({ name }) => name === UPDATE)).toBe(false);
  });

  it("is made by the script itself where there are no settings yet: whoever built it with the API wants it", () => {
    const found =
      cases.find((each) => each.id === "set-up-workbook" && each.on === "an empty workbook")?.open() ?? expect.fail("no such case");
    for (const [way, sent] of [
      ["atOnce", 1],
      ["steps", 0],
    ] as const) {
      const { script } = openSheets(copyOf(found.book), way);
      const { problems } = runInScript(script, found.id, found.input, found.context);
      expect(problems).toEqual([]);
      expect(script.last.calls.filter(({ name }) => name === UPDATE)).toHaveLength(sent);
    }
  });
});

describe("more groups than a script makes one by one", () => {
  const groups = Array.from({ length: 101 }, (_, index): Group => ({ first: 1 + index * 3, count: 2, isCollapsed: false }));
  const edits: Edit[] = [{ kind: "group", sheet: "Sheet1", axis: "rows", first: 1, count: 303, groups }];

  it("are left out step by step, which is said, and are all made at once", () => {
    const [steps, once] = [openSheets(newBook()), openSheets(newBook(), "atOnce")];
    const told = { code: "sheets-groups-left-out", params: { sheet: "Sheet1", n: 101, most: 100 } };
    expect(steps.host.apply(edits)).toEqual({ applied: 1, stale: [], remarks: [told] });
    expect(once.host.apply(edits)).toEqual({ applied: 1, stale: [] });
    const levels = ({ workbook }: OpenedSheets) => [...(workbook.sheets[0]?.rows.values() ?? [])].filter(({ level }) => level === 1).length;
    expect([levels(steps), levels(once)]).toEqual([0, 202]);
  });
});
