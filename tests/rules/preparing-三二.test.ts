import { beforeEach, describe, expect, it } from "vitest";
import type { Planner } from "../journey/planner.ts";
import { AFTER, codes, NEXT, openedSample, plannedSample, reported, rowsOfMeeting, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
});

async function propose(topic: string, more: Record<string, unknown> = {}): Promise<void> {
  await planner.run("propose-topic", { topic, department: "生产部", ...more });
}

/** The topics of a meeting, by their order. */
async function agenda(meeting: string): Promise<string[]> {
  const rows = (await rowsOfMeeting(planner, "topics", meeting)).filter(({ status }) => status === "accepted");
  return rows.sort((a, b) => Number(a.order) - Number(b.order)).map(({ order, topic }) => `${order} ${topic}`);
}

describe("三(二)1 会前征集议题，与主持人商定议程", () => {
  it("为会议提报的议题编在会议之下；放入议题库的按日期编号，上会后编号不变", async () => {
    await propose("产能缺口", { meeting: NEXT });
    await propose("新品切换");
    expect((await planner.row("topics", `${NEXT}-T1`)).status).toBe("proposed");
    await planner.run("decide-topics", { meeting: NEXT, topics: [{ topic: "议题-20261122-1", decision: "上会" }] });
    expect(await planner.row("topics", "议题-20261122-1")).toMatchObject({ meeting: NEXT, status: "accepted" });
  });

  it("环节没有写的按提报部门所属端归入", async () => {
    await propose("订单变更", { department: "销售部" });
    await propose("成本", { department: "财务部" });
    expect([(await planner.row("topics", "议题-20261122-1")).section, (await planner.row("topics", "议题-20261122-2")).section]).toEqual([
      "sales",
      "other",
    ]);
  });

  it("上会的议题按标准顺序给顺序号，留出间隔；人改过的不动", async () => {
    await propose("其他事", { meeting: NEXT, section: "其他" });
    await propose("缺货", { meeting: NEXT, section: "供需平衡" });
    await propose("预测", { meeting: NEXT, section: "销售端" });
    await propose("插单", { meeting: NEXT, section: "销售端" });
    const topics = [1, 2, 3].map((n) => ({ topic: `${NEXT}-T${n}`, decision: "上会" }));
    await planner.run("decide-topics", { topics });
    await planner.edit("topics", `${NEXT}-T3`, "order", 150);
    await planner.run("decide-topics", { topics: [...topics, { topic: `${NEXT}-T4`, decision: "上会" }] });
    expect(await agenda(NEXT)).toEqual(["150 预测", "160 插单", "310 缺货", "410 其他事"]);
  });

  it("不上会须写理由；已有结论的议题不能再定", async () => {
    await propose("产能缺口", { meeting: NEXT });
    const declined = await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "不上会" }] });
    expect(told(declined, "decline-needs-reason")[0]).toContain("请在处理意见中写明理由");
    expect((await planner.row("topics", `${NEXT}-T1`)).status).toBe("proposed");
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "不上会", handling: "部门内解决" }] });
    expect(await planner.row("topics", `${NEXT}-T1`)).toMatchObject({ status: "declined", handling: "部门内解决" });
    const resolved = await planner.run("decide-topics", { topics: [{ topic: "CX-2026-W47-1-T1", decision: "上会" }] });
    expect(codes(resolved, "error")).toEqual(["topic-already-resolved"]);
  });

  it("等待确定的议题在准备会议时提醒，指出第一个的单元格", async () => {
    await propose("产能缺口");
    expect(told(await planner.run("prepare-meeting"), "topics-undecided")[0]).toMatch(
      /^议题!P\d+ 有 1 个议题等待确定是否上会（第一个：议题-20261122-1）/,
    );
  });

  it("暂缓的议题下次自己回来，结转次数加一，并写明结转自哪次会议", async () => {
    await propose("新品切换", { meeting: NEXT });
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "暂缓", handling: "样箱未到" }] });
    await planner.run("prepare-meeting");
    expect(await planner.row("topics", `${NEXT}-T1`)).toMatchObject({ meeting: NEXT, status: "deferred", carried: 0 });
    await planner.run("prepare-meeting", { meeting: AFTER });
    expect(await planner.row("topics", `${NEXT}-T1`)).toMatchObject({ meeting: AFTER, status: "accepted", carried: 1, carriedFrom: NEXT });
  });

  it("上次暂缓的议题和到期的未解决问题自动列入，再准备也不会重复", async () => {
    const outcome = await planner.run("prepare-meeting");
    const topics = await rowsOfMeeting(planner, "topics", NEXT);
    const deferred = topics.filter(({ carried }) => carried === 1);
    expect(deferred.map(({ topic, carriedFrom }) => `${topic} ${carriedFrom}`)).toEqual(["JD 系列出口彩箱改版 CX-2026-W46-1"]);
    const questions = topics.filter(({ source }) => source !== null);
    expect(questions.length).toBeGreaterThan(0);
    for (const { source, topic } of questions) {
      expect(await planner.row("openQuestions", String(source))).toMatchObject({ question: topic, status: "returned", returnedTo: NEXT });
    }
    expect(reported(outcome)[2]).toBe(`带回到期或未答复的问题 ${questions.length} 个。`);
    expect((await planner.run("prepare-meeting")).edits).toBe(0);
  });

  it("取消会议的议题转到下一次会议", async () => {
    await propose("产能缺口", { meeting: NEXT, minutes: 20 });
    await propose("待定的事", { meeting: NEXT });
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "上会" }] });
    const outcome = await planner.run("cancel-meeting", { meeting: NEXT, reason: "盘点周" });
    expect(reported(outcome)).toEqual([`会议 ${NEXT} 已取消，编号不再使用。`, "2 个议题转到下一次会议。"]);
    expect(await planner.row("topics", `${NEXT}-T1`)).toMatchObject({
      meeting: null,
      status: "deferred",
      handling: `会议 ${NEXT} 取消：盘点周`,
    });
    await planner.run("prepare-meeting");
    expect(await planner.row("topics", `${NEXT}-T1`)).toMatchObject({ meeting: AFTER, status: "accepted", carried: 1, carriedFrom: NEXT });
    expect(await planner.row("topics", `${NEXT}-T2`)).toMatchObject({ meeting: AFTER, status: "proposed" });
  });

  it("会议取消之外，人手工录入的议题在准备时得到编号", async () => {
    const sheet = planner.sheet("议题");
    const row = sheet.used().rows;
    const head = Array.from({ length: 30 }, (_, column) => sheet.cell(0, column)?.value);
    sheet.setValue(row, head.indexOf("议题"), "包装箱断货");
    sheet.setValue(row, head.indexOf("会议编号"), NEXT);
    const outcome = await planner.run("prepare-meeting");
    const typed = (await rowsOfMeeting(planner, "topics", NEXT)).find(({ topic }) => topic === "包装箱断货");
    expect(typed).toMatchObject({ no: expect.stringMatching(new RegExp(`^${NEXT}-T\\d+$`)), status: "proposed" });
    expect(reported(outcome)).toContain("为手工录入的 1 行补上了编号。");
  });
});

