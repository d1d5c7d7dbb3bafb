import { beforeEach, describe, expect, it } from "vitest";
import type { Planner } from "../journey/planner.ts";
import { codes, NEXT, openedSample, plannedSample, reported, rowsOfMeeting, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
});

describe("二(一) 由组织部门统筹", () => {
  const proposal = {
    name: "插单协调会",
    date: "2026-11-24",
    start: "14:00",
    minutes: 45,
    place: "二楼 201",
    trigger: "市场变化",
    reason: "考尔德加单 950 台",
    proposer: "陈立新",
  };

  it("组织部门自己办理时没有提醒", async () => {
    await planner.run("propose-meeting", proposal);
    expect(codes(await planner.run("confirm-meeting", { meeting: "提议-20261124-1" }))).not.toContain("not-organiser");
  });

  it("其他部门代办会提醒，不会被拒绝", async () => {
    await planner.run("propose-meeting", proposal);
    planner.user = { name: "陈立新", department: "销售部" };
    const outcome = await planner.run("confirm-meeting", { meeting: "提议-20261124-1" });
    expect(told(outcome, "not-organiser")).toEqual(["此事由 运营管理部 办理；销售部 代办请写明代办理由。"]);
    expect(await planner.row("meetings", "CX-2026-W48-2")).toMatchObject({ state: "planned", proposalNo: "提议-20261124-1" });
  });

  it("代办理由记入日志，部门没有写明的按人员表认", async () => {
    await planner.run("propose-meeting", proposal);
    planner.user = { name: "陈立新", department: "" };
    const outcome = await planner.run("confirm-meeting", { meeting: "提议-20261124-1", onBehalf: "运营管理部外出审核" });
    expect(codes(outcome, "warning")).not.toContain("not-organiser");
    const log = (await planner.rows("log")).map(({ note }) => String(note));
    expect(log.at(-1)).toContain("销售部 陈立新 代 运营管理部 办理：运营管理部外出审核");
  });
});

describe("二(二)1 固定参会人员为各部门负责人或其授权代表", () => {
  it("应到名单由例会的固定部门推出：负责人，以及主持人和记录人；存盘后仍在", async () => {
    planner = await openedSample();
    const outcome = await planner.run("prepare-meeting");
    const rows = await rowsOfMeeting(planner.reopen(), "attendance", NEXT);
    expect(rows.map(({ name, kind, status }) => `${name} ${kind} ${status}`)).toEqual(
      ["周明远", "陈立新", "吴国强", "蒋文博", "方静", "许志华", "唐慧", "彭晓燕", "林晓彤"].map((name) => `${name} standing expected`),
    );
    expect(rows[1]).toMatchObject({ no: `${NEXT}-S2`, department: "销售部", title: "销售总监" });
    expect((await planner.row("meetings", NEXT)).expected).toBe(9);
    expect(reported(outcome)[0]).toContain("应到 9 人");
  });

  it("没有负责人的部门由授权代表参会；连授权代表也没有的，指出单元格", async () => {
    await planner.run("save-department", { name: "质量部", standing: true, side: "生产端" });
    await planner.run("save-series", { name: "产销协调例会", departments: "销售部、财务部、质量部、法务部" });
    const sheet = planner.sheet("部门");
    const rowOf = (name: string): number =>
      Array.from({ length: 20 }, (_, row) => row).find((row) => sheet.cell(row, 0)?.value === name) ?? -1;
    sheet.setValue(rowOf("销售部"), 1, null);
    const outcome = await planner.run("prepare-meeting");
    const names = (await rowsOfMeeting(planner, "attendance", NEXT)).map(({ name }) => name);
    expect(names).toEqual(["何佳", "唐慧", "周明远", "林晓彤"]);
    expect(told(outcome, "department-without-head")[0]).toMatch(/^部门!B10 「质量部」没有在职的负责人或授权代表/);
    expect(told(outcome, "department-by-delegate")[0]).toContain("由授权代表「何佳」参会");
    expect(told(outcome, "standing-department-unknown")[0]).toContain("「法务部」不在部门表中");
  });

  it("人员变动后再准备一次：补上新人，不删旧行，不再应到的指出", async () => {
    await planner.run("prepare-meeting");
    await planner.run("save-department", { name: "财务部", head: "顾婷" });
    const outcome = await planner.run("prepare-meeting");
    const names = (await rowsOfMeeting(planner, "attendance", NEXT)).map(({ name }) => name);
    expect(names.slice(-3)).toEqual(["彭晓燕", "林晓彤", "顾婷"]);
    expect(told(outcome, "no-longer-expected")[0]).toMatch(/^签到!D\d+ 「唐慧」在会议 CX-2026-W48-1 的签到表中，但已不是应到人员/);
  });
});

