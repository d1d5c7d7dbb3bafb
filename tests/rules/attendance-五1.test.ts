import { beforeEach, describe, expect, it } from "vitest";
import type { Planner } from "../journey/planner.ts";
import { codes, plannedSample, reported } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
});

const PERIOD = { from: "2026-10-01", until: "2026-11-30" };

function lines(book: Planner, name = "考勤统计"): (string | number | null)[][] {
  const sheet = book.sheet(name);
  const { rows, columns } = sheet.used();
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => (sheet.cell(row, column)?.value ?? null) as string | number | null),
  );
}

describe("五1 无故不得迟到、早退或缺席", () => {
  it("按人、按部门统计应到、实到、代理、迟到、早退、请假、缺席和两个率，只算开过的会", async () => {
    const outcome = await planner.run("attendance-statistics", PERIOD);
    expect(outcome.problems).toEqual([]);
    const said = lines(planner);
    expect(said[1]?.[0]).toBe("2026-10-01 至 2026-11-30，共 6 次会议");
    expect(said[2]).toEqual([
      "部门",
      "姓名",
      "应参会次数",
      "实到次数",
      "代理出席",
      "迟到",
      "早退",
      "请假",
      "无故缺席",
      "出席率",
      "准时率",
      "备注",
    ]);
    const attendance = (await planner.rows("attendance")).filter(({ name, kind }) => name === "唐慧" && kind !== "observer");
    const late = attendance.filter(({ status }) => status === "late").length;
    expect(late).toBeGreaterThan(0);
    const tang = said.find(([, name]) => name === "唐慧") ?? [];
    expect(tang.slice(2, 9)).toEqual([6, 6, 0, late, 0, 0, 0]);
    expect(tang[10]).toBeCloseTo((6 - late) / 6);
    const total = said.find(([name]) => name === "合计") ?? [];
    const people = said.slice(3, said.indexOf(total));
    for (let column = 2; column < 9; column++) expect(total[column]).toBe(people.reduce((sum, line) => sum + Number(line[column]), 0));
  });

  it("率和合计是活公式，可以核对；部门行按部门求和", async () => {
    await planner.run("attendance-statistics", PERIOD);
    const sheet = planner.sheet("考勤统计");
    expect(sheet.cell(3, 9)?.formula).toBe('IF(C4=0,"",(D4+E4)/C4)');
    expect(sheet.cell(3, 10)?.formula).toBe('IF(D4=0,"",(D4-F4)/D4)');
    const said = lines(planner);
    const row = said.findIndex(([department, n]) => department === "销售部" && typeof n === "number");
    expect(row).toBeGreaterThan(0);
    expect(sheet.cell(row, 2)?.formula).toMatch(/^SUMPRODUCT\(\(\$A\$4:\$A\$\d+=\$A\d+\)\*C\$4:C\$\d+\)$/);
  });

  it("代理是否计入由设置决定；积分默认不出现，打开后按设置的分数", async () => {
    await planner.run("attendance-statistics", PERIOD);
    const before = lines(planner);
    const represented =
      before.find((line, at) => at > 2 && typeof line[4] === "number" && line[4] > 0 && line[1] !== null) ?? expect.fail("nobody");
    expect(represented[9]).toBeCloseTo((Number(represented[3]) + Number(represented[4])) / Number(represented[2]));
    const items = [
      { setting: "代理出席计入出席率", value: "否" },
      { setting: "考勤积分", value: "是" },
      { setting: "扣分：迟到", value: "3" },
    ];
    await planner.run("change-settings", { items });
    await planner.run("attendance-statistics", PERIOD);
    const after = lines(planner);
    const same = after.find(([, name]) => name === represented[1]) ?? [];
    expect(same[9]).toBeCloseTo(Number(represented[3]) / Number(represented[2]));
    expect(after[2]?.[11]).toBe("积分");
    const tang = after.find(([, name]) => name === "唐慧") ?? [];
    expect(tang[11]).toBe(-3 * Number(tang[5]));
  });

  it("没有签到的期间也出一张空表；期间颠倒的拒绝；再统计不留旧行", async () => {
    expect(codes(await planner.run("attendance-statistics", { from: "2026-12-01", until: "2026-11-01" }))).toEqual(["period-reversed"]);
    await planner.run("attendance-statistics", PERIOD);
    const outcome = await planner.run("attendance-statistics", { from: "2025-01-01", until: "2025-02-01" });
    expect(reported(outcome)).toEqual(["考勤统计「考勤统计」：2025-01-01 至 2025-02-01，会议 0 次，0 人。"]);
    const said = lines(planner).filter((line) => line.some((value) => value !== null));
    expect(said.map(([first]) => first).slice(0, 4)).toEqual([
      "会议考勤统计表",
      "2025-01-01 至 2025-02-01，共 0 次会议",
      "部门",
      "这段时间没有已登记的会议签到。",
    ]);
    expect(said).toHaveLength(5);
    expect((await planner.run("attendance-statistics", { from: "2025-01-01", until: "2025-02-01" })).edits).toBe(0);
  });
});
