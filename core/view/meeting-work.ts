import { type MeetingRow, nextMeeting } from "../meeting/choose-meeting.ts";
import type { Duty, DutyFinder, Situation } from "./duty.ts";
import { AHEAD, meetingsHeld } from "./meeting-at-hand.ts";

/** Looks for one kind of duty at one meeting. */
export type MeetingFinder = (row: MeetingRow, situation: Situation) => readonly Duty[];

/** For the next meeting, once its day is near. */
export function ofNextMeeting(find: MeetingFinder): DutyFinder {
  return (situation) => {
    const { snapshot, context } = situation;
    const next = nextMeeting(snapshot, context.today, "");
    return next && workdaysTo(next, situation) <= AHEAD ? find(next, situation) : [];
  };
}

/** For every meeting whose day has come, the longest ago first. */
export function ofMeetingsHeld(find: MeetingFinder): DutyFinder {
  return (situation) => meetingsHeld(situation.snapshot, situation.context.today).flatMap((row) => find(row, situation));
}

/** Working days from today to a meeting; not above 0 once its day is over. */
export function workdaysTo({ values }: MeetingRow, { context, calendar }: Situation): number {
  return calendar.workdaysBetween(context.today, values.date ?? context.today);
}

/** Working days by which a meeting's minutes are late, to be written, reviewed and sent. */
export function minutesLate({ values }: MeetingRow, { context, calendar, settings }: Situation): number {
  const due = values.minutesDue ?? calendar.addWorkdays(values.date ?? context.today, settings.minutesDays);
  return Math.max(0, calendar.workdaysBetween(due, context.today));
}
