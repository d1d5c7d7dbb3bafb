import type { CellPlace } from "../base/place.ts";
import { toIso } from "../base/plain-date.ts";
import { agendaProblems } from "../meeting/agenda.ts";
import { comingMeeting, findMeeting, type MeetingRow } from "../meeting/choose-meeting.ts";
import { distributionRows, type Receiver } from "../meeting/distribution-rows.ts";
import { expectedAt, expectedProblems } from "../meeting/expected.ts";
import { dayProblems, headProblems, meetingCell } from "../meeting/meeting-checks.ts";
import { type Notice, type Noticeable, noticeOf } from "../meeting/notice-data.ts";
import { noticeFiles } from "../meeting/notice-files.ts";
import { noticeSheet } from "../meeting/notice-sheet.ts";
import { lastNotice, noticeEntry } from "../meeting/notice-version.ts";
import { papersMissing } from "../meeting/papers-checklist.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { rowNamed } from "../register/named-rows.ts";
import { Numbers } from "../register/numbers.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { newBookId } from "../run/outcome.ts";
import { choiceSet } from "../tables/choices.ts";
import { key } from "../tables/field.ts";
import { type Language, nameIn } from "../words/language.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { cellOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

/**
 * Tells everybody of a meeting: a sheet to print, and files to send. What was told before and holds no
 * longer is told again as the next version; the paper that went out stays as it was.
 */
export const sendNotice = defineCommand({
  id: "send-notice",
  stage: "prepare",
  title: "command-send-notice",
  help: "help-send-notice",
  input: { meeting: key("会议编号", "Meeting no."), onBehalf },
  reads: (_, state) => ({
    tables: ["departments", "people", "series", "meetings", "topics", "papers", "attendance", "distribution", "resolutions", "actions"],
    // One cut off while it was laid out is finished; one that went out is left alone.
    documents: [...state.entries("made", "notice:")].map(([id]) => id).filter((id) => state.get("look", id) === undefined),
  }),
  decide: (snapshot, input, context): Decision => {
    const refused = (...problems: readonly Problem[]): Decision => ({ patch: [], report: [], problems });
    const meeting = noticeable(snapshot, input.meeting, context);
    if (Array.isArray(meeting)) return refused(...meeting);
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const notice = noticeOf(snapshot, meeting, { settings, calendar, today: context.today });
    const isCancelled = notice.kind === "cancelled";
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    const numbers = new Numbers(snapshot);
    const sent = { meeting: notice.no, document: "notice", version: notice.version.version, sentOn: notice.issuedOn } as const;
    const rows = distributionRows(snapshot, sent, notice.invitees.map(receiverIn(snapshot.language)), numbers);
    const layout = noticeSheet(notice, snapshot.language, snapshot.places.get("meetings")?.sheet);
    const { name: sheet } = layout;
    const problems: Problem[] = [
      ...(isCancelled ? [] : warnings(snapshot, meeting, context)),
      ...unreachable(snapshot, notice),
      ...settings.problems,
      ...standing.problems,
    ];
    return {
      patch: [
        { kind: "table", table: "distribution" },
        { kind: "state", entries: [noticeEntry(notice.version.id, toIso(notice.date), notice.content, notice.when)] },
        { kind: "sheet", id: notice.version.id, sheet: layout },
        { kind: "rows", table: "distribution", rows },
        {
          kind: "rows",
          table: "meetings",
          rows: isCancelled ? [] : [{ key: meeting.key, row: meeting.row, values: { state: "noticed" } }],
        },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [
        message(`notice-made-${notice.kind}`, {
          no: notice.no,
          number: notice.fields.number,
          sheet: snapshot.state.get("made", notice.version.id) ?? sheet,
          n: notice.invitees.length,
        }),
        ...standing.report,
      ],
      problems,
      files: noticeFiles(snapshot, notice, {
        settings,
        book: snapshot.state.get("book", "id") ?? newBookId(context),
        made: { day: context.today, time: context.now },
        user: context.user.name,
        recorder: meeting.values.recorder,
        chair: meeting.values.chair,
      }),
    };
  },
});

function receiverIn(language: Language): (invitee: Notice["invitees"][number]) => Receiver {
  return ({ kind, ...who }) => ({ ...who, role: nameIn(language, choiceSet("attendeeKind")[kind] ?? { zh: "", en: "" }) });
}

/** The meeting named, else the next one, as far as anybody can be told of it; else what keeps it from that. */
function noticeable(snapshot: Snapshot, no: string, { today }: Context): Noticeable | Problem[] {
  const named = findMeeting(snapshot, no);
  if (named?.values.state === "cancelled") return cancelled(snapshot, named);
  const meeting = comingMeeting(snapshot, no, today);
  if ("code" in meeting) return [meeting];
  const missing = headProblems(snapshot, meeting.values, meeting.row)
    .filter(({ code }) => code.endsWith("-missing"))
    .map((found): Problem => ({ ...found, severity: "error" }));
  const { date, start } = meeting.values;
  if (date === null) missing.unshift(problem("error", "date-missing", { no: meeting.key }, meetingCell(snapshot, meeting.row, "date")));
  return date === null || start === null || missing.length > 0 ? missing : { ...meeting, date, start };
}

/** That a meeting is called off is told to those who were told of it. */
function cancelled(snapshot: Snapshot, meeting: MeetingRow): Noticeable | Problem[] {
  const { date, start } = meeting.values;
  const at = meetingCell(snapshot, meeting.row, "state");
  if (lastNotice(snapshot, meeting.key) === 0 || date === null) return [problem("error", "cancelled-unnoticed", { no: meeting.key }, at)];
  return { ...meeting, date, start: start ?? 0 };
}

function warnings(snapshot: Snapshot, meeting: Noticeable, { today }: Context): Problem[] {
  const settings = settingsIn(snapshot);
  const calendar = calendarIn(snapshot, settings);
  const { key: no, row, values, date } = meeting;
  const days = calendar.workdaysBetween(today, date);
  const isShort = date >= today && days < settings.noticeDays;
  return [
    ...headProblems(snapshot, values, row),
    ...dayProblems(snapshot, { row, name: values.name, date }, calendar, today),
    ...(isShort ? [problem("warning", "notice-short", { no, days: settings.noticeDays }, meetingCell(snapshot, row, "date"))] : []),
    ...agendaProblems(snapshot, meeting),
    ...papersMissing(snapshot, no, today),
    ...expectedProblems(snapshot, meeting, expectedAt(snapshot, meeting)),
    ...calendarNotes(calendar, date, date),
  ];
}

/** Nobody is dropped in silence: who has no address has to be told otherwise. */
function unreachable(snapshot: Snapshot, { invitees, no }: Notice): Problem[] {
  const names = invitees.filter(({ email }) => email === "").map(({ name }) => name);
  if (invitees.length === 0) return [problem("warning", "notice-to-nobody", { no })];
  if (names.length === 0) return [];
  return [
    problem(
      "note",
      "invitees-unreachable",
      { n: names.length, names: names.join(snapshot.language === "en" ? ", " : "、") },
      emailCell(snapshot, names),
    ),
  ];
}

/** The cell of the People table that would hold the first address. */
function emailCell(snapshot: Snapshot, names: readonly string[]): CellPlace | undefined {
  const people = tableIn(snapshot, "people");
  const row = names.map((name) => rowNamed(snapshot, "people", name)).find((found) => found !== undefined);
  return people && row ? cellOf(people, row, "email") : undefined;
}
