import { addMonths, type Day, dayOf, mondayOf, parseIso, ymd } from "../base/plain-date.ts";
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

/**
 * The period of a name, or of two days; the usual one for whatever else is asked for.
 * @param asked `quarter` or `year` until today, `lastQuarter` or `lastYear`, or `2026-01-01/2026-03-31`, both days included, in whichever order
 * @example periodOf("lastQuarter", dayOf(2026, 11, 18)!) // 2026-07-01 to 2026-09-30
 */
export function periodOf(asked: string, today: Day): Period {
  const { year, month } = ymd(today);
  const thisYear = dayOf(year, 1, 1) ?? today;
  const quarter = dayOf(year, month - ((month - 1) % 3), 1) ?? today;
  switch (asked) {
    case "quarter":
      return { from: quarter, until: today };
    case "lastQuarter":
      return { from: addMonths(quarter, -3), until: quarter - 1 };
    case "year":
      return { from: thisYear, until: today };
    case "lastYear":
      return { from: addMonths(thisYear, -12), until: thisYear - 1 };
  }
  const [one = null, other = null] = asked.split("/").map((text) => parseIso(text));
  return one === null || other === null ? usualPeriod(today) : { from: Math.min(one, other), until: Math.max(one, other) };
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
