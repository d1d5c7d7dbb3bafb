/** A calendar day: whole days since 1970-01-01, so that it has no zone and no clock. */
export type Day = number;

/** A time of day: whole minutes since midnight, 0 to 1439. */
export type Minutes = number;

/** Monday 1 to Sunday 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * How a workbook numbers its days. Excel's 1900 system counts a 1900-02-29 that never was;
 * 1904 starts at zero; Google Sheets counts true days from 1899-12-30.
 */
export type DateSystem = 1900 | 1904 | "sheets";

/** A day split into its parts; month 1 to 12, day 1 to 31. */
export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01, where the eras of 400 years begin, to 1970-01-01. */
const MARCH_OF_YEAR_ZERO = 719_468;
const MINUTES_PER_DAY = 1440;
/** The serial of 1970-01-01, and the last serial (9999-12-31), in each system. */
const SERIALS = {
  1900: { epoch: 25_569, last: 2_958_465 },
  1904: { epoch: 24_107, last: 2_957_003 },
  sheets: { epoch: 25_569, last: 2_958_465 },
} as const;
const PHANTOM_LEAP_DAY = 60;

/** Days in a month (1 to 12) of the Gregorian calendar. @example daysInMonth(2028, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day of a date; null when there is no such date in the years 1 to 9999.
 * Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 * @example dayOf(2026, 11, 22) // 20779
 */
export function dayOf(year: number, month: number, day: number): Day | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null;
  return day < 1 || day > daysInMonth(year, month) ? null : daysTo(year, month, day);
}

/**
 * The date of a day, the inverse of `dayOf`. Source: as `dayOf`, civil_from_days.
 * @example ymd(20779) // { year: 2026, month: 11, day: 22 }
 */
export function ymd(day: Day): YearMonthDay {
  const shifted = day + MARCH_OF_YEAR_ZERO;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Reads strict yyyy-MM-dd; null for anything else. @example parseIso("2026-11-22") // 20779 */
export function parseIso(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** Writes yyyy-MM-dd. @example toIso(20779) // "2026-11-22" */
export function toIso(day: Day): string {
  const date = ymd(day);
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** Monday 1 to Sunday 7. @example weekdayOf(20779) // 7 */
export function weekdayOf(day: Day): Weekday {
  return (modulo(day + 3, 7) + 1) as Weekday;
}

/** The Monday of a day's week. @example toIso(mondayOf(dayOf(2026, 11, 22)!)) // "2026-11-16" */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/**
 * The same day `n` months on (or back), clamped to the end of a shorter month.
 * @example toIso(addMonths(dayOf(2026, 1, 31)!, 1)) // "2026-02-28"
 */
export function addMonths(day: Day, n: number): Day {
  const date = ymd(day);
  const months = date.year * 12 + date.month - 1 + n;
  const year = Math.floor(months / 12);
  const month = modulo(months, 12) + 1;
  return daysTo(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/**
 * The day of a workbook serial; its fraction, the time, is dropped. Null beyond 9999-12-31, below
 * zero, and in the 1900 system for 0 (a bare time) and 60 (the 1900-02-29 that never was).
 * @example toIso(fromSerial(46348, 1900)!) // "2026-11-22"
 */
export function fromSerial(serial: number, dateSystem: DateSystem): Day | null {
  const { epoch, last } = SERIALS[dateSystem];
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= last)) return null;
  if (dateSystem !== 1900) return whole - epoch;
  if (whole === 0 || whole === PHANTOM_LEAP_DAY) return null;
  return whole < PHANTOM_LEAP_DAY ? whole + 1 - epoch : whole - epoch;
}

/**
 * The serial of a day. Days before the system's first have serials no workbook shows as dates.
 * @example toSerial(20779, 1904) // 44886
 */
export function toSerial(day: Day, dateSystem: DateSystem): number {
  const serial = day + SERIALS[dateSystem].epoch;
  return dateSystem === 1900 && serial <= PHANTOM_LEAP_DAY ? serial - 1 : serial;
}

/**
 * Reads a 24-hour time, half or full width, seconds dropped; null for anything else.
 * @example parseTime("14：00") // 840
 */
export function parseTime(text: string): Minutes | null {
  const parts = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text.normalize("NFKC").trim());
  if (!parts || Number(parts[1]) > 23) return null;
  return Number(parts[1]) * 60 + Number(parts[2]);
}

/** Writes HH:mm. @example toTime(570) // "09:30" */
export function toTime(minutes: Minutes): string {
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/**
 * The time in a serial's fraction, seconds dropped as Excel's HH:mm drops them; null when negative
 * or not finite. Half a second of slack takes up rounding. @example timeFromSerial(46348.395833) // 570
 */
export function timeFromSerial(serial: number): Minutes | null {
  if (!(serial >= 0 && serial < Number.POSITIVE_INFINITY)) return null;
  const minutes = Math.floor((serial - Math.floor(serial)) * MINUTES_PER_DAY + 1 / 120);
  return Math.min(minutes, MINUTES_PER_DAY - 1);
}

/** The fraction of a day. @example timeToSerial(720) // 0.5 */
export function timeToSerial(minutes: Minutes): number {
  return minutes / MINUTES_PER_DAY;
}

function daysTo(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - MARCH_OF_YEAR_ZERO;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
