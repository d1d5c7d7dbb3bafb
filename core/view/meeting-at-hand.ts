import type { CellPlace } from "../base/place.ts";
import { type Day, type Minutes, type Weekday, weekdayOf } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { isComing, isHeld, type MeetingRow, meetingsInOrder, nextMeeting } from "../meeting/choose-meeting.ts";
import type { Stage } from "../run/command.ts";
import { type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { firstCell, minutesPlace } from "./cells.ts";

/** The next meeting, or the last one while there is work left on it. */
export interface MeetingCard {
  readonly no: string;
  readonly name: string;
  readonly date: Day;
  readonly weekday: Weekday;
  readonly start: Minutes | null;
  readonly place: string;
  readonly chair: string;
  /** Working days from today to the meeting; not above 0 once it is over. */
  readonly workdaysLeft: number;
  readonly stage: Exclude<Stage, "workbook">;
  readonly at: CellPlace;
  /** The minutes sheet, where there is one. */
  readonly minutes: CellPlace | null;
}

/** Working days before a meeting from which there is something to do about it. */
export const AHEAD = 5;

/** Working days for which a meeting that was held stays on the screen. */
const RECENT = 10;

export function isRecorded(row: MeetingRow): boolean {
  return row.values.recordedOn !== null || isHeld(row);
}

/** The meetings up to today that took place, unless they were called off, by date. */
export function meetingsHeld(snapshot: Snapshot, today: Day): MeetingRow[] {
  return meetingsInOrder(snapshot).filter((row) => (row.values.date ?? 0) <= today && (isHeld(row) || isComing(row)));
}

/**
 * The meeting that a planner has in mind on a day. On its day it is that day's meeting. From then on it
 * stays until its minutes are recorded, which is due the next working day, or another meeting's day
 * comes. Once it is recorded there is less to do about it each day, and more about the next: the
 * nearer of the two is shown, counted in working days, the next one when both are as near. With a
 * meeting every Monday that is the last one on Tuesday and Wednesday, the next one from Thursday on.
 * What lies more than two weeks back, or is filed, is over.
 */
export function meetingAtHand(snapshot: Snapshot, today: Day, calendar: WorkingCalendar): MeetingRow | undefined {
  const held = meetingsHeld(snapshot, today);
  const daysTo = ({ values }: MeetingRow): number => Math.abs(calendar.workdaysBetween(today, values.date ?? today));
  const recent = held.filter((row) => daysTo(row) <= RECENT);
  const waiting = recent.filter((row) => !isRecorded(row));
  const chosen = waiting.find(({ values }) => values.date === today) ?? waiting.at(-1);
  if (chosen) return chosen;
  const last = recent.filter(({ values }) => values.state !== "archived").at(-1);
  const next = nextMeeting(snapshot, today, "");
  if (!last || !next) return last ?? next;
  return daysTo(last) < daysTo(next) ? last : next;
}

/** Where a meeting stands: before its day, up to its recorded minutes, up to their approval, up to the archive. */
function stageOf(row: MeetingRow, today: Day): MeetingCard["stage"] {
  const { state, date } = row.values;
  if (state === "approved" || state === "distributed" || state === "archived") return "file";
  if (isRecorded(row)) return "follow";
  return (date ?? today) > today ? "prepare" : "hold";
}

export function meetingCard(snapshot: Snapshot, row: MeetingRow, today: Day, calendar: WorkingCalendar): MeetingCard {
  const { values } = row;
  const date = values.date ?? today;
  const table = tableIn(snapshot, "meetings");
  return {
    no: row.key,
    name: values.name || values.series,
    date,
    weekday: weekdayOf(date),
    start: values.start,
    place: values.place,
    chair: values.chair,
    workdaysLeft: calendar.workdaysBetween(today, date),
    stage: stageOf(row, today),
    at: table ? firstCell(table, row, ["no"]) : { sheet: "", row: row.row, column: 0 },
    minutes: minutesPlace(snapshot, row.key),
  };
}
