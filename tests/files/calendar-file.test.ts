import fc from "fast-check";
import ical, { type ParameterValue, type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../core/base/plain-date.ts";
import { type Attendee, type CalendarEvent, calendarFile, meetingUid } from "../../core/files/calendar-file.ts";
import { cleanLine, cleanText } from "../../core/files/clean-text.ts";
import { anyAddress, anyText } from "./texts.ts";

const DAY = dayOf(2026, 11, 23) ?? 0;
const meeting: CalendarEvent = {
  uid: meetingUid("book-1", "CX-2026-W48-1"),
  sequence: 0,
  method: "request",
  made: { day: DAY - 3, time: 9 * 60 + 5 },
  start: { day: DAY, time: 14 * 60 },
  length: 90,
  zone: "Asia/Shanghai",
  summary: "产销协调会; 第48周, 例会 \\ 🏭",
  place: "一号楼, 三层; 会议室",
  description: "议程:\n1. 上次决议, 逾期 3 项; 复核\n2. 销售端\\生产端",
  organiser: { name: '顾"婷", 运营管理部', email: "gu.ting@example.cn" },
  attendees: [
    { name: "欧阳建国, 总经理", email: "ouyang@example.cn", role: "chair" },
    { name: "李四", email: "li.si@example.cn", role: "required" },
    { name: "O'Neil: Sales", email: "oneil+pmc@example.cn", role: "optional" },
  ],
};

function read(text: string): VEvent {
  const events = Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === "VEVENT");
  expect(events).toHaveLength(1);
  return events[0] as VEvent;
}

/** The method stands beside the events in what node-ical reads. */
const methodOf = (text: string): unknown => (ical.sync.parseICS(text) as { vcalendar?: { method?: string } }).vcalendar?.method;

const plain = (value: ParameterValue | undefined): string => (typeof value === "object" ? value.val : (value ?? ""));

function linesOf(text: string): string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  return text.slice(0, -2).split("\r\n");
}

