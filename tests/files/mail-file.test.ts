import fc from "fast-check";
import PostalMime, { type Email } from "postal-mime";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../core/base/plain-date.ts";
import { calendarFile, meetingUid } from "../../core/files/calendar-file.ts";
import { cleanLine, cleanText } from "../../core/files/clean-text.ts";
import { type Attachment, type Mail, mailFile, unreachableBy } from "../../core/files/mail-file.ts";
import { anyAddress, anyText } from "./texts.ts";

const DAY = dayOf(2026, 11, 23) ?? 0;
const mail: Mail = {
  to: [
    { name: "欧阳建国, 总经理", email: "ouyang@example.cn" },
    { name: 'O"Neil; Sales', email: "oneil@example.cn" },
    { name: "", email: "pmc@example.cn" },
  ],
  cc: [{ name: "Li Si", email: "li.si@example.cn" }],
  subject: "会议记录 CX-2026-W48-1：产销协调会（第48周）🏭，请各部门责任人于两个工作日内确认待办事项",
  text: "各位同事:\n\n附件为会议记录。\n1. 逾期 3 项;\n\n运营管理部",
  made: { day: DAY, time: 17 * 60 + 5 },
  zone: "Asia/Shanghai",
  attachments: [],
};
const calendar = calendarFile({
  uid: meetingUid("b", "CX-2026-W48-1"),
  sequence: 1,
  method: "request",
  made: mail.made,
  start: { day: DAY, time: 14 * 60 },
  length: 60,
  zone: "Asia/Shanghai",
  summary: "产销协调会",
  place: "一号会议室",
  description: "",
  organiser: { name: "顾婷", email: "gu@example.cn" },
  attendees: [{ name: "李四", email: "li@example.cn", role: "required" }],
});
const word: Attachment = {
  name: "会议记录 CX-2026-W48-1 产销协调会（第48周，含签到表与议题材料）.docx",
  mime: "application/octet-stream",
  bytes: Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256),
};

/** postal-mime ends a text with a line break of its own. */
async function read(text: string): Promise<Email> {
  const email = await PostalMime.parse(text);
  return { ...email, text: (email.text ?? "").replaceAll("\r\n", "\n") };
}

function headerLines(text: string): string[] {
  return text.slice(0, text.indexOf("\r\n\r\n")).split("\r\n");
}

describe("a mail file", () => {
  it("says the same to an independent reader", async () => {
    const text = mailFile(mail, [word]);
    const email = await read(text);
    expect(email.subject).toBe(mail.subject);
    expect(email.to).toMatchObject(mail.to.map(({ name, email: address }) => ({ name, address })));
    expect(email.cc).toMatchObject([{ name: "Li Si", address: "li.si@example.cn" }]);
    expect(email.date).toBe("2026-11-23T09:05:00.000Z");
    expect(email.text?.trimEnd()).toBe(mail.text);
    expect(email.headers.find(({ key }) => key === "x-unsent")?.value).toBe("1");
    expect(email.attachments).toHaveLength(1);
    expect(email.attachments[0]).toMatchObject({ filename: word.name, disposition: "attachment" });
    expect(new Uint8Array(email.attachments[0]?.content as ArrayBuffer)).toEqual(word.bytes);
  });

  it("carries an invitation as another form of its text", async () => {
    const text = mailFile({ ...mail, calendar }, [word, { name: "meeting.ics", mime: "text/calendar", bytes: Buffer.from(calendar.text) }]);
    expect(text).toContain("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n");
    const email = await read(text);
    expect(email.text?.trimEnd()).toBe(mail.text);
    const parts = email.attachments.map(({ mimeType, filename }) => `${mimeType} ${filename}`);
    expect(parts).toEqual(["text/calendar null", `application/octet-stream ${word.name}`, "text/calendar meeting.ics"]);
    for (const index of [0, 2]) {
      const { content } = email.attachments[index] ?? {};
      expect(typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8")).toBe(
        calendar.text.replaceAll("\r\n", "\n"),
      );
    }
  });

  it("writes to 40 people, and tells those without an address that works", async () => {
    const to = Array.from({ length: 42 }, (_, index) => ({
      name: `部门${index}: 与会人员${index}`,
      email: ["无", ""][index] ?? ` p${index}@Example.cn `,
    }));
    const email = await read(mailFile({ ...mail, to }, []));
    expect(email.to?.map(({ address }) => address)).toEqual(to.slice(2).map(({ email: address }) => address.trim()));
    expect(unreachableBy({ to, cc: [{ name: "李", email: "x" }] }).map(({ name }) => name)).toEqual([
      "部门0: 与会人员0",
      "部门1: 与会人员1",
      "李",
    ]);
  });

  it("has no date in a zone that core does not know, and no head for nobody", () => {
    const heads = headerLines(mailFile({ ...mail, zone: "Europe/Berlin", to: [], cc: [{ name: "李", email: "" }] }, []));
    expect(heads.map((line) => line.split(":")[0])).not.toEqual(expect.arrayContaining(["Date"]));
    expect(heads.filter((line) => /^(To|Cc|Date):/.test(line))).toEqual([]);
  });

  it("the same mail is the same bytes", () => {
    expect(mailFile(mail, [word])).toBe(mailFile(mail, [word]));
  });

  it("nothing that people type becomes a header, a recipient or a part", async () => {
    const nasty = 'x"\r\nBcc: all@example.cn\r\n\r\n--=_concord\r\nContent-Type: text/html\r\n\r\n<b>';
    const person = { name: nasty, email: "a@example.cn>\r\nBcc: all@example.cn" };
    const email = await read(
      mailFile({ ...mail, subject: nasty, text: nasty, to: [{ name: nasty, email: "a@b.cn" }, person] }, [{ ...word, name: nasty }]),
    );
    expect(email.bcc).toBeUndefined();
    expect(email.html).toBeUndefined();
    expect(email.to).toMatchObject([{ address: "a@b.cn", name: cleanLine(nasty) }]);
    expect(email.subject).toBe(cleanLine(nasty));
    expect(email.text?.trimEnd()).toBe(cleanText(nasty));
    expect(email.attachments).toHaveLength(1);
  });

  it("any text goes through whole, in ASCII lines of at most 76", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, anyAddress, anyText, async (subject, text, name, email, file) => {
        const written = mailFile({ ...mail, subject, text, to: [{ name, email }] }, [{ ...word, name: `a${cleanLine(file)}z` }]);
        for (const line of written.split("\r\n")) {
          expect(line).toMatch(/^[\x20-\x7e]*$/);
          expect(line.length).toBeLessThanOrEqual(76);
        }
        const read = await PostalMime.parse(written);
        expect(read.subject ?? "").toBe(cleanLine(subject));
        expect(read.to).toHaveLength(1);
        expect(read.to?.[0]).toMatchObject({ address: email, name: cleanLine(name) });
        expect(unended(read.text)).toBe(unended(cleanText(text)));
        expect(read.attachments[0]?.filename).toBe(`a${cleanLine(file)}z`);
      }),
    );
  });
});

/** Without the line breaks at its end, of which readers keep more or fewer. */
function unended(text = ""): string {
  return text.replaceAll("\r\n", "\n").replace(/\n+$/, "");
}
