import { beforeEach, describe, expect, it } from "vitest";
import { type Minutes, Planner, type Row, sampleWithMinutes, savedSample, serial } from "./planner.ts";

const NO = "CX-2026-W48-1";
const TOPIC = "CX-2026-W46-1-T4";
const SOUND = { task: "发出订舱单 1 份", owner: "许志华", due: serial("2026-11-30") };
const A1 = `${NO}-A1`;
/** The sample's one topic is untouched, two questions came back, and the meeting is three days ahead. */
const ALWAYS = /JD 系列|question-unanswered|meeting-not-yet/;

let planner: Planner;
let minutes: Minutes;

beforeEach(async () => {
  planner = await sampleWithMinutes();
  minutes = planner.minutes();
});

async function problems(input: Record<string, unknown> = {}): Promise<string[]> {
  const { outcome, problems: found } = await planner.record(input);
  return found.filter((text, index) => !ALWAYS.test(text) && !ALWAYS.test(String(outcome.problems[index]?.params.item ?? "")));
}

async function own(table: "actions" | "resolutions" | "topics" | "openQuestions"): Promise<Row[]> {
  return (await planner.rows(table)).filter(({ no }) => String(no).startsWith(`${NO}-`));
}

async function recordedAction(): Promise<number> {
  const row = minutes.spare("actions");
  minutes.type("actions", row, SOUND);
  await planner.record();
  return row;
}

