import type { Day } from "../base/plain-date.ts";
import { mondayOf } from "../calendar/week-pattern.ts";
import { isoWeekKey } from "../calendar/weeks.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { type Language, type Named, nameIn } from "../words/language.ts";

type SampleCalendar = Pick<WorkingCalendar, "isWorkday" | "addWorkdays" | "nextWorkday" | "previousWorkday">;

export interface SampleOptions {
  readonly today: Day;
  readonly language: Language;
  readonly calendar: SampleCalendar;
  /** The number of the `seq`-th meeting that the pattern counts together with this date. */
  readonly meetingNo: (date: Day, seq: number) => string;
}

/** What every part of the sample needs to know: the day, the language and the weeks around them. */
export interface Scene extends SampleOptions {
  /**
   * A text in the workbook's language. `{n+2}` is the week two after the current one and `{N+2}` its period
   * key; `{w+2}` and `{W+2}` count from the week of `around`.
   * @example say({ zh: "{w+1} 补产", en: "Make it up in {w+1}" }, meetingDate) // "W48 补产"
   */
  say(text: Named, around?: Day): string;
  /** Several names in one cell. */
  list(names: readonly Named[]): string;
  /** The Monday of the week `offset` weeks from the current one. */
  monday(offset: number): Day;
  /** The period key of that week. */
  week(offset: number): string;
  /** Its `weekday` (Monday 1), on a working day. */
  dayIn(offset: number, weekday: number): Day;
  /** The part of a five-day week that is worked: 0 in a long holiday, above 1 with make-up days. */
  share(offset: number): number;
}

/** Weeks of the planning horizon, from the current one. */
export const HORIZON = 13;
/** Weeks before the current one of which plan, output, forecast and sales still stand. */
export const PAST_WEEKS = 4;

export function makeScene(options: SampleOptions): Scene {
  const { today, language, calendar } = options;
  const monday = (offset: number) => mondayOf(today) + offset * 7;

  return {
    ...options,
    monday,
    week: (offset) => isoWeekKey(monday(offset)),
    dayIn: (offset, weekday) => calendar.nextWorkday(monday(offset) + weekday - 1),
    share: (offset) => workdaysFrom(monday(offset), calendar).length / 5,
    list: (names) => names.map((name) => nameIn(language, name)).join(language === "en" ? ", " : "、"),
    say: (text, around = today) =>
      nameIn(language, text).replace(/\{([wWnN])([+-]\d+)\}/g, (_, base: string, offset: string) => {
        const start = base === "n" || base === "N" ? today : around;
        const period = isoWeekKey(mondayOf(start) + Number(offset) * 7);
        return base === "N" || base === "W" ? period : period.slice(period.indexOf("W"));
      }),
  };
}

/** The working days of the week that begins on `monday`. */
export function workdaysFrom(monday: Day, calendar: Pick<SampleCalendar, "isWorkday">): Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => monday + offset).filter((day) => calendar.isWorkday(day));
}

/** The item at `index`; the sample's lists are fixed, so a gap is a mistake in them. @throws RangeError beyond the list */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`the sample has no item ${index} here`);
  return item;
}
