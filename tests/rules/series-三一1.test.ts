import { beforeAll, describe, expect, it } from "vitest";
import { say } from "../../core/index.ts";
import { Planner, serial } from "../journey/planner.ts";

let empty: Planner;

beforeAll(async () => {
  empty = Planner.blank("zh-CN", "2026-11-22");
  await empty.run("set-up-workbook");
});

const COLUMNS = [
  "name",
  "cycle",
  "weekday",
  "nth",
  "monthDay",
  "from",
  "start",
  "minutes",
  "place",
  "chair",
  "recorder",
  "departments",
  "holiday",
];

/** Plans one series. @returns the dates of its meetings, and what was said, as codes and as sentences */
async function plan(
  series: Record<string, string | number>,
  from: string,
  until: string,
): Promise<{ dates: unknown[]; report: string[]; said: string[]; problems: string[] }> {
  const planner = empty.copy();
  const sheet = planner.sheet("例会");
  for (const [field, value] of Object.entries({ name: "产销例会", ...series })) sheet.setValue(1, COLUMNS.indexOf(field), value);
  const outcome = await planner.on(from).run("plan-meetings", { until });
  return {
    dates: (await planner.rows("meetings")).map(({ date }) => date),
    report: outcome.report.map(({ code }) => code),
    said: outcome.report.map(({ code, params }) => say("zh-CN", code, params)),
    problems: outcome.problems.map(({ code, params }) => `${code} ${params.year ?? ""}`.trim()),
  };
}

describe("三(一)1 例会有固定周期", () => {
  it("每周", async () => {
    expect((await plan({ cycle: "每周", weekday: "周三" }, "2026-11-01", "2026-11-30")).dates).toEqual([
      "2026-11-04",
      "2026-11-11",
      "2026-11-18",
      "2026-11-25",
    ]);
  });

  it("每两周，从起始日期数起", async () => {
    const { dates } = await plan({ cycle: "每两周", weekday: "周三", from: serial("2026-11-11") }, "2026-11-01", "2026-12-10");
    expect(dates).toEqual(["2026-11-11", "2026-11-25", "2026-12-09"]);
  });

  it("每月按日期，短月取月末", async () => {
    const { dates } = await plan({ cycle: "每月按日期", monthDay: 31 }, "2026-11-01", "2026-12-31");
    expect(dates).toEqual(["2026-11-30", "2026-12-31"]);
  });

  it("每月按第几个星期几", async () => {
    const { dates } = await plan({ cycle: "每月按星期", nth: 2, weekday: "周四" }, "2026-11-01", "2026-12-31");
    expect(dates).toEqual(["2026-11-12", "2026-12-10"]);
    expect((await plan({ cycle: "每月按星期", nth: -1, weekday: "周五" }, "2026-11-01", "2026-12-31")).dates).toEqual([
      "2026-11-27",
      "2026-12-25",
    ]);
  });

  it.each([
    ["顺延到下一工作日", "2026-10-08"],
    ["提前到上一工作日", "2026-09-30"],
  ])("遇国庆假期：%s，并在结果中说明", async (holiday, moved) => {
    const { dates, report, said } = await plan({ cycle: "每周", weekday: "周四", holiday }, "2026-09-28", "2026-10-05");
    expect(dates).toEqual([moved]);
    expect(report).toEqual(["meeting-moved"]);
    expect(said[0]).toContain(`原定 2026-10-01 不是工作日，改为 ${moved}`);
  });

  it("遇国庆假期：取消当次，并在结果中说明", async () => {
    const { dates, said } = await plan({ cycle: "每周", weekday: "周四", holiday: "取消当次" }, "2026-09-28", "2026-10-05");
    expect(dates).toEqual([]);
    expect(said[0]).toBe("产销例会 2026-10-01 不是工作日，按设置取消当次。");
  });

  it("排定两次不会重复，调休上班日照常开会", async () => {
    const planner = empty.copy();
    const sheet = planner.sheet("例会");
    for (const [field, value] of Object.entries({ name: "产销例会", cycle: "每周", weekday: "周三" }))
      sheet.setValue(1, COLUMNS.indexOf(field), value);
    await planner.run("plan-meetings");
    const before = await planner.rows("meetings");
    const again = await planner.run("plan-meetings");
    expect([again.edits, await planner.rows("meetings")]).toEqual([0, before]);
  });

  it("放假安排未知的年份照周几推定，并说明", async () => {
    const { dates, problems } = await plan({ cycle: "每周", weekday: "周三" }, "2028-01-03", "2028-01-20");
    expect(dates).toEqual(["2028-01-05", "2028-01-12", "2028-01-19"]);
    expect(problems.some((text) => /^calendar-\w+ 2028$/.test(text))).toBe(true);
  });

  it.each([{ cycle: "每周" }, { cycle: "每两周", weekday: "周三" }, { cycle: "每月按日期", monthDay: 40 }, { cycle: "" }])(
    "资料不全的例会指出单元格：%j",
    async (series) => {
      const { dates, problems } = await plan(series, "2026-11-01", "2026-11-30");
      expect(dates).toEqual([]);
      expect(problems[0]).toMatch(/^series-incomplete/);
    },
  );
});
