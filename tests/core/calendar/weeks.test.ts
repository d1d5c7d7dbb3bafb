import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, weekdayOf } from "../../../core/base/plain-date.ts";
import { isoWeek, isoWeekKey, januaryWeek, monthKey, parseWeekKey, weekStart, weeksInIsoYear } from "../../../core/calendar/weeks.ts";
import { dayIn } from "./vectors.ts";

const anyDay = fc.integer({ min: dayIn("0001-01-01"), max: dayIn("9999-12-26") });

describe("weeks", () => {
  it("hold each day between their Monday and the next", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = weekStart(isoWeek(day));
        expect(weekdayOf(monday)).toBe(1);
        expect(day - monday).toBe(weekdayOf(day) - 1);
      }),
    );
  });

  it("come back from their key", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayIn("1000-01-06"), max: dayIn("9999-12-26") }), (day) => {
        expect(parseWeekKey(isoWeekKey(day))).toEqual(isoWeek(day));
      }),
    );
  });

  it("begin on the Monday of the key", () => expect(weekStart({ year: 2026, week: 47 })).toBe(dayIn("2026-11-16")));

  it.each(["2025-W53", "2026-W00", "2026-W54", "2026-W4", "2026W47", "w", "0000-W01"])("refuse the key %s", (text) => {
    expect(parseWeekKey(text)).toBeNull();
  });

  it("number 52 or 53, as the day counts of ISO years say", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (year) => {
        const thursdays = [dayOf(year, 1, 1), dayOf(year, 12, 31)].some((day) => day !== null && weekdayOf(day) === 4);
        expect(weeksInIsoYear(year)).toBe(thursdays ? 53 : 52);
      }),
    );
  });

  it("counted from 1 January change on their first weekday alone", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom("monday", "sunday"), (day, first) => {
        const begins = weekdayOf(day + 1) === (first === "monday" ? 1 : 7);
        const next = januaryWeek(day + 1, first);
        expect(next === 1 || next - januaryWeek(day, first) === (begins ? 1 : 0)).toBe(true);
      }),
    );
  });

  it("name the month as text", () => expect(monthKey(dayIn("2026-01-31"))).toBe("2026-01"));
});
