import { hashText } from "../base/hash.ts";
import type { Day, Minutes } from "../base/plain-date.ts";
import { toIso, toTime } from "../base/plain-date.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { byAddress, type Recipient } from "./person-address.ts";
import { offsetOf, offsetText } from "./time-zone.ts";
import { piecesOf } from "./utf8.ts";

export interface Attendee extends Recipient {
  readonly role: "chair" | "required" | "optional";
}

/** A day and a time of it, in the meeting's zone. */
export interface Moment {
  readonly day: Day;
  readonly time: Minutes;
}

/** A meeting as an entry of calendars. */
export interface CalendarEvent {
  /** `meetingUid`: the same for every version of one meeting. */
  readonly uid: string;
  /** Raised with every version that is sent, so that calendars know the newer one. */
  readonly sequence: number;
  readonly method: "request" | "cancel";
  /** When this version was made. */
  readonly made: Moment;
  readonly start: Moment;
  /** How long, in minutes. */
  readonly length: number;
  /** A zone's name, such as `Asia/Shanghai`. In a zone that is not known the times float: each calendar shows them as they stand. */
  readonly zone: string;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
  readonly organiser?: Recipient;
  readonly attendees: readonly Attendee[];
  /** Minutes before the start at which calendars remind; none where left out. */
  readonly remind?: number;
}

export interface CalendarFile {
  /** As the mail part that carries it has to say. */
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH";
  readonly text: string;
  /** They stand on no list, since they have no address that works. */
  readonly unreachable: readonly Attendee[];
}

/** The name of a meeting in calendars. Meetings of two workbooks have one number, so the workbook's id belongs to it. */
export function meetingUid(book: string, no: string): string {
  return `${hashText(`${book}\n${no}`)}-${no.replace(/[^A-Za-z0-9-]/g, "")}@concord`;
}

/**
 * An iCalendar file. Source: RFC 5545, RFC 5546. An invitation needs an organiser and somebody invited;
 * without either the file only offers the entry (`PUBLISH`), which every calendar takes.
 */
export function calendarFile(event: CalendarEvent): CalendarFile {
  const { reachable, unreachable } = byAddress(event.attendees);
  const organiser = event.organiser && byAddress([event.organiser]).reachable[0];
  const isInvitation = organiser !== undefined && reachable.length > 0;
  const method = event.method === "cancel" ? "CANCEL" : isInvitation ? "REQUEST" : "PUBLISH";
  const zone = offsetOf(event.zone) === null ? null : event.zone.trim();
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Concord//Sales-production coordination//ZH",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(zone === null ? [] : zoneLines(zone)),
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stamp(later(event.made, -(offsetOf(event.zone) ?? 0)))}Z`,
    `DTSTART${moment(event.start, zone)}`,
    `DTEND${moment(later(event.start, event.length), zone)}`,
    `SUMMARY:${escaped(cleanLine(event.summary))}`,
    ...(event.place === "" ? [] : [`LOCATION:${escaped(cleanLine(event.place))}`]),
    ...(event.description === "" ? [] : [`DESCRIPTION:${escaped(cleanText(event.description))}`]),
    ...(organiser ? [`ORGANIZER${named(organiser)}:${mailto(organiser.email)}`] : []),
    ...reachable.map((person) => attendee(person, method === "REQUEST")),
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    ...(event.remind === undefined || method === "CANCEL" ? [] : alarm(event.remind, event.summary)),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return { method, text: `${lines.map(fold).join("\r\n")}\r\n`, unreachable };
}

/** The zone without daylight saving time: the zones that core knows have none. */
function zoneLines(zone: string): string[] {
  const offset = offsetText(offsetOf(zone) ?? 0);
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ];
}

function attendee(person: Attendee, asksForReply: boolean): string {
  const role = { chair: "CHAIR", required: "REQ-PARTICIPANT", optional: "OPT-PARTICIPANT" }[person.role];
  const reply = asksForReply ? ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "";
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=${role}${reply}${named(person)}:${mailto(person.email)}`;
}

/** A quoted parameter cannot hold a quotation mark, and calendars do not know RFC 6868, which would let it. */
function named({ name }: Recipient): string {
  const plain = cleanLine(name).replaceAll('"', "'");
  return plain === "" ? "" : `;CN="${plain}"`;
}

/** Characters that an address may hold and a URI may not as they are. */
function mailto(email: string): string {
  return `mailto:${email.replace(/[%#?/^`{|}]/g, (character) => encodeURIComponent(character))}`;
}

function alarm(minutes: number, summary: string): string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(cleanLine(summary))}`, `TRIGGER:-PT${minutes}M`, "END:VALARM"];
}

function later({ day, time }: Moment, minutes: number): Moment {
  const total = time + minutes;
  return { day: day + Math.floor(total / 1440), time: ((total % 1440) + 1440) % 1440 };
}

function moment(at: Moment, zone: string | null): string {
  return zone === null ? `:${stamp(at)}` : `;TZID=${zone}:${stamp(at)}`;
}

function stamp({ day, time }: Moment): string {
  return `${toIso(day).replaceAll("-", "")}T${toTime(time).replace(":", "")}00`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Lines are of at most 75 bytes; a further one begins with a space, which counts. */
function fold(line: string): string {
  return piecesOf(line, 74, 75).join("\r\n ");
}
