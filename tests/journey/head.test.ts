import { describe, expect, it } from "vitest";
import { Planner, type Row, sampleWithMinutes, sentences, serial } from "./planner.ts";

const NO = "CX-2026-W48-1";

async function signed(planner: Planner): Promise<Row[]> {
  return (await planner.rows("attendance")).filter(({ meeting }) => meeting === NO);
}

describe("the head of the minutes", () => {
  it("goes to the register as it was typed over, before anything was recorded", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.head("chair", "梁振邦");
    minutes.head("place", "三楼大会议室");
    minutes.head("time", "9:40～11:20");
    minutes.head("date", "2026-11-26");
    const { problems } = await planner.on("2026-11-26").record();
    expect(problems).toEqual(["warning topic-without-outcome H63", "warning question-unanswered L78", "warning question-unanswered L79"]);
    const held = { chair: "梁振邦", place: "三楼大会议室", start: "09:40", end: "11:20", date: "2026-11-26", minutesDue: "2026-11-27" };
    expect(await planner.row("meetings", NO)).toMatchObject({ ...held, state: "recorded", recordedOn: "2026-11-26" });
    expect([minutes.head("time"), minutes.head("date")]).toEqual(["09:40-11:20", "2026-11-26（周四）"]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("follows the register, and asks where both were changed", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    await planner.edit("meetings", NO, "place", "三楼大会议室");
    await planner.edit("meetings", NO, "chair", "陈立新");
    minutes.head("chair", "梁振邦");
    const { problems } = await planner.record();
    expect(problems).toContain(`error both-changed ${minutes.headAddress("chair")}`);
    expect(minutes.head("place")).toBe("三楼大会议室");
    expect((await planner.record({ putBack: "head.chair" })).problems.filter((text) => text.startsWith("error"))).toEqual([]);
    expect(minutes.head("chair")).toBe("陈立新");
  });

  it("says a time that is none with its cell, and lacks of chair or recorder", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.head("time", "上午");
    expect((await planner.record()).problems).toContain(`error time-unreadable ${minutes.headAddress("time")}`);
    expect(await planner.row("meetings", NO)).toMatchObject({ start: "09:30", end: "11:00" });
  });

  it("signs in who came, who stood in, who was away and who was passing", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.head(
      "attendees",
      "运营管理部：周明远；销售部：何佳（代陈立新）；生产部：吴国强；采购部：方静；物流部：许志华；财务部：唐慧、李外",
    );
    minutes.head("absentees", "陈立新（销售部，出差，何佳）；蒋文博（研发部，病假）；彭晓燕");
    minutes.head("observers", "郑宇航");
    const { outcome, problems } = await planner.record();
    expect(problems.filter((text) => text.includes("attendee"))).toEqual([`warning attendee-unknown ${minutes.headAddress("attendees")}`]);
    expect(sentences(outcome, "zh-CN").some((text) => text.includes("李外"))).toBe(true);
    expect(
      (await signed(planner)).map(({ name, department, status, kind, reason, delegate, note }) => [
        name,
        department,
        status,
        kind,
        reason,
        delegate,
        note,
      ]),
    ).toEqual([
      ["周明远", "运营管理部", "present", "standing", null, null, null],
      ["何佳", "销售部", "present", "temporary", null, null, "代 陈立新 出席"],
      ["吴国强", "生产部", "present", "standing", null, null, null],
      ["方静", "采购部", "present", "standing", null, null, null],
      ["许志华", "物流部", "present", "standing", null, null, null],
      ["唐慧", "财务部", "present", "standing", null, null, null],
      ["李外", "财务部", "present", "temporary", null, null, null],
      ["郑宇航", "销售部", "present", "temporary", null, null, null],
      ["陈立新", "销售部", "leave", "standing", "出差", "何佳", null],
      ["蒋文博", "研发部", "leave", "standing", "病假", null, null],
      ["彭晓燕", "客服部", "absent", "standing", null, null, null],
    ]);
    expect(await planner.row("meetings", NO)).toMatchObject({ expected: 9, present: 7 });
    expect(minutes.head("counts")).toBe("应到 9 人，实到 7 人");
    minutes.head("attendees", "运营管理部：周明远");
    expect((await planner.record()).problems.filter((text) => text.includes("attendee-unlisted"))).toHaveLength(6);
  });
});

