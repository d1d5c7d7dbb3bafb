import { describe, expect, it } from "vitest";
import { Planner, sampleWithMinutes, savedSample, serial } from "./planner.ts";

const NO = "CX-2026-W48-1";
const NEXT = "CX-2026-W49-1";
/** The sample's questions of earlier meetings that are due by this one. */
const [OLD, OLDER] = ["CX-2026-W47-1-Q1", "CX-2026-W44-1-Q1"];

describe("an open question of an earlier meeting", () => {
  it("三(三)4 comes back to section 7 with what is known, and is closed by its answer, once", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    const row = minutes.row(`open:${OLD}`);
    expect(minutes.said("open", row)).toMatchObject({ no: OLD, question: "WQ-1500 是否限量接单到 W51", status: "未解决" });
    const before = (await planner.row("openQuestions", OLD)).carried;
    minutes.type("open", row, { status: "已关闭" });
    const missing = await planner.record();
    expect(missing.problems).toContain(`error answer-missing ${minutes.address("open", row, "answer")}`);
    expect(await planner.row("openQuestions", OLD)).toMatchObject({ status: "open" });
    minutes.type("open", row, { answer: "不限量，W52 前加班补足" });
    expect((await planner.on("2026-11-25").record()).problems.filter((text) => text.startsWith("error"))).toEqual([]);
    const closed = {
      status: "closed",
      answer: "不限量，W52 前加班补足",
      closedOn: "2026-11-25",
      returnedTo: NO,
      carried: Number(before) + 1,
    };
    expect(await planner.row("openQuestions", OLD)).toMatchObject(closed);
    expect((await planner.record()).outcome.edits).toBe(0);
    expect(await planner.row("openQuestions", OLD)).toMatchObject(closed);
  });

  it("三(三)4 stays open without an answer, counts as carried once, and comes back again", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    const before = Number((await planner.row("openQuestions", OLD)).carried);
    const { problems } = await planner.on("2026-11-25").record();
    expect(problems).toContain(`warning question-unanswered ${minutes.address("open", minutes.row(`open:${OLD}`), "answer")}`);
    await planner.record();
    expect(await planner.row("openQuestions", OLD)).toMatchObject({ status: "returned", returnedTo: NO, carried: before + 1 });
    await planner.on("2026-11-26").run("generate-minutes");
    expect(planner.minutes(NEXT).rows(`open:${OLD}`)).toHaveLength(1);
  });

  it("三(三)4 asked again as a topic and resolved is answered by that resolution", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    await planner.run("prepare-meeting", { meeting: NO });
    await planner.run("generate-minutes", { meeting: NO });
    const topic = String((await planner.rows("topics")).find(({ source }) => source === OLD)?.no);
    minutes.type("topics", minutes.row(`topics:${topic}|`), {
      resolution: "W52 前限接 200 台",
      owner: "陈立新",
      due: serial("2026-12-04"),
    });
    await planner.on("2026-11-25").record();
    expect(await planner.row("openQuestions", OLD)).toMatchObject({ status: "closed", answer: `见决议 ${NO}-R1：W52 前限接 200 台` });
    expect(await planner.row("topics", topic)).toMatchObject({ status: "resolved" });
    expect((await planner.record()).outcome.edits).toBe(0);
    const row = minutes.row(`open:${OLD}`);
    minutes.type("open", row, { status: "未解决" });
    await planner.record();
    await planner.record();
    expect(await planner.row("openQuestions", OLD)).toMatchObject({ status: "open", closedOn: null });
  });

  it("that was left undecided here is brought back by the next preparation", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.type("topics", minutes.spare("topics"), {
      topic: "是否开第二班",
      resolution: "财务部测算成本后再议",
      kind: "未决",
      owner: "唐慧",
      due: serial("2026-12-01"),
    });
    await planner.on("2026-11-25").record();
    await planner.on("2026-11-26").run("prepare-meeting", { meeting: NEXT });
    const back = (await planner.rows("topics")).filter(({ source }) => source === `${NO}-Q1`);
    expect(back).toMatchObject([{ meeting: NEXT, topic: "是否开第二班", status: "accepted" }]);
  });

  it("keeps its row when that is deleted, and is not closed by it", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.deleteRow(minutes.row(`open:${OLDER}`));
    expect((await planner.record()).problems.some((text) => text.startsWith("error agenda-row-deleted"))).toBe(true);
    await planner.record({ confirm: OLDER });
    expect((await planner.row("openQuestions", OLDER)).status).not.toBe("closed");
  });
});