describe("an unsound row", () => {
  const cases: [string, Record<string, string | number>, string, string][] = [
    ["without an owner", { task: SOUND.task, due: SOUND.due }, "owner-missing", "owner"],
    ["without a date", { task: SOUND.task, owner: "许志华" }, "due-missing", "due"],
    ["due before the meeting", { ...SOUND, due: serial("2026-11-24") }, "due-before-meeting", "due"],
    ["due as soon as possible", { ...SOUND, due: "尽快" }, "due-vague", "due"],
    ["due ASAP", { ...SOUND, due: "ASAP" }, "due-vague", "due"],
    ["due on a date that is none", { ...SOUND, due: "2026-02-30" }, "due-unreadable", "due"],
    ["without a task", { owner: "许志华", due: SOUND.due }, "task-missing", "task"],
    ["with a status that is none", { ...SOUND, status: "快了" }, "choice-unknown", "status"],
    ["verified before it was done", { ...SOUND, status: "已验收" }, "status-impossible", "status"],
    ["of 40,000 characters", { ...SOUND, task: `${"长".repeat(39_999)}1` }, "cell-too-long", "task"],
    ["with a remark of 40,000 characters", { ...SOUND, doneWhen: "长".repeat(40_000) }, "cell-too-long", "doneWhen"],
  ];

  it("is said with its cell, stays as typed and uses no number up; the others are registered", async () => {
    minutes.type("actions", minutes.spare("actions"), SOUND);
    let row = minutes.spare("actions");
    const bad = cases.map(([, values, code, field]) => {
      row = minutes.insertBelow(row);
      minutes.type("actions", row, values);
      return { row, line: minutes.line(row), problem: `error ${code} ${minutes.address("actions", row, field)}` };
    });
    expect(await problems()).toEqual(bad.map(({ problem }) => problem));
    for (const { row: at, line } of bad) expect(minutes.line(at)).toEqual(line);
    expect((await own("actions")).map(({ no, task }) => [no, task])).toEqual([[A1, SOUND.task]]);
    expect((await planner.row("meetings", NO)).state).toBe("planned");
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("with a broken formula in it is left alone", async () => {
    const row = minutes.spare("actions");
    minutes.type("actions", row, { ...SOUND, support: { error: "#N/A" } });
    expect(await problems()).toEqual([`error cell-error ${minutes.address("actions", row, "support")}`]);
    expect(await own("actions")).toEqual([]);
  });

  it("is registered once it was put right, and the meeting with it", async () => {
    const row = minutes.spare("actions");
    minutes.type("actions", row, { ...SOUND, due: "尽快" });
    await planner.record();
    minutes.type("actions", row, { due: "12月1日" });
    expect(await problems()).toEqual([]);
    expect(await own("actions")).toMatchObject([{ no: A1, due: "2026-12-01" }]);
    expect((await planner.row("meetings", NO)).state).toBe("recorded");
  });
});

it("registers a doubtful row, with a warning", async () => {
  const cases = [
    [{ owner: "王小二" }, "owner-unknown", "owner"],
    [{ owner: "各部门" }, "owner-collective", "owner"],
    [{ task: "进一步加强协调，完成 3 项" }, "wording-vague", "task"],
    [{ task: "关注客户动向" }, "wording-unmeasurable", "task"],
  ] as const;
  const warnings = cases.map(([values, code, field], index) => {
    const row = minutes.spare("actions", index);
    minutes.type("actions", row, { ...SOUND, ...values });
    return `warning ${code} ${minutes.address("actions", row, field)}`;
  });
  expect(await problems()).toEqual(warnings);
  expect(await own("actions")).toMatchObject(cases.map(([values]) => values));
});

it("keeps texts texts, whatever they begin with", async () => {
  const texts = ["=1+1 完成", "+86 完成", "-5 台完成", "@张三 完成", "<b>完成 1</b>"];
  const file = Planner.open(await savedSample());
  const sheet = file.minutes();
  texts.forEach((task, index) => {
    sheet.type("actions", sheet.spare("actions", index), { ...SOUND, task });
  });
  await file.record();
  expect((await file.reopen().rows("actions")).filter(({ meeting }) => meeting === NO).map(({ task }) => task)).toEqual(texts);
});

describe("topics", () => {
  it("may have several resolutions, one row each, in rows inserted below", async () => {
    const first = minutes.spare("topics");
    minutes.type("topics", first, {
      topic: "年末备货",
      discussion: "三条线都要备",
      resolution: "备足 A 线库存 600 台",
      owner: "顾婷",
      due: SOUND.due,
    });
    const second = minutes.insertBelow(first);
    minutes.type("topics", second, { resolution: "备足 B 线库存 300 台" }, 1);
    minutes.type("topics", second, { owner: "孙海涛", due: SOUND.due });
    expect(await problems()).toEqual([]);
    expect(await own("topics")).toMatchObject([{ no: `${NO}-T1`, topic: "年末备货", discussion: "三条线都要备", status: "resolved" }]);
    expect((await own("resolutions")).map(({ no, topic, owner }) => [no, topic, owner])).toEqual([
      [`${NO}-R1`, `${NO}-T1`, "顾婷"],
      [`${NO}-R2`, `${NO}-T1`, "孙海涛"],
    ]);
    expect([minutes.marker(first), minutes.marker(second)]).toEqual([`topics:${NO}-T1|${NO}-R1`, `topics:${NO}-T1|${NO}-R2`]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("stay one where the first row is unsound and the second is not", async () => {
    const first = minutes.spare("topics");
    minutes.type("topics", first, { topic: "年末备货", discussion: "三条线都要备", resolution: "备足 A 线库存 600 台", owner: "顾婷" });
    const second = minutes.insertBelow(first);
    minutes.type("topics", second, { resolution: "备足 B 线库存 300 台", owner: "孙海涛", due: SOUND.due });
    expect(await problems()).toEqual([`error due-missing ${minutes.address("topics", first, "due")}`]);
    expect(await own("topics")).toMatchObject([{ topic: "年末备货", discussion: "三条线都要备" }]);
    minutes.type("topics", first, { due: SOUND.due });
    expect(await problems()).toEqual([]);
    expect((await own("topics")).length).toBe(1);
    expect((await own("resolutions")).map(({ topic }) => topic)).toEqual([`${NO}-T1`, `${NO}-T1`]);
  });

  it("without an outcome are an error once they were discussed, and nothing is registered", async () => {
    const row = minutes.spare("topics");
    minutes.type("topics", row, { topic: "年末备货", discussion: "没有结论" });
    expect(await problems()).toEqual([`error topic-without-outcome ${minutes.address("topics", row, "resolution")}`]);
    expect(await own("topics")).toEqual([]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("left undecided become an open question, merged both ways from then on", async () => {
    const row = minutes.spare("topics");
    minutes.type("topics", row, {
      topic: "是否开第二班",
      resolution: "财务部测算成本后再议",
      kind: "未决",
      owner: "唐慧",
      due: serial("2026-12-02"),
    });
    expect(await problems()).toEqual([]);
    const Q1 = `${NO}-Q1`;
    expect(await own("topics")).toMatchObject([{ topic: "是否开第二班", status: "open" }]);
    expect(await own("openQuestions")).toMatchObject([
      { no: Q1, topic: `${NO}-T1`, question: "是否开第二班", nextStep: "财务部测算成本后再议", owner: "唐慧", answerBy: "2026-12-02" },
    ]);
    await planner.edit("openQuestions", Q1, "nextStep", "财务部 12 月 1 日报测算");
    expect(await problems()).toEqual([]);
    expect(minutes.said("topics", row)).toMatchObject({ resolution: "财务部 12 月 1 日报测算" });
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("are taken up by section 7, by title or number", async () => {
    const row = minutes.spare("topics");
    minutes.type("topics", row, { topic: "是否开第二班", discussion: "意见不一", kind: "未决" });
    const open = minutes.spare("open");
    minutes.type("open", open, {
      question: "是否开第二班：成本",
      nextStep: "测算",
      responsible: "财务部/唐慧",
      answerBy: serial("2026-12-02"),
    });
    expect(await problems()).toEqual([]);
    expect(await own("openQuestions")).toMatchObject([{ no: `${NO}-Q1`, topic: `${NO}-T1`, question: "是否开第二班：成本" }]);
    expect(await own("topics")).toMatchObject([{ status: "open" }]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("are not taken up by a product whose name merely holds their number", async () => {
    const open = minutes.spare("open");
    minutes.type("topics", minutes.row(`topics:${TOPIC}|`), { discussion: "没有结论" });
    minutes.type("open", open, {
      question: "BT40 刀柄是否换供应商",
      nextStep: "询价 3 家",
      responsible: "方静",
      answerBy: serial("2026-12-02"),
    });
    expect((await planner.record()).problems).toContain("error topic-without-outcome H63");
  });

  it("that nobody came to return with the next minutes", async () => {
    await planner.edit("topics", TOPIC, "status", "上会");
    await planner.record();
    planner.on("2026-11-26");
    await planner.run("generate-minutes");
    expect(planner.minutes("CX-2026-W49-1").rows(`topics:${TOPIC}|`)).toHaveLength(1);
  });

  it("and their titles may be corrected before they are first recorded", async () => {
    const row = minutes.row(`topics:${TOPIC}|`);
    minutes.type("topics", row, {
      topic: "JD 系列彩箱改版",
      resolution: "老版彩箱用完为止，不超过 3,000 个",
      owner: "方静",
      due: SOUND.due,
    });
    expect(await problems()).toEqual([]);
    expect(await planner.row("topics", TOPIC)).toMatchObject({ topic: "JD 系列彩箱改版", status: "resolved" });
  });
});

describe("what was changed since", () => {
  it("in the sheet alone goes to the register", async () => {
    const row = await recordedAction();
    minutes.type("actions", row, { owner: "罗敏", status: "已完成" });
    expect(await problems()).toEqual([]);
    expect(await own("actions")).toMatchObject([{ owner: "罗敏", status: "done", doneOn: "2026-11-25", lastStatus: "done" }]);
  });

  it("in the register alone goes to the sheet", async () => {
    const row = await recordedAction();
    await planner.edit("actions", A1, "owner", "罗敏");
    await planner.edit("actions", A1, "status", "进行中");
    expect(await problems()).toEqual([]);
    expect(minutes.said("actions", row)).toMatchObject({ owner: "罗敏", status: "进行中" });
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("in both waits for a word, which the sheet or the register wins", async () => {
    const row = await recordedAction();
    await planner.edit("actions", A1, "owner", "罗敏");
    minutes.type("actions", row, { owner: "方静" });
    const { outcome } = await planner.record();
    expect(outcome.problems).toContainEqual({
      severity: "error",
      code: "both-changed",
      params: { id: `${A1}.owner`, sheet: "方静", register: "罗敏" },
      at: { sheet: minutes.name, row, column: minutes.column("actions", "owner") },
    });
    expect(await own("actions")).toMatchObject([{ owner: "罗敏" }]);
    expect(await problems({ confirm: `${A1}.owner` })).toEqual([]);
    expect(await own("actions")).toMatchObject([{ owner: "方静" }]);
    await planner.edit("actions", A1, "owner", "罗敏");
    minutes.type("actions", row, { owner: "曹磊" });
    expect(await problems({ putBack: `${A1}.owner` })).toEqual([]);
    expect(minutes.said("actions", row)).toMatchObject({ owner: "罗敏" });
  });

  it.each(["doneWhen", "due", "task"] as const)("by clearing %s erases nothing without a word", async (field) => {
    const row = minutes.spare("actions");
    minutes.type("actions", row, { ...SOUND, doneWhen: "提单在手" });
    await planner.record();
    const [before] = await own("actions");
    minutes.clear("actions", row, field);
    expect(await problems()).toEqual([`error cell-cleared ${minutes.address("actions", row, field)}`]);
    expect(await own("actions")).toEqual([before]);
    expect(await problems({ putBack: `${A1}.${field}` })).toEqual([]);
    expect(minutes.said("actions", row)).toHaveProperty(field);
    minutes.clear("actions", row, field);
    const confirmed = await problems({ confirm: `${A1}.${field}` });
    if (field === "doneWhen") expect([confirmed, (await own("actions"))[0]?.doneWhen]).toEqual([[], null]);
    else expect(confirmed).toEqual([`error ${field}-missing ${minutes.address("actions", row, field)}`]);
  });

  it("by an owner of a question in the register comes to the sheet, and both sides are asked about", async () => {
    const row = minutes.spare("open");
    minutes.type("open", row, { question: "是否开第二班", nextStep: "测算成本", responsible: "唐慧", answerBy: serial("2026-12-02") });
    await planner.record();
    const Q1 = `${NO}-Q1`;
    expect(minutes.said("open", row)).toMatchObject({ responsible: "财务部/唐慧" });
    await planner.edit("openQuestions", Q1, "owner", "顾婷");
    expect(await problems()).toEqual([]);
    expect(minutes.said("open", row)).toMatchObject({ responsible: "财务部/顾婷" });
    await planner.edit("openQuestions", Q1, "owner", "周明远");
    minutes.type("open", row, { responsible: "财务部/唐慧" });
    expect(await problems()).toEqual([`error both-changed ${minutes.address("open", row, "responsible")}`]);
  });
});

describe("a row that went away", () => {
  it("from the sheet: is asked about, put back whole, or cancelled", async () => {
    const topic = minutes.spare("topics");
    minutes.type("topics", topic, {
      topic: "年末备货",
      discussion: "三条线都要备",
      resolution: "备足库存 600 台",
      owner: "顾婷",
      due: SOUND.due,
    });
    await planner.record();
    const before = minutes.said("topics", topic);
    minutes.deleteRow(topic);
    expect(await problems()).toEqual([expect.stringMatching(/^error row-deleted B\d+$/)]);
    expect(await own("resolutions")).toMatchObject([{ status: "assigned" }]);
    expect(await problems({ putBack: `${NO}-R1` })).toEqual([]);
    const restored = minutes.row(`topics:${NO}-T1|${NO}-R1`);
    expect(minutes.said("topics", restored)).toEqual({ ...before, raisedBy: undefined });
    expect(await problems()).toEqual([]);
    minutes.deleteRow(restored);
    expect(await problems({ confirm: `${NO}-R1` })).toEqual([]);
    expect(await own("resolutions")).toMatchObject([{ status: "cancelled", reason: `已从「${minutes.name}」删除` }]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("by being emptied: is asked about, and put back in its place", async () => {
    const row = await recordedAction();
    const before = minutes.line(row);
    for (let column = 1; column <= 12; column++) minutes.sheet.setValue(row, column, null);
    expect(await problems()).toEqual([`error row-deleted B${row + 1}`]);
    expect(await problems({ putBack: A1 })).toEqual([]);
    expect(minutes.line(row)).toEqual(before);
  });

  it("from the register: is said, and restored under its number", async () => {
    const row = await recordedAction();
    await planner.strike("actions", A1);
    expect(await problems()).toEqual([`error row-gone-from-register ${minutes.address("actions", row, "task")}`]);
    expect(await own("actions")).toEqual([]);
    expect(await problems({ putBack: A1 })).toEqual([]);
    expect(await own("actions")).toMatchObject([{ no: A1, task: SOUND.task, owner: "许志华" }]);
  });

  it("from both: is forgotten", async () => {
    const row = await recordedAction();
    await planner.strike("actions", A1);
    minutes.deleteRow(row);
    expect(await problems()).toEqual([]);
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("never frees its number", async () => {
    const row = await recordedAction();
    await planner.strike("actions", A1);
    minutes.deleteRow(row);
    minutes.type("actions", minutes.spare("actions"), SOUND);
    await planner.record();
    expect(await own("actions")).toMatchObject([{ no: `${NO}-A2` }]);
  });
});
