import type { Day } from "../base/plain-date.ts";
import { china } from "./china.ts";
import { type DayStatus, type OfficialYear, officialDays, type UnsureYear } from "./official-days.ts";
import { type WeekPattern, worksInWeek } from "./week-pattern.ts";

/**
 * Days of the company calendar, both ends included; a `to` before `from` covers nothing. `shutdown` and
 * `stocktaking` stop production only: the office works as it otherwise would.
 */
export interface CompanyDays {
  readonly from: Day;
  readonly to: Day;
  readonly kind: "off" | "work" | "half" | "shutdown" | "stocktaking";
  readonly reason?: string;
}

export interface CalendarRules {
  readonly pattern: WeekPattern;
  /** Where two cover a day, the later one holds. */
  readonly overrides: readonly CompanyDays[];
  /** The public holidays; China's when left out. */
  readonly official?: readonly OfficialYear[];
}

/** Which days the office works. A half day is a working day like any other wherever days are counted. */
export interface WorkingCalendar {
  isWorkday(day: Day): boolean;
  /** How much of the day is worked. */
  fraction(day: Day): 0 | 0.5 | 1;
  /**
   * The n-th working day strictly after `day`, or before it where `n` is negative; `day` itself for 0.
   * @throws RangeError unless `n` is whole and at most a million.
   */
  addWorkdays(day: Day, n: number): Day;
  /** `day` itself when worked, else the first working day after it. */
  nextWorkday(day: Day): Day;
  /** `day` itself when worked, else the last working day before it. */
  previousWorkday(day: Day): Day;
  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  workdaysBetween(from: Day, to: Day): number;
  /**
   * For each day from `from` to `to`, how many working days there are from `from` up to and with it. The
   * difference of two entries is `workdaysBetween` of their days.
   */
  runningNumbers(from: Day, to: Day): number[];
  /** The company's last entry for the day, production stops included. */
  noteOn(day: Day): CompanyDays | null;
  /** How surely the public calendar of the day is known; the company's own entries do not count. */
  status(day: Day): DayStatus;
  /** The years between two days, both included, that a person must be told are not announced. */
  coverage(from: Day, to: Day): readonly UnsureYear[];
  /** The span of years that are at least provisionally known; null without any public calendar. */
  readonly known: { readonly from: Day; readonly to: Day } | null;
}

/**
 * The longest closure believed. Beyond it a search ignores company entries and public holidays and takes
 * the week's next working day: a year was mistyped, and the due date stays near.
 */
const LONGEST_CLOSURE = 4000;
const MOST_WORKDAYS = 1_000_000;
const FRACTIONS = { off: 0, half: 0.5, work: 1 } as const;

/**
 * The working calendar of a company. The company's entries win over make-up days, these over days off,
 * announced days over provisional ones, and all of them over the week's pattern.
 * @example
 * const calendar = makeCalendar({ pattern: { kind: "five" }, overrides: [] });
 * toIso(calendar.addWorkdays(dayOf(2026, 2, 13)!, 1)) // "2026-02-14"
 */
export function makeCalendar({ pattern, overrides, official = china }: CalendarRules): WorkingCalendar {
  const publicDays = officialDays(official);
  const newestFirst = [...overrides].reverse();
  const covers = (entry: CompanyDays, day: Day) => entry.from <= day && day <= entry.to;

  function fraction(day: Day): 0 | 0.5 | 1 {
    for (const entry of newestFirst) {
      if (entry.kind !== "shutdown" && entry.kind !== "stocktaking" && covers(entry, day)) return FRACTIONS[entry.kind];
    }
    return (publicDays.works(day) ?? worksInWeek(pattern, day)) ? 1 : 0;
  }

  const isWorkday = (day: Day) => fraction(day) > 0;

  function neighbour(day: Day, step: 1 | -1): Day {
    for (let gap = 1; gap <= LONGEST_CLOSURE; gap++) if (isWorkday(day + gap * step)) return day + gap * step;
    let found = day + step;
    while (!worksInWeek(pattern, found)) found += step;
    return found;
  }

  function countAfter(from: Day, to: Day): number {
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (isWorkday(day)) count++;
    return count;
  }

  return {
    isWorkday,
    fraction,
    addWorkdays(day, n) {
      if (!Number.isInteger(n) || Math.abs(n) > MOST_WORKDAYS) throw new RangeError(`not a count of working days: ${n}`);
      let found = day;
      for (let left = Math.abs(n); left > 0; left--) found = neighbour(found, n > 0 ? 1 : -1);
      return found;
    },
    nextWorkday: (day) => (isWorkday(day) ? day : neighbour(day, 1)),
    previousWorkday: (day) => (isWorkday(day) ? day : neighbour(day, -1)),
    workdaysBetween: (from, to) => (from > to ? 0 - countAfter(to, from) : countAfter(from, to)),
    runningNumbers(from, to) {
      const numbers: number[] = [];
      let count = 0;
      for (let day = from; day <= to; day++) numbers.push(isWorkday(day) ? ++count : count);
      return numbers;
    },
    noteOn: (day) => newestFirst.find((entry) => covers(entry, day)) ?? null,
    status: publicDays.status,
    coverage: publicDays.unsureYears,
    known: publicDays.known,
  };
}
