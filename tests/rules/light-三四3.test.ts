import { describe, expect, it } from "vitest";
import { dayOf } from "../../core/base/plain-date.ts";
import { makeCalendar } from "../../core/calendar/working-calendar.ts";
import type { BookSettings } from "../../core/register/book-settings.ts";
import { daysLate, lightOf, type Tracked } from "../../core/tracking/light.ts";

const calendar = makeCalendar({ pattern: { kind: "five" }, overrides: [] });
const settings = { dueSoonDays: 2, confirmDays: 1 } as BookSettings;
const day = (month: number, date: number): number => dayOf(2026, month, date) ?? 0;

const item: Tracked = {
  status: "confirmed",
  department: "生产部",
  owner: "孙海涛",
  assignedOn: day(11, 2),
  confirmedOn: day(11, 3),
  due: day(11, 20),
  firstDue: day(11, 20),
  doneOn: null,
};
const light = (today: number, change: Partial<Tracked> = {}): string => lightOf({ ...item, ...change }, today, calendar, settings);

describe("三(四)3 the light of an item", () => {
  it("is due soon until its due date ends, and overdue from the next day", () => {
    expect(light(day(11, 17))).toBe("onTrack");
    expect(light(day(11, 18))).toBe("dueSoon");
    expect(light(day(11, 20))).toBe("dueSoon");
    expect(light(day(11, 21))).toBe("overdue");
  });

  it("counts working days late: none on the weekend, make-up days and holidays as they are worked", () => {
    const late = (today: number, due: number): number | null => daysLate({ ...item, due }, today, calendar, settings);
    expect(late(day(11, 21), day(11, 20))).toBe(0);
    expect(late(day(11, 23), day(11, 20))).toBe(1);
    expect(late(day(10, 8), day(9, 30))).toBe(1);
    expect(late(day(10, 10), day(10, 9))).toBe(1);
    expect(late(day(11, 20), day(11, 20))).toBeNull();
  });

  it("is unconfirmed only after the working days that an owner has", () => {
    const fresh = { status: "assigned", confirmedOn: null, assignedOn: day(11, 6), due: day(11, 30) };
    expect(light(day(11, 9), fresh)).toBe("onTrack");
    expect(light(day(11, 10), fresh)).toBe("unconfirmed");
  });

  it("measures a finished item against its first date, so that postponing never makes it look on time", () => {
    const postponed = { status: "done", due: day(11, 27), doneOn: day(11, 24) };
    expect(light(day(11, 28), postponed)).toBe("doneLate");
    expect(light(day(11, 28), { ...postponed, doneOn: day(11, 20) })).toBe("done");
  });

  it("says first that nobody has it, then that it has no date", () => {
    expect(light(day(11, 10), { owner: "", department: "", due: null })).toBe("noOwner");
    expect(light(day(11, 10), { due: null })).toBe("noDate");
  });
});
