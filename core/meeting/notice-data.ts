import { type Day, type Minutes, toIso, toTime } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { choiceSet } from "../tables/choices.ts";
import { type Language, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { type AgendaItem, agendaOf } from "./agenda.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { showDate, showTime } from "./head-fields.ts";
import { type Invitee, inviteesOf } from "./invitees.ts";
import type { NoticeField } from "./notice-form.ts";
import { type NoticeVersion, nextNotice } from "./notice-version.ts";
import { papersOf } from "./papers-checklist.ts";
import { showAttendees, standingDepartments } from "./people.ts";

/** What a notice says, for its sheet, its text and its files alike. */
export interface Notice {
  readonly version: NoticeVersion;
  readonly kind: "first" | "changed" | "cancelled";
  readonly no: string;
  readonly name: string;
  readonly date: Day;
  readonly start: Minutes;
  /** How long the meeting takes, in minutes. */
  readonly length: number;
  readonly place: string;
  readonly company: string;
  readonly formNumber: string;
  /** `产销协调会议变更通知`, as the sheet is headed. */
  readonly title: string;
  readonly fields: Readonly<Record<NoticeField, string>>;
  readonly agenda: readonly NoticeItem[];
  readonly papers: readonly NoticePapers[];
  /** Sentences, each `""` where it is not said. */
  readonly leaveRule: string;
  readonly conduct: string;
  readonly replyBy: string;
  readonly issuedBy: string;
  readonly issuedOn: Day;
  readonly invitees: readonly Invitee[];
  /** What this notice tells and the one before did not tell so: two that say it alike are one. */
  readonly content: string;
  readonly when: string;
}

export interface NoticeItem {
  readonly order: number;
  /** When it begins, `09:30`. */
  readonly at: string;
  readonly title: string;
  readonly speaker: string;
  readonly minutes: number;
}

/** What one department brings by one day. */
export interface NoticePapers {
  readonly department: string;
  readonly papers: string;
  readonly due: string;
}

/** A meeting that is known well enough to invite to. */
export interface Noticeable extends MeetingRow {
  readonly date: Day;
  readonly start: Minutes;
}

interface Issue {
  readonly settings: BookSettings;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

/** Without an agenda and an end of its own a meeting is taken to last this long in calendars. */
const HOUR = 60;

export function noticeOf(snapshot: Snapshot, meeting: Noticeable, { settings, calendar, today }: Issue): Notice {
  const { language } = snapshot;
  const { values, date, start } = meeting;
  const isCancelled = values.state === "cancelled";
  const agenda = agendaOf(snapshot, meeting, settings);
  const items = isCancelled ? [] : timed(snapshot, values.series, agenda.items, start);
  const time = `${showDate(date, language)} ${showTime(start, values.end)}`;
  const when = [time, values.place].join(language === "en" ? ", " : "，");
  const content = JSON.stringify([
    isCancelled ? values.decisionReason : "",
    [values.name, values.kind, date, start, values.end, values.place, values.chair, values.recorder],
    items,
  ]);
  const version = nextNotice(snapshot, meeting.key, content, values.state === "noticed");
  const kind = isCancelled ? "cancelled" : version.version === 1 ? "first" : "changed";
  const invitees = inviteesOf(snapshot, meeting);
  const listed = (of: Invitee["kind"]): string => showInvitees(snapshot, invitees, of);
  const issuedBy = values.organiser || settings.organiser;
  const issuedOn = firstSent(snapshot, meeting.key, version.version) ?? today;
  const replyBy = toIso(Math.max(issuedOn, calendar.addWorkdays(date, -settings.noticeDays)));
  return {
    version,
    kind,
    no: meeting.key,
    name: values.name,
    date,
    start,
    length: values.end !== null && values.end > start ? values.end - start : (agenda.length ?? (agenda.sum || HOUR)),
    place: values.place,
    company: settings.company,
    formNumber: settings.formNumber,
    title: say(language, `notice-title-${kind}`),
    fields: {
      number: noticeNumber(settings.noticePattern, meeting.key, version.version),
      no: meeting.key,
      name: values.name,
      kind: nameOfKind(snapshot, values.kind),
      time,
      place: values.place,
      chair: values.chair,
      recorder: values.recorder,
      standing: listed("standing"),
      temporary: listed("temporary"),
      observers: listed("observer"),
      change: kind === "changed" ? changeOf(snapshot, meeting, version.before, when) : "",
      reason: isCancelled ? values.decisionReason : "",
    },
    agenda: items.map((item, index) => withNotes(item, agenda.items[index], language)),
    papers: isCancelled ? [] : papersRequired(snapshot, meeting.key),
    leaveRule: isCancelled ? "" : say(language, "notice-leave-rule", { organiser: issuedBy }),
    conduct: isCancelled ? "" : settings.conduct,
    replyBy: isCancelled ? "" : replyBy,
    issuedBy,
    issuedOn,
    invitees,
    content,
    when,
  };
}

/** @example noticeNumber("{no}-通知{version}", "CX-2026-W47-1", 2) // "CX-2026-W47-1-通知2" */
function noticeNumber(pattern: string, no: string, version: number): string {
  return pattern.replace(/\{(no|version)\}/g, (_, token: string) => (token === "no" ? no : String(version)));
}

/** Items with their times of day, one after the other from the start; a part that nobody is named for is its side's. */
function timed(snapshot: Snapshot, series: string, items: readonly AgendaItem[], start: Minutes): NoticeItem[] {
  let at = start;
  return items.map(({ section, title, speaker, minutes }, index) => {
    const item = { order: index + 1, at: toTime(at % 1440), title, speaker: speaker || sideOf(snapshot, series, section), minutes };
    at += minutes;
    return item;
  });
}

/** What was escalated stands below its part. It changes from day to day, and is no reason to send the notice again. */
function withNotes(item: NoticeItem, of: AgendaItem | undefined, language: Language): NoticeItem {
  if (!of || of.notes.length === 0) return item;
  return { ...item, title: [item.title, ...of.notes.map((note) => `${say(language, "raised-items")}${note}`)].join("\n") };
}

function sideOf(snapshot: Snapshot, series: string, section: string): string {
  const names = standingDepartments(snapshot, series).known.filter(({ values }) => values.side === section);
  return names.map(({ values }) => values.name).join(snapshot.language === "en" ? ", " : "、");
}

/** By department; a delegate stands with whom they stand in for, and who is on leave is said to be. */
function showInvitees(snapshot: Snapshot, invitees: readonly Invitee[], kind: Invitee["kind"]): string {
  const { language } = snapshot;
  const [colon, comma, semicolon] = language === "en" ? [": ", ", ", "; "] : ["：", "、", "；"];
  const shown = invitees
    .filter((invitee) => invitee.kind === kind && invitee.standsFor === "")
    .map(({ name, department, title, isOnLeave, delegate }) => {
      const suffix =
        delegate !== "" ? say(language, "notice-delegate", { name: delegate }) : isOnLeave ? say(language, "notice-on-leave") : "";
      return { name: `${name}${suffix}`, department, title };
    });
  return showAttendees(shown, colon, comma, semicolon);
}

function papersRequired(snapshot: Snapshot, no: string): NoticePapers[] {
  const groups = new Map<string, { readonly department: string; readonly due: string; readonly papers: string[] }>();
  for (const { values } of papersOf(snapshot, no)) {
    if (values.status === "waived") continue;
    const due = values.due === null ? "" : toIso(values.due);
    const id = `${values.department}\n${due}`;
    const group = groups.get(id) ?? { department: values.department, due, papers: [] };
    group.papers.push(values.paper);
    groups.set(id, group);
  }
  const comma = snapshot.language === "en" ? ", " : "、";
  return [...groups.values()].map(({ department, due, papers }) => ({ department, due, papers: papers.join(comma) }));
}

function nameOfKind({ language }: Snapshot, kind: string): string {
  const choice = choiceSet("meetingKind")[kind];
  return choice ? nameIn(language, choice) : "";
}

/** When the notice says something else of time and place than the one before, both are told. */
function changeOf({ language }: Snapshot, { values }: MeetingRow, before: string, when: string): string {
  if (before === "" || before === when) return say(language, "notice-changed-agenda");
  const said = say(language, "notice-changed-time", { before });
  const reason = values.decisionReason === "" ? "" : say(language, "notice-changed-reason", { reason: values.decisionReason });
  return [said, reason].filter((part) => part !== "").join(language === "en" ? " " : "");
}

/** A version's day is the one on which it was sent first. */
function firstSent(snapshot: Snapshot, no: string, version: number): Day | undefined {
  const days = rowsOf(snapshot, "distribution").flatMap(({ values }) =>
    values.meeting === no && values.document === "notice" && values.version === version && values.sentOn !== null ? [values.sentOn] : [],
  );
  return days.length === 0 ? undefined : Math.min(...days);
}
