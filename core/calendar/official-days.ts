import { type Day, dayOf, parseIso, ymd } from "../base/plain-date.ts";

/** One public holiday: the days off from `from` to `to` and the rest days worked for it, as yyyy-MM-dd. */
export interface Holiday {
  readonly name: "newYear" | "springFestival" | "qingming" | "labourDay" | "dragonBoat" | "midAutumn" | "nationalDay";
  readonly from: string;
  readonly to: string;
  readonly makeUp: readonly string[];
}

/** A year's public holidays: as announced, or before the announcement only those fixed by law. */
export interface OfficialYear {
  readonly year: number;
  readonly status: "official" | "provisional";
  readonly holidays: readonly Holiday[];
}

/** How surely a day's working or not is known: announced, expected by law, or only by its weekday. */
export type DayStatus = "official" | "provisional" | "assumed";

/** A year, touched by a span of days, of which the announced calendar is not known. */
export interface UnsureYear {
  readonly year: number;
  readonly status: "provisional" | "assumed";
}

/** What the announced years say about single days. */
export interface OfficialDays {
  /** Whether the day is made a working day (true) or a rest day (false); null leaves it to the week. */
  works(day: Day): boolean | null;
  status(day: Day): DayStatus;
  unsureYears(from: Day, to: Day): readonly UnsureYear[];
  /** The first and last day of the years that are more than assumed; null when there are none. */
  readonly known: { readonly from: Day; readonly to: Day } | null;
}

/** The next year's notice may still move these last days of the last announced year. */
const LAST_SURE_DAY = { month: 12, day: 24 } as const;

/**
 * Indexes holidays by day. An announced day wins over a provisional one, a make-up day (such as
 * Saturday 2026-10-10) over a day off.
 * @throws RangeError when a date in `years` is none, which is a fault of the data.
 * @example officialDays(china).works(dayOf(2026, 10, 10)!) // true
 */
export function officialDays(years: readonly OfficialYear[]): OfficialDays {
  const works = new Map<Day, boolean>();
  for (const status of ["provisional", "official"] as const) {
    const holidays = years.filter((year) => year.status === status).flatMap((year) => year.holidays);
    for (const holiday of holidays) {
      for (let day = dateIn(holiday.from); day <= dateIn(holiday.to); day++) works.set(day, false);
    }
    for (const holiday of holidays) for (const date of holiday.makeUp) works.set(dateIn(date), true);
  }

  const statusOfYear = new Map(years.map(({ year, status }) => [year, status]));
  const lastOfficial = Math.max(...years.filter((year) => year.status === "official").map((year) => year.year));
  const lastSure = dayOf(lastOfficial, LAST_SURE_DAY.month, LAST_SURE_DAY.day);
  const status = (day: Day): DayStatus => {
    const year = ymd(day).year;
    if (year === lastOfficial && lastSure !== null && day > lastSure) return "provisional";
    return statusOfYear.get(year) ?? "assumed";
  };

  return {
    works: (day) => works.get(day) ?? null,
    status,
    unsureYears(from, to) {
      const unsure: UnsureYear[] = [];
      for (let year = ymd(from).year; year <= ymd(to).year; year++) {
        const last = Math.min(to, dayOf(year, 12, 31) ?? to);
        const worst = status(last);
        if (worst !== "official") unsure.push({ year, status: worst });
      }
      return unsure;
    },
    known: years.length === 0 ? null : spanOf(years.map((year) => year.year)),
  };
}

function spanOf(years: readonly number[]): { from: Day; to: Day } {
  return { from: dateIn(`${Math.min(...years)}-01-01`), to: dateIn(`${Math.max(...years)}-12-31`) };
}

function dateIn(text: string): Day {
  const day = parseIso(text);
  if (day === null) throw new RangeError(`not a date in the official calendar: ${text}`);
  return day;
}
