import { calendarParameter } from "./calendar-range.ts";
import { forEachPair } from "./cell-by-cell.ts";
import type { SheetFunction } from "./sheet-function.ts";

/** More is a mistyped year, and would keep the sheet waiting. */
const MOST_YEARS = 100;
const DAYS_PER_YEAR = 366;

export const workdays: SheetFunction = {
  id: "WORKDAYS",
  help: {
    zh: "两个日期之间的工作日数，起始日不计、结束日计入，按中国放假调休安排和公司日历",
    en: "Working days after the first date, up to and with the last, by China's holidays and make-up days and the company calendar",
  },
  notes: {
    zh: "结束日期早于起始日期时为负数。与 NETWORKDAYS 不同，起始日不计，所以 n 不为负时 WORKDAYS(d, WORKDAY_AFTER(d, n)) 就是 n。半天按一个工作日计。任一日期为空时结果为空。",
    en: "Negative when the last date is earlier. Unlike NETWORKDAYS it does not count the first date, so that WORKDAYS(d, WORKDAY_AFTER(d, n)) is n, where n is not negative. A half day counts as a working day. A blank date gives a blank.",
  },
  parameters: [
    { kind: "dates", zh: "起始日期", en: "from", help: { zh: "起始日期，该日不计", en: "The first date, itself not counted" } },
    { kind: "dates", zh: "结束日期", en: "to", help: { zh: "结束日期，该日计入", en: "The last date, itself counted" } },
    calendarParameter,
  ],
  result: { holds: "number", dimensionality: "matrix" },
  example: ["2026-09-30", "2026-10-12"],
  evaluate: (read) => {
    const starts = read.dates(0);
    const ends = read.dates(1);
    const calendar = read.calendar(2);
    return () =>
      forEachPair(starts, ends, (from, to) => {
        if (from === null || to === null) return "";
        if (Math.abs(to - from) > MOST_YEARS * DAYS_PER_YEAR)
          return { code: "function-too-far-apart", params: { years: MOST_YEARS }, argument: starts.parameter, other: ends.parameter };
        return calendar.workdaysBetween(from, to);
      });
  },
};
