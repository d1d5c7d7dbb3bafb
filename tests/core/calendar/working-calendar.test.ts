import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, toIso } from "../../../core/base/plain-date.ts";
import type { WeekPattern } from "../../../core/calendar/week-pattern.ts";
import { type CompanyDays, makeCalendar } from "../../../core/calendar/working-calendar.ts";
import { dayIn } from "./vectors.ts";

const five: WeekPattern = { kind: "five" };
const six: WeekPattern = { kind: "six" };
const alternating: WeekPattern = { kind: "alternating", bigWeekMonday: dayIn("2026-11-16") };
const ordinary = makeCalendar({ pattern: five, overrides: [] });

const span = (kind: CompanyDays["kind"], from: string, to = from, reason = ""): CompanyDays => ({
  from: dayIn(from),
  to: dayIn(to),
  kind,
  reason,
});

const someDay = fc.integer({ min: dayIn("2024-06-01"), max: dayIn("2028-06-30") });
const someCalendar = fc
  .record({
    pattern: fc.constantFrom(five, six, alternating),
    overrides: fc.array(
      fc
        .record({
          from: someDay,
          length: fc.integer({ min: 0, max: 12 }),
          kind: fc.constantFrom("off", "work", "half", "shutdown", "stocktaking"),
        })
        .map(({ from, length, kind }) => ({ from, to: from + length, kind: kind as CompanyDays["kind"] })),
      { maxLength: 6 },
    ),
  })
  .map(makeCalendar);

describe("the week's pattern", () => {
  it("rests on Saturday and Sunday in a five-day week", () => {
    expect(workedFrom(ordinary, "2026-11-16", 7)).toBe("11111..");
  });

  it("rests on Sunday alone in a six-day week", () => {
    expect(workedFrom(makeCalendar({ pattern: six, overrides: [] }), "2026-11-16", 7)).toBe("111111.");
  });

  it("works the Saturday of every second week from the big week on, and before it", () => {
    const calendar = makeCalendar({ pattern: alternating, overrides: [] });
    expect(workedFrom(calendar, "2026-11-02", 28)).toBe("111111.11111..111111.11111..");
  });

  it("takes the big week of any day in it", () => {
    const calendar = makeCalendar({ pattern: { kind: "alternating", bigWeekMonday: dayIn("2026-11-19") }, overrides: [] });
    expect(workedFrom(calendar, "2026-11-16", 14)).toBe("111111.11111..");
  });

  it("keeps public holidays off and make-up days on in every pattern", () => {
    for (const pattern of [five, six, alternating]) {
      const calendar = makeCalendar({ pattern, overrides: [] });
      expect(calendar.isWorkday(dayIn("2026-10-03"))).toBe(false);
      expect(calendar.isWorkday(dayIn("2026-09-20"))).toBe(true);
    }
  });
});

describe("the company's own days", () => {
  it("win over make-up days and public holidays", () => {
    const calendar = makeCalendar({ pattern: five, overrides: [span("off", "2026-10-10"), span("work", "2026-10-06", "2026-10-07")] });
    expect(workedFrom(calendar, "2026-10-05", 6)).toBe(".1111.");
  });

  it("hold in the order given, the later one last", () => {
    const calendar = makeCalendar({ pattern: five, overrides: [span("off", "2026-11-16", "2026-11-20"), span("work", "2026-11-18")] });
    expect(workedFrom(calendar, "2026-11-16", 7)).toBe("..1....");
  });

  it("count a half day as a working day of half length, on a rest day too", () => {
    const calendar = makeCalendar({ pattern: five, overrides: [span("half", "2026-11-20", "2026-11-21")] });
    expect([19, 20, 21, 22].map((date) => calendar.fraction(dayIn(`2026-11-${date}`)))).toEqual([1, 0.5, 0.5, 0]);
    expect(toIso(calendar.addWorkdays(dayIn("2026-11-19"), 2))).toBe("2026-11-21");
    expect(calendar.workdaysBetween(dayIn("2026-11-19"), dayIn("2026-11-22"))).toBe(2);
  });

  it("leave the office at work while production stops, and say why it stops", () => {
    const calendar = makeCalendar({
      pattern: five,
      overrides: [span("shutdown", "2026-11-18", "2026-11-22", "锅炉检修"), span("stocktaking", "2026-11-20")],
    });
    expect(workedFrom(calendar, "2026-11-16", 7)).toBe("11111..");
    expect(calendar.noteOn(dayIn("2026-11-19"))).toMatchObject({ kind: "shutdown", reason: "锅炉检修" });
    expect(calendar.noteOn(dayIn("2026-11-20"))?.kind).toBe("stocktaking");
    expect(calendar.noteOn(dayIn("2026-11-23"))).toBeNull();
  });

  it("let a day off beneath a later stocktaking stay off", () => {
    const calendar = makeCalendar({ pattern: five, overrides: [span("off", "2026-11-20"), span("stocktaking", "2026-11-20")] });
    expect(calendar.isWorkday(dayIn("2026-11-20"))).toBe(false);
  });

  it("cover nothing when they end before they begin", () => {
    const calendar = makeCalendar({ pattern: five, overrides: [span("off", "2026-11-20", "2026-11-16")] });
    expect(workedFrom(calendar, "2026-11-16", 7)).toBe("11111..");
  });

  it("are disbelieved by a search when they close the company for over ten years", () => {
    const calendar = makeCalendar({ pattern: five, overrides: [span("off", "2026-11-16", "2099-12-31")] });
    expect(toIso(calendar.addWorkdays(dayIn("2026-11-20"), 1))).toBe("2026-11-23");
  });
});

