import { settingOf } from "../tables/setting-list.ts";
import { calendarParameter } from "./calendar-range.ts";
import { forEach } from "./cell-by-cell.ts";
import { dateAnswer } from "./date-answer.ts";
import type { SheetFunction } from "./sheet-function.ts";

/** A function knows no settings; this is what the setting is where nobody changed it. */
const DAYS = Number(settingOf("minutesDays").standard);

export const minutesDue: SheetFunction = {
  id: "MINUTES_DUE",
  help: {
    zh: `会议记录应完成的日期：会后第 ${DAYS} 个工作日`,
    en: `The date the minutes of a meeting are due: ${DAYS} working ${DAYS === 1 ? "day" : "days"} after it`,
  },
  notes: {
    zh: "「设置」中改了会议记录时限的，请用 WORKDAY_AFTER。日期为空时结果为空。结果是日期序列号，请把单元格设为日期格式。",
    en: "Where Settings has another limit, use WORKDAY_AFTER. A blank date gives a blank. The result is a date's serial number: give the cell a date format.",
  },
  parameters: [
    { kind: "dates", zh: "会议日期", en: "meeting_date", help: { zh: "会议召开的日期", en: "The day of the meeting" } },
    calendarParameter,
  ],
  result: { holds: "date", dimensionality: "matrix" },
  example: ["2026-09-30"],
  evaluate: (read) => {
    const dates = read.dates(0);
    const calendar = read.calendar(1);
    return () => forEach(dates, (date) => (date === null ? "" : dateAnswer(calendar.addWorkdays(date, DAYS), dates.parameter)));
  },
};
