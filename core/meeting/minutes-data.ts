import type { Day } from "../base/plain-date.ts";
import { compareText } from "../base/text.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Attendee } from "../register/roster.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";
import { type Item, itemsToReview } from "../tracking/items.ts";
import { isClosed } from "../tracking/light.ts";
import { nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { meetingBefore, nextMeeting } from "./choose-meeting.ts";
import { showDate, showTime } from "./head-fields.ts";
import type { MinutesData, MinutesRow } from "./minutes-sheet.ts";
import { expectedAttendees, showAttendees } from "./people.ts";

/** A meeting's row of the register, or what it will be. */
export type MeetingValues = Readonly<Record<string, Value>> & { readonly no: string; readonly date: Day };

/** What the minutes sheet of a meeting is filled with before anybody writes in it. */
export function minutesData(snapshot: Snapshot, meeting: MeetingValues, calendar: WorkingCalendar, settings: BookSettings): MinutesData {
  const { language } = snapshot;
  const text = (field: string): string => String(meeting[field] ?? "");
  const before = meetingBefore(snapshot, meeting.date, text("series"));
  const items = itemsToReview(snapshot, meeting.no, meeting.date, before?.values.date ?? undefined);
  const attendees = attending(snapshot, meeting.no, text("series"));
  const expected = attendees.expected.length;
  const [colon, comma, semicolon] = language === "en" ? [": ", ", ", "; "] : ["：", "、", "；"];
  const next = nextMeeting(snapshot, meeting.date + 1, text("series"));
  return {
    no: meeting.no,
    date: meeting.date,
    company: settings.company,
    formNumber: settings.formNumber,
    minutesDue: calendar.addWorkdays(meeting.date, settings.minutesDays),
    head: {
      no: meeting.no,
      kind: kindBoxes(text("kind"), snapshot),
      name: text("name"),
      date: showDate(meeting.date, language),
      time: showTime(meeting.start ?? null, meeting.end ?? null),
      place: text("place"),
      organiser: text("organiser") || settings.organiser,
      chair: text("chair"),
      recorder: text("recorder"),
      counts: expected === 0 ? "" : say(language, "minutes-counts", { expected, present: attendees.present.length }),
      observers: "",
      attendees: showAttendees(attendees.present, colon, comma, semicolon),
      absentees: attendees.absent,
    },
    review: items.map(reviewRow),
    reviewSummary: summary(items, meeting.date, snapshot),
    topics: topicRows(snapshot, meeting),
    actions: [],
    open: [],
    next: next
      ? {
          nextDate: `${showDate(next.values.date, language)} ${showTime(next.values.start, next.values.end)}`.trim(),
          nextPlace: next.values.place,
          nextTopics: "",
        }
      : {},
  };
}

/** Times carried counts this meeting too. */
export function reviewRow({ row }: Item): MinutesRow {
  const { values } = row;
  return {
    key: row.key,
    values: {
      no: row.key,
      task: values.task,
      department: values.department,
      owner: values.owner,
      due: values.due,
      history: `${carriedWith(row.values)}/${values.postponed ?? 0}`,
      status: values.status,
      result: values.result,
      reason: values.reason,
      newDue: null,
    },
  };
}

/** How often an item has been carried, the meeting that reviews it now included. */
export function carriedWith(values: { readonly carried: number | null; readonly status: string }): number {
  return (values.carried ?? 0) + (isClosed(values.status) ? 0 : 1);
}

function topicRows(snapshot: Snapshot, { no, date }: MeetingValues): MinutesRow[] {
  const heldBefore = (other: string): boolean => (rowByKey(snapshot, "meetings", other)?.values.date ?? date) < date;
  return rowsOf(snapshot, "topics")
    .filter(({ key, values }) => key !== "" && isOnAgenda(values, no, heldBefore))
    .sort((a, b) => (a.values.order ?? 999) - (b.values.order ?? 999) || compareText(a.key, b.key))
    .map(({ key, values }) => ({
      key: `${key}|`,
      values: {
        no: numberIn(key, no),
        topic: values.topic,
        raisedBy: [values.department, values.proposer].filter((part) => part !== "").join("/"),
        discussion: values.discussion,
      },
    }));
}

/** The meeting's own topics, those deferred before, and those that an earlier meeting did not get to. */
function isOnAgenda(
  values: { readonly meeting: string; readonly status: string },
  no: string,
  heldBefore: (meeting: string) => boolean,
): boolean {
  if (values.meeting === no) return ["accepted", "resolved", "open"].includes(values.status);
  if (values.status === "accepted") return values.meeting === "" || heldBefore(values.meeting);
  return values.status === "deferred";
}

/** A number of the meeting's own as its sheet prints it, `T2`; one of another meeting whole, so that two are never alike. */
export function numberIn(key: string, meeting: string): string {
  return key.startsWith(`${meeting}-`) ? shortNo(key) : key;
}

/** `CX-2026-W47-1-T2` as the meeting's own sheet prints it: `T2`. */
export function shortNo(key: string): string {
  return key.slice(key.lastIndexOf("-") + 1);
}

interface Attending {
  readonly expected: readonly Attendee[];
  readonly present: readonly Attendee[];
  readonly absent: string;
}

/** From the sign-in where there is one, else everybody who is expected. */
function attending(snapshot: Snapshot, no: string, seriesName: string): Attending {
  const signed = rowsOf(snapshot, "attendance").filter(({ values }) => values.meeting === no && values.name !== "");
  if (signed.length === 0) {
    const expected = expectedAttendees(snapshot, seriesName);
    return { expected, present: expected, absent: "" };
  }
  const isThere = (status: string): boolean => status !== "leave" && status !== "absent";
  const en = snapshot.language === "en";
  const absent = signed
    .filter(({ values }) => !isThere(values.status))
    .map(({ values }) => {
      const parts = [values.department, values.reason, values.delegate].filter((part) => part !== "");
      return en ? `${values.name} (${parts.join(", ")})` : `${values.name}（${parts.join("，")}）`;
    });
  return {
    expected: signed.map(({ values }) => values),
    present: signed.filter(({ values }) => isThere(values.status)).map(({ values }) => values),
    absent: absent.join(en ? "; " : "；"),
  };
}

function summary(items: readonly Item[], date: Day, snapshot: Snapshot): string {
  const counted = items.filter(({ row }) => row.values.status !== "cancelled");
  const done = counted.filter(({ row }) => row.values.status === "done" || row.values.status === "verified").length;
  const overdue = counted.filter(({ row }) => !isClosed(row.values.status) && row.values.due !== null && row.values.due < date).length;
  const rate = counted.length === 0 ? 0 : Math.round((done / counted.length) * 100);
  return say(snapshot.language, "review-summary", { n: counted.length, done, overdue, rate });
}

function kindBoxes(kind: string, snapshot: Snapshot): string {
  return Object.entries(choiceSet("meetingKind"))
    .map(([code, choice]) => `${code === kind ? "☑" : "□"} ${nameIn(snapshot.language, choice)}`)
    .join("   ");
}
