import { describe, expect, it } from "vitest";
import { type Context, type MeetingDetail, see, type ViewInput, views } from "../../../core/index.ts";
import { DeskHost } from "../../../desk/host/desk-host.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { runOn, snapshotOf } from "../../support/registers.ts";
import { cellAt, day, emptyRegister, look, meetingOn, mondays, on, overtype, type } from "./looking.ts";

const today = on("2026-11-18");
const NO = "M-2026-11-23";

function register(): Workbook {
  const book = emptyRegister();
  type(
    book,
    "departments",
    { name: "市场部", head: "王敏", side: "sales", standing: true },
    { name: "质量部", head: "沈丽", delegate: "陆明", side: "production", standing: true },
  );
  type(
    book,
    "people",
    { name: "沈丽", department: "质量部" },
    { name: "陆明", department: "质量部" },
    { name: "王敏", department: "市场部" },
  );
  type(book, "series", { ...mondays, minutes: 90, recorder: "林晓", place: "二楼会议室" });
  type(book, "meetings", meetingOn("2026-11-23", { chair: "周建国", recorder: "林晓", place: "二楼", start: 570, end: 660 }));
  return book;
}

function does(book: Workbook, id: string, input: Readonly<Record<string, unknown>> = {}, context: Context = today): void {
  const { problems } = runOn(book, id, input, context);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

function meeting(book: Workbook, no = NO, context = today): MeetingDetail {
  const input: ViewInput = { meeting: no };
  const seen = see(new DeskHost(book), views.meeting, context, input);
  if ("then" in seen) expect.fail("The desk answers at once.");
  return seen.meeting ?? expect.fail(`There is no ${no}.`);
}

/** What can be done, and behind a stroke what stands against the rest. */
function steps(book: Workbook, context = today, no = NO): string[] {
  return meeting(book, no, context).steps.map(({ command, hindrance }) => (hindrance ? `${command.id} | ${hindrance.code}` : command.id));
}

describe("the screen of a meeting", () => {
  it("is that of the meeting at hand where none is named, and none where the register has no such", () => {
    const book = register();
    expect(look(book, "meeting", today).meeting?.head).toMatchObject({
      no: NO,
      name: "产销协调会",
      place: "二楼",
      date: day("2026-11-23"),
    });
    const seen = see(new DeskHost(book), views.meeting, today, { meeting: "M-none" });
    expect(seen).toEqual({ today: today.today, meeting: null });
  });

  it("has the agenda in its order, with its minutes against the meeting's", () => {
    const book = register();
    does(book, "prepare-meeting");
    does(book, "propose-topic", { topic: "插单", department: "销售部", meeting: NO, section: "sales", minutes: 25 });
    const [waiting] = meeting(book).topics;
    expect(waiting).toMatchObject({ topic: "插单", minutes: 25, isDeferred: false });
    does(book, "decide-topics", { meeting: NO, topics: [{ topic: waiting?.no, decision: "accept" }] });
    const { agenda, topics } = meeting(book);
    expect(topics).toEqual([]);
    const titles = agenda.lines.map(({ title }) => title);
    expect(titles.indexOf("插单")).toBe(2);
    expect(agenda.sum).toBe(agenda.lines.reduce((sum, { minutes }) => sum + minutes, 0));
    expect(agenda.length).toBe(90);
    expect(cellAt(book, agenda.lines[2]?.at)).toBe(waiting?.no);
  });

  it("lists deferred topics apart from those that wait", () => {
    const book = register();
    does(book, "propose-topic", { topic: "甲", meeting: NO });
    does(book, "propose-topic", { topic: "乙", meeting: NO });
    const [first] = meeting(book).topics;
    does(book, "decide-topics", { meeting: NO, topics: [{ topic: first?.no, decision: "defer", handling: "数据不齐" }] });
    expect(meeting(book).topics.map(({ topic, isDeferred, handling }) => [topic, isDeferred, handling])).toEqual([
      ["乙", false, ""],
      ["甲", true, "数据不齐"],
    ]);
  });

  it("has the papers, what is late first", () => {
    const book = register();
    does(book, "prepare-meeting");
    const [first, second] = meeting(book).papers;
    does(book, "submit-paper", { paper: first?.no, meeting: NO, place: "共享盘" });
    overtype(book, "papers", second?.no ?? "", { due: "2026-11-16" });
    const { papers } = meeting(book);
    expect([papers[0]?.no, papers[0]?.state]).toEqual([second?.no, "late"]);
    expect(papers.at(-1)).toMatchObject({ no: first?.no, state: "submitted", place: "共享盘", submittedOn: today.today });
    expect(cellAt(book, papers[0]?.at)).toBe(papers[0]?.paper);
  });

  it("has who is expected before anybody is listed, and whose delegate comes", () => {
    const book = register();
    expect(meeting(book).people.map(({ name, at }) => [name, at])).toEqual([
      ["王敏", null],
      ["沈丽", null],
      ["周建国", null],
      ["林晓", null],
    ]);
    does(book, "prepare-meeting");
    does(book, "request-leave", { meeting: NO, name: "沈丽", reason: "出差", delegate: "陆明" });
    const { people, counts } = meeting(book);
    expect(people.find(({ name }) => name === "沈丽")).toMatchObject({ status: "leave", reason: "出差", delegate: "陆明" });
    expect(counts).toMatchObject({ expected: 4, leave: 1, there: 0, unsaid: 3 });
    expect(cellAt(book, people[0]?.at)).toBe("王敏");
  });

  it("counts who was there after it", () => {
    const book = register();
    does(book, "prepare-meeting");
    const keys = [...(snapshotOf(book, ["attendance"]).tables.get("attendance")?.byKey.keys() ?? [])];
    const said = ["present", "late", "absent", "leftEarly"];
    keys.forEach((key, index) => {
      overtype(book, "attendance", key, { status: said[index] ?? "present", ...(said[index] === "late" ? { lateMinutes: 12 } : {}) });
    });
    expect(meeting(book).counts).toEqual({ expected: 4, there: 3, late: 1, leave: 0, absent: 1, unsaid: 0 });
  });
});

describe("what can be done with a meeting", () => {
  it("goes from its notice to its archive, and says why the rest waits", () => {
    const book = register();
    does(book, "prepare-meeting");
    expect(steps(book)).toEqual([
      "prepare-meeting",
      "propose-topic",
      "request-leave",
      "send-notice",
      "move-meeting",
      "cancel-meeting",
      "make-sign-in",
      "generate-minutes",
      "record-attendance | signin-missing",
      "record-minutes | minutes-missing",
      "approve-minutes | minutes-missing",
      "amend-minutes | minutes-missing",
      "distribute-minutes | minutes-missing",
      "archive-meeting | minutes-missing",
      "verify-archive | step-nothing-sealed",
      "attendance-statistics",
    ]);
    does(book, "make-sign-in");
    does(book, "generate-minutes", { meeting: NO });
    const after = on("2026-11-24");
    expect(steps(book)).toContain("record-attendance | step-not-held");
    expect(steps(book)).toContain("approve-minutes | approved-before-meeting");
    expect(steps(book, after)).toContain("approve-minutes | step-record-first");
    does(book, "record-minutes", { meeting: NO }, after);
    expect(steps(book, after)).toContain("distribute-minutes | step-not-approved");
    expect(steps(book, after)).not.toContain("prepare-meeting");
    does(book, "approve-minutes", { meeting: NO }, after);
    expect(steps(book, after).slice(3, 8)).toEqual([
      "record-minutes | minutes-approved",
      "approve-minutes | already-approved",
      "amend-minutes",
      "distribute-minutes",
      "archive-meeting | distribute-first",
    ]);
    does(book, "distribute-minutes", { meeting: NO }, after);
    does(book, "archive-meeting", { meeting: NO }, after);
    const { documents, sendings, filed, stage } = meeting(book, NO, after);
    expect(stage).toBe("file");
    expect(documents.find(({ kind }) => kind === "minutes-sheet")?.sealed).toEqual({ by: "周建国", on: after.today });
    expect(sendings.map(({ document, version }) => [document, version])).toEqual([["minutes", 1]]);
    expect(sendings[0]?.names).toContain("王敏");
    expect(filed.map(({ kind }) => kind)).toContain("minutes");
  });

  it("is nothing of what its notice lacks", () => {
    const book = register();
    overtype(book, "meetings", NO, { place: null });
    expect(steps(book)).toContain("send-notice | place-missing");
  });

  it("is to decide on it while it is proposed, and to tell of it once it was called off", () => {
    const book = register();
    const proposal = { name: "插单会", date: "2026-11-25", start: "14:00", minutes: 45, place: "三楼", trigger: "market", reason: "加单" };
    does(book, "propose-meeting", { ...proposal, proposer: "王敏", department: "销售部" });
    const no = [...(snapshotOf(book, ["meetings"]).tables.get("meetings")?.byKey.keys() ?? [])].at(-1) ?? "";
    expect(steps(book, today, no)).toEqual(["confirm-meeting", "decline-meeting", "propose-topic"]);
    expect(meeting(book, no)).toMatchObject({ stage: null, head: { reason: "加单", proposedBy: "销售部 王敏", state: "proposed" } });
    does(book, "confirm-meeting", { meeting: no });
    // The number that it had as a proposal still leads to it.
    expect(meeting(book, no).head.no).not.toBe(no);
    does(book, "send-notice", { meeting: NO });
    does(book, "cancel-meeting", { meeting: NO, reason: "停电" });
    expect(steps(book)).toEqual(["send-notice"]);
  });

  it("keeps every version of a notice apart", () => {
    const book = register();
    does(book, "prepare-meeting");
    does(book, "send-notice");
    does(book, "move-meeting", { meeting: NO, start: "14:00", reason: "会议室占用" });
    does(book, "send-notice");
    const { documents, sendings } = meeting(book);
    expect(documents.map(({ kind, version }) => [kind, version])).toEqual([
      ["notice-sheet", 1],
      ["notice-sheet", 2],
    ]);
    expect(sendings.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe("the lists for forms", () => {
  it("hold who works here, what is to be decided and what is still to come", () => {
    const book = register();
    type(book, "people", { name: "已离职", active: false });
    does(book, "prepare-meeting");
    does(book, "propose-topic", { topic: "甲" });
    const { series, departments, people, topics, papers } = look(book, "lists", today);
    expect(series.map(({ value }) => value)).toEqual(["产销协调会"]);
    expect(departments.map(({ value }) => value)).toEqual(expect.arrayContaining(["市场部", "质量部"]));
    expect(people).toContainEqual({ value: "陆明", label: "陆明 质量部" });
    expect(people.map(({ value }) => value)).not.toContain("已离职");
    expect(topics).toHaveLength(1);
    expect(topics[0]?.label).toContain("甲");
    const [first] = papers;
    does(book, "submit-paper", { paper: first?.value, meeting: NO });
    expect(look(book, "lists", today).papers.map(({ value }) => value)).not.toContain(first?.value);
  });
});
