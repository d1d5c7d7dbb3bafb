import { addMonths, type Day, mondayOf, ymd } from "../base/plain-date.ts";
import { isoWeekKey, januaryWeek, monthKey } from "./weeks.ts";

/** How weeks are numbered: as ISO 8601 does, or so that week 1 is the one that holds 1 January. Either way they begin on Monday. */
export type WeekRule = "iso" | "january";

/** A span of whole days, both included, in which quantities are planned. */
export interface Period {
  /** Sorts by time among its kind: `2026-W47`, `2026-11`, or `2026-11+` for the rest of a month. */
  readonly key: string;
  readonly kind: "week" | "month";
  readonly start: Day;
  readonly end: Day;
}

/** The week of a day. @example weekOf(dayOf(2027, 1, 1)!, "january").key // "2027-W01" */
export function weekOf(day: Day, rule: WeekRule): Period {
  const start = mondayOf(day);
  return { key: rule === "iso" ? isoWeekKey(day) : januaryKey(start), kind: "week", start, end: start + 6 };
}

export function monthOf(day: Day): Period {
  const start = day - ymd(day).day + 1;
  return { key: monthKey(day), kind: "month", start, end: addMonths(start, 1) - 1 };
}

/** The week that holds 1 January belongs to the year that begins in it. */
function januaryKey(monday: Day): string {
  const sunday = monday + 6;
  return `${String(ymd(sunday).year).padStart(4, "0")}-W${String(januaryWeek(sunday, "monday")).padStart(2, "0")}`;
}

/** Which periods are planned: so many weeks, and after them so many months; either may be none. */
export interface HorizonRule {
  readonly weeks: number;
  readonly months: number;
  readonly weekRule: WeekRule;
}

/**
 * The periods from the one that holds `start`, without a gap. Where weeks end within a month and months
 * follow, the rest of that month is a period of its own.
 * @example horizon(dayOf(2026, 11, 25)!, { weeks: 2, months: 1, weekRule: "iso" }).map(({ key }) => key) // ["2026-W48", "2026-W49", "2026-12+", "2027-01"]
 */
export function horizon(start: Day, { weeks, months, weekRule }: HorizonRule): Period[] {
  const monday = mondayOf(start);
  const found = Array.from({ length: weeks }, (_, index) => weekOf(monday + index * 7, weekRule));
  if (months === 0) return found;
  let next = weeks === 0 ? monthOf(start).start : monday + weeks * 7;
  const month = monthOf(next);
  if (next > month.start) {
    found.push({ key: `${month.key}+`, kind: "month", start: next, end: month.end });
    next = month.end + 1;
  }
  for (let index = 0; index < months; index++) {
    const following = monthOf(next);
    found.push(following);
    next = following.end + 1;
  }
  return found;
}

/** The periods of the same kind before one, oldest first, back to the one that holds `since`. */
export function periodsBefore(first: Period, since: Day, weekRule: WeekRule): Period[] {
  const found: Period[] = [];
  for (let end = first.start - 1; end >= since; end = (found[0]?.start ?? 0) - 1)
    found.unshift(first.kind === "week" ? weekOf(end, weekRule) : monthOf(end));
  return found;
}
