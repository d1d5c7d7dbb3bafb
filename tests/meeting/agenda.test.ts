import { beforeAll, describe, expect, it } from "vitest";
import { agendaOf } from "../../core/meeting/agenda.ts";
import { findMeeting, type MeetingRow } from "../../core/meeting/choose-meeting.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { basis, contextOn, date, runOn, snapshotOf } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));
const TABLES = ["settings", "meetings", "series", "topics", "departments", "people"] as const;
let book: Workbook;

beforeAll(() => {
  book = basis("sample", context.today, "zh-CN");
  runOn(book, "plan-meetings", {}, context);
});

function next(): MeetingRow {
  const row = snapshotOf(book, TABLES)
    .tables.get("meetings")
    ?.rows.find(({ values }) => (values as { state: string }).state === "planned");
  return findMeeting(snapshotOf(book, TABLES), row?.key ?? "") ?? expect.fail("no meeting");
}

function lines(meeting: MeetingRow): string[] {
  return agendaOf(snapshotOf(book, TABLES), meeting).items.map(({ title, speaker, minutes }) => `${title} ${speaker} ${minutes}`);
}

describe("the agenda", () => {
  it("has the standard parts in the standard order, with the minutes of the settings", () => {
    expect(lines(next())).toEqual([
      "回顾上次会议决议执行情况 运营管理部 10",
      "销售端反馈  15",
      "生产端反馈  15",
      "供需平衡分析与协调 运营管理部 15",
    ]);
    expect(agendaOf(snapshotOf(book, TABLES), next())).toMatchObject({ sum: 55, length: 90 });
  });

  it("puts accepted topics under their part by their order, and those without time at the standard one", () => {
    const meeting = next().key;
    for (const [topic, section, minutes] of [
      ["彩箱改版", "other", null],
      ["缺货", "balance", 20],
      ["插单", "sales", 5],
      ["预测偏差", "sales", 5],
    ])
      runOn(
        book,
        "propose-topic",
        { topic, section, meeting, department: "销售部", proposer: "何佳", ...(minutes ? { minutes } : {}) },
        context,
      );
    const topics = [1, 2, 3, 4].map((n) => ({ topic: `${meeting}-T${n}`, decision: "accept", ...(n === 4 ? { order: 1 } : {}) }));
    runOn(book, "decide-topics", { topics }, context);
    expect(lines(next())).toEqual([
      "回顾上次会议决议执行情况 运营管理部 10",
      "销售端反馈  15",
      "预测偏差 何佳 5",
      "插单 何佳 5",
      "生产端反馈  15",
      "供需平衡分析与协调 运营管理部 15",
      "缺货 何佳 20",
      "彩箱改版 何佳 10",
    ]);
  });

  it("of a meeting that was called for one matter is that matter, then its topics alone", () => {
    const proposal = {
      name: "缺料会",
      date: "2026-11-19",
      start: "10:00",
      minutes: 30,
      place: "现场",
      trigger: "生产异常",
      reason: "轴承断料",
      proposer: "方静",
    };
    runOn(book, "propose-meeting", proposal, context);
    runOn(book, "confirm-meeting", { meeting: "提议-20261119-1" }, context);
    const called = (): MeetingRow => findMeeting(snapshotOf(book, TABLES), "提议-20261119-1") ?? expect.fail("no meeting");
    expect(lines(called())).toEqual(["轴承断料 方静 30"]);
    runOn(
      book,
      "propose-topic",
      { topic: "空运 500 套", meeting: called().key, department: "采购部", proposer: "方静", minutes: 15 },
      context,
    );
    runOn(book, "decide-topics", { topics: [{ topic: `${called().key}-T1`, decision: "accept" }] }, context);
    expect(lines(called())).toEqual(["空运 500 套 方静 15"]);
  });
});
