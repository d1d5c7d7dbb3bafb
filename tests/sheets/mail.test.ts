import { describe, expect, it } from "vitest";
import { sendNotice } from "../../core/commands/send-notice.ts";
import type { Delivery } from "../../core/index.ts";
import type { Answer } from "../../pane/runner.ts";
import { POST_SHEET } from "../../sheets-script/mail/post-book.ts";
import type { DailyState, ReadyMail, Sent } from "../../sheets-script/post.ts";
import { readyMail } from "../../sheets-script/sidebar/ready-mail.ts";
import { newBook } from "../support/office/open-excel.ts";
import { sampleBook } from "../support/office/person.ts";
import type { AppsScript } from "../support/sheets/apps-script.ts";
import { ask, reply } from "../support/sheets/ask.ts";
import { bind } from "../support/sheets/built-script.ts";
import { writtenScript } from "../support/sheets/written-script.ts";

const code = writtenScript();

const people = (count: number): ReadyMail["to"] =>
  Array.from({ length: count }, (_, index) => ({ name: `人员${index}`, email: `p${index}@factory.example` }));
const mailTo = (count: number): ReadyMail => ({
  name: "会议通知 CX-2026-W48-1-通知1.eml",
  from: { name: "顾婷", email: "gu@factory.example" },
  to: people(count),
  cc: [{ name: "总经理", email: "boss@factory.example" }],
  subject: "=会议通知",
  text: "周三 14:00 开会",
  attachments: [{ name: "会议.ics", mime: "text/calendar", base64: Buffer.from("BEGIN:VCALENDAR").toString("base64") }],
});

const plan = (script: AppsScript, mail: ReadyMail): Delivery => ask(script, { kind: "mail-plan", mail });
const send = (script: AppsScript, mail: ReadyMail, again = false): Sent => ask(script, { kind: "mail-send", mail, again });
const addressed = ({ account }: AppsScript): string[] =>
  account.sent
    .flatMap(({ to, cc = "" }) => [to, cc])
    .flatMap((list) => list.split(","))
    .filter((each) => each !== "");
const said = ({ report, problems }: Sent): string => [...report, ...problems].map(({ params }) => params.sentence).join("\n");

