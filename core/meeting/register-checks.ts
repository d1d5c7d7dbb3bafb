import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Problem } from "../words/message.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { isComing } from "./choose-meeting.ts";
import { dayProblems, headProblems } from "./meeting-checks.ts";
import { belonging, departmentProblems, seriesProblems, whereOf } from "./organisation.ts";

/** What would trouble the coming meetings: departments that nobody represents, people without one, series and meetings that lack somebody. */
export function registerChecks(snapshot: Snapshot, calendar: WorkingCalendar, today: number): Problem[] {
  const named = <T extends { readonly values: { readonly name: string } }>({ values }: T): boolean => values.name !== "";
  return [
    ...rowsOf(snapshot, "departments")
      .filter((row) => named(row) && row.values.standing === true)
      .flatMap((row) => departmentProblems(snapshot, row.values, whereOf(snapshot, "departments", row))),
    ...rowsOf(snapshot, "people")
      .filter((row) => named(row) && row.values.active !== false)
      .flatMap((row) => belonging(snapshot, row.values, whereOf(snapshot, "people", row))),
    ...rowsOf(snapshot, "series")
      .filter((row) => named(row) && row.values.active !== false)
      .flatMap((row) => seriesProblems(snapshot, row.values, whereOf(snapshot, "series", row))),
    ...rowsOf(snapshot, "meetings").flatMap((row) => {
      const { date, name, state } = row.values;
      if (row.key === "" || !isComing(row) || state === "" || date === null || date < today) return [];
      return [...headProblems(snapshot, row.values, row.row), ...dayProblems(snapshot, { row: row.row, name, date }, calendar, today)];
    }),
  ];
}
