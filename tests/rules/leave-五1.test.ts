import { beforeEach, describe, expect, it } from "vitest";
import type { Planner } from "../journey/planner.ts";
import { codes, NEXT, plannedSample, reported, rowsOfMeeting, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
  await planner.run("prepare-meeting");
});

async function leaveOf(name: string) {
  return (await rowsOfMeeting(planner, "attendance", NEXT)).find((row) => row.name === name);
}

describe("五1 请假须提前报备并安排授权代表", () => {
  it("请假登记原因、报备和授权代表，签到中仍是一行", async () => {
    const before = (await rowsOfMeeting(planner, "attendance", NEXT)).length;
    const outcome = await planner.run("request-leave", { name: "陈立新", reason: "出差德国", delegate: "郑宇航" });
    expect(await leaveOf("陈立新")).toMatchObject({ status: "leave", reason: "出差德国", noticeGiven: true, delegate: "郑宇航" });
    expect(await rowsOfMeeting(planner, "attendance", NEXT)).toHaveLength(before);
    expect(reported(outcome)).toEqual([`已登记「陈立新」对会议 ${NEXT} 的请假，由「郑宇航」代为参会。`]);
    expect(outcome.problems).toEqual([]);
  });

  it("没有写授权代表时用部门的授权代表；部门也没有的提醒", async () => {
    await planner.run("request-leave", { name: "吴国强", reason: "体检" });
    expect((await leaveOf("吴国强"))?.delegate).toBe("孙海涛");
    const outcome = await planner.run("request-leave", { name: "唐慧", reason: "报税" });
    expect(told(outcome, "leave-without-delegate")).toEqual(["「唐慧」请假没有安排授权代表，财务部 将无人参会。"]);
  });

  it("会议开始前请假算报备，开始后不算；以第一次请假为准", async () => {
    const late = await planner.on("2026-11-25").run("request-leave", { meeting: NEXT, name: "陈立新", reason: "堵车" });
    expect(codes(late)).toContain("leave-too-late");
    expect((await leaveOf("陈立新"))?.noticeGiven).toBe(false);
    await planner.on("2026-11-24").run("request-leave", { name: "方静", reason: "看样" });
    const again = await planner.on("2026-11-25").run("request-leave", { meeting: NEXT, name: "方静", reason: "看样" });
    expect([again.edits, (await leaveOf("方静"))?.noticeGiven]).toEqual([0, true]);
  });

  it("授权代表是本人的拒绝；别的部门的、也请了假的提醒", async () => {
    expect(codes(await planner.run("request-leave", { name: "陈立新", reason: "出差", delegate: "陈立新" }))).toEqual(["delegate-same"]);
    await planner.run("request-leave", { name: "唐慧", reason: "报税" });
    const outcome = await planner.run("request-leave", { name: "陈立新", reason: "出差", delegate: "唐慧" });
    expect(codes(outcome)).toEqual(["delegate-of-another", "delegate-on-leave"]);
  });

  it("主持人请假要另定主持人，指出单元格", async () => {
    const outcome = await planner.run("request-leave", { name: "周明远", reason: "出差" });
    expect(told(outcome, "chair-on-leave")[0]).toMatch(/^会议台账!I\d+ .*请另定主持人/);
  });

  it("不在应到名单的人请假照样登记并提醒", async () => {
    const outcome = await planner.run("request-leave", { name: "韩雪", reason: "培训", delegate: "蒋文博" });
    expect(codes(outcome)).toEqual(["leave-not-expected"]);
    expect((await leaveOf("韩雪"))?.kind).toBe("temporary");
  });
});
