import { beforeAll, describe, expect, it } from "vitest";
import { commandById, type Host, type Outcome, parseIso, run } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { Minutes, serial } from "../journey/planner.ts";
import { newBook, type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { looks, told } from "../support/office/same-workbook.ts";

const TODAY = parseIso("2026-11-22") ?? Number.NaN;
const CONTEXT = { today: TODAY, now: 600, user: { name: "顾婷", department: "运营管理部" }, language: "zh-CN" } as const;

async function runOn(host: Host, id: string): Promise<Outcome> {
  const outcome = await run(host, commandById(id) ?? expect.fail(`no command ${id}`), {}, CONTEXT);
  expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return outcome;
}

/** A person fills in the first spare row of the actions, with what Excel would take for a formula. */
function typeAction(workbook: Workbook): void {
  const sheet = workbook.sheets.find(({ cells }) => String(cells.get(0)?.get(0)?.value ?? "").startsWith("#minutes"));
  const minutes = new Minutes(sheet ?? expect.fail("no minutes"), new DeskHost(workbook));
  const action = { task: "=加开夜班 @二车间", department: "运营管理部", owner: "顾婷", due: serial("2026-11-27") };
  minutes.type("actions", minutes.spare("actions"), action);
}

const COMMANDS = ["load-sample", "plan-meetings", "generate-minutes", "record-minutes", "refresh-tracking"];

describe("the sample factory in Excel", () => {
  let excel: OpenedExcel;
  const desk = newBook();
  const syncs = new Map<string, number>();
  const again = new Map<string, Outcome>();

  beforeAll(async () => {
    excel = openExcel();
    for (const id of COMMANDS) {
      if (id === "record-minutes") for (const workbook of [desk, excel.workbook]) typeAction(workbook);
      await runOn(new DeskHost(desk), id);
      const before = excel.bridge.syncs;
      await runOn(excel.host, id);
      syncs.set(id, excel.bridge.syncs - before);
    }
    again.set("refresh-tracking", await runOn(excel.host, "refresh-tracking"));
    console.log([...syncs], excel.bridge.actions, excel.bridge.largest);
  }, 60_000);

  it("ends with the same sheets, cells, tables and names as on the desk", () => {
    expect(told(excel.workbook)).toEqual(told(desk));
  });

  it("looks the same as on the desk", () => {
    for (const { name } of desk.sheets) expect(looks(excel.workbook, name)).toEqual(looks(desk, name));
  });

  it.each(COMMANDS)("takes %s no more than four round trips", (id) => {
    expect(syncs.get(id)).toBeLessThanOrEqual(4);
  });

  it("has nothing left to do when a command runs again", () => {
    expect(again.get("refresh-tracking")?.edits).toBe(0);
  });
});
