import { beforeEach, describe, expect, it } from "vitest";
import type { Planner } from "../journey/planner.ts";
import { codes, NEXT, openedSample, plannedSample, reported, told } from "../support/office-work.ts";

const proposal = {
  name: "轴承断料协调会",
  date: "2026-11-26",
  start: "10:00",
  minutes: 30,
  place: "一车间",
  trigger: "生产异常",
  reason: "6205 轴承断料，B 线明日停线",
  proposer: "方静",
  department: "采购部",
};
const PROPOSAL = "提议-20261126-1";
const CONFIRMED = "CX-2026-W48-2";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
});

describe("三(一)2 临时会议由部门提议，组织部门确认后召集", () => {
  it("提议登记提议人、部门、起因和事由，只有提议编号；存盘后仍在", async () => {
    planner = await openedSample();
    const outcome = await planner.run("propose-meeting", proposal);
    expect(reported(outcome)).toEqual([`已提议临时会议 ${PROPOSAL}（2026-11-26），等待 运营管理部 确认。`]);
    expect(await planner.reopen().row("meetings", PROPOSAL)).toMatchObject({
      state: "proposed",
      kind: "adHoc",
      trigger: "production",
      proposedBy: "方静",
      proposingDepartment: "采购部",
      reason: proposal.reason,
      start: "10:00",
      end: "10:30",
    });
  });

  it.each(["name", "date", "start", "minutes", "place", "trigger", "reason"])("缺少 %s 不能提议", async (field) => {
    const outcome = await planner.run("propose-meeting", { ...proposal, [field]: "" });
    expect(outcome.problems).toEqual([expect.objectContaining({ code: "input-missing", params: expect.objectContaining({ field }) })]);
  });

  it("没有提议人和部门时用操作者的；操作者也不知道是谁就指出", async () => {
    await planner.run("propose-meeting", { ...proposal, proposer: "", department: "" });
    expect(await planner.row("meetings", PROPOSAL)).toMatchObject({ proposedBy: "顾婷", proposingDepartment: "运营管理部" });
    planner.user = { name: "", department: "" };
    const outcome = await planner.run("propose-meeting", { ...proposal, name: "另一个会", proposer: "", department: "" });
    expect(codes(outcome, "error")).toEqual(["input-missing", "input-missing"]);
  });

  it("起因可以用常见说法填写", async () => {
    await planner.run("propose-meeting", { ...proposal, trigger: "设备故障" });
    expect((await planner.row("meetings", PROPOSAL)).trigger).toBe("production");
  });

  it("同一提议提两次只登记一次", async () => {
    await planner.run("propose-meeting", proposal);
    const again = await planner.run("propose-meeting", proposal);
    expect([again.edits, reported(again)[0]]).toEqual([0, `这次会议已经提议过，编号 ${PROPOSAL}。`]);
  });

  it("确认后在原来那一行得到会议编号，记录时限按工作日算", async () => {
    planner = await openedSample();
    await planner.run("propose-meeting", proposal);
    const before = await planner.rows("meetings");
    await planner.run("confirm-meeting", { meeting: PROPOSAL, chair: "周明远", recorder: "林晓彤" });
    const after = await planner.reopen().rows("meetings");
    expect(after).toHaveLength(before.length);
    expect(after.findIndex(({ no }) => no === CONFIRMED)).toBe(before.findIndex(({ no }) => no === PROPOSAL));
    expect(after.at(-1)).toMatchObject({ state: "planned", proposalNo: PROPOSAL, minutesDue: "2026-11-27", chair: "周明远" });
  });

  it("确认两次不会再编号，用提议编号也找得到", async () => {
    await planner.run("propose-meeting", proposal);
    await planner.run("confirm-meeting", { meeting: PROPOSAL });
    const again = await planner.run("confirm-meeting", { meeting: PROPOSAL });
    expect([again.edits, reported(again)]).toEqual([0, [`提议 ${PROPOSAL} 已确认为会议 ${CONFIRMED}，未再编号。`]]);
  });

  it("为提议提报的议题在确认后归到会议编号下，自己的编号不变", async () => {
    await planner.run("propose-meeting", proposal);
    await planner.run("propose-topic", { topic: "空运轴承", meeting: PROPOSAL, department: "采购部" });
    await planner.run("confirm-meeting", { meeting: PROPOSAL });
    expect(await planner.row("topics", "议题-20261122-1")).toMatchObject({ meeting: CONFIRMED, topic: "空运轴承" });
  });

  it("不同意须写理由，保留提议编号，之后不能再确认", async () => {
    await planner.run("propose-meeting", proposal);
    expect(codes(await planner.run("decline-meeting", { meeting: PROPOSAL }))).toEqual(["input-missing"]);
    await planner.run("decline-meeting", { meeting: PROPOSAL, reason: "例会上一并讨论" });
    expect(await planner.row("meetings", PROPOSAL)).toMatchObject({ state: "declined", decisionReason: "例会上一并讨论" });
    expect(codes(await planner.run("confirm-meeting", { meeting: PROPOSAL }))).toEqual(["meeting-called-off"]);
    const again = await planner.run("propose-meeting", proposal);
    expect(reported(again)[0]).toContain("提议-20261126-2");
  });

  it("与例会同日、不是工作日都会提醒，会议仍保留", async () => {
    const sameDay = await planner.run("propose-meeting", { ...proposal, date: "2026-11-25" });
    expect(told(sameDay, "same-day-meeting")[0]).toContain(`2026-11-25 另有会议 ${NEXT}（产销协调例会 09:30）`);
    const dayOff = await planner.run("propose-meeting", { ...proposal, date: "2026-11-28" });
    expect(told(dayOff, "meeting-on-day-off")[0]).toContain("2026-11-28 不是工作日");
    expect((await planner.rows("meetings")).filter(({ state }) => state === "proposed")).toHaveLength(2);
  });

  it("未确认的提议不算下次会议，也不能生成记录", async () => {
    await planner.run("propose-meeting", { ...proposal, date: "2026-11-23" });
    expect(reported(await planner.run("prepare-meeting"))[0]).toContain(NEXT);
    expect(codes(await planner.run("generate-minutes", { meeting: "提议-20261123-1" }))).toEqual(["meeting-not-confirmed"]);
    expect(codes(await planner.run("prepare-meeting", { meeting: "提议-20261123-1" }))).toEqual(["meeting-not-confirmed"]);
  });
});

