import { toIso } from "../base/plain-date.ts";
import { agendaOf, agendaProblems } from "../meeting/agenda.ts";
import { bringBack } from "../meeting/bring-back.ts";
import { comingMeeting, type MeetingRow } from "../meeting/choose-meeting.ts";
import { expectedAt, expectedProblems, newAttendance } from "../meeting/expected.ts";
import { dayProblems, headProblems } from "../meeting/meeting-checks.ts";
import { awaitedPapers, checklist, papersMissing } from "../meeting/papers-checklist.ts";
import { endOf } from "../meeting/proposals.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { namesTwice, rowNamed } from "../register/named-rows.ts";
import { Numbers } from "../register/numbers.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { key, type Value } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Change, Patch } from "../workbook/patch.ts";
import { cellOf, rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

/**
 * Brings a meeting's agenda, papers and sign-in together (clause 三(二)), as often as anything changed:
 * what is there already stays, nothing comes twice, and what is still missing is said with its cell.
 */
export const prepareMeeting = defineCommand({
  id: "prepare-meeting",
  stage: "prepare",
  title: "command-prepare-meeting",
  help: "help-prepare-meeting",
  input: { meeting: key("会议编号", "Meeting no."), onBehalf },
  reads: () => ({
    tables: ["departments", "people", "series", "meetings", "topics", "papers", "attendance", "openQuestions", "resolutions", "actions"],
    documents: [],
  }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const row = comingMeeting(snapshot, input.meeting, context.today);
    if ("code" in row) return refused(row);
    const { date } = row.values;
    if (date === null) return refused(problem("error", "date-missing", { no: row.key }));
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const numbers = new Numbers(snapshot);
    const meeting = { ...row, values: { ...row.values, ...fromSeries(snapshot, row) } };
    const back = bringBack(snapshot, meeting, context.today, numbers);
    const papers =
      meeting.values.kind === "adHoc"
        ? { rows: [], entries: [] }
        : checklist(snapshot, { no: row.key, date }, calendar, settings.papersDays, numbers);
    const agenda: Patch = [
      { kind: "rows", table: "topics", rows: back.topics },
      { kind: "rows", table: "openQuestions", rows: back.questions },
      { kind: "rows", table: "papers", rows: papers.rows },
    ];
    const withAgenda = afterPatch(snapshot, agenda);
    const expected = expectedAt(withAgenda, meeting);
    const attendance = newAttendance(withAgenda, row.key, expected, numbers);
    const counted = expected.filter(({ kind }) => kind !== "observer").length;
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    const patch: Patch = [
      ...tablesFor(["topics", "papers", "attendance"]),
      ...agenda,
      { kind: "rows", table: "attendance", rows: attendance },
      {
        kind: "rows",
        table: "meetings",
        rows: [{ key: row.key, row: row.row, values: { ...fromSeries(snapshot, row), expected: counted } }],
      },
      { kind: "state", entries: [...numbers.entries(), ...papers.entries] },
    ];
    const after = afterPatch(snapshot, patch);
    const { items, sum } = agendaOf(after, meeting, settings);
    const awaited = awaitedPapers(after, row.key).length;
    return {
      patch,
      report: [
        message("meeting-prepared", { no: row.key, date: toIso(date), items: items.length, sum, expected: counted, awaited }),
        ...(back.counts.topics > 0 ? [message("topics-brought-back", { n: back.counts.topics })] : []),
        ...(back.counts.questions > 0 ? [message("questions-brought-back", { n: back.counts.questions })] : []),
        ...(back.counts.numbered > 0 ? [message("rows-numbered", { n: back.counts.numbered })] : []),
        ...standing.report,
      ],
      problems: [
        ...headProblems(snapshot, meeting.values, row.row),
        ...dayProblems(snapshot, { row: row.row, name: row.values.name, date }, calendar, context.today),
        ...agendaProblems(after, meeting),
        ...undecided(snapshot, after, meeting),
        ...unrecorded(snapshot, meeting, context),
        ...papersMissing(snapshot, row.key, context.today),
        ...expectedProblems(after, meeting, expected),
        ...namesTwice(snapshot, "people"),
        ...namesTwice(snapshot, "departments"),
        ...calendarNotes(calendar, date, date),
        ...standing.problems,
      ],
    };
  },
});

function tablesFor(tables: readonly ("topics" | "papers" | "attendance")[]): Change[] {
  return tables.map((table) => ({ kind: "table", table }));
}

/** What a meeting's row leaves blank and its series says. */
function fromSeries(snapshot: Snapshot, { values }: MeetingRow): Record<string, Value> {
  const series = rowNamed(snapshot, "series", values.series)?.values;
  if (!series) return {};
  const start = values.start ?? series.start;
  const filled = { chair: series.chair, recorder: series.recorder, place: series.place, start, end: endOf(start, series.minutes) };
  const isBlank = (field: keyof typeof filled): boolean => values[field] === "" || values[field] === null;
  return Object.fromEntries(
    (Object.keys(filled) as (keyof typeof filled)[])
      .filter((field) => isBlank(field) && filled[field] !== "" && filled[field] !== null)
      .map((field) => [field, filled[field]]),
  );
}

/** Topics that wait for a decision, in the pool or put forward for this meeting. */
function undecided(snapshot: Snapshot, after: Snapshot, meeting: MeetingRow): Problem[] {
  const waiting = rowsOf(after, "topics").filter(
    ({ key, values }) =>
      key !== "" &&
      (values.status === "proposed" || values.status === "") &&
      values.topic !== "" &&
      ["", meeting.key].includes(values.meeting),
  );
  const first = waiting[0];
  const table = tableIn(snapshot, "topics");
  if (!first) return [];
  const at = table && first.row >= 0 ? cellOf(table, first, "status") : undefined;
  return [problem("warning", "topics-undecided", { n: waiting.length, first: first.key }, at)];
}

/** An earlier meeting that nobody recorded still holds topics whose end is not known. */
function unrecorded(snapshot: Snapshot, meeting: MeetingRow, { today }: Context): Problem[] {
  const table = tableIn(snapshot, "meetings");
  return rowsOf(snapshot, "meetings")
    .filter(
      ({ key, values }) =>
        key !== "" && key !== meeting.key && ["", "planned", "noticed"].includes(values.state) && (values.date ?? today) < today,
    )
    .filter(({ values }) => values.series === meeting.values.series)
    .map((row) => problem("warning", "earlier-not-recorded", { no: row.key }, table && cellOf(table, row, "state")));
}
