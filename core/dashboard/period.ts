import { addMonths, type Day, dayOf, mondayOf, ymd } from "../base/plain-date.ts";
import { isoWeek, monthKey } from "../calendar/weeks.ts";

export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** A stretch of a period, both ends included. */
export interface Stretch extends Period {
  readonly label: string;
}

const WEEKS = 13;
/** Beyond these a period is cut into months, and then into years: a chart has room for so many. */
const MOST_WEEKS = 18;
const MOST_MONTHS = 24;

/** What is looked at where nothing else is asked for: this week and the twelve before it. */
export function usualPeriod(today: Day): Period {
  return { from: mondayOf(today) - 7 * (WEEKS - 1), until: today };
}

/** What a period is cut into. */
export type Unit = "week" | "month" | "year";

export function unitOf({ from, until }: Period): Unit {
  if (until - mondayOf(from) < 7 * MOST_WEEKS) return "week";
  return addMonths(from, MOST_MONTHS) > until ? "month" : "year";
}

/**
 * A period week by week, or by months or years where it is long. The first and the last may be cut.
 * @example stretchesOf({ from: dayOf(2026, 11, 18)!, until: dayOf(2026, 11, 24)! }).map(({ label }) => label) // ["W47", "W48"]
 */
export function stretchesOf(period: Period): Stretch[] {
  const unit = unitOf(period);
  const found: Stretch[] = [];
  for (let from = period.from; from <= period.until; ) {
    const next = nextStart(from, unit);
    found.push({ from, until: Math.min(next - 1, period.until), label: labelOf(from, unit) });
    from = next;
  }
  return found;
}

function nextStart(day: Day, unit: Unit): Day {
  if (unit === "week") return mondayOf(day) + 7;
  const { year, month } = ymd(day);
  return unit === "month" ? addMonths(dayOf(year, month, 1) ?? day, 1) : addMonths(dayOf(year, 1, 1) ?? day, 12);
}

function labelOf(day: Day, unit: Unit): string {
  if (unit === "week") return `W${String(isoWeek(day).week).padStart(2, "0")}`;
  return unit === "month" ? monthKey(day) : monthKey(day).slice(0, 4);
}