describe("会议取消与改期", () => {
  it("取消须写理由；例会当期不再重排，编号不再使用", async () => {
    const outcome = await planner.run("cancel-meeting", { meeting: NEXT, reason: "盘点周，不开会" });
    expect(outcome.problems).toEqual([]);
    expect(await planner.row("meetings", NEXT)).toMatchObject({
      state: "cancelled",
      decisionReason: "盘点周，不开会",
      seriesDate: "2026-11-25",
    });
    const again = await planner.run("plan-meetings");
    expect(reported(again)).toEqual(["没有需要新排的会议。"]);
    await planner.run("propose-meeting", proposal);
    await planner.run("confirm-meeting", { meeting: PROPOSAL });
    expect((await planner.row("meetings", CONFIRMED)).state).toBe("planned");
  });

  it("取消的会议不算下次会议", async () => {
    await planner.run("cancel-meeting", { meeting: NEXT, reason: "盘点周" });
    expect(reported(await planner.run("prepare-meeting"))[0]).toContain("CX-2026-W49-1");
    expect(codes(await planner.run("generate-minutes", { meeting: NEXT }))).toEqual(["meeting-not-held"]);
  });

  it("改期保留编号和时长，记录时限随之改，例会原定日期不再重排", async () => {
    await planner.run("move-meeting", { meeting: NEXT, date: "2026-11-27", start: "14:00", reason: "客户来访" });
    expect(await planner.row("meetings", NEXT)).toMatchObject({
      date: "2026-11-27",
      start: "14:00",
      end: "15:30",
      minutesDue: "2026-11-30",
      seriesDate: "2026-11-25",
      decisionReason: "客户来访",
    });
    expect((await planner.run("plan-meetings")).edits).toBe(0);
  });

  it("已发通知的会议改期后要再发一次；再次改到同一时间不再改动", async () => {
    await planner.edit("meetings", NEXT, "state", "已通知");
    const moved = await planner.run("move-meeting", { meeting: NEXT, date: "2026-11-27", reason: "客户来访" });
    expect(reported(moved)[1]).toContain("需再发一次改期通知");
    expect((await planner.row("meetings", NEXT)).state).toBe("planned");
    await planner.edit("meetings", NEXT, "state", "已通知");
    const again = await planner.run("move-meeting", { meeting: NEXT, date: "2026-11-27", reason: "客户来访" });
    expect([again.edits, (await planner.row("meetings", NEXT)).state]).toEqual([0, "noticed"]);
  });

  it("已召开的会议不能取消或改期", async () => {
    expect(codes(await planner.run("cancel-meeting", { meeting: "CX-2026-W47-1", reason: "错" }))).toEqual(["meeting-already-held"]);
    expect(codes(await planner.run("move-meeting", { meeting: "CX-2026-W47-1", date: "2026-11-27", reason: "错" }))).toEqual([
      "meeting-already-held",
    ]);
  });
});