describe("二(二)2 临时参会人员由议题邀请", () => {
  it("只出现在那一次会议；决策层为列席，不计应到；写部门的请其负责人", async () => {
    await planner.run("propose-topic", { topic: "外贸船期", meeting: NEXT, department: "销售部", invite: "郑宇航、梁振邦、外协厂王工" });
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "上会" }] });
    const outcome = await planner.run("prepare-meeting");
    const rows = (await rowsOfMeeting(planner, "attendance", NEXT)).slice(-3);
    expect(rows.map(({ name, kind, department }) => [name, kind, department])).toEqual([
      ["郑宇航", "temporary", "销售部"],
      ["梁振邦", "observer", "运营管理部"],
      ["外协厂王工", "temporary", null],
    ]);
    expect((await planner.row("meetings", NEXT)).expected).toBe(11);
    expect(told(outcome, "person-unknown")[0]).toContain("「外协厂王工」不在人员表中");
    await planner.run("prepare-meeting", { meeting: "CX-2026-W49-1" });
    expect((await rowsOfMeeting(planner, "attendance", "CX-2026-W49-1")).map(({ kind }) => kind)).not.toContain("temporary");
  });

  it("没有上会的议题不邀请人", async () => {
    await planner.run("propose-topic", { topic: "外贸船期", meeting: NEXT, department: "销售部", invite: "郑宇航" });
    await planner.run("prepare-meeting");
    expect((await rowsOfMeeting(planner, "attendance", NEXT)).map(({ name }) => name)).not.toContain("郑宇航");
  });
});

describe("二(三) 每次会议有一名主持人和一名记录人，议程控制在会议时长内", () => {
  it("缺主持人、记录人的会议在准备时指出单元格", async () => {
    await planner.run("propose-meeting", {
      name: "缺料会",
      date: "2026-11-26",
      start: "10:00",
      minutes: 30,
      place: "现场",
      trigger: "生产异常",
      reason: "轴承断料",
      proposer: "方静",
    });
    await planner.run("confirm-meeting", { meeting: "提议-20261126-1" });
    const outcome = await planner.run("prepare-meeting", { meeting: "CX-2026-W48-2" });
    expect(told(outcome, "chair-missing")).toEqual([expect.stringMatching(/^会议台账!I\d+ 会议 CX-2026-W48-2 没有主持人/)]);
    expect(codes(outcome)).toContain("recorder-missing");
  });

  it("台账中空着的主持人、记录人和地点按例会补上", async () => {
    for (const field of ["chair", "recorder", "place"]) await planner.edit("meetings", NEXT, field, null);
    const outcome = await planner.run("prepare-meeting");
    expect(codes(outcome)).not.toContain("chair-missing");
    expect(await planner.row("meetings", NEXT)).toMatchObject({ chair: "周明远", recorder: "林晓彤", place: "办公楼二楼 201 会议室" });
  });

  it("主持人已离职会提醒", async () => {
    await planner.run("retire-person", { name: "周明远" });
    expect(told(await planner.run("prepare-meeting"), "person-has-left").join()).toContain("「周明远」已不在职");
  });

  it("议程超过会议时长会提醒超出多少分钟", async () => {
    await planner.run("propose-topic", { topic: "产能缺口", meeting: NEXT, department: "生产部", minutes: 60 });
    const outcome = await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "上会" }] });
    expect(told(outcome, "agenda-too-long")[0]).toContain("的议程共 115 分钟，比会议时长 90 分钟多 25 分钟");
  });
});