describe("a register with little in it", () => {
  it("after set-up only: minutes are made, filled and recorded without series or people", async () => {
    const planner = Planner.blank("zh-CN", "2026-11-22");
    await planner.run("set-up-workbook", { company: "某厂" });
    const made = await planner.run("generate-minutes");
    expect(made.problems).toEqual([]);
    const minutes = planner.minutes();
    expect(minutes.marker(0)).toBe("#minutes CX-2026-W48-1 2026-11-23");
    minutes.head("attendees", "销售部：张三；生产部：李四");
    minutes.type("actions", minutes.spare("actions"), { task: "提交报价 2 份", owner: "张三", due: serial("2026-11-27") });
    const { outcome, problems } = await planner.on("2026-11-23").record();
    expect(problems.filter((text) => !text.includes("head-missing"))).toEqual([]);
    expect(outcome.report).toMatchObject([{ code: "minutes-recorded", params: { actions: 1 } }]);
    expect(await planner.rows("actions")).toMatchObject([{ no: `${NO}-A1`, task: "提交报价 2 份", owner: "张三", status: "assigned" }]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("a planner's own workbook of meetings and actions: nothing of theirs is touched", async () => {
    const planner = Planner.blank("zh-CN", "2026-11-22");
    const meetings = planner.workbook.addSheet("会议", 0);
    const actions = planner.workbook.addSheet("待办", 1);
    ["会议编号", "会议名称", "会议日期", "主持人", "我的备注"].forEach((text, column) => {
      meetings.setValue(0, column, text);
    });
    ["CX-2026-W47-1", "产销会", serial("2026-11-18"), "老周", "别动"].forEach((value, column) => {
      meetings.setValue(1, column, value);
    });
    ["任务编号", "任务", "责任人", "截止日期", "状态"].forEach((text, column) => {
      actions.setValue(0, column, text);
    });
    ["CX-2026-W47-1-A1", "发货 30 台", "老李", serial("2026-11-20"), "进行中"].forEach((value, column) => {
      actions.setValue(1, column, value);
    });
    expect((await planner.run("generate-minutes")).problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const minutes = planner.minutes();
    const review = minutes.row("review:CX-2026-W47-1-A1");
    expect(minutes.said("review", review)).toMatchObject({ task: "发货 30 台", owner: "老李", status: "进行中" });
    minutes.type("review", review, { status: "已完成" });
    minutes.type("actions", minutes.spare("actions"), { task: "发货 50 台", owner: "老李", due: serial("2026-11-27") });
    const { problems } = await planner.on("2026-11-23").record();
    expect(problems.filter((text) => text.startsWith("error"))).toEqual([]);
    expect(await planner.rows("actions")).toMatchObject([
      { no: "CX-2026-W47-1-A1", status: "done" },
      { no: "CX-2026-W48-1-A1", task: "发货 50 台", owner: "老李", due: "2026-11-27" },
    ]);
    expect(meetings.cell(1, 4)?.value).toBe("别动");
    expect((await planner.record()).outcome.edits).toBe(0);
  });
});

it("keeps minutes in an English workbook", async () => {
  const planner = await sampleWithMinutes("en");
  const minutes = planner.minutes();
  expect(minutes.name).toBe("Minutes CX-2026-W48-1");
  const review = minutes.row("review:CX-2026-W47-1-A1");
  minutes.type("review", review, { status: "Done", result: "Made" });
  minutes.type("actions", minutes.spare("actions"), { task: "Send 3 quotes", owner: "Gu Ting", due: "2026-11-30", confirmed: "Yes" });
  minutes.type("actions", minutes.spare("actions", 1), { task: "Send 3 quotes", owner: "Gu Ting", due: "ASAP" });
  minutes.type("open", minutes.spare("open"), {
    question: "A second shift?",
    nextStep: "Ask for cost",
    responsible: "Finance / Tang Hui",
    answerBy: "2026-12-02",
  });
  minutes.head("time", "09:40-11:00");
  const { outcome } = await planner.on("2026-11-25").record();
  expect(sentences(outcome, "en")).toEqual([
    "Minutes CX-2026-W48-1!H63 Topic “New export carton f…” has neither a resolution nor an open question.",
    "Minutes CX-2026-W48-1!H71 “Send 3 quotes”: the due date “ASAP” is not definite; please write a date.",
    "Minutes CX-2026-W48-1!L78 Question “Whether BP-1100 may…” was to be answered by 2026-11-25; write its answer and close it, or set a new date.",
    "Minutes CX-2026-W48-1!L79 Question “Whether to limit ne…” was to be answered by 2026-11-24; write its answer and close it, or set a new date.",
  ]);
  expect((await planner.rows("actions")).filter(({ meeting }) => meeting === NO)).toMatchObject([
    { no: `${NO}-A1`, owner: "Gu Ting", due: "2026-11-30", status: "confirmed" },
  ]);
  expect(await planner.row("openQuestions", `${NO}-Q1`)).toMatchObject({ department: "Finance", owner: "Tang Hui" });
  expect(await planner.row("actions", "CX-2026-W47-1-A1")).toMatchObject({ status: "done", doneOn: "2026-11-25" });
  expect((await planner.record()).outcome.edits).toBe(0);
});