describe("section 8", () => {
  it("proposes its planned topics for the next meeting, once, and follows what is reworded", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    minutes.head("nextTopics", "1. 元旦备货\n2、春节排班；年度盘点");
    expect((await planner.on("2026-11-25").record()).outcome.report).toContainEqual({ code: "topics-planned", params: { n: 3 } });
    const planned = async () => (await planner.rows("topics")).filter(({ source }) => source === NO);
    expect((await planned()).map(({ no, meeting, topic, status }) => [no, meeting, topic, status])).toEqual([
      [`${NEXT}-T1`, NEXT, "元旦备货", "proposed"],
      [`${NEXT}-T2`, NEXT, "春节排班", "proposed"],
      [`${NEXT}-T3`, NEXT, "年度盘点", "proposed"],
    ]);
    expect((await planner.record()).outcome.edits).toBe(0);
    minutes.head("nextTopics", "元旦备货 600 台\n春节排班");
    const { problems } = await planner.record();
    expect(problems).toContain(`error row-deleted ${minutes.headAddress("nextTopics")}`);
    expect((await planned()).map(({ topic }) => topic)).toEqual(["元旦备货 600 台", "春节排班", "年度盘点"]);
    await planner.record({ confirm: `${NEXT}-T3` });
    expect(await planner.row("topics", `${NEXT}-T3`)).toMatchObject({ status: "declined" });
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("says a next date that is not the planned one, and moves nothing", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    expect(minutes.head("nextDate")).toBe("2026-12-02（周三） 09:30-11:00");
    minutes.head("nextDate", "12月3日 14:00");
    const { problems } = await planner.record();
    expect(problems).toContain(`warning next-meeting-differs ${minutes.headAddress("nextDate")}`);
    expect(await planner.row("meetings", NEXT)).toMatchObject({ date: "2026-12-02" });
    await planner.run("move-meeting", { meeting: NEXT, date: "2026-12-03", start: "14:00", reason: "会议室冲突" });
    expect((await planner.record()).problems.filter((text) => text.includes("next-meeting"))).toEqual([]);
  });
});

it("四(一)1 the kind is ticked or typed, and asked about where it is neither", async () => {
  const planner = await sampleWithMinutes();
  const minutes = planner.minutes();
  expect(minutes.head("kind")).toBe("☑ 常规   □ 临时");
  minutes.head("kind", "□常规 √临时");
  await planner.record();
  expect(await planner.row("meetings", NO)).toMatchObject({ kind: "adHoc" });
  expect(minutes.head("kind")).toBe("□ 常规   ☑ 临时");
  minutes.head("kind", "Regular");
  await planner.record();
  expect(await planner.row("meetings", NO)).toMatchObject({ kind: "regular" });
  minutes.head("kind", "☑常规 ☑临时");
  expect((await planner.record()).problems).toContain(`error kind-unreadable ${minutes.headAddress("kind")}`);
  minutes.head("kind", null);
  expect((await planner.record()).problems).toContain(`error cell-cleared ${minutes.headAddress("kind")}`);
  expect(await planner.row("meetings", NO)).toMatchObject({ kind: "regular" });
});

it("a start typed alone leaves the end, as text or as a time", async () => {
  const planner = await sampleWithMinutes();
  const minutes = planner.minutes();
  minutes.head("time", "9:40");
  await planner.record();
  expect(await planner.row("meetings", NO)).toMatchObject({ start: "09:40", end: "11:00" });
  minutes.head("time", 9.75 / 24);
  await planner.record();
  expect(minutes.head("time")).toBe("09:45-11:00");
});

describe("the agenda", () => {
  it("三(二)1 stands in section 5 in its order, without what was deferred", async () => {
    const planner = await sampleWithMinutes();
    for (const [topic, section] of [
      ["甲", "other"],
      ["乙", "sales"],
      ["丙", "production"],
    ])
      await planner.run("propose-topic", { topic, section, meeting: NEXT, department: "销售部" });
    const topics = [1, 2, 3].map((n) => ({ topic: `${NEXT}-T${n}`, decision: n === 3 ? "defer" : "accept" }));
    await planner.run("decide-topics", { meeting: NEXT, topics });
    await planner.run("generate-minutes", { meeting: NEXT });
    const minutes = planner.minutes(NEXT);
    const titles = minutes.rows("topics:").map((row) => minutes.said("topics", row).topic);
    expect(titles.filter((title) => ["甲", "乙", "丙"].includes(String(title)))).toEqual(["乙", "甲"]);
  });

  it("of a topic accepted after the sheet was made is said, and comes to it by generating again", async () => {
    const planner = await sampleWithMinutes();
    const minutes = planner.minutes();
    await planner.run("propose-topic", { topic: "急单插入", meeting: NO, department: "销售部" });
    await planner.run("decide-topics", { meeting: NO, topics: [{ topic: `${NO}-T1`, decision: "accept" }] });
    expect((await planner.record()).problems.some((text) => text.startsWith("warning topic-without-end"))).toBe(true);
    const added = await planner.run("generate-minutes", { meeting: NO });
    expect(added.report).toMatchObject([{ code: "review-added", params: { n: 1 } }]);
    expect(minutes.said("topics", minutes.row(`topics:${NO}-T1|`))).toMatchObject({ topic: "急单插入" });
    expect((await planner.run("generate-minutes", { meeting: NO })).edits).toBe(0);
  });
});

