import { describe, expect, it } from "vitest";
import type { Context, WordKey } from "../../../core/index.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { runOn, snapshotOf } from "../../support/registers.ts";
import { cellAt, dutyOf, emptyRegister, look, meetingOn, mondays, on, overtype, type } from "./looking.ts";

/** The meeting is on Monday the 23rd; this is the Wednesday before. */
const today = on("2026-11-18");
const NO = "M-2026-11-23";

function register(): Workbook {
  const book = emptyRegister();
  type(
    book,
    "departments",
    { name: "销售部", head: "王敏", side: "sales", standing: true },
    { name: "质量部", head: "沈丽", side: "production", standing: true },
  );
  type(book, "series", { ...mondays, minutes: 90, recorder: "林晓", place: "二楼会议室" });
  type(book, "meetings", meetingOn("2026-11-23", { chair: "周建国", recorder: "林晓", place: "二楼会议室", start: 570, end: 660 }));
  return book;
}

function does(book: Workbook, id: string, input: Readonly<Record<string, unknown>> = {}, context: Context = today): void {
  const { problems } = runOn(book, id, input, context);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

function prepared(): Workbook {
  const book = register();
  does(book, "prepare-meeting");
  return book;
}

/** Does what a duty offers, and sees that it is gone. */
function doIt(book: Workbook, code: WordKey, context: Context): void {
  const { command } = dutyOf(book, code, context) ?? expect.fail(`There is no ${code}.`);
  does(book, command?.id ?? "", command?.input ?? {}, context);
  expect(dutyOf(book, code, context)).toBeUndefined();
}

describe("before a meeting", () => {
  it("it is offered to be prepared, once its day is near", () => {
    const book = register();
    expect(dutyOf(book, "duty-prepare-meeting", on("2026-11-12"))).toBeUndefined();
    const duty = dutyOf(book, "duty-prepare-meeting", today);
    expect(duty).toMatchObject({ severity: "note", command: { id: "prepare-meeting", input: { meeting: NO } } });
    expect(dutyOf(book, "duty-prepare-meeting", on("2026-11-20"))?.severity).toBe("warning");
    doIt(book, "duty-prepare-meeting", today);
  });

  it("what was deferred is offered to be brought back, and open questions are", () => {
    const book = prepared();
    expect(dutyOf(book, "duty-bring-back", today)).toBeUndefined();
    type(book, "topics", { no: "T-1", topic: "换模时间", status: "deferred" });
    type(book, "openQuestions", { no: "Q-1", question: "谁供轴承？", status: "open", answerBy: "2026-11-20", meeting: "M-old" });
    expect(dutyOf(book, "duty-bring-back", today)?.message.params).toEqual({ no: NO, n: 2 });
    doIt(book, "duty-bring-back", today);
  });

  it("topics wait until somebody decides on them", () => {
    const book = prepared();
    expect(dutyOf(book, "duty-topics-waiting", today)).toBeUndefined();
    does(book, "propose-topic", { topic: "插单", department: "销售部" });
    does(book, "propose-topic", { topic: "检修", department: "质量部", meeting: NO });
    const duty = dutyOf(book, "duty-topics-waiting", today);
    expect(duty).toMatchObject({ message: { params: { n: 2 } }, meeting: { no: NO, part: "agenda" } });
    expect(cellAt(book, duty?.at)).toBe("已提报");
    const topics = [...(snapshotOf(book, ["topics"]).tables.get("topics")?.byKey.keys() ?? [])];
    does(book, "decide-topics", { meeting: NO, topics: topics.map((topic) => ({ topic, decision: "accept" })) });
    expect(dutyOf(book, "duty-topics-waiting", today)).toBeUndefined();
  });

  it("an agenda that takes longer than the meeting is said", () => {
    const book = prepared();
    expect(dutyOf(book, "agenda-too-long", today)).toBeUndefined();
    type(book, "topics", { no: `${NO}-T9`, meeting: NO, topic: "长议题", status: "accepted", minutes: 120 });
    expect(dutyOf(book, "agenda-too-long", today)).toMatchObject({ severity: "warning", meeting: { no: NO, part: "agenda" } });
    overtype(book, "topics", `${NO}-T9`, { minutes: 5 });
    expect(dutyOf(book, "agenda-too-long", today)).toBeUndefined();
  });

  it("papers are awaited, then late, by department, until they came or are waived", () => {
    const book = prepared();
    const rows = snapshotOf(book, ["papers"]).tables.get("papers")?.rows ?? [];
    expect(rows.length).toBeGreaterThan(3);
    const duty = dutyOf(book, "duty-papers", today);
    expect(duty).toMatchObject({ severity: "note", message: { params: { n: rows.length } }, meeting: { no: NO, part: "papers" } });
    expect(String(duty?.message.params.departments)).toContain("销售部");
    expect(dutyOf(book, "duty-papers-late", on("2026-11-23"))).toMatchObject({ severity: "warning" });
    for (const { key } of rows) does(book, "submit-paper", { paper: key, meeting: NO, waived: true, note: "本次不议" });
    for (const code of ["duty-papers", "duty-papers-late"] as const) expect(dutyOf(book, code, on("2026-11-23"))).toBeUndefined();
  });

  it.each([
    ["chair-missing", "chair", null],
    ["recorder-missing", "recorder", null],
    ["place-missing", "place", null],
  ] as const)("what its notice lacks is said with its cell: %s", (code, field, value) => {
    const book = prepared();
    expect(dutyOf(book, code, today)).toBeUndefined();
    overtype(book, "meetings", NO, { [field]: value });
    expect(cellAt(book, dutyOf(book, code, today)?.at)).toBeNull();
  });

  it("its notice is to be sent, the more urgent the nearer, and again after it was moved", () => {
    const book = prepared();
    const severities = ["2026-11-18", "2026-11-20", "2026-11-23"].map((iso) => {
      const { duties } = look(book, "week", on(iso));
      return duties.find(({ command }) => command?.id === "send-notice")?.severity;
    });
    expect(severities).toEqual(["note", "warning", "error"]);
    doIt(book, "duty-notice", today);
    does(book, "move-meeting", { meeting: NO, start: "14:00", reason: "会议室占用" });
    expect(dutyOf(book, "duty-notice", today)).toBeDefined();
  });

  it("an ad hoc one that was proposed waits to be confirmed or declined", () => {
    const book = register();
    expect(dutyOf(book, "duty-confirm-meeting", today)).toBeUndefined();
    const proposal = { name: "插单会", date: "2026-11-25", start: "14:00", minutes: 45, place: "三楼", trigger: "market", reason: "加单" };
    does(book, "propose-meeting", { ...proposal, proposer: "王敏", department: "销售部" });
    const duty = dutyOf(book, "duty-confirm-meeting", today);
    expect(duty?.message.params).toEqual({ name: "插单会", date: "2026-11-25", by: "销售部" });
    doIt(book, "duty-confirm-meeting", today);
  });
});

describe("at a meeting", () => {
  const during = on("2026-11-23", "10:00");

  it("a sign-in sheet is made on the day", () => {
    const book = prepared();
    expect(dutyOf(book, "duty-sign-in", on("2026-11-20"))).toBeUndefined();
    doIt(book, "duty-sign-in", on("2026-11-23", "08:00"));
  });

  it("attendance is recorded from its sheet, once it has begun", () => {
    const book = prepared();
    expect(dutyOf(book, "duty-attendance", during)).toBeUndefined();
    does(book, "make-sign-in", { meeting: NO });
    expect(dutyOf(book, "duty-attendance", on("2026-11-23", "08:00"))).toBeUndefined();
    expect(dutyOf(book, "duty-attendance", during)?.command).toEqual({ id: "record-attendance", input: { meeting: NO } });
    for (const { key } of snapshotOf(book, ["attendance"]).tables.get("attendance")?.rows ?? [])
      overtype(book, "attendance", key, { status: "present" });
    expect(dutyOf(book, "duty-attendance", during)).toBeUndefined();
  });
});

describe("after a meeting", () => {
  const after = on("2026-11-24", "11:00");
  const late = on("2026-11-26");

  it("its minutes go from the chair to everybody and into the archive, each in its turn", () => {
    const book = prepared();
    does(book, "generate-minutes", { meeting: NO });
    does(book, "record-minutes", { meeting: NO }, after);
    expect(dutyOf(book, "duty-distribute", after)).toBeUndefined();
    expect(dutyOf(book, "duty-approve", after)).toMatchObject({ severity: "warning", message: { params: { chair: "周建国" } } });
    expect(dutyOf(book, "duty-approve-late", late)).toMatchObject({ severity: "error", message: { params: { n: 2 } } });
    doIt(book, "duty-approve", after);
    expect(dutyOf(book, "duty-archive", after)).toBeUndefined();
    expect(dutyOf(book, "duty-distribute-late", late)).toMatchObject({ severity: "error", message: { params: { n: 2 } } });
    doIt(book, "duty-distribute", after);
    expect(dutyOf(book, "duty-archive", after)?.severity).toBe("note");
    doIt(book, "duty-archive", after);
  });

  it("minutes that Concord did not make are nobody's duty", () => {
    const book = register();
    type(book, "meetings", ...["recorded", "approved", "distributed"].map((state, n) => meetingOn(`2026-11-0${n + 3}`, { state })));
    const { duties } = look(book, "week", today);
    expect(duties.filter(({ message }) => /^duty-(approve|distribute|archive)/.test(message.code))).toEqual([]);
  });
});

describe("the order of duties", () => {
  it("begins with what is late or wrong", () => {
    const book = prepared();
    const ranks = look(book, "week", on("2026-11-23")).duties.map(({ severity }) => ["error", "warning", "note"].indexOf(severity));
    expect(new Set(ranks).size).toBeGreaterThan(1);
    expect(ranks).toEqual([...ranks].sort());
  });
});
