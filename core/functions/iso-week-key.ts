import { isoWeekKey } from "../calendar/weeks.ts";
import { forEach } from "./cell-by-cell.ts";
import type { SheetFunction } from "./sheet-function.ts";

export const isoWeek: SheetFunction = {
  id: "ISO_WEEK_KEY",
  help: {
    zh: "日期所在的周，如 2026-W47（ISO 8601：周一到周日，跨年周归星期四所在的年）",
    en: "The week of a date, such as 2026-W47 (ISO 8601: Monday to Sunday, in the year of its Thursday)",
  },
  notes: {
    zh: "文字按时间先后排序，可作周计划的列标题或汇总条件。日期为空时结果为空。",
    en: "The text sorts by time, and serves as the heading of a weekly plan or to sum by. A blank date gives a blank.",
  },
  parameters: [{ kind: "dates", zh: "日期", en: "date", help: { zh: "要归周的日期", en: "The date whose week is asked" } }],
  result: { holds: "text", dimensionality: "matrix" },
  example: ["2026-11-18"],
  evaluate: (read) => {
    const dates = read.dates(0);
    return () => forEach(dates, (date) => (date === null ? "" : isoWeekKey(date)));
  },
};
