import { type Day, dayOf } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { type Problem, problem, type WordKey } from "../words/message.ts";

/** What a person has to be told of a span of days whose official calendar is not wholly known. */
export function calendarNotes(calendar: WorkingCalendar, from: Day, to: Day): Problem[] {
  return calendar.coverage(from, to).map(({ year, status }) => problem("note", code(calendar, year, status), { year }));
}

function code(calendar: WorkingCalendar, year: number, status: "provisional" | "assumed"): WordKey {
  if (status === "assumed") return "calendar-assumed";
  // The notice for a year can still move the last working days of the year before.
  return calendar.status(dayOf(year, 1, 1) ?? 0) === "official" ? "calendar-year-end" : "calendar-provisional";
}
