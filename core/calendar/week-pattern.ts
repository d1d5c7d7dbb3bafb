import { type Day, mondayOf, weekdayOf } from "../base/plain-date.ts";

export { mondayOf };

/**
 * The company's ordinary week: five days (双休), six days with Sunday off (单休), or six and five in
 * turn (大小周), of which the six-day week begins on `bigWeekMonday` and every second week after.
 */
export type WeekPattern =
  | { readonly kind: "five" }
  | { readonly kind: "six" }
  | { readonly kind: "alternating"; readonly bigWeekMonday: Day };

/** Whether a day is worked in an ordinary week. @example worksInWeek({ kind: "six" }, dayOf(2026, 11, 21)!) // true */
export function worksInWeek(pattern: WeekPattern, day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday !== 6) return weekday < 6;
  if (pattern.kind !== "alternating") return pattern.kind === "six";
  return (mondayOf(day) - mondayOf(pattern.bigWeekMonday)) % 14 === 0;
}
