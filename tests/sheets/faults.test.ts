import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { type Case, cases, READERS, runCase } from "../excel/cases.ts";
import { copyOf, differences } from "../support/book.ts";
import { endOf as endWithLog } from "../support/cut-off.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { type OpenedSheets, openSheets } from "../support/sheets/open-sheets.ts";

/** `CONCORD_LAWS` lets the first call fail that changes something, the last, and some between; by default it is one of them. */
const isDeep = process.env.CONCORD_LAWS !== undefined;
const BETWEEN = 4;

/** Commands that are tried by default, of each kind one; `CONCORD_LAWS` tries all. */
const FEW = ["propose-meeting", "complete-action", "split-action", "change-settings", "send-notice", "archive-meeting", "expect-changes"];
const tried = cases.filter(
  ({ id }, index) => (isDeep ? !READERS.includes(id) : FEW.includes(id)) && cases.findIndex((each) => each.id === id) === index,
);

/** A Log that was cut off before it had its headings is no Log yet. */
function endOf(workbook: Workbook): string[] {
  return endWithLog(workbook).filter((line) => !/^日志[ !]/.test(line));
}

function openedLike(found: Case, desk: Workbook): OpenedSheets {
  const sheets = openSheets(copyOf(found.book));
  sheets.calculateLike(desk);
  return sheets;
}

/** Some of the calls, the same ones in every run. */
function chosen(calls: readonly number[], seed: number): readonly number[] {
  const some = fc.sample(fc.nat(calls.length - 1), { seed, numRuns: isDeep ? BETWEEN : 1 }).map((index) => calls[index] ?? 1);
  return isDeep ? [...new Set([calls[0] ?? 1, ...some, calls.at(-1) ?? 1])] : some;
}

describe.each(tried)("$id on $on, when Google fails and goes on failing", ({ id, open }) => {
  it("ends as if nothing had been when it is run again", { timeout: 600_000 }, async () => {
    const found = open();
    const desk = copyOf(found.book);
    await runCase(new DeskHost(desk), found);
    const undisturbed = openedLike(found, desk);
    runInScript(undisturbed.script, id, found.input, found.context);
    const changing = undisturbed.script.last.calls.flatMap(({ name }, index) =>
      /\.(?:set|insert|delete|merge|hide|show|create|protect|shift)/.test(name) ? [index + 1] : [],
    );
    const end = endOf(undisturbed.workbook);
    for (const at of chosen(
      changing,
      tried.findIndex((each) => each.id === id),
    )) {
      const { script, workbook } = openedLike(found, desk);
      script.account.fault = (_, index) => (index >= at ? "Service Spreadsheets failed while accessing document." : undefined);
      expect(["sheets-failed", "thrown"], `call ${at}`).toContain(toldBy(() => runInScript(script, id, found.input, found.context)));
      script.account.fault = undefined;
      const again = runInScript(script, id, found.input, found.context);
      expect(again.problems.filter(({ code }) => code.startsWith("sheets-"))).toEqual([]);
      expect(differences(end, endOf(workbook)), `call ${at}, ${undisturbed.script.last.calls[at - 1]?.name}`).toEqual([]);
    }
  });
});

/** The code of Google's failure; what reads or remembers throws it, and the script's answer to the sidebar says it. */
function toldBy(work: () => ReturnType<typeof runInScript>): string {
  try {
    return work().problems.find(({ code }) => code.startsWith("sheets-"))?.code ?? "nothing";
  } catch (error) {
    expect(String(error)).toContain("Service Spreadsheets failed");
    return "thrown";
  }
}
