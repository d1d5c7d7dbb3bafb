import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayOf,
  daysInMonth,
  fromSerial,
  parseIso,
  parseTime,
  timeFromSerial,
  timeToSerial,
  toIso,
  toSerial,
  toTime,
  weekdayOf,
  ymd,
} from "../../core/base/plain-date.ts";

const first = dayOf(1, 1, 1) ?? Number.NaN;
const last = dayOf(9999, 12, 31) ?? Number.NaN;
const anyDay = fc.integer({ min: first, max: last });
const day = (iso: string) => parseIso(iso) ?? Number.NaN;

describe("a day", () => {
  it("is counted from 1970-01-01", () => expect([dayOf(1970, 1, 1), dayOf(2026, 11, 22)]).toEqual([0, 20779]));

  it("comes back from its parts and from its text", () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const { year, month, day } = ymd(value);
        expect(dayOf(year, month, day)).toBe(value);
        expect(parseIso(toIso(value))).toBe(value);
      }),
    );
  });

  it("agrees with the platform's own calendar", () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const date = new Date(value * 86_400_000);
        expect(toIso(value)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(value) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it.each([
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [2026, 1, 0],
    [0, 1, 1],
    [10_000, 1, 1],
    [2026, 1.5, 1],
    [Number.NaN, 1, 1],
  ])("does not exist for %d-%d-%d", (year, month, date) => expect(dayOf(year, month, date)).toBeNull());

  it.each(["2026-1-5", "2026/11/22", " 2026-11-22", "2026-11-22\n", "2026-02-30", ""])("is not read strictly from %j", (text) => {
    expect(parseIso(text)).toBeNull();
  });

  it("knows leap years by the century rule", () => {
    expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it("moved by months stops at the end of a shorter one, across years", () => {
    expect([1, 13, -2, -11].map((n) => toIso(addMonths(day("2026-01-31"), n)))).toEqual([
      "2026-02-28",
      "2027-02-28",
      "2025-11-30",
      "2025-02-28",
    ]);
  });
});

describe("a serial", () => {
  it("comes back from its day in every date system", () => {
    const from = { 1900: day("1900-01-01"), 1904: day("1904-01-01"), sheets: day("1899-12-30") };
    for (const system of [1900, 1904, "sheets"] as const) {
      fc.assert(
        fc.property(fc.integer({ min: from[system], max: last }), (value) => fromSerial(toSerial(value, system), system) === value),
      );
    }
  });

  it("drops its fraction, the time", () => expect(fromSerial(46348.99, 1900)).toBe(day("2026-11-22")));

  it("of 1900 has no day 0 and no 29 February", () => {
    expect([0, 0.5, 59, 60, 60.5, 61].map((serial) => fromSerial(serial, 1900))).toEqual([
      null,
      null,
      day("1900-02-28"),
      null,
      null,
      day("1900-03-01"),
    ]);
  });

  it("ends with the year 9999 in every date system", () => {
    expect([fromSerial(2_958_465, 1900), fromSerial(2_957_003, 1904)]).toEqual([last, last]);
    expect([fromSerial(2_958_466, 1900), fromSerial(2_957_004, 1904), fromSerial(-1, 1904), fromSerial(Number.NaN, 1900)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("a time", () => {
  it("comes back from its text and its serial", () => {
    for (let minutes = 0; minutes < 1440; minutes++) {
      expect(parseTime(toTime(minutes))).toBe(minutes);
      expect(timeFromSerial(46348 + timeToSerial(minutes))).toBe(minutes);
    }
  });

  it("is read with one digit, full width and seconds", () => {
    expect(["9:30", "09:30", "14：00", "１４:00:59"].map(parseTime)).toEqual([570, 570, 840, 840]);
  });

  it.each(["24:00", "9:60", "9", "930", "9:3", "", "9:30 am"])("is not read from %j", (text) => expect(parseTime(text)).toBeNull());

  it("never reaches the next day, and needs a serial that is one", () => {
    expect([0.999999, -0.5, Number.POSITIVE_INFINITY].map(timeFromSerial)).toEqual([1439, null, null]);
  });

  it("is rounded up by less than a second only", () => expect([0.395833, 0.3958].map(timeFromSerial)).toEqual([570, 569]));
});