describe("real mail", () => {
  it("is sent to everybody once, with its attachments, and to nobody before it is asked for", () => {
    const script = bind(code, newBook());
    expect(plan(script, mailTo(3)).now).toHaveLength(4);
    expect([script.account.sent, script.document.workbook.sheets.length]).toEqual([[], 1]);
    expect(said(send(script, mailTo(3)))).toContain("4 人");
    expect(script.account.sent).toMatchObject([
      {
        to: "p0@factory.example,p1@factory.example,p2@factory.example",
        cc: "boss@factory.example",
        subject: "=会议通知",
        name: "顾婷",
        replyTo: "gu@factory.example",
      },
    ]);
    expect(script.account.sent[0]?.attachments).toMatchObject([{ name: "会议.ics", type: "text/calendar" }]);
  });

  it("is not sent twice, whoever runs it, unless that is asked for", () => {
    const script = bind(code, newBook());
    send(script, mailTo(3));
    script.account.user = "another@example.com";
    expect(plan(script, mailTo(3))).toMatchObject({ now: [], alreadySent: { length: 4 } });
    expect(said(send(script, mailTo(3)))).toContain("之前已发过");
    expect(script.account.sent).toHaveLength(1);
    send(script, mailTo(4));
    expect(addressed(script).filter((each) => each === "p3@factory.example")).toHaveLength(1);
    send(script, mailTo(3), true);
    expect(script.account.sent).toHaveLength(3);
  });

  it("waits for another day beyond the quota, and goes out then by itself, once", () => {
    const script = bind(code, newBook());
    script.account.mailQuota = 60;
    expect(plan(script, mailTo(70)).later).toHaveLength(11);
    expect(said(send(script, mailTo(70)))).toContain("其余 11 人");
    expect(script.account.sent.map(({ to }) => to.split(",").length)).toEqual([50, 10]);
    expect(ask<DailyState>(script, { kind: "daily" })).toEqual({ isOn: false, waiting: 11 });
    script.run("concordDaily");
    expect(addressed(script)).toHaveLength(60);
    script.account.mailQuota = 100;
    script.run("concordDaily");
    script.run("concordDaily");
    expect(new Set(addressed(script)).size).toBe(71);
    expect(addressed(script)).toHaveLength(71);
    expect(script.account.sent.at(-1)?.attachments[0]?.bytes.toString()).toContain("BEGIN:VCALENDAR");
    expect(ask<DailyState>(script, { kind: "daily" }).waiting).toBe(0);
  });

  it("that broke off is asked about and never repeated in silence", () => {
    const script = bind(code, newBook());
    // The run is ended between the sending and the note that it was sent.
    let sent = false;
    script.account.fault = ({ name }) => {
      sent ||= name === "MailApp.sendEmail";
      return sent && name === "Range.setValues" ? "Service error: Spreadsheets" : undefined;
    };
    expect(reply(script, { kind: "mail-send", mail: mailTo(2), again: false })).toHaveProperty("problem");
    script.account.fault = undefined;
    expect(plan(script, mailTo(2))).toMatchObject({ now: [], unsure: { length: 3 } });
    expect(said(send(script, mailTo(2)))).toContain("可能已收到");
    expect(script.account.sent).toHaveLength(1);
  });

  it("that Google refuses is said with who did not get it, and can be sent again", () => {
    const script = bind(code, newBook());
    script.account.fault = ({ name }) => (name === "MailApp.sendEmail" ? "Invalid email: p0@factory.example" : undefined);
    expect(said(send(script, mailTo(1)))).toMatch(/人员0、总经理.*Invalid email/);
    script.account.fault = undefined;
    send(script, mailTo(1));
    expect(addressed(script)).toHaveLength(2);
  });

  it("keeps its notes as text on a hidden sheet, out of the person's way", () => {
    const workbook = newBook();
    const script = bind(code, workbook);
    send(script, { ...mailTo(1), to: [{ name: "=HYPERLINK(1)", email: "a@factory.example" }] });
    const sheet = workbook.sheet(POST_SHEET) ?? expect.fail("no notes");
    expect(sheet.visibility).not.toBe("visible");
    expect(workbook.sheets[workbook.active]?.name).toBe("Sheet1");
    const cells = [...sheet.cells.values()].flatMap((line) => [...line.values()]);
    expect(cells.some(({ value }) => value === "=HYPERLINK(1)")).toBe(true);
    expect(cells.every(({ formula }) => formula === undefined)).toBe(true);
  });

  it("that was refused the right to send is explained; everything else works", () => {
    const script = bind(code, newBook());
    script.account.refuse("script.send_mail");
    const answered = reply(script, { kind: "mail-plan", mail: mailTo(1) });
    expect("problem" in answered && answered.problem.params.sentence).toContain("没有给 Concord 相应的权限");
    expect(ask<Answer>(script, { kind: "preview", command: "set-up-workbook", input: {} }).changes).toBeGreaterThan(0);
  });

  it("carries a meeting's notice with its calendar entry", async () => {
    const script = bind(code, await sampleBook("zh-CN", "plan-meetings", "prepare-meeting"));
    const { files = [] } = ask<Answer>(script, { kind: "run", command: sendNotice.id, input: {} });
    const mail = files.find((file) => file.kind === "mail") ?? expect.fail("no mail");
    const ready = await readyMail(mail.name, mail.kind === "mail" ? mail.mail : expect.fail());
    expect(plan(script, ready).now.length).toBeGreaterThan(3);
    send(script, ready);
    expect(script.account.sent[0]?.attachments[0]?.bytes.toString()).toContain("METHOD:REQUEST");
  });
});

describe("the daily work", () => {
  it("is turned on once and off again, at the spreadsheet's own morning", () => {
    const script = bind(code, newBook());
    script.document.timeZone = "Europe/Berlin";
    ask(script, { kind: "daily", turn: true });
    expect(ask(script, { kind: "daily", turn: true })).toEqual({ isOn: true, waiting: 0 });
    expect(script.account.triggers).toMatchObject([{ handler: "concordDaily", everyDays: 1, atHour: 8, zone: "Europe/Berlin" }]);
    expect(script.functions()).toContain("concordDaily");
    expect(ask(script, { kind: "daily", turn: false })).toEqual({ isOn: false, waiting: 0 });
  });

  it("reminds everybody once a day of what is due, also where it was cut off", async () => {
    const script = bind(code, await sampleBook("zh-CN"));
    script.account.clock.now = Date.parse("2026-11-24T08:20:00+08:00");
    let mails = 0;
    script.account.fault = ({ name }) => (name === "MailApp.sendEmail" && ++mails === 3 ? "Service unavailable" : undefined);
    expect(() => script.run("concordDaily")).toThrow("Service unavailable");
    script.account.fault = undefined;
    script.run("concordDaily");
    const told = addressed(script);
    expect(told.length).toBeGreaterThan(5);
    expect(new Set(script.account.sent.map(({ to, subject }) => `${to} ${subject}`)).size).toBe(script.account.sent.length);
    expect(script.account.sent.every(({ htmlBody = "" }) => htmlBody.includes("<"))).toBe(true);
    script.run("concordDaily");
    expect(addressed(script)).toEqual(told);
    script.account.clock.now += 86_400_000;
    script.account.mailQuota = 100;
    script.run("concordDaily");
    expect(addressed(script).length).toBeGreaterThan(told.length);
    expect(script.last.seconds).toBeLessThan(180);
  });

  it("that was refused is explained", () => {
    const script = bind(code, newBook());
    script.account.refuse("script.scriptapp");
    const answered = reply(script, { kind: "daily", turn: true });
    expect("problem" in answered && answered.problem.params.sentence).toContain("没有给 Concord 相应的权限");
  });
});
