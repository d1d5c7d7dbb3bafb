import { beforeAll, describe, expect, it } from "vitest";
import type { Host } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { Minutes, serial } from "../journey/planner.ts";
import { newBook, type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { looks, told } from "../support/office/told.ts";
import { runCommand } from "./run-command.ts";

const COMMANDS = ["load-sample", "plan-meetings", "generate-minutes", "record-minutes", "refresh-tracking"];

/** Both hosts work on the same factory, one command after another. */
describe("the sample factory in Excel", () => {
  let excel: OpenedExcel;
  const desk = newBook();
  const syncs = new Map<string, number>();

  beforeAll(async () => {
    excel = openExcel();
    for (const id of COMMANDS) {
      if (id === "record-minutes") for (const workbook of [desk, excel.workbook]) typeAction(workbook);
      await runWell(new DeskHost(desk), id);
      const before = excel.bridge.syncs;
      await runWell(excel.host, id);
      syncs.set(id, excel.bridge.syncs - before);
    }
  });

  it("ends with the same sheets, cells, tables and names as on the desk", () => {
    const { sheets } = told(excel.workbook);
    expect(sheets.flatMap(({ cells }) => cells).length).toBeGreaterThan(1_000);
    expect(told(excel.workbook)).toEqual(told(desk));
  });

  it("looks the same as on the desk", () => {
    for (const { name } of desk.sheets) expect(looks(excel.workbook, name)).toEqual(looks(desk, name));
  });

  it("keeps a typed text that begins with an equals sign a text, all the way to the register", () => {
    const register = told(excel.workbook).sheets.find(({ tables }) => tables.some(({ name }) => name === "concord_actions"));
    expect(register?.cells.find(([, , value]) => value === TASK)?.[3]).toBeUndefined();
    expect(register?.cells.filter(([, , value]) => value === TASK)).toHaveLength(1);
  });

  it.each(COMMANDS)("takes %s no more than four round trips", (id) => {
    expect(syncs.get(id)).toBeLessThanOrEqual(4);
  });

  it("sends no request near the 5 MB that Excel for the web takes", () => {
    expect(Math.max(...excel.bridge.bytes)).toBeLessThan(4_000_000);
  });

  it("has nothing left to do when tracking is refreshed again", async () => {
    expect((await runWell(excel.host, "refresh-tracking")).edits).toBe(0);
  });
});

async function runWell(host: Host, id: string): ReturnType<typeof runCommand> {
  const outcome = await runCommand(host, id);
  expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return outcome;
}

const TASK = "=加开夜班 @二车间";

/** A person fills in the first spare row of the actions, with what Excel would take for a formula. */
function typeAction(workbook: Workbook): void {
  const sheet = workbook.sheets.find(({ cells }) => String(cells.get(0)?.get(0)?.value ?? "").startsWith("#minutes"));
  const minutes = new Minutes(sheet ?? expect.fail("no minutes"), new DeskHost(workbook));
  const action = { task: TASK, department: "运营管理部", owner: "顾婷", due: serial("2026-11-27") };
  minutes.type("actions", minutes.spare("actions"), action);
}
