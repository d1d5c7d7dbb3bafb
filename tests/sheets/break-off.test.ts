import { describe, expect, it } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { type Case, cases, runCase } from "../excel/cases.ts";
import { copyOf, differences } from "../support/book.ts";
import { endOf as endWithLog } from "../support/cut-off.ts";
import { ask } from "../support/sheets/ask.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { type OpenedSheets, openSheets } from "../support/sheets/open-sheets.ts";

/** `CONCORD_LAWS` lets every call fail, one after another. */
const isDeep = process.env.CONCORD_LAWS !== undefined;
/** Calls that fail in each case by default, spread over those that change something. */
const FEW = 3;

const CASES: readonly (readonly [id: string, on: string])[] = [
  ["refresh-tracking", "a planner's own list"],
  ["record-minutes", "minutes and a register with rows and notes of a person's own"],
];

/** A Log that was cut off before it had its headings is no Log yet. */
function endOf(workbook: Workbook): string[] {
  return endWithLog(workbook).filter((line) => !/^日志[ !]/.test(line));
}

async function opened(found: Case): Promise<OpenedSheets> {
  const desk = copyOf(found.book);
  await runCase(new DeskHost(desk), found);
  const sheets = openSheets(copyOf(found.book));
  sheets.calculateLike(desk);
  return sheets;
}

describe.each(CASES)("%s on %s, when Google fails and goes on failing", (id, on) => {
  it("says so at whichever call, and ends as if nothing had been when it is run again", { timeout: 600_000 }, async () => {
    const found = cases.find((each) => each.id === id && each.on === on)?.open() ?? expect.fail("no such case");
    const undisturbed = await opened(found);
    runInScript(undisturbed.script, id, found.input, found.context);
    const { calls } = undisturbed.script.last;
    const end = endOf(undisturbed.workbook);
    const changing = calls.flatMap(({ name }, index) => (/\.(?:set|insert|merge|hide|show|create|protect)/.test(name) ? [index + 1] : []));
    const failing = isDeep ? calls.map((_, index) => index + 1) : changing.filter((_, nth) => nth % Math.ceil(changing.length / FEW) === 0);
    expect(failing.length).toBeGreaterThan(2);
    for (const at of failing) {
      const { script, workbook } = await opened(found);
      script.account.fault = (_, index) => (index >= at ? "Service Spreadsheets failed while accessing document." : undefined);
      const told = toldBy(() => runInScript(script, id, found.input, found.context));
      script.account.fault = undefined;
      expect(["sheets-failed", "thrown"], `call ${at}`).toContain(told);
      expect(runInScript(script, id, found.input, found.context).problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(differences(end, endOf(workbook)), `call ${at}, ${calls[at - 1]?.name}`).toEqual([]);
    }
  });
});

describe("a row that takes several calls, when Google fails between two of them", () => {
  const found = cases.find(({ id, on }) => id === "move-meeting" && on === "the sample")?.open() ?? expect.fail("no such case");

  it("is whole before the same command decides on it again, and before a preview of it is shown", async () => {
    const undisturbed = await opened(found);
    runInScript(undisturbed.script, found.id, found.input, found.context);
    const end = endOf(undisturbed.workbook);
    const writing = undisturbed.script.last.calls.flatMap(({ name }, index) => (name === "Range.setValues" ? [index + 1] : []));
    expect(writing.length).toBeGreaterThan(3);
    for (const at of writing) {
      const { script, workbook } = await opened(found);
      script.account.fault = (_, index) => (index >= at ? "Service Spreadsheets failed while accessing document." : undefined);
      expect(["sheets-failed", "thrown"]).toContain(toldBy(() => runInScript(script, found.id, found.input, found.context)));
      script.account.fault = undefined;
      const halves = () => [...script.account.properties("document").keys()].filter((key) => key.startsWith("concord-unfinished"));
      ask(script, { kind: "preview", command: found.id, input: found.input });
      expect(halves()).toEqual([]);
      runInScript(script, found.id, found.input, found.context);
      expect(differences(end, endOf(workbook)), `call ${at}`).toEqual([]);
    }
  });
});

/** The codes of a run's errors; the error itself where nothing could be read. */
function toldBy(work: () => ReturnType<typeof runInScript>): string {
  try {
    return work()
      .problems.filter(({ severity }) => severity === "error")
      .map(({ code }) => code)
      .join(" ");
  } catch (error) {
    expect(String(error)).toContain("Service Spreadsheets failed");
    return "thrown";
  }
}

describe("a moment's failure of Google", () => {
  it("is tried again, and nobody hears of it", async () => {
    const [id, on] = ["refresh-tracking", "a planner's own list"];
    const found = cases.find((each) => each.id === id && each.on === on)?.open() ?? expect.fail("no such case");
    const { script } = await opened(found);
    let failures = 0;
    script.account.fault = ({ name }) => (name === "Range.setValues" && failures++ < 2 ? "Service error: Spreadsheets" : undefined);
    expect(toldBy(() => runInScript(script, id, found.input, found.context))).toBe("");
    expect(failures).toBeGreaterThan(2);
  });
});

describe("a run of which the six minutes are nearly up", () => {
  it("stops between two steps, says so, and goes on when it is run again", async () => {
    const found =
      cases.find(({ id, on }) => id === "refresh-tracking" && on === "a planner's own list")?.open() ?? expect.fail("no such case");
    const undisturbed = await opened(found);
    runInScript(undisturbed.script, found.id, found.input, found.context);
    const { script, workbook } = await opened(found);
    // A slow day at Google.
    script.account.costPerCall = 2_000;
    const codes: string[] = [];
    for (let run = 0; run < 4 && codes.at(-1) !== ""; run++) {
      codes.push(toldBy(() => runInScript(script, found.id, found.input, found.context)));
      expect(script.last.seconds).toBeLessThan(360);
    }
    expect(codes).toEqual(["sheets-time-up", ""]);
    expect(differences(endOf(undisturbed.workbook), endOf(workbook))).toEqual([]);
  });
});
