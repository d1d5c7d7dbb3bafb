import type { CellPlace } from "../base/place.ts";
import { type Day, toIso, toTime } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { Roster } from "../register/roster.ts";
import { type Problem, problem } from "../words/message.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { personProblems } from "./organisation.ts";

/** A meeting as it will be, as far as its day is judged. */
export interface PlannedDay {
  /** The sheet's row; -1 where it has none yet. */
  readonly row: number;
  readonly name: string;
  readonly date: Day;
}

/** States in which a meeting does not take its day. */
const OFF = new Set(["declined", "cancelled"]);

/** What is odd about a meeting's day: it is over, nobody works, or another meeting has it. Nothing of it is refused. */
export function dayProblems(snapshot: Snapshot, meeting: PlannedDay, calendar: WorkingCalendar, today: Day): Problem[] {
  const at = meetingCell(snapshot, meeting.row, "date");
  const date = toIso(meeting.date);
  const found: Problem[] = [];
  if (meeting.date < today) found.push(problem("warning", "meeting-in-past", { name: meeting.name, date }, at));
  if (!calendar.isWorkday(meeting.date)) found.push(problem("warning", "meeting-on-day-off", { name: meeting.name, date }, at));
  for (const other of rowsOf(snapshot, "meetings")) {
    const isOther = other.row !== meeting.row && other.values.date === meeting.date && !OFF.has(other.values.state);
    if (!isOther || (other.key === "" && other.values.name === "")) continue;
    const params = { date, other: other.key || other.values.name, name: other.values.name, time: timeOf(other) };
    found.push(problem("warning", "same-day-meeting", params, meetingCell(snapshot, other.row, "date")));
  }
  return found;
}

function timeOf({ values }: TableRow<"meetings">): string {
  return values.start === null ? "" : toTime(values.start);
}

/** What a meeting lacks before anybody can be invited: somebody who leads it, somebody who records, when and where. */
export function headProblems(snapshot: Snapshot, values: TableRow<"meetings">["values"], row: number): Problem[] {
  const roster = new Roster(snapshot);
  const fields = ["chair", "recorder", "start", "place"] as const;
  return fields.flatMap((field) => {
    const at = meetingCell(snapshot, row, field);
    const value = values[field];
    if (value === "" || value === null) return [problem("warning", `${field}-missing`, { no: values.no }, at)];
    return field === "chair" || field === "recorder" ? personProblems(roster, String(value), at) : [];
  });
}

export function meetingCell(snapshot: Snapshot, row: number, field: string): CellPlace | undefined {
  const table = tableIn(snapshot, "meetings");
  const found = table?.rows.find((other) => other.row === row);
  return table && found ? cellOf(table, found, field) : undefined;
}
