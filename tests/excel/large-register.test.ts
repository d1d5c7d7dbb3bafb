import { describe, expect, it } from "vitest";
import { commandById, nameIn, run, tableOf, toSerial } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { openExcel } from "../support/office/open-excel.ts";
import { contextOn, date } from "../support/registers.ts";

const ACTIONS = 5000;
const MEETINGS = 500;
/** Of the 4 MB that a request may take at the most, as the host reckons, these are really used. */
const FILLED = 3_000_000;

/** Ten years of weekly meetings with ten actions each, as a planner's own list. */
function tenYears(): Workbook {
  const workbook = new Workbook();
  const today = date(2026, 11, 18);
  const day = (index: number): number => toSerial(today - index, 1900);
  const meetings = workbook.addSheet(nameIn("zh-CN", tableOf("meetings")));
  ["会议编号", "会议名称", "会议日期", "会议状态"].forEach((text, column) => {
    meetings.setValue(0, column, text);
  });
  for (let index = 0; index < MEETINGS; index++)
    [`CX-${index}`, "产销协调会", day(index * 7), "已分发"].forEach((value, column) => {
      meetings.setValue(index + 1, column, value);
    });
  const actions = workbook.addSheet(nameIn("zh-CN", tableOf("actions")));
  ["任务编号", "任务描述", "责任部门", "责任人", "完成时限", "状态"].forEach((text, column) => {
    actions.setValue(0, column, text);
  });
  for (let index = 0; index < ACTIONS; index++)
    [`A-${index}`, `任务 ${index}`, `${index % 9}车间`, "王强", day(index), index % 3 === 0 ? "进行中" : "已完成"].forEach(
      (value, column) => {
        actions.setValue(index + 1, column, value);
      },
    );
  return workbook;
}

describe(`${ACTIONS} actions and ${MEETINGS} meetings in Excel`, () => {
  it("cost the dashboard four round trips, and one more for each further request that what it writes fills", async () => {
    const { host, bridge } = openExcel(tenYears());
    const refresh = async (day: number): Promise<{ readonly syncs: number; readonly bytes: number }> => {
      const before = bridge.syncs;
      const outcome = await run(host, commandById("refresh-dashboard") ?? expect.fail("There is no such command."), {}, contextOn(day));
      expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(outcome.edits).toBeGreaterThan(10);
      // To survey, to read and to look come first.
      return { syncs: bridge.syncs - before, bytes: bridge.bytes.slice(before + 3).reduce((sum, bytes) => sum + bytes, 0) };
    };
    const first = await refresh(date(2026, 11, 18));
    expect(first.syncs).toBeLessThanOrEqual(3 + Math.ceil(first.bytes / FILLED));
  });
});
