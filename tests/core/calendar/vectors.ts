import { readFileSync } from "node:fs";
import { addMonths, type Day, fromSerial, parseIso, toIso } from "../../../core/base/plain-date.ts";
import { isoWeekKey, januaryWeek, weeksInIsoYear } from "../../../core/calendar/weeks.ts";
import { makeCalendar } from "../../../core/calendar/working-calendar.ts";

interface Vectors {
  readonly minutesDue: readonly { meeting: string; meetingIsWorkday: boolean; due: string }[];
  readonly plusTwo: readonly { from: string; due: string }[];
  readonly minusTwo_noticeLead: readonly { meeting: string; latest: string }[];
  readonly workdaysInYear: Record<string, number>;
  readonly workdaysInMonth: Record<string, number>;
  readonly isoWeek: Record<string, string>;
  readonly isoYears53: readonly number[];
  readonly jan1Week_mondayStart_WEEKNUM2: Record<string, number>;
  readonly jan1Week_sundayStart_WEEKNUM1: Record<string, number>;
  readonly excelSerial1900: Record<string, string | null>;
  readonly excelSerial1904: Record<string, string | null>;
  readonly sheetsSerial: Record<string, string | null>;
}

const file = new URL("../../fixtures/calendar-vectors.json", import.meta.url);

/** The expected answers, without the file's remarks. */
export function readVectors(): Vectors {
  const { note: _note, isoYears53_note: _range, ...vectors } = JSON.parse(readFileSync(file, "utf8"));
  return vectors;
}

/** What core answers to the vectors' questions, in the vectors' own shape. */
export function answer(vectors: Vectors): Vectors {
  const calendar = makeCalendar({ pattern: { kind: "five" }, overrides: [] });
  const shifted = (from: string, n: number) => toIso(calendar.addWorkdays(dayIn(from), n));
  const each = <T>(keys: object, find: (key: string) => T) => Object.fromEntries(Object.keys(keys).map((key) => [key, find(key)]));
  const dateOf = (serial: string, system: 1900 | 1904 | "sheets") => {
    const day = fromSerial(Number(serial), system);
    return day === null ? null : toIso(day);
  };
  const worked = (first: string, months: number) => calendar.workdaysBetween(dayIn(first) - 1, addMonths(dayIn(first), months) - 1);
  const years = Array.from({ length: 20 }, (_, index) => 2020 + index);
  return {
    minutesDue: vectors.minutesDue.map(({ meeting }) => ({
      meeting,
      meetingIsWorkday: calendar.isWorkday(dayIn(meeting)),
      due: shifted(meeting, 1),
    })),
    plusTwo: vectors.plusTwo.map(({ from }) => ({ from, due: shifted(from, 2) })),
    minusTwo_noticeLead: vectors.minusTwo_noticeLead.map(({ meeting }) => ({ meeting, latest: shifted(meeting, -2) })),
    workdaysInYear: each(vectors.workdaysInYear, (year) => worked(`${year}-01-01`, 12)),
    workdaysInMonth: each(vectors.workdaysInMonth, (month) => worked(`${month}-01`, 1)),
    isoWeek: each(vectors.isoWeek, (date) => isoWeekKey(dayIn(date))),
    isoYears53: years.filter((year) => weeksInIsoYear(year) === 53),
    jan1Week_mondayStart_WEEKNUM2: each(vectors.jan1Week_mondayStart_WEEKNUM2, (date) => januaryWeek(dayIn(date), "monday")),
    jan1Week_sundayStart_WEEKNUM1: each(vectors.jan1Week_sundayStart_WEEKNUM1, (date) => januaryWeek(dayIn(date), "sunday")),
    excelSerial1900: each(vectors.excelSerial1900, (serial) => dateOf(serial, 1900)),
    excelSerial1904: each(vectors.excelSerial1904, (serial) => dateOf(serial, 1904)),
    sheetsSerial: each(vectors.sheetsSerial, (serial) => dateOf(serial, "sheets")),
  };
}

export function dayIn(iso: string): Day {
  const day = parseIso(iso);
  if (day === null) throw new Error(`not a date: ${iso}`);
  return day;
}
