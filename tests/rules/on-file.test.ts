import { beforeEach, describe, expect, it } from "vitest";
import { signInColumn } from "../../core/meeting/signin-form.ts";
import { Planner, savedSample, serial } from "../journey/planner.ts";
import { signInOf, signInRows } from "../support/convening.ts";
import { DUE, fillIn, HELD, MEETING } from "../support/filed-meeting.ts";
import { AFTER, codes, NEXT, openedSample, reported, rowsOfMeeting, told } from "../support/office-work.ts";

const TOPIC = { topic: "外贸船期", meeting: NEXT, department: "销售部" };

/** Every text of a sheet. */
function textOf(planner: Planner, sheet: string): string {
  return [...planner.sheet(sheet).cells.values()].flatMap((line) => [...line.values()].map(({ value }) => String(value ?? ""))).join("\n");
}

describe("会前：命令作用于存盘的工作簿，存盘再打开后查看", () => {
  let planner: Planner;

  beforeEach(async () => {
    planner = await openedSample();
  });

  it("二(一) 别的部门代办的理由和代办人留在日志里", async () => {
    planner.user = { name: "陈立新", department: "销售部" };
    await planner.run("cancel-meeting", { meeting: AFTER, reason: "盘点周", onBehalf: "运营管理部外出审核" });
    const log = await planner.reopen().rows("log");
    expect(log.at(-1)).toMatchObject({
      user: "陈立新",
      note: expect.stringContaining("销售部 陈立新 代 运营管理部 办理：运营管理部外出审核"),
    });
  });

  it("二(二)2 议题邀请的人只在那一次会议的签到表上", async () => {
    await planner.run("propose-topic", { ...TOPIC, invite: "郑宇航" });
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "上会" }] });
    for (const meeting of [NEXT, AFTER]) {
      await planner.run("prepare-meeting", { meeting });
      await planner.run("make-sign-in", { meeting });
    }
    planner.reopen();
    const names = (meeting: string): unknown[] => {
      const sheet = signInOf(planner.workbook.sheets, meeting) ?? expect.fail(`no sign-in of ${meeting}`);
      return signInRows(sheet).map((row) => sheet.cell(row, signInColumn("name"))?.value);
    };
    expect(names(NEXT)).toContain("郑宇航");
    expect(names(AFTER)).not.toContain("郑宇航");
  });

  it("二(三) 没有主持人和记录人的会议发不出通知", async () => {
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
    const outcome = await planner.reopen().run("send-notice", { meeting: "CX-2026-W48-2" });
    expect([codes(outcome), outcome.edits]).toEqual([["chair-missing", "recorder-missing"], 0]);
  });

  it("五1 请假、报备和授权代表记在签到里，代表计入应到部门", async () => {
    await planner.run("prepare-meeting");
    await planner.run("request-leave", { name: "陈立新", reason: "出差", delegate: "郑宇航" });
    const rows = await rowsOfMeeting(planner.reopen(), "attendance", NEXT);
    const leave = { status: "leave", noticeGiven: true, reason: "出差", delegate: "郑宇航" };
    expect(rows.find(({ name }) => name === "陈立新")).toMatchObject(leave);
    const notice = await planner.run("send-notice", { meeting: NEXT });
    expect(reported(notice)[0]).toContain("发给 10 人");
  });

  it("五2-3 会议纪律按设置印在通知上", async () => {
    await planner.run("change-settings", { items: [{ setting: "conduct", value: "=手机静音，先讲结论" }] });
    await planner.reopen().run("send-notice", { meeting: NEXT });
    expect(textOf(planner.reopen(), `会议通知 ${NEXT}`)).toContain("=手机静音，先讲结论");
  });

  it("三(一)1 例会遇国庆顺延到 10 月 8 日，再排不重复", async () => {
    const blank = Planner.blank("zh-CN", "2026-09-21");
    await blank.run("set-up-workbook");
    await blank.run("save-series", { name: "周会", cycle: "每周", weekday: "周五", start: "09:00", minutes: 60 });
    await blank.reopen().run("plan-meetings", { until: "2026-10-17" });
    // Friday 25 September is Mid-autumn, moved to Monday; Friday 2 October is moved to Thursday the 8th; Saturday the 10th is worked.
    const dates = (await blank.reopen().rows("meetings")).map(({ date, minutesDue }) => `${date} ${minutesDue}`);
    expect(dates).toEqual(["2026-09-28 2026-09-29", "2026-10-08 2026-10-09", "2026-10-09 2026-10-10", "2026-10-16 2026-10-19"]);
    expect((await blank.run("plan-meetings", { until: "2026-10-17" })).edits).toBe(0);
  });
});

