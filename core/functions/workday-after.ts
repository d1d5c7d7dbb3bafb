import { calendarParameter } from "./calendar-range.ts";
import { forEachPair } from "./cell-by-cell.ts";
import { dateAnswer } from "./date-answer.ts";
import type { SheetFunction } from "./sheet-function.ts";

/** Eighty years of working days: more is a mistyped number, and would keep the sheet waiting. */
const MOST_DAYS = 20_000;

export const workdayAfter: SheetFunction = {
  id: "WORKDAY_AFTER",
  help: {
    zh: "某日之后第几个工作日的日期，按中国放假调休安排和公司日历",
    en: "The date so many working days after a date, by China's holidays and make-up days and the company calendar",
  },
  notes: {
    zh: "天数为负则往前数，为 0 则是该日本身。日期为空时结果为空。结果是日期序列号，请把单元格设为日期格式。",
    en: "A negative number counts back, 0 is the date itself. A blank date gives a blank. The result is a date's serial number: give the cell a date format.",
  },
  parameters: [
    { kind: "dates", zh: "日期", en: "date", help: { zh: "从哪天数起，该日不计", en: "The date to count from, itself not counted" } },
    {
      kind: "counts",
      zh: "工作日数",
      en: "days",
      help: { zh: `工作日数，整数，可为负，不超过 ${MOST_DAYS}`, en: `Working days: whole, negative to count back, at most ${MOST_DAYS}` },
    },
    calendarParameter,
  ],
  result: { holds: "date", dimensionality: "matrix" },
  example: ["2026-02-13", 1],
  evaluate: (read) => {
    const dates = read.dates(0);
    const days = read.counts(1, -MOST_DAYS, MOST_DAYS);
    const calendar = read.calendar(2);
    return () => forEachPair(dates, days, (date, n) => (date === null ? "" : dateAnswer(calendar.addWorkdays(date, n), dates.parameter)));
  },
};