describe("三(二)2 各部门会前准备资料", () => {
  it("资料清单按模板列出，写明提供部门和会前一个工作日的时限；存盘后仍在", async () => {
    planner = await openedSample();
    await planner.run("prepare-meeting");
    const papers = await rowsOfMeeting(planner.reopen(), "papers", NEXT);
    expect(papers.map(({ paper, department }) => `${paper}:${department}`)).toEqual([
      "销售预测:销售部",
      "订单状况:销售部",
      "客户反馈与投诉:客服部",
      "生产计划及达成:生产部",
      "产能及瓶颈:生产部",
      "库存水平:物流部",
      "物料供应及欠料:采购部",
      "质量反馈:生产部",
      "新品与工程变更:研发部",
      "成本与资金占用:财务部",
    ]);
    expect(new Set(papers.map(({ due, status }) => `${due} ${status}`))).toEqual(new Set(["2026-11-24 awaited"]));
  });

  it("时限按设置的工作日数提前，随会议改期一起改；人改过的时限不动", async () => {
    await planner.run("change-settings", { items: [{ setting: "papersDays", value: "2" }] });
    await planner.run("prepare-meeting");
    await planner.edit("papers", `${NEXT}-P2`, "due", "2026-11-20");
    await planner.run("move-meeting", { meeting: NEXT, date: "2026-12-01", reason: "客户来访" });
    const papers = await rowsOfMeeting(planner, "papers", NEXT);
    expect(papers.slice(0, 3).map(({ due }) => due)).toEqual(["2026-11-27", "2026-11-20", "2026-11-27"]);
  });

  it("未交的按部门列出，过期的提醒", async () => {
    await planner.run("prepare-meeting");
    const early = await planner.run("prepare-meeting");
    expect(told(early, "papers-awaited")[0]).toMatch(/^会议资料!I2 销售部 还有 2 份资料未交：销售预测、订单状况/);
    const late = await planner.on("2026-11-25").run("prepare-meeting", { meeting: NEXT });
    expect(told(late, "papers-late")).toHaveLength(7);
  });

  it("提交资料登记时间和存放位置，按名称或编号都可以；晚交写明几个工作日", async () => {
    await planner.run("prepare-meeting");
    await planner.run("submit-paper", { paper: "销售预测", place: "\\\\server\\11月预测.xlsx", preparer: "何佳" });
    const late = await planner.on("2026-11-25").run("submit-paper", { paper: `${NEXT}-P2`, place: "共享盘" });
    expect(await planner.row("papers", `${NEXT}-P1`)).toMatchObject({ status: "submitted", submittedOn: "2026-11-22", preparer: "何佳" });
    expect(told(late, "paper-late")[0]).toContain("晚了 1 个工作日");
    const again = await planner.on("2026-11-26").run("submit-paper", { paper: `${NEXT}-P2`, place: "共享盘" });
    expect(again.edits).toBe(0);
  });

  it("免交须写原因；清单外的资料写明提供部门可以加上", async () => {
    await planner.run("prepare-meeting");
    expect(codes(await planner.run("submit-paper", { paper: "成本与资金占用", waived: true }))).toEqual(["waiver-needs-reason"]);
    await planner.run("submit-paper", { paper: "成本与资金占用", waived: true, note: "月初才结账" });
    expect(codes(await planner.run("submit-paper", { paper: "外协进度" }))).toEqual(["paper-unknown"]);
    await planner.run("submit-paper", { paper: "外协进度", department: "采购部" });
    const papers = await rowsOfMeeting(planner, "papers", NEXT);
    expect(papers.slice(-2).map(({ no, paper, status }) => [no, paper, status])).toEqual([
      [`${NEXT}-P10`, "成本与资金占用", "waived"],
      [`${NEXT}-P11`, "外协进度", "submitted"],
    ]);
  });

  it("改了名或删掉的资料行，再准备时不会回来", async () => {
    await planner.run("prepare-meeting");
    await planner.edit("papers", `${NEXT}-P1`, "paper", "12月销售预测");
    await planner.strike("papers", `${NEXT}-P10`);
    await planner.run("prepare-meeting");
    expect((await rowsOfMeeting(planner, "papers", NEXT)).map(({ paper }) => paper)).toHaveLength(9);
  });
});
