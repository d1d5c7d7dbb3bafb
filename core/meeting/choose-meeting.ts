import type { Day } from "../base/plain-date.ts";
import { compareText } from "../base/text.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

export type MeetingRow = TableRow<"meetings">;

/** States in which a meeting is still to be held. */
const COMING = new Set(["", "planned", "noticed"]);

/** Meetings by date, then number. */
export function meetingsInOrder(snapshot: Snapshot): MeetingRow[] {
  return rowsOf(snapshot, "meetings")
    .filter((row) => row.key !== "" && row.values.date !== null)
    .sort((a, b) => (a.values.date ?? 0) - (b.values.date ?? 0) || compareText(a.key, b.key));
}

/** The next meeting that is still to be held, of one series or of any. */
export function nextMeeting(snapshot: Snapshot, today: Day, seriesName: string): MeetingRow | undefined {
  return meetingsInOrder(snapshot).find(
    ({ values }) => (values.date ?? 0) >= today && COMING.has(values.state) && (seriesName === "" || values.series === seriesName),
  );
}

/** The last meeting held before a date, of the same series where the meeting belongs to one. */
export function meetingBefore(snapshot: Snapshot, date: Day, seriesName: string): MeetingRow | undefined {
  return meetingsInOrder(snapshot)
    .filter(
      ({ values }) =>
        (values.date ?? 0) < date &&
        values.state !== "cancelled" &&
        values.state !== "declined" &&
        (seriesName === "" || values.series === seriesName),
    )
    .at(-1);
}
