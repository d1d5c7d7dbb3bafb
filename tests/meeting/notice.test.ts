import ical from "node-ical";
import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome, OutFile } from "../../core/index.ts";
import { Planner } from "../journey/planner.ts";
import { codes, NEXT, plannedSample, reported } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
});

function file({ files = [] }: Outcome, extension: string): OutFile {
  return files.find(({ name }) => name.endsWith(extension)) ?? expect.fail(`no ${extension}`);
}

function text(outcome: Outcome, extension: string): string {
  const found = file(outcome, extension);
  return found.kind === "text" ? found.text : expect.fail(found.kind);
}

describe("the files of a notice", () => {
  it("are an entry that another program reads, with everybody's part in the meeting", async () => {
    await planner.run("request-leave", { name: "陈立新", reason: "出差", delegate: "郑宇航" });
    const parsed = ical.sync.parseICS(text(await planner.run("send-notice"), ".ics"));
    const event = Object.values(parsed).find((each) => each?.type === "VEVENT");
    if (event?.type !== "VEVENT") expect.fail("no event");
    expect(event.start.toISOString()).toBe("2026-11-25T01:30:00.000Z");
    expect(event.end?.toISOString()).toBe("2026-11-25T03:00:00.000Z");
    expect(event.method).toBe("REQUEST");
    const attendees = [event.attendee ?? []]
      .flat()
      .map((each) => (typeof each === "string" ? each : `${each.params.CN} ${each.params.ROLE}`));
    expect(attendees).toEqual(
      expect.arrayContaining(["周明远 CHAIR", "陈立新 OPT-PARTICIPANT", "郑宇航 REQ-PARTICIPANT", "林晓彤 REQ-PARTICIPANT"]),
    );
    expect(new Set(attendees).size).toBe(attendees.length);
  });

  it("are a mail to all who have an address, observers in copy, that carries the entry", async () => {
    await planner.run("propose-topic", { topic: "扩产", meeting: NEXT, invite: "梁振邦、外协厂" });
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "accept" }] });
    const outcome = await planner.run("send-notice");
    const mail = file(outcome, ".eml");
    if (mail.kind !== "mail") expect.fail(mail.kind);
    expect(mail.mail.subject).toBe("会议通知：产销协调例会（2026-11-25 09:30）");
    expect(mail.mail.cc.map(({ name }) => name)).toEqual(["梁振邦"]);
    expect(mail.mail.to.map(({ name }) => name)).not.toContain("外协厂");
    expect(mail.mail.attachments.map(({ name }) => name)).toEqual([`会议通知 ${NEXT}-通知1.ics`]);
    expect(mail.mail.from?.name).toBe("顾婷");
    expect(mail.mail.text).toBe(text(outcome, ".txt"));
    expect(codes(outcome)).toContain("invitees-unreachable");
  });

  it("hold what people typed as text", async () => {
    await planner.edit("meetings", NEXT, "place", "=1+1\nATTENDEE:mailto:x@example.com");
    const entry = text(await planner.run("send-notice"), ".ics");
    expect(entry).not.toMatch(/^ATTENDEE:mailto:x@/m);
    const sheet = planner.sheet(`会议通知 ${NEXT}`);
    expect([...sheet.cells.values()].flatMap((line) => [...line.values()].flatMap(({ formula }) => formula ?? []))).toEqual([]);
  });
});

describe("which notice it is", () => {
  it("is still known when the hidden sheet is gone", async () => {
    await planner.run("send-notice");
    const at = planner.workbook.sheets.findIndex(({ name }) => name === "_concord");
    planner.workbook.sheets.splice(at, 1);
    expect(reported(await planner.run("send-notice", { meeting: NEXT }))[0]).toContain(`${NEXT}-通知1`);
    await planner.run("move-meeting", { meeting: NEXT, place: "三楼", reason: "会议室占用" });
    expect(reported(await planner.run("send-notice", { meeting: NEXT }))[0]).toContain(`${NEXT}-通知2`);
  });

  it("goes on counting when a notice's sheet was deleted", async () => {
    await planner.run("send-notice");
    await planner.run("move-meeting", { meeting: NEXT, place: "三楼", reason: "会议室占用" });
    await planner.run("send-notice", { meeting: NEXT });
    const { sheets } = planner.workbook;
    sheets.splice(0, sheets.length, ...sheets.filter(({ name }) => !name.startsWith("会议通知") && name !== "_concord"));
    await planner.run("move-meeting", { meeting: NEXT, place: "四楼", reason: "会议室占用" });
    expect(reported(await planner.run("send-notice", { meeting: NEXT }))[0]).toContain(`${NEXT}-通知3`);
  });

  it("is the next one when a topic came on the agenda since", async () => {
    await planner.run("send-notice");
    await planner.run("propose-topic", { topic: "插单排产", meeting: NEXT, department: "销售部" });
    await planner.run("decide-topics", { topics: [{ topic: `${NEXT}-T1`, decision: "accept" }] });
    const outcome = await planner.run("send-notice", { meeting: NEXT });
    expect(reported(outcome)[0]).toContain("变更通知");
    expect(text(outcome, ".txt")).toContain("变更说明：会议安排有调整，以本通知为准。");
  });

  it("bears a number by the company's pattern, which has to tell it from others", async () => {
    expect(codes(await planner.run("change-settings", { items: [{ setting: "noticePattern", value: "通知" }] }))).toEqual([
      "setting-pattern-counter",
    ]);
    await planner.run("change-settings", { items: [{ setting: "noticePattern", value: "产销通〔2026〕{no}/{version}" }] });
    expect(reported(await planner.run("send-notice"))[0]).toContain(`产销通〔2026〕${NEXT}/1`);
  });
});

describe("a notice in English", () => {
  it("says everything in English", async () => {
    const english = Planner.blank("en");
    for (const id of ["load-sample", "plan-meetings", "prepare-meeting"]) await english.run(id);
    const outcome = await english.run("send-notice");
    expect(text(outcome, ".txt")).not.toMatch(/[\u4e00-\u9fff]/);
    await english.run("make-sign-in");
    const sheet = english.sheet(`Sign-in ${NEXT}`);
    const said = [...sheet.cells.values()].flatMap((line) => [...line.values()].map(({ value }) => String(value ?? "")));
    expect(said.join(" ")).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
