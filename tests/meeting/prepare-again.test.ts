import { beforeAll, describe, expect, it } from "vitest";
import type { TableId } from "../../core/index.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { editsOf, endsAlike, endUndisturbed } from "../support/cut-off.ts";
import { basis, contextOn, date, runOn, snapshotOf } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));
let book: Workbook;
let meeting: string;

type Values = Readonly<Record<string, string | number | null>>;

function rows(of: Workbook, table: TableId): readonly { readonly key: string; readonly values: Values }[] {
  return (snapshotOf(of, [table]).tables.get(table)?.rows ?? []) as never;
}

function prepare(of: Workbook, day = context.today, input: Values = {}): readonly string[] {
  return runOn(of, "prepare-meeting", input, contextOn(day)).report.map(({ code }) => code);
}

beforeAll(() => {
  book = basis("sample", context.today, "zh-CN");
  runOn(book, "plan-meetings", {}, context);
  meeting = rows(book, "meetings").find(({ values }) => values.state === "planned")?.key ?? "";
});

describe("preparing a meeting", () => {
  it("ends alike wherever it was cut off, and counts nothing twice", () => {
    const edits = editsOf({ book, context }, "prepare-meeting", {});
    const undisturbed = endUndisturbed({ book, context }, "prepare-meeting", {});
    expect(edits).toBeGreaterThan(8);
    for (let survives = 0; survives < edits; survives++)
      expect(endsAlike({ book: copyOf(book), context }, "prepare-meeting", {}, survives, undisturbed), `${survives} edits`).toEqual([]);
  });

  it("carries a topic once for each meeting, however often each is prepared", () => {
    const used = copyOf(book);
    const [first = "", second = ""] = rows(used, "meetings")
      .filter(({ values }) => values.state === "planned")
      .map(({ key }) => key);
    runOn(used, "propose-topic", { topic: "新品切换", meeting: first, department: "研发部" }, context);
    const topic = rows(used, "topics").at(-1)?.key ?? "";
    const defer = () => runOn(used, "decide-topics", { topics: [{ topic, decision: "defer" }] }, context);
    const carried = () => rows(used, "topics").find(({ key }) => key === topic)?.values;
    defer();
    for (let time = 0; time < 3; time++) prepare(used, context.today, { meeting: second });
    expect(carried()).toMatchObject({ carried: 1, carriedFrom: first, meeting: second });
    defer();
    const third = rows(used, "meetings").filter(({ values }) => values.state === "planned")[2]?.key ?? "";
    for (let time = 0; time < 3; time++) prepare(used, context.today, { meeting: third });
    expect(carried()).toMatchObject({ carried: 2, carriedFrom: `${first}、${second}`, meeting: third });
  });

  it("brings a question that was not answered back to each meeting, once each, and not while its topic waits", () => {
    const used = copyOf(book);
    prepare(used);
    const asked = rows(used, "topics").find(({ values }) => values.meeting === meeting && values.source !== "");
    const question = String(asked?.values.source);
    const topicsOf = () => rows(used, "topics").filter(({ values }) => values.source === question);
    const before = rows(used, "openQuestions").find(({ key }) => key === question)?.values.carried ?? 0;
    const next = rows(used, "meetings").filter(({ values }) => values.state === "planned")[1]?.key ?? "";
    prepare(used, context.today, { meeting: next });
    expect(topicsOf()).toHaveLength(1);
    expect(Number(before)).toBeGreaterThan(0);
    // The meeting was held and did not get to it: the topic itself goes on, and the question with it.
    const held = rows(used, "meetings").find(({ key }) => key === meeting)?.values.date ?? 0;
    prepare(used, Number(held) + 1, { meeting: next });
    expect(topicsOf().map(({ values }) => values.meeting)).toEqual([next]);
    expect(rows(used, "openQuestions").find(({ key }) => key === question)?.values).toMatchObject({
      status: "returned",
      returnedTo: next,
      carried: Number(before) + 1,
    });
    expect(runOn(used, "prepare-meeting", { meeting: next }, contextOn(Number(held) + 1)).edits).toBe(0);
  });

  it("takes nothing on for a meeting that was called for one matter", () => {
    const used = copyOf(book);
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
    runOn(used, "propose-meeting", proposal, context);
    runOn(used, "confirm-meeting", { meeting: "提议-20261119-1" }, context);
    const no = rows(used, "meetings").at(-1)?.key ?? "";
    expect(prepare(used, context.today, { meeting: no })).toEqual(["meeting-prepared"]);
    expect(rows(used, "topics").filter(({ values }) => values.meeting === no)).toEqual([]);
    expect(rows(used, "papers").filter(({ values }) => values.meeting === no)).toEqual([]);
    expect(rows(used, "attendance").filter(({ values }) => values.meeting === no).length).toBeGreaterThan(0);
  });

  it("works in a workbook that has only meetings, and makes the sheets it needs", () => {
    const used = copyOf(book);
    const kept = new Set(["会议台账", "_concord", "_concord_live"]);
    used.sheets.splice(0, used.sheets.length, ...used.sheets.filter(({ name }) => kept.has(name)));
    const { problems } = runOn(used, "prepare-meeting", {}, context);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(used.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["议题", "会议资料", "签到"]));
  });
});
