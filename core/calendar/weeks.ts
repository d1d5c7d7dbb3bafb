import { addMonths, type Day, mondayOf, weekdayOf, ymd } from "../base/plain-date.ts";

/** A week of ISO 8601: Monday to Sunday, in the year that holds its Thursday; week 1 to 53. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** The ISO week of a day. @example isoWeek(dayOf(2027, 1, 1)!) // { year: 2026, week: 53 } */
export function isoWeek(day: Day): IsoWeek {
  const { year } = ymd(mondayOf(day) + 3);
  return { year, week: (mondayOf(day) - firstMonday(year)) / 7 + 1 };
}

/** The ISO week as text that sorts by time. @example isoWeekKey(dayOf(2026, 11, 22)!) // "2026-W47" */
export function isoWeekKey(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}

/** The Monday of an ISO week. @example toIso(weekStart({ year: 2026, week: 47 })) // "2026-11-16" */
export function weekStart({ year, week }: IsoWeek): Day {
  return firstMonday(year) + (week - 1) * 7;
}

/** Reads "2026-W47"; null for other text and for a week 53 that the year has not. @example parseWeekKey("2025-W53") // null */
export function parseWeekKey(text: string): IsoWeek | null {
  const parts = /^(\d{4})-W(\d{2})$/.exec(text);
  const year = Number(parts?.[1]);
  const week = Number(parts?.[2]);
  return year >= 1 && week >= 1 && week <= weeksInIsoYear(year) ? { year, week } : null;
}

/** 52 or 53. @example weeksInIsoYear(2026) // 53 */
export function weeksInIsoYear(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}

/**
 * The week of the year when week 1 is the one that holds 1 January: Excel's WEEKNUM of type 2 (Monday) or
 * 1 (Sunday). @example januaryWeek(dayOf(2026, 11, 22)!, "sunday") // 48
 */
export function januaryWeek(day: Day, firstWeekday: "monday" | "sunday"): number {
  const newYear = newYearOf(ymd(day).year);
  const daysBefore = firstWeekday === "monday" ? weekdayOf(newYear) - 1 : weekdayOf(newYear) % 7;
  return Math.floor((day - newYear + daysBefore) / 7) + 1;
}

/** The month as text that sorts by time. @example monthKey(dayOf(2026, 11, 22)!) // "2026-11" */
export function monthKey(day: Day): string {
  const { year, month } = ymd(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

function firstMonday(year: number): Day {
  return mondayOf(newYearOf(year) + 3);
}

/** 1 January; by months from 1970, so that the years next to the first and last are dates too. */
function newYearOf(year: number): Day {
  return addMonths(0, (year - 1970) * 12);
}