it("a sheet that was deleted is made again with all that was registered", async () => {
  const planner = await sampleWithMinutes();
  const minutes = planner.minutes();
  const topic = minutes.spare("topics");
  minutes.type("topics", topic, {
    topic: "年末备货",
    discussion: "三条线都要备",
    resolution: "备足库存 600 台",
    owner: "顾婷",
    due: serial("2026-11-30"),
  });
  minutes.type("actions", minutes.spare("actions"), {
    task: "发出订舱单 1 份",
    owner: "许志华",
    due: serial("2026-11-30"),
    confirmed: "是",
  });
  minutes.type("open", minutes.spare("open"), {
    question: "是否换供应商",
    cause: "价格分歧",
    nextStep: "询价 3 家",
    responsible: "采购部/方静",
    answerBy: serial("2026-12-02"),
  });
  minutes.type("open", minutes.row(`open:${OLD}`), { status: "已关闭", answer: "不限量" });
  minutes.head("nextTopics", "元旦备货");
  await planner.on("2026-11-25").record();
  const blocks = ["topics", "actions", "open"] as const;
  const told = () =>
    blocks.flatMap((block) =>
      planner
        .minutes(NO)
        .rows(`${block}:${block === "open" ? "" : NO}`)
        .map((row) => planner.minutes(NO).line(row)),
    );
  const said = told().filter((line) => line[1] !== null);
  const register = [
    await planner.rows("resolutions"),
    await planner.rows("actions"),
    await planner.rows("openQuestions"),
    await planner.rows("topics"),
  ];
  planner.workbook.sheets.splice(planner.workbook.sheets.indexOf(minutes.sheet), 1);
  await planner.run("generate-minutes", { meeting: NO });
  expect(told().filter((line) => line[1] !== null)).toEqual(said);
  expect(planner.minutes(NO).head("nextTopics")).toBe("元旦备货");
  const again = await planner.record({ meeting: NO });
  expect(again.problems.filter((text) => text.startsWith("error"))).toEqual([]);
  expect([
    await planner.rows("resolutions"),
    await planner.rows("actions"),
    await planner.rows("openQuestions"),
    await planner.rows("topics"),
  ]).toEqual(register);
});

it("minutes whose section 7 was laid out without answers are still read", async () => {
  const planner = Planner.open(await savedSample());
  const minutes = planner.minutes();
  const [headings = 0] = minutes.rows("open##");
  const earlier: [string, number][] = [
    ["编号", 1],
    ["未解决问题", 2],
    ["分歧/原因", 4],
    ["后续处理建议(调研/沟通路径)", 6],
    ["责任部门/人", 9],
    ["计划答复时间", 11],
    ["升级至", 12],
  ];
  for (let column = 1; column <= 12; column++) minutes.sheet.setValue(headings, column, null);
  for (const [text, column] of earlier) minutes.sheet.setValue(headings, column, text);
  const row = minutes.spare("open");
  const typed: [string | number, number][] = [
    ["是否开第二班", 2],
    ["意见不一", 4],
    ["财务部测算", 6],
    ["财务部/唐慧", 9],
    [serial("2026-12-02"), 11],
    ["梁振邦", 12],
  ];
  for (const [value, column] of typed) minutes.sheet.setValue(row, column, value);
  for (const old of minutes.rows("open:CX")) minutes.sheet.setValue(old, 0, "open:");
  for (const old of minutes.rows("open:"))
    if (old !== row) for (let column = 1; column <= 12; column++) minutes.sheet.setValue(old, column, null);
  await planner.on("2026-11-25").record();
  expect(await planner.row("openQuestions", `${NO}-Q1`)).toMatchObject({
    question: "是否开第二班",
    cause: "意见不一",
    nextStep: "财务部测算",
    department: "财务部",
    owner: "唐慧",
    answerBy: "2026-12-02",
    escalateTo: "梁振邦",
    status: "open",
  });
  expect((await planner.record()).outcome.edits).toBe(0);
});
