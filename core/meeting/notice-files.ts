import { foldText } from "../base/text.ts";
import { type Attendee, type CalendarEvent, calendarFile, type Moment, meetingUid } from "../files/calendar-file.ts";
import type { Mail } from "../files/mail-file.ts";
import { calendarOutFile, mailOutFile, type OutFile, textFile } from "../files/out-file.ts";
import type { Recipient } from "../files/person-address.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { say } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { emailOf, type Invitee } from "./invitees.ts";
import type { Notice } from "./notice-data.ts";
import { noticeSubject, noticeText } from "./notice-text.ts";

interface Sending {
  readonly settings: BookSettings;
  /** The workbook's id. */
  readonly book: string;
  readonly made: Moment;
  /** Who is at the keyboard. */
  readonly user: string;
  readonly recorder: string;
  readonly chair: string;
}

/** Calendars remind this many minutes before. */
const REMIND = 30;

/** What goes out: an entry for calendars, a mail that carries it, and the text for whatever else. */
export function noticeFiles(snapshot: Snapshot, notice: Notice, sending: Sending): OutFile[] {
  const { language } = snapshot;
  const { settings, made } = sending;
  const subject = noticeSubject(notice, language);
  const text = noticeText(notice, language);
  const from = senderOf(snapshot, sending);
  const event: CalendarEvent = {
    uid: meetingUid(sending.book, notice.no),
    sequence: notice.version.version - 1,
    method: notice.kind === "cancelled" ? "cancel" : "request",
    made,
    start: { day: notice.date, time: notice.start },
    length: notice.length,
    zone: settings.timeZone,
    summary: notice.name,
    place: notice.place,
    description: text,
    ...(from ? { organiser: from } : {}),
    attendees: reachable(notice).map((invitee) => attendee(invitee, sending.chair)),
    remind: REMIND,
  };
  const calendar = calendarFile(event);
  const stem = `${say(language, "notice-sheet")} ${notice.fields.number}`;
  const entry = calendarOutFile(stem, calendar.text);
  const mail: Mail = {
    ...(from ? { from } : {}),
    to: reachable(notice).filter(({ kind }) => kind !== "observer"),
    cc: reachable(notice).filter(({ kind }) => kind === "observer"),
    subject,
    text,
    made,
    zone: settings.timeZone,
    calendar,
    attachments: [entry],
  };
  return [entry, mailOutFile(stem, mail), textFile(stem, text)];
}

function reachable({ invitees }: Notice): Invitee[] {
  return invitees.filter(({ email }) => email !== "");
}

/** Replies go to whoever sends it, else to the recorder, else to the chair. */
export function senderOf(
  snapshot: Snapshot,
  { user, recorder, chair }: Pick<Sending, "user" | "recorder" | "chair">,
): Recipient | undefined {
  return [user, recorder, chair].map((name) => ({ name, email: emailOf(snapshot, name) })).find(({ email }) => email !== "");
}

function attendee({ name, email, kind, isOnLeave }: Invitee, chair: string): Attendee {
  if (foldText(name) === foldText(chair)) return { name, email, role: "chair" };
  return { name, email, role: kind === "observer" || isOnLeave ? "optional" : "required" };
}
