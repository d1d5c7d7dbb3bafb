import { addMonths, type Day, daysInMonth, mondayOf, type Weekday, weekdayOf, ymd } from "../base/plain-date.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** When a series of meetings meets. */
export type Recurrence =
  | { readonly cycle: "weekly"; readonly weekday: Weekday }
  /** In the week of `anchor` and every second week before and after it. */
  | { readonly cycle: "biweekly"; readonly weekday: Weekday; readonly anchor: Day }
  /** On the month's last day where the month is shorter than `day`. */
  | { readonly cycle: "monthlyDate"; readonly day: number }
  /** `nth` 1 to 5 from the month's start, or -1 for its last; a month without a fifth has none. */
  | { readonly cycle: "monthlyWeekday"; readonly nth: 1 | 2 | 3 | 4 | 5 | -1; readonly weekday: Weekday };

/**
 * The days from `from` to `to`, both included and in order, on which a series falls.
 * @example
 * const lastFriday = { cycle: "monthlyWeekday", nth: -1, weekday: 5 } as const;
 * occurrences(lastFriday, dayOf(2026, 11, 1)!, dayOf(2026, 12, 31)!).map(toIso) // ["2026-11-27", "2026-12-25"]
 */
export function occurrences(rule: Recurrence, from: Day, to: Day): Day[] {
  const days = rule.cycle === "weekly" || rule.cycle === "biweekly" ? inWeeks(rule, from, to) : inMonths(rule, from, to);
  return days.filter((day) => from <= day && day <= to);
}

/**
 * Where a meeting goes that falls on a day off: the next or previous working day, or nowhere (null).
 * @example toIso(moveOffNonWorkdays(dayOf(2026, 10, 1)!, calendar, "next")!) // "2026-10-08"
 */
export function moveOffNonWorkdays(
  day: Day,
  calendar: Pick<WorkingCalendar, "isWorkday" | "nextWorkday" | "previousWorkday">,
  how: "next" | "previous" | "skip",
): Day | null {
  if (how === "next") return calendar.nextWorkday(day);
  if (how === "previous") return calendar.previousWorkday(day);
  return calendar.isWorkday(day) ? day : null;
}

function inWeeks(rule: Extract<Recurrence, { weekday: Weekday; cycle: "weekly" | "biweekly" }>, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let monday = mondayOf(from); monday <= to; monday += 7) {
    const meets = rule.cycle === "weekly" || (monday - mondayOf(rule.anchor)) % 14 === 0;
    if (meets) days.push(monday + rule.weekday - 1);
  }
  return days;
}

function inMonths(rule: Extract<Recurrence, { cycle: "monthlyDate" | "monthlyWeekday" }>, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let first = from - ymd(from).day + 1; first <= to; first = addMonths(first, 1)) {
    const { year, month } = ymd(first);
    const length = daysInMonth(year, month);
    const date = rule.cycle === "monthlyDate" ? Math.min(rule.day, length) : nthWeekday(rule.nth, rule.weekday, first, length);
    if (date <= length) days.push(first + date - 1);
  }
  return days;
}

/** The date in the month that begins on `first`; past its length when there is no such weekday. */
function nthWeekday(nth: number, weekday: Weekday, first: Day, length: number): number {
  const earliest = ((weekday - weekdayOf(first) + 7) % 7) + 1;
  return nth === -1 ? earliest + 7 * Math.floor((length - earliest) / 7) : earliest + 7 * (nth - 1);
}
