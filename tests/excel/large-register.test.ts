import { beforeAll, describe, expect, it } from "vitest";
import { commandById, nameIn, run, tableOf, toSerial } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { contextOn, date } from "../support/registers.ts";

const ACTIONS = 5000;
const MEETINGS = 500;
/** Law 7: one round trip more for each of these, each way. */
const FURTHER = 4_000_000;

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

interface Trips {
  readonly edits: number;
  /** The bytes of each round trip, each way. */
  readonly sent: readonly number[];
  readonly answered: readonly number[];
}

describe(`${ACTIONS} actions and ${MEETINGS} meetings in Excel cost four round trips, and one more for each further 4 MB`, () => {
  const trips = new Map<string, Trips>();

  async function refresh(named: string, { host, bridge }: OpenedExcel, id: string, day: number): Promise<void> {
    const before = bridge.syncs;
    const outcome = await run(host, commandById(id) ?? expect.fail("There is no such command."), {}, contextOn(day));
    expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    trips.set(named, { edits: outcome.edits, sent: bridge.bytes.slice(before), answered: bridge.answered.slice(before) });
  }

  beforeAll(async () => {
    const workbook = tenYears();
    const excel = openExcel(workbook);
    const [today, tomorrow] = [date(2026, 11, 18), date(2026, 11, 19)];
    await refresh("the first dashboard", excel, "refresh-dashboard", today);
    await refresh("the first tracking", excel, "refresh-tracking", today);
    await refresh("the dashboard of what is tracked", excel, "refresh-dashboard", today);
    await refresh("the same tracking again", excel, "refresh-tracking", today);
    await refresh("the same dashboard again", excel, "refresh-dashboard", today);
    await refresh("the next day's dashboard", excel, "refresh-dashboard", tomorrow);
    await refresh("the next day's tracking", excel, "refresh-tracking", tomorrow);
    await refresh("a pane that was just opened", openExcel(workbook), "refresh-tracking", tomorrow);
    await refresh("the first tracking of another list", openExcel(tenYears()), "refresh-tracking", today);
  }, 240_000);

  it.each([
    ["the first dashboard", true],
    ["the first tracking", true],
    ["the dashboard of what is tracked", true],
    ["the same tracking again", false],
    ["the same dashboard again", false],
    ["the next day's dashboard", true],
    ["the next day's tracking", true],
    ["a pane that was just opened", false],
    ["the first tracking of another list", true],
  ])("for %s", (named, writes) => {
    const { edits, sent, answered } = trips.get(named) ?? expect.fail("It did not run.");
    expect(edits > 0).toBe(writes);
    const further = [sent, answered].map((bytes) => Math.floor(bytes.reduce((sum, each) => sum + each, 0) / FURTHER));
    const told = sent.map((bytes, index) => `${bytes}/${answered[index]}`).join(" ");
    expect(sent.length, told).toBeLessThanOrEqual((writes ? 4 : 2) + further.reduce((sum, each) => sum + each, 0));
  });
});