describe("会中和会后：命令作用于存盘的工作簿，存盘再打开后查看", () => {
  let planner: Planner;

  beforeEach(async () => {
    planner = Planner.open(await savedSample()).on(HELD);
  });

  it("三(三)1-2 记录表各节按次序，第一节是全部未结事项", async () => {
    const minutes = planner.minutes(MEETING);
    const sections = minutes.rows("").flatMap((row) => /^(\w+)#$/.exec(minutes.marker(row))?.[1] ?? []);
    expect(sections).toEqual(["review", "sales", "production", "balance", "topics", "actions", "open", "next"]);
    const open = [...(await planner.rows("resolutions")), ...(await planner.rows("actions"))].filter(
      ({ status }) => !["done", "verified", "cancelled", "split"].includes(String(status)),
    );
    expect(
      minutes
        .rows("review:")
        .map((row) => minutes.marker(row).slice("review:".length))
        .sort(),
    ).toEqual(open.map(({ no }) => no).sort());
  });

  it("三(三)3 讨论概要原样记下，以等号开头的也是文字", async () => {
    const minutes = planner.minutes(MEETING);
    const discussion = "=产能 92%：\n销售端要求 W50 交 120 台";
    const row = minutes.spare("topics");
    minutes.type("topics", row, {
      topic: "排产",
      discussion,
      resolution: "增排 120 台",
      kind: "决议",
      owner: "顾婷",
      due: serial("2026-12-04"),
    });
    await planner.reopen().record();
    const topic = (await planner.reopen().rows("topics")).find((each) => each.topic === "排产");
    expect(topic).toMatchObject({ meeting: MEETING, status: "resolved", discussion });
  });

  it("三(三)4 没有责任人或时限的决议指出单元格，改正后才入账；未决的写明后续办法", async () => {
    const minutes = planner.minutes(MEETING);
    const [first, second] = [minutes.spare("topics"), minutes.spare("topics", 1)];
    minutes.type("topics", first, { topic: "备货", resolution: "备足库存 600 台" });
    const wayOn = { resolution: "向客户确认包装样稿", kind: "未决", owner: "何佳", due: serial("2026-12-02") };
    minutes.type("topics", second, { topic: "包装", ...wayOn });
    const { problems } = await planner.reopen().record();
    const at = (field: string): string => minutes.address("topics", first, field);
    expect(problems).toEqual(expect.arrayContaining([`error owner-missing ${at("owner")}`, `error due-missing ${at("due")}`]));
    const before = (await planner.rows("resolutions")).filter(({ meeting }) => meeting === MEETING);
    expect(before).toEqual([]);
    planner.minutes(MEETING).type("topics", first, { owner: "方静", due: serial("2026-12-01") });
    await planner.record();
    planner.reopen();
    expect((await planner.rows("resolutions")).filter(({ meeting }) => meeting === MEETING)).toMatchObject([
      { task: "备足库存 600 台", owner: "方静" },
    ]);
    const question = { question: "包装", nextStep: "向客户确认包装样稿", owner: "何佳", answerBy: "2026-12-02", status: "open" };
    expect((await planner.rows("openQuestions")).filter(({ meeting }) => meeting === MEETING)).toMatchObject([question]);
  });

  it("三(四)1 决议的内容、责任人、时限入账，编号不变", async () => {
    fillIn(planner);
    await planner.reopen().record();
    const resolution = { task: "W50 增排 120 台", owner: "顾婷", due: "2026-12-04", meeting: MEETING, status: "assigned" };
    expect(await planner.reopen().row("resolutions", `${MEETING}-R1`)).toMatchObject(resolution);
    const { outcome } = await planner.record();
    expect(reported(outcome)[0]).toContain("没有新的决议、待办");
    expect(await planner.reopen().row("resolutions", `${MEETING}-R1`)).toMatchObject(resolution);
  });

  it("四(一)2-5 议题、决议、待办和未解决问题各在自己的台账里", async () => {
    fillIn(planner);
    const minutes = planner.minutes(MEETING);
    const question = { question: "是否开第二班", nextStep: "测算人工", responsible: "唐慧", answerBy: serial("2026-12-02") };
    minutes.type("open", minutes.spare("open"), question);
    await planner.reopen().record();
    planner.reopen();
    const own = async (table: "topics" | "resolutions" | "actions" | "openQuestions") =>
      (await planner.rows(table)).filter(({ meeting }) => meeting === MEETING);
    expect((await own("topics")).map(({ status }) => status)).toContain("resolved");
    expect((await own("resolutions")).length).toBeGreaterThan(0);
    expect(await own("actions")).toMatchObject([{ no: `${MEETING}-A1`, task: "提交报价 2 份", owner: "何佳", due: "2026-11-30" }]);
    expect(await own("openQuestions")).toMatchObject([{ question: "是否开第二班", nextStep: "测算人工", owner: "唐慧", status: "open" }]);
  });

  it("四(二) 晚一个工作日分发会提醒；名单、状态和日期存在文件里", async () => {
    fillIn(planner);
    await planner.record();
    await planner.reopen().on(DUE).run("approve-minutes", { meeting: MEETING });
    const late = await planner.reopen().on("2026-11-27").run("distribute-minutes", { meeting: MEETING });
    expect(told(late, "minutes-sent-late")).toEqual([expect.stringContaining("1 个工作日")]);
    planner.reopen();
    expect(await planner.row("meetings", MEETING)).toMatchObject({ state: "distributed", approvedOn: DUE, distributedOn: "2026-11-27" });
    const roles = (await planner.rows("distribution")).filter(({ meeting, document }) => meeting === MEETING && document === "minutes");
    expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(["参会人员", "授权代表", "缺席人员", "决策层"]));
  });

  it("四(三) 归档的编号和指纹存在文件里，改动过的核对得出", async () => {
    fillIn(planner);
    await planner.record();
    for (const id of ["approve-minutes", "distribute-minutes", "archive-meeting"]) await planner.on(DUE).run(id, { meeting: MEETING });
    planner.reopen();
    const [filed] = (await planner.rows("archive")).filter(({ meeting }) => meeting === MEETING);
    expect(filed).toMatchObject({ no: "CX-DA-2026-001", kind: "minutes", filedOn: DUE });
    expect((await planner.row("meetings", MEETING)).archiveNo).toBe("CX-DA-2026-001");
    expect(codes(await planner.run("verify-archive", { meeting: MEETING }))).toEqual([]);
    planner.minutes(MEETING).head("place", "别处");
    expect(codes(await planner.reopen().run("verify-archive", { meeting: MEETING }))).toEqual(["sealed-cell-changed"]);
  });

  it("五4 延期不改原时限：按新时限完成的仍算逾期完成", async () => {
    const minutes = planner.minutes(MEETING);
    const marker = "review:CX-2026-W47-1-A3";
    const due = String((await planner.row("actions", "CX-2026-W47-1-A3")).due);
    minutes.type("review", minutes.row(marker), { reason: "缺料", newDue: serial("2026-12-11") });
    await planner.reopen().record();
    planner.reopen();
    const postponed = { status: "postponed", due: "2026-12-11", firstDue: due, postponed: 1 };
    expect(await planner.row("actions", "CX-2026-W47-1-A3")).toMatchObject(postponed);
    await planner.edit("actions", "CX-2026-W47-1-A3", "status", "已完成");
    await planner.edit("actions", "CX-2026-W47-1-A3", "doneOn", serial("2026-12-10"));
    await planner.reopen().on("2026-12-10").run("refresh-tracking");
    expect(await planner.reopen().row("actions", "CX-2026-W47-1-A3")).toMatchObject({ light: "doneLate", firstDue: due });
  });
});