describe("a calendar file", () => {
  it("says the same to an independent reader", () => {
    const { text, method, unreachable } = calendarFile(meeting);
    expect([method, methodOf(text), unreachable]).toEqual(["REQUEST", "REQUEST", []]);
    const event = read(text);
    expect(event.uid).toBe(meeting.uid);
    expect(Number(event.sequence)).toBe(0);
    expect(event.start.toISOString()).toBe("2026-11-23T06:00:00.000Z");
    expect(event.end?.toISOString()).toBe("2026-11-23T07:30:00.000Z");
    expect(event.start.tz).toBe("Asia/Shanghai");
    expect(event.dtstamp.toISOString()).toBe("2026-11-20T01:05:00.000Z");
    expect([plain(event.summary), plain(event.location), plain(event.description)]).toEqual([
      meeting.summary,
      meeting.place,
      meeting.description,
    ]);
    expect(event.organizer).toMatchObject({ params: { CN: "顾'婷', 运营管理部" }, val: "mailto:gu.ting@example.cn" });
    expect(event.attendee).toMatchObject([
      { params: { CN: "欧阳建国, 总经理", ROLE: "CHAIR" }, val: "mailto:ouyang@example.cn" },
      { params: { CN: "李四", ROLE: "REQ-PARTICIPANT", RSVP: true }, val: "mailto:li.si@example.cn" },
      { params: { CN: "O'Neil: Sales", ROLE: "OPT-PARTICIPANT" }, val: "mailto:oneil+pmc@example.cn" },
    ]);
  });

  it("takes 40 attendees, and tells those without an address that works", () => {
    const people = Array.from(
      { length: 44 },
      (_, index): Attendee => ({
        name: `与会人员${index}, 部门;${index}`,
        email:
          index % 11 === 10 ? (["", "没有", "a b@x.cn", "x@y.cn>\r\nBCC:z@z.cn"][Math.floor(index / 11)] ?? "") : `p${index}@example.cn`,
        role: "required",
      }),
    );
    const { text, unreachable } = calendarFile({ ...meeting, attendees: people });
    expect(read(text).attendee).toHaveLength(40);
    expect(unreachable.map(({ name }) => name)).toEqual(people.filter((_, index) => index % 11 === 10).map(({ name }) => name));
    expect(text).not.toContain("BCC");
    // node-ical cuts a quoted name at a semicolon; the standard does not.
    expect(text.replaceAll("\r\n ", "")).toContain(';CN="与会人员3, 部门;3":mailto:p3@example.cn');
  });

  it("is cancelled under its name, with a higher number", () => {
    const { text } = calendarFile({ ...meeting, method: "cancel", sequence: 2 });
    const event = read(text);
    expect([methodOf(text), event.status, Number(event.sequence), event.uid]).toEqual(["CANCEL", "CANCELLED", 2, meeting.uid]);
  });

  it("is offered rather than an invitation where nobody can be invited or nobody invites", () => {
    expect(calendarFile({ ...meeting, attendees: [] }).method).toBe("PUBLISH");
    const { organiser, ...without } = meeting;
    expect(organiser).toBeDefined();
    const { text, method } = calendarFile(without);
    expect([method, methodOf(text)]).toEqual(["PUBLISH", "PUBLISH"]);
    expect(text).not.toContain("RSVP");
  });

  it("floats in a zone that core does not know, and crosses midnight", () => {
    const { text } = calendarFile({ ...meeting, zone: "Europe/Berlin", start: { day: DAY, time: 23 * 60 + 30 } });
    expect(text).toContain("\r\nDTSTART:20261123T233000\r\nDTEND:20261124T010000\r\n");
    expect(text).not.toContain("TZID");
  });

  it("reminds where it was asked to", () => {
    expect(calendarFile({ ...meeting, remind: 30 }).text).toContain("\r\nTRIGGER:-PT30M\r\n");
    expect(calendarFile(meeting).text).not.toContain("VALARM");
  });

  it("one meeting has one name in a workbook, and another in another workbook", () => {
    const names = [
      meetingUid("a", "CX-1"),
      meetingUid("a", "CX-1"),
      meetingUid("b", "CX-1"),
      meetingUid("a", "CX-2"),
      meetingUid("a", "会1"),
    ];
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[\w@-]+$/);
  });

  it("any text goes through whole, in lines of at most 75 bytes that are whole characters", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, anyAddress, (summary, place, description, name, email) => {
        const { text } = calendarFile({ ...meeting, summary, place, description, attendees: [{ name, email, role: "required" }] });
        for (const line of linesOf(text)) {
          const bytes = Buffer.from(line, "utf8");
          expect(bytes.length).toBeLessThanOrEqual(75);
          expect(bytes.toString("utf8")).toBe(line);
          expect(line).not.toMatch(/\ufffd$/);
        }
        // Unfolded, so that each line is one property and none of them is what somebody typed.
        const lines = linesOf(text.replaceAll("\r\n ", ""));
        const value = (property: string): string | undefined =>
          lines
            .find((line) => line.startsWith(`${property}:`))
            ?.slice(property.length + 1)
            .replace(/\\(.)/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
        expect(value("SUMMARY")).toBe(cleanLine(summary));
        expect(value("LOCATION") ?? "").toBe(cleanLine(place));
        expect(value("DESCRIPTION") ?? "").toBe(cleanText(description));
        expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
        const event = read(text);
        expect(event.uid).toBe(meeting.uid);
        expect(event.attendee).toMatchObject({ val: `mailto:${email}` });
      }),
    );
  });

  it("what people write comes out of the independent reader as it went in", () => {
    const written = fc
      .array(fc.constantFrom("产销协调会", "A", "7", "\\", ";", ",", ":", "'", "\n", "👍", "，", "、", " x", "(", ")", "-", "%", "="), {
        minLength: 1,
        maxLength: 60,
      })
      .map((parts) => `产${parts.join("")}销`);
    fc.assert(
      fc.property(written, written, (summary, description) => {
        const event = read(calendarFile({ ...meeting, summary, description }).text);
        expect(plain(event.summary)).toBe(cleanLine(summary));
        expect(plain(event.description)).toBe(description);
      }),
    );
  });
});