describe("counting working days", () => {
  it("stays where it is for no days, on a rest day too", () => {
    expect(ordinary.addWorkdays(dayIn("2026-11-22"), 0)).toBe(dayIn("2026-11-22"));
  });

  it("refuses counts that are none", () => {
    for (const n of [1.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => ordinary.addWorkdays(0, n)).toThrow(RangeError);
  });

  it("gives zero, not minus zero, backwards over a weekend", () => {
    expect(ordinary.workdaysBetween(dayIn("2026-11-22"), dayIn("2026-11-21"))).toBe(0);
  });

  it("is undone by counting back from the working day it reaches", () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -60, max: 60 }), (calendar, day, n) => {
        const reached = calendar.addWorkdays(day, n);
        if (n !== 0) expect(calendar.isWorkday(reached)).toBe(true);
        const startCounts = n < 0 && calendar.isWorkday(day) ? 1 : 0;
        const endCounts = n < 0 ? 1 : 0;
        expect(calendar.workdaysBetween(day, reached)).toBe(n - startCounts + endCounts);
        if (calendar.isWorkday(day)) expect(calendar.addWorkdays(reached, -n)).toBe(day);
      }),
    );
  });

  it("is additive and changes sign with direction", () => {
    fc.assert(
      fc.property(someCalendar, someDay, someDay, someDay, (calendar, a, b, c) => {
        const between = calendar.workdaysBetween;
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(b, a) + between(a, b)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("equals the difference of two running numbers", () => {
    const [from, to] = [dayIn("2025-01-01"), dayIn("2027-12-31")];
    fc.assert(
      fc.property(someCalendar, fc.nat(to - from), fc.nat(to - from), (calendar, a, b) => {
        const numbers = calendar.runningNumbers(from, to);
        expect(numbers).toHaveLength(to - from + 1);
        expect((numbers[b] ?? 0) - (numbers[a] ?? 0)).toBe(calendar.workdaysBetween(from + a, from + b));
      }),
      { numRuns: 40 },
    );
  });

  it("finds the nearest working day on either side, or stays", () => {
    fc.assert(
      fc.property(someCalendar, someDay, (calendar, day) => {
        const [next, previous] = [calendar.nextWorkday(day), calendar.previousWorkday(day)];
        expect(calendar.isWorkday(next) && calendar.isWorkday(previous)).toBe(true);
        expect(next === day).toBe(calendar.isWorkday(day));
        expect(calendar.workdaysBetween(previous, next)).toBe(next === day ? 0 : 1);
      }),
    );
  });
});

describe("how surely the calendar is known", () => {
  it("is official in 2026, provisional in its last week and in 2027, assumed in 2028", () => {
    const status = (date: string) => ordinary.status(dayIn(date));
    expect([status("2025-12-31"), status("2026-12-24"), status("2026-12-25"), status("2027-05-01"), status("2028-01-03")]).toEqual([
      "official",
      "official",
      "provisional",
      "provisional",
      "assumed",
    ]);
  });

  it("says nothing about a span that is announced", () => {
    expect(ordinary.coverage(dayIn("2025-01-01"), dayIn("2026-12-24"))).toEqual([]);
  });

  it("names every year that is not, 2028 among them", () => {
    expect(ordinary.coverage(dayIn("2024-12-31"), dayIn("2028-01-01"))).toEqual([
      { year: 2024, status: "assumed" },
      { year: 2026, status: "provisional" },
      { year: 2027, status: "provisional" },
      { year: 2028, status: "assumed" },
    ]);
  });

  it("knows the span of its years, and none without any", () => {
    expect(ordinary.known).toEqual({ from: dayIn("2025-01-01"), to: dayIn("2027-12-31") });
    const bare = makeCalendar({ pattern: five, overrides: [], official: [] });
    expect(bare.known).toBeNull();
    expect(bare.status(dayIn("2026-10-01"))).toBe("assumed");
    expect(bare.isWorkday(dayIn("2026-10-01"))).toBe(true);
  });

  it("lets an announced day win over a provisional one", () => {
    const holiday = { name: "newYear", from: "2026-12-30", to: "2027-01-01" } as const;
    const calendar = makeCalendar({
      pattern: five,
      overrides: [],
      official: [
        { year: 2026, status: "official", holidays: [{ ...holiday, to: "2026-12-30", makeUp: ["2026-12-31"] }] },
        { year: 2027, status: "provisional", holidays: [{ ...holiday, makeUp: ["2026-12-30"] }] },
      ],
    });
    expect(workedFrom(calendar, "2026-12-29", 4)).toBe("1.1.");
  });

  it("refuses a calendar with a date that is none", () => {
    const official = [
      { year: 2026, status: "official", holidays: [{ name: "newYear", from: "2026-02-30", to: "2026-03-01", makeUp: [] }] },
    ] as const;
    expect(() => makeCalendar({ pattern: five, overrides: [], official })).toThrow(RangeError);
  });
});

function workedFrom(calendar: { isWorkday(day: Day): boolean }, first: string, days: number): string {
  return Array.from({ length: days }, (_, index) => (calendar.isWorkday(dayIn(first) + index) ? "1" : ".")).join("");
}
