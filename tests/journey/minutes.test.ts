import { describe, expect, it } from "vitest";
import { Planner, sampleWithMinutes, savedSample, serial } from "./planner.ts";

const NO = "CX-2026-W48-1";
const LATE = "CX-2026-W43-1-A2";

describe("a planner fills in the minutes of a saved file", () => {
  it("has every kind of row registered exactly, then nothing more", async () => {
    const planner = Planner.open(await savedSample());
    const minutes = planner.minutes();
    const review = minutes.row(`review:${LATE}`);
    minutes.type("review", review, { status: "已完成", result: "协议已签" });
    const topic = minutes.row("topics:CX-2026-W46-1-T4|");
    minutes.type("topics", topic, {
      discussion: "老版彩箱还剩 3,000 个",
      resolution: "12 月 10 日前用完老版彩箱 3,000 个",
      owner: "方静",
      due: serial("2026-12-10"),
    });
    const second = minutes.insertBelow(topic);
    minutes.type("topics", second, { resolution: "新版彩箱 11 月 30 日前打样 5 个" }, 1);
    minutes.type("topics", second, { department: "采购部", owner: "曹磊", due: "11月30日" });
    const fresh = minutes.spare("topics");
    minutes.type("topics", fresh, { topic: "年末盘点停线两天", resolution: "各线在 12 月 28 日前备足库存", kind: "共识" });
    const action = minutes.spare("actions");
    minutes.type("actions", action, {
      task: "提交 W50 加班人员名单 24 人",
      owner: "孙海涛",
      due: serial("2026-11-27"),
      doneWhen: "名单签字",
      confirmed: "是",
    });
    const open = minutes.spare("open");
    minutes.type("open", open, {
      question: "是否开第二班",
      nextStep: "财务部测算成本",
      responsible: "财务部/唐慧",
      answerBy: serial("2026-12-02"),
    });

    const saved = Planner.open(planner.bytes());
    const first = await saved.on("2026-11-25").record();
    expect(first.problems).toEqual(["warning question-unanswered L79", "warning question-unanswered L80"]);
    expect(first.outcome.report).toEqual([
      { code: "minutes-recorded", params: { no: NO, resolutions: 3, actions: 1, questions: 1, reviewed: 1 } },
    ]);
    expect((await saved.rows("resolutions")).filter(({ meeting }) => meeting === NO)).toEqual([
      resolution("R1", "CX-2026-W46-1-T4", "12 月 10 日前用完老版彩箱 3,000 个", "采购部", "方静", "2026-12-10"),
      resolution("R2", "CX-2026-W46-1-T4", "新版彩箱 11 月 30 日前打样 5 个", "采购部", "曹磊", "2026-11-30"),
      {
        ...resolution("R3", `${NO}-T1`, "各线在 12 月 28 日前备足库存", null, null, null),
        kind: "consensus",
        status: "done",
        lastStatus: "done",
        doneOn: "2026-11-25",
        light: "done",
      },
    ]);
    expect((await saved.rows("actions")).filter(({ meeting }) => meeting === NO)).toMatchObject([
      {
        no: `${NO}-A1`,
        task: "提交 W50 加班人员名单 24 人",
        owner: "孙海涛",
        due: "2026-11-27",
        doneWhen: "名单签字",
        status: "confirmed",
        confirmedOn: "2026-11-25",
        carried: 0,
        postponed: 0,
        firstDue: "2026-11-27",
        lastDue: "2026-11-27",
        lastStatus: "confirmed",
      },
    ]);
    expect((await saved.rows("openQuestions")).filter(({ meeting }) => meeting === NO)).toMatchObject([
      {
        no: `${NO}-Q1`,
        question: "是否开第二班",
        nextStep: "财务部测算成本",
        department: "财务部",
        owner: "唐慧",
        answerBy: "2026-12-02",
        status: "open",
      },
    ]);
    expect(await saved.row("actions", LATE)).toMatchObject({
      status: "done",
      result: "协议已签",
      doneOn: "2026-11-25",
      carried: 5,
      light: "doneLate",
    });
    expect(await saved.row("topics", "CX-2026-W46-1-T4")).toMatchObject({ status: "resolved", discussion: "老版彩箱还剩 3,000 个" });
    expect(await saved.row("topics", `${NO}-T1`)).toMatchObject({ meeting: NO, topic: "年末盘点停线两天", status: "resolved" });
    expect(await saved.row("meetings", NO)).toMatchObject({
      state: "recorded",
      recordedOn: "2026-11-25",
      expected: 8,
      present: 8,
      minutesDue: "2026-11-26",
    });
    const signed = (await saved.rows("attendance")).filter(({ meeting }) => meeting === NO);
    expect(signed.map(({ no, name, department, status, kind }) => [no, name, department, status, kind])).toEqual([
      [`${NO}-S1`, "周明远", "运营管理部", "present", "standing"],
      [`${NO}-S2`, "陈立新", "销售部", "present", "standing"],
      [`${NO}-S3`, "吴国强", "生产部", "present", "standing"],
      [`${NO}-S4`, "蒋文博", "研发部", "present", "standing"],
      [`${NO}-S5`, "方静", "采购部", "present", "standing"],
      [`${NO}-S6`, "许志华", "物流部", "present", "standing"],
      [`${NO}-S7`, "唐慧", "财务部", "present", "standing"],
      [`${NO}-S8`, "彭晓燕", "客服部", "present", "standing"],
    ]);

    saved.reopen();
    const again = await saved.record();
    expect([again.outcome.edits, again.problems]).toEqual([0, first.problems]);
  });

  it("adds only what is new when it is recorded again", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.type("actions", minutes.spare("actions"), { task: "发出订舱单 1 份", owner: "许志华", due: serial("2026-11-30") });
    await planner.record();
    minutes.type("actions", minutes.spare("actions"), { task: "提交检验报告 3 份", owner: "沈丽萍", due: serial("2026-12-01") });
    const { outcome } = await planner.record();
    expect(outcome.report).toMatchObject([{ code: "minutes-recorded", params: { actions: 1, resolutions: 0, questions: 0, reviewed: 0 } }]);
    const actions = (await planner.rows("actions")).filter(({ meeting }) => meeting === NO);
    expect(actions.map(({ no, task }) => [no, task])).toEqual([
      [`${NO}-A1`, "发出订舱单 1 份"],
      [`${NO}-A2`, "提交检验报告 3 份"],
    ]);
  });

  it("keeps everything typed when the minutes are generated again", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.type("sales", minutes.spare("sales"), { points: "海外订单增加一成" });
    minutes.type("actions", minutes.spare("actions"), { task: "写到一半" });
    const before = minutes.cells();
    const outcome = await planner.run("generate-minutes");
    expect(outcome.report).toMatchObject([{ code: "minutes-exist" }]);
    expect(outcome.edits).toBe(0);
    expect(minutes.cells()).toEqual(before);
  });

  it("changes nothing in a dry run", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.type("actions", minutes.spare("actions"), { task: "发出订舱单 1 份", owner: "许志华", due: serial("2026-11-30") });
    const before = minutes.cells();
    const outcome = await planner.run("record-minutes", {}, true);
    expect(outcome.changes).toBeGreaterThan(0);
    expect(minutes.cells()).toEqual(before);
    expect((await planner.rows("actions")).some(({ meeting }) => meeting === NO)).toBe(false);
  });

  it("finds rows by their hidden key wherever they were moved", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.type("actions", minutes.spare("actions"), { task: "发出订舱单 1 份", owner: "许志华", due: serial("2026-11-30") });
    minutes.type("actions", minutes.spare("actions", 1), { task: "提交检验报告 3 份", owner: "沈丽萍", due: serial("2026-11-30") });
    await planner.record();
    minutes.moveBelow(minutes.row(`actions:${NO}-A1`), minutes.row(`actions:${NO}-A2`));
    minutes.moveBelow(minutes.row(`review:${LATE}`), minutes.row("review:CX-2026-W47-1-R4"));
    minutes.type("actions", minutes.row(`actions:${NO}-A1`), { owner: "罗敏" });
    minutes.type("review", minutes.row(`review:${LATE}`), { status: "已完成" });
    const { outcome, problems } = await planner.record();
    expect(problems.filter((text) => !text.includes("question-unanswered"))).toEqual([
      "warning topic-without-outcome H63",
      "warning meeting-not-yet",
    ]);
    expect(outcome.report).toMatchObject([{ params: { actions: 0, reviewed: 1 } }]);
    expect(await planner.row("actions", `${NO}-A1`)).toMatchObject({ task: "发出订舱单 1 份", owner: "罗敏" });
    expect(await planner.row("actions", LATE)).toMatchObject({ status: "done" });
  });

  it("numbers a row that was copied with its hidden key as a new one", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    const row = minutes.spare("actions");
    minutes.type("actions", row, { task: "发出订舱单 1 份", owner: "许志华", due: serial("2026-11-30") });
    await planner.record();
    const copied = minutes.copyBelow(row, row);
    minutes.type("actions", copied, { task: "发出订舱单 2 份" });
    minutes.copyBelow(minutes.row(`review:${LATE}`), minutes.row("review:CX-2026-W47-1-R4"));
    const { outcome, problems } = await planner.record();
    expect(problems).toContain("warning review-copied D29");
    expect(outcome.report).toMatchObject([{ params: { actions: 1 } }]);
    const actions = (await planner.rows("actions")).filter(({ meeting }) => meeting === NO);
    expect(actions.map(({ no, task }) => [no, task])).toEqual([
      [`${NO}-A1`, "发出订舱单 1 份"],
      [`${NO}-A2`, "发出订舱单 2 份"],
    ]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });
});

function resolution(no: string, topic: string, task: string, department: string | null, owner: string | null, due: string | null) {
  return {
    no: `${NO}-${no}`,
    meeting: NO,
    topic,
    task,
    kind: "resolution",
    department,
    owner,
    due,
    status: "assigned",
    light: "onTrack",
    daysLate: null,
    result: null,
    support: null,
    doneWhen: null,
    assignedOn: "2026-11-25",
    confirmedOn: null,
    doneOn: null,
    evidence: null,
    verifiedBy: null,
    verifiedOn: null,
    reason: null,
    carried: 0,
    postponed: 0,
    escalation: null,
    escalationReason: null,
    reminders: null,
    progress: null,
    lastProgress: null,
    lastOwner: owner,
    firstDue: due,
    lastDue: due,
    lastStatus: "assigned",
  };
}
