import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toIso, weekdayOf, ymd } from "../../../core/base/plain-date.ts";
import { moveOffNonWorkdays, occurrences, type Recurrence } from "../../../core/calendar/recurrence.ts";
import { makeCalendar } from "../../../core/calendar/working-calendar.ts";
import { dayIn } from "./vectors.ts";

const dates = (rule: Recurrence, from: string, to: string) => occurrences(rule, dayIn(from), dayIn(to)).map(toIso);

describe("a series of meetings", () => {
  it("meets every week on its weekday, both ends included", () => {
    expect(dates({ cycle: "weekly", weekday: 3 }, "2026-11-18", "2026-12-02")).toEqual(["2026-11-18", "2026-11-25", "2026-12-02"]);
  });

  it("meets every second week, counted from the week of its anchor, before it too", () => {
    const rule = { cycle: "biweekly", weekday: 1, anchor: dayIn("2026-11-18") } as const;
    expect(dates(rule, "2026-10-31", "2026-12-05")).toEqual(["2026-11-02", "2026-11-16", "2026-11-30"]);
  });

  it("meets on a date of the month, and on the last one of a shorter month", () => {
    expect(dates({ cycle: "monthlyDate", day: 31 }, "2026-01-15", "2026-04-29")).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  it("meets on the second Tuesday of a month", () => {
    const rule = { cycle: "monthlyWeekday", nth: 2, weekday: 2 } as const;
    expect(dates(rule, "2026-11-01", "2026-12-31")).toEqual(["2026-11-10", "2026-12-08"]);
  });

  it("meets on the fifth Monday only in months that have one", () => {
    const rule = { cycle: "monthlyWeekday", nth: 5, weekday: 1 } as const;
    expect(dates(rule, "2026-10-01", "2027-01-31")).toEqual(["2026-11-30"]);
  });

  it("never meets in a span that ends before it begins", () => {
    expect(dates({ cycle: "weekly", weekday: 7 }, "2026-11-22", "2026-11-21")).toEqual([]);
  });

  it("meets on the last weekday of a month exactly where a week later is another month", () => {
    const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(400), weekday, (from, length, on) => {
        const rule = { cycle: "monthlyWeekday", nth: -1, weekday: on } as Recurrence;
        const span = Array.from({ length: length + 1 }, (_, index) => from + index);
        const expected = span.filter((day) => weekdayOf(day) === on && ymd(day).month !== ymd(day + 7).month);
        expect(occurrences(rule, from, from + length)).toEqual(expected);
      }),
    );
  });
});

describe("a meeting that falls on a day off", () => {
  const calendar = makeCalendar({ pattern: { kind: "five" }, overrides: [] });
  const moved = (date: string, how: "next" | "previous" | "skip") => {
    const day = moveOffNonWorkdays(dayIn(date), calendar, how);
    return day === null ? null : toIso(day);
  };

  it("moves to the working day after or before, or is left out", () => {
    expect([moved("2026-10-01", "next"), moved("2026-10-01", "previous"), moved("2026-10-01", "skip")]).toEqual([
      "2026-10-08",
      "2026-09-30",
      null,
    ]);
  });

  it("stays where the day is worked, a make-up Saturday included", () => {
    expect([moved("2026-10-10", "next"), moved("2026-10-10", "previous"), moved("2026-10-10", "skip")]).toEqual(
      Array(3).fill("2026-10-10"),
    );
  });
});
