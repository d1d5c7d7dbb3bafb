import type { Day } from "../base/plain-date.ts";
import { at, type Scene } from "./scene.ts";

export interface HeldMeeting {
  readonly no: string;
  readonly date: Day;
  /** The Wednesday from which a day off moved it. */
  readonly seriesDate: Day;
}

/**
 * The last `count` meetings of the Wednesday series before today, oldest first. Two Wednesdays of one long
 * holiday move to the same day and make one meeting; two meetings in a week get different numbers.
 */
export function heldMeetings({ today, monday, calendar, meetingNo }: Scene, count: number): readonly HeldMeeting[] {
  const held: { date: Day; seriesDate: Day }[] = [];
  for (let week = 0; held.length < count; week--) {
    const seriesDate = monday(week) + 2;
    const date = calendar.nextWorkday(seriesDate);
    if (date < today && date !== held.at(-1)?.date) held.push({ date, seriesDate });
  }
  const numbers = new Set<string>();
  return held.reverse().map((meeting) => {
    let seq = 1;
    while (numbers.has(meetingNo(meeting.date, seq))) seq++;
    const no = meetingNo(meeting.date, seq);
    numbers.add(no);
    return { ...meeting, no };
  });
}

/** How many meetings after the `index`-th were held while an item of it was open, until `closed`. */
export function timesCarried(held: readonly HeldMeeting[], index: number, closed: Day | null): number {
  return held.filter(({ date }, other) => other > index && (closed === null || date <= closed)).length;
}

/** The day of the meeting `later` meetings after the `index`-th. */
export function meetingAfter(held: readonly HeldMeeting[], index: number, later: number): Day {
  return at(held, index + later).date;
}
