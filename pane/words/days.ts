import { type Day, type Language, type Minutes, toIso, toTime, weekdayOf } from "../../core/index.ts";

const ZH_WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const EN_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const EN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as people say it, its year only where it is not this one. @example showDay("en", 20779) // "Sun 22 Nov 2026" */
export function showDay(language: Language, day: Day, today?: Day): string {
  const [year = "", month = "", date = ""] = toIso(day).split("-");
  const isThisYear = today !== undefined && toIso(today).startsWith(`${year}-`);
  const index = weekdayOf(day) - 1;
  if (language === "en")
    return `${EN_WEEKDAYS[index]} ${Number(date)} ${EN_MONTHS[Number(month) - 1]}${isThisYear ? "" : ` ${Number(year)}`}`;
  return `${isThisYear ? "" : `${Number(year)}年`}${Number(month)}月${Number(date)}日 ${ZH_WEEKDAYS[index]}`;
}

export function showStart(start: Minutes | null): string {
  return start === null ? "" : toTime(start);
}
