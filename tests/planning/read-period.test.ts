import { describe, expect, it } from "vitest";
import { dayOf } from "../../core/base/plain-date.ts";
import { horizon, weekOf } from "../../core/calendar/period.ts";
import { looksLikePeriod, readPeriod } from "../../core/calendar/read-period.ts";

const day = (year: number, month: number, date: number): number => dayOf(year, month, date) ?? Number.NaN;
const near = day(2026, 11, 25);
const read = (text: string | number, more: Partial<Parameters<typeof readPeriod>[1]> = {}): string | undefined =>
  readPeriod(text, { near, weekRule: "iso", dateSystem: 1900, ...more })?.key;

describe("a period as planners head it", () => {
  it.each([
    "2026-W48",
    "2026W48",
    "W48",
    "w 48",
    "WK48",
    "Week 48",
    "第48周",
    "48周",
    "第４８周",
    "2026年第48周",
    "26W48",
    "W48/2026",
    "第48周(11.23-11.29)",
    "W48\n11/23",
  ])("takes %j for week 48", (text) => expect(read(text)).toBe("2026-W48"));

  it.each(["2026-11", "2026年11月", "2026/11", "202611", "11月", "11月份", "Nov", "Nov-26", "November 2026", "26年11月"])(
    "takes %j for November",
    (text) => expect(read(text)).toBe("2026-11"),
  );

  it("counts N from the period of the day, in the unit that is meant", () => {
    expect(read("N+2", { unit: "week" })).toBe("2026-W50");
    expect(read("N+2", { unit: "month" })).toBe("2027-01");
    expect(read("N-1周")).toBe("2026-W47");
    expect(read("N+1月")).toBe("2026-12");
    expect(read("N+1")).toBeUndefined();
    expect([read("本周"), read("下月")]).toEqual(["2026-W48", "2026-12"]);
  });

  it("takes a date for its week, and for its month where months are meant", () => {
    expect(read("2026-11-23")).toBe("2026-W48");
    expect(read(46349)).toBe("2026-W48");
    expect(read(46327, { unit: "month" })).toBe("2026-11");
    expect(read("11/30-12/6")).toBe("2026-W49");
  });

  it("finds the year of a period without one around the day", () => {
    expect([read("W1"), read("W53"), read("1月"), read("W30", { near: day(2027, 1, 4) })]).toEqual([
      "2027-W01",
      "2026-W53",
      "2027-01",
      "2027-W30",
    ]);
    expect(read("W50", { near: day(2027, 1, 4) })).toBe("2026-W50");
  });

  it("knows which years have a week 53, by either rule", () => {
    expect([read("2026-W53"), read("2025-W53"), read("2025-W00")]).toEqual(["2026-W53", undefined, undefined]);
    expect(read("2027-W01", { weekRule: "january" })).toBe("2027-W01");
    expect(weekOf(day(2026, 12, 31), "iso").key).toBe("2026-W53");
    expect(weekOf(day(2026, 12, 31), "january").key).toBe("2027-W01");
    expect(read("2026-W53", { weekRule: "january" })).toBeUndefined();
  });

  it.each(["合计", "产品编码", "11月上旬", "Q4", "47", "3", "备注", "", "13月", "W60", "W0"])("takes %j for no period", (text) => {
    expect(looksLikePeriod(text)).toBe(false);
    expect(read(text)).toBeUndefined();
  });

  it("takes a bare number where the heading says what it counts", () => {
    expect([read(48, { unit: "week" }), read("11", { unit: "month" }), read(48)]).toEqual(["2026-W48", "2026-11", undefined]);
  });
});

describe("the horizon", () => {
  it("is without a gap, weeks first, then the rest of the month, then months", () => {
    const periods = horizon(near, { weeks: 6, months: 2, weekRule: "iso" });
    expect(periods.map(({ key }) => key)).toEqual([
      "2026-W48",
      "2026-W49",
      "2026-W50",
      "2026-W51",
      "2026-W52",
      "2026-W53",
      "2027-01+",
      "2027-02",
      "2027-03",
    ]);
    expect(periods.slice(1).map(({ start }) => start)).toEqual(periods.slice(0, -1).map(({ end }) => end + 1));
  });

  it("begins with the month of the day where there are no weeks, and has no rest where weeks end with a month", () => {
    expect(horizon(near, { weeks: 0, months: 2, weekRule: "iso" }).map(({ key }) => key)).toEqual(["2026-11", "2026-12"]);
    expect(horizon(day(2027, 2, 1), { weeks: 4, months: 1, weekRule: "iso" }).map(({ key }) => key)).toEqual([
      "2027-W05",
      "2027-W06",
      "2027-W07",
      "2027-W08",
      "2027-03",
    ]);
  });
});
