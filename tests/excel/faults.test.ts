import { beforeAll, describe, expect, it } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { readXlsx, writeXlsx } from "../../desk/xlsx/index.ts";
import { newBook, type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { told } from "../support/office/told.ts";
import { runCommand } from "./run-command.ts";

/** What is planned is found by key: a batch cut off anywhere is completed by the next run. */
describe("a connection that breaks while meetings are planned", () => {
  let file: Uint8Array;
  let undisturbed: ReturnType<typeof told>["sheets"];
  let actions: readonly number[];

  const open = (): OpenedExcel => {
    const read = readXlsx(file);
    return openExcel(read.ok ? read.file.workbook : expect.fail(read.code));
  };

  beforeAll(async () => {
    const workbook = newBook();
    await runCommand(new DeskHost(workbook), "load-sample");
    file = writeXlsx({ workbook, losses: [] });
    const { host, bridge, workbook: done } = open();
    await runCommand(host, "plan-meetings");
    undisturbed = withoutLog(done);
    actions = [...bridge.actions];
  }, 60_000);

  it("is met in four requests", () => {
    expect(actions).toHaveLength(4);
  });

  const places = [
    ...[1, 2, 3].flatMap((sync) => [0.5, 1].map((moment) => ({ sync, moment }))),
    ...[0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((moment) => ({ sync: 4, moment })),
  ];
  it.each(places)("leaves a workbook that the next run completes: request $sync, after $moment of it", async ({ sync, moment }) => {
    const { host, bridge, workbook } = open();
    bridge.fault = { sync, afterActions: Math.floor((actions[sync - 1] ?? 0) * moment) };
    const failed = await Promise.resolve(runCommand(host, "plan-meetings")).then(
      ({ problems }) => problems.some(({ code }) => code === "excel-failed"),
      () => true,
    );
    expect(failed).toBe(true);
    bridge.fault = undefined;
    await runCommand(host, "plan-meetings");
    expect(withoutLog(workbook)).toEqual(undisturbed);
  });
});

/** The Log, and what is remembered of how it is laid out, may tell of the run that was cut off. */
function withoutLog(workbook: Workbook): ReturnType<typeof told>["sheets"] {
  return told(workbook)
    .sheets.filter(({ tables }) => !tables.some(({ name }) => name === "concord_log"))
    .map((sheet) => {
      const aboutLog = new Set(sheet.cells.flatMap(([row, , value]) => (String(value).startsWith("log.") ? [row] : [])));
      return { ...sheet, cells: sheet.cells.filter(([row]) => !aboutLog.has(row)) };
    });
}
