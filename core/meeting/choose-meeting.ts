import type { Day } from "../base/plain-date.ts";
import { compareText } from "../base/text.ts";
import { type Problem, problem } from "../words/message.ts";
import { rowByKey, rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

export type MeetingRow = TableRow<"meetings">;

/** States in which a meeting is still to be held. */
const COMING = new Set(["", "planned", "noticed"]);

/** States in which a meeting has been held. */
const HELD = new Set(["recorded", "approved", "distributed", "archived"]);

/** States in which a meeting is none: not confirmed yet, or called off. */
const NONE = new Set(["proposed", "declined", "cancelled"]);

export function isComing({ values }: Pick<MeetingRow, "values">): boolean {
  return COMING.has(values.state);
}

export function isHeld({ values }: Pick<MeetingRow, "values">): boolean {
  return HELD.has(values.state);
}

/** A meeting by its number, or by the number that it had while it was a proposal. */
export function findMeeting(snapshot: Snapshot, no: string): MeetingRow | undefined {
  if (no === "") return undefined;
  return rowByKey(snapshot, "meetings", no) ?? rowsOf(snapshot, "meetings").find(({ values }) => values.proposalNo === no);
}

/** The meeting named, else the next one, as far as it is still to be held. */
export function comingMeeting(snapshot: Snapshot, no: string, today: Day): MeetingRow | Problem {
  const meeting = no === "" ? nextMeeting(snapshot, today, "") : findMeeting(snapshot, no);
  if (!meeting) return no === "" ? problem("error", "no-coming-meeting") : problem("error", "meeting-unknown", { no });
  if (meeting.values.state === "proposed") return problem("error", "meeting-not-confirmed", { no: meeting.key });
  if (isHeld(meeting)) return problem("error", "meeting-already-held", { no: meeting.key });
  return isComing(meeting) ? meeting : problem("error", "meeting-called-off", { no: meeting.key });
}

/** Meetings by date, then number. */
export function meetingsInOrder(snapshot: Snapshot): MeetingRow[] {
  return rowsOf(snapshot, "meetings")
    .filter((row) => row.key !== "" && row.values.date !== null)
    .sort((a, b) => (a.values.date ?? 0) - (b.values.date ?? 0) || compareText(a.key, b.key));
}

/** The next meeting that is still to be held, of one series or of any. */
export function nextMeeting(snapshot: Snapshot, today: Day, seriesName: string): MeetingRow | undefined {
  return meetingsInOrder(snapshot).find(
    (row) => (row.values.date ?? 0) >= today && isComing(row) && (seriesName === "" || row.values.series === seriesName),
  );
}

/** The last meeting held before a date, of the same series where the meeting belongs to one. */
export function meetingBefore(snapshot: Snapshot, date: Day, seriesName: string): MeetingRow | undefined {
  return meetingsInOrder(snapshot)
    .filter(({ values }) => (values.date ?? 0) < date && !NONE.has(values.state) && (seriesName === "" || values.series === seriesName))
    .at(-1);
}

/** The meeting after a date, held or not, of the same series where the meeting belongs to one. */
export function meetingAfter(snapshot: Snapshot, date: Day, seriesName: string): MeetingRow | undefined {
  return meetingsInOrder(snapshot).find(
    ({ values }) => (values.date ?? 0) > date && !NONE.has(values.state) && (seriesName === "" || values.series === seriesName),
  );
}
