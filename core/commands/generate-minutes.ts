import { isSealed } from "../archive/seal.ts";
import type { Day } from "../base/plain-date.ts";
import { toIso } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { frozenBalance } from "../effects/frozen-balance.ts";
import { sinceLine } from "../effects/since-line.ts";
import { minutesBalance } from "../imbalance/minutes-balance.ts";
import { isHeld, type MeetingRow, meetingsInOrder, nextMeeting } from "../meeting/choose-meeting.ts";
import { headCells, toldBy } from "../meeting/head-fields.ts";
import type { MeetingValues } from "../meeting/meeting-values.ts";
import { minutesData, reviewSummary } from "../meeting/minutes-data.ts";
import { laidRows } from "../meeting/minutes-rows.ts";
import { minutesSheet } from "../meeting/minutes-sheet.ts";
import { minutesId, minutesVersion, newestMinutes } from "../meeting/minutes-versions.ts";
import { nextSection } from "../meeting/next-meeting.ts";
import { planSeries } from "../meeting/plan.ts";
import { HEAD_MARKER } from "../meeting/record-head.ts";
import { recordedEntry, recordedRows } from "../meeting/recorded.ts";
import { farItems, rememberedReview, reviewedItems } from "../meeting/reviewed-items.ts";
import { suggestions } from "../meeting/suggestions.ts";
import { rememberedSummary, updateMinutes } from "../meeting/update-minutes.ts";
import { planningTables } from "../planning/read-planning.ts";
import { type BookSettings, calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { Numbers } from "../register/numbers.ts";
import { type Context, defineCommand } from "../run/command.ts";
import { documentDate } from "../run/documents.ts";
import { blankOf, key, text } from "../tables/field.ts";
import { tableOf } from "../tables/tables.ts";
import { type Message, message, type Problem, problem, say } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, sheetFacts } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";

/** Lays out the minutes of the next meeting, numbered once, with everything that has to be reviewed. */
export const generateMinutes = defineCommand({
  id: "generate-minutes",
  stage: "hold",
  title: "command-generate-minutes",
  help: "help-generate-minutes",
  input: {
    meeting: key("会议编号", "Meeting no."),
    series: text("例会名称", "Series"),
  },
  reads: (input, state, context) => ({
    tables: [
      "departments",
      "people",
      "series",
      "meetings",
      "topics",
      "attendance",
      "resolutions",
      "actions",
      "history",
      "openQuestions",
      "imbalances",
      "expectedChanges",
      ...planningTables,
    ],
    // A sheet that exists is read: one cut off while it was laid out is finished, a finished one gets what is new.
    documents: [...state.entries("made", "minutes:")]
      .map(([id]) => id)
      .filter(
        (id) =>
          state.get("look", id) === undefined || minutesVersion(id)?.meeting === input.meeting || documentDate(state, id) >= context.today,
      ),
  }),
  decide: (snapshot, input, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const numbers = new Numbers(snapshot);
    const chosen = chooseMeeting(snapshot, input.meeting, input.series, { context, settings, calendar, numbers });
    if ("code" in chosen) return { patch: [], report: [], problems: [chosen] };
    const { meeting, changes, report, problems } = chosen;
    const newest = newestMinutes(snapshot.state, meeting.no);
    const id = newest?.id ?? minutesId(meeting.no, 1);
    const made = snapshot.state.get("made", id);
    // Approved minutes, and what amends them, tell of a meeting that was held: nothing comes to them any more.
    if (newest && made !== undefined && (newest.version > 1 || isSealed(snapshot, id)))
      return sheetFacts(snapshot.survey, made)
        ? { patch: [], report: [message("minutes-exist", { no: meeting.no, sheet: made })], problems }
        : { patch: [], report: [], problems: [problem("error", "sealed-sheet-missing", { sheet: made })] };
    if (made !== undefined && snapshot.state.get("look", id) !== undefined && snapshot.survey.sheets.some(({ name }) => name === made)) {
      const cells = snapshot.documents.get(id);
      const balance = isHeld(asRow(meeting)) ? undefined : minutesBalance(snapshot, id, meeting.no, context.today);
      const agenda = [...laidRows(snapshot, id, asRow(meeting), context.today), ...(balance?.rows ?? [])];
      const review = { review: reviewedItems(snapshot, id, meeting), far: farItems(snapshot, meeting) };
      // What a meeting saw stays as it saw it.
      const summary = isHeld(asRow(meeting)) ? undefined : reviewSummary(snapshot, review, meeting);
      const update = cells ? updateMinutes(snapshot, id, meeting, cells, agenda, summary) : { patch: [], added: 0 };
      const said =
        update.added > 0
          ? message("review-added", { no: meeting.no, sheet: made, n: update.added })
          : message("minutes-exist", { no: meeting.no, sheet: made });
      return { patch: update.patch, report: [said], problems };
    }
    const review = reviewedItems(snapshot, id, meeting);
    const balance = minutesBalance(snapshot, id, meeting.no, context.today);
    const rows = [...laidRows(snapshot, id, asRow(meeting), context.today), ...balance.rows];
    const next = nextSection(snapshot, id, meeting);
    const data = minutesData(snapshot, meeting, calendar, settings, {
      review,
      far: farItems(snapshot, meeting),
      rows,
      balanceSummary: [balance.summary, balance.summary === "" ? "" : sinceLine(snapshot, meeting, context.today)]
        .filter((line) => line !== "")
        .join("\n"),
      next: next.values,
    });
    const layout = minutesSheet(data, {
      name: `${say(snapshot.language, "minutes-sheet")} ${meeting.no}`.slice(0, 31),
      language: snapshot.language,
      dateSystem: snapshot.survey.dateSystem,
      lists: suggestions(snapshot),
      ...(snapshot.places.has("meetings") ? { after: snapshot.places.get("meetings")?.sheet ?? "" } : {}),
    });
    const laid: StateEntry[] = [
      ...review.map((item) => rememberedReview(id, item, snapshot)),
      ...rows.flatMap((row) => row.memory),
      rememberedSummary(id, data.reviewSummary),
      ...frozenBalance(snapshot, meeting.no, context.today),
      ...next.memory,
      recordedEntry(id, HEAD_MARKER, Object.fromEntries(headCells.map((cell) => [cell.id, toldBy(cell, meeting, snapshot.language)]))),
    ];
    const remembered: StateEntry[] = [
      ...numbers.entries(),
      { kind: "document", key: id, value: JSON.stringify({ date: toIso(meeting.date) }) },
      ...forgotten(snapshot, id, laid),
      ...laid,
    ];
    return {
      patch: [
        { kind: "table", table: "meetings" },
        ...changes,
        { kind: "state", entries: remembered },
        { kind: "sheet", id, sheet: layout },
      ],
      report: [
        ...report,
        message("minutes-made", { no: meeting.no, date: toIso(meeting.date), sheet: layout.name, n: data.review.length }),
      ],
      problems: [...problems, ...settings.problems, ...calendarNotes(calendar, meeting.date, meeting.date + 7)],
    };
  },
});

/** A meeting that is planned by this run has no row of the register yet. */
function asRow(meeting: MeetingValues): MeetingRow {
  const values = Object.fromEntries(Object.entries(tableOf("meetings").fields).map(([id, { type }]) => [id, meeting[id] ?? blankOf(type)]));
  return { key: meeting.no, values: values as MeetingRow["values"], raw: {}, row: -1 };
}

const ROWS = /^(review|balance|topics|topic|actions|open|next):/;

/** Rows that a sheet said which was lost, and that the new one does not say. */
function forgotten({ state }: Snapshot, id: string, laid: readonly StateEntry[]): StateEntry[] {
  const kept = new Set(laid.map(({ key: entry }) => entry));
  return recordedRows(state, id)
    .filter((row) => ROWS.test(row))
    .map((row): StateEntry => ({ kind: "recorded", key: `${id} ${row}`, value: null }))
    .filter(({ key: entry }) => !kept.has(entry));
}

interface Choosing {
  readonly context: Context;
  readonly settings: BookSettings;
  readonly calendar: WorkingCalendar;
  readonly numbers: Numbers;
}

interface Chosen {
  readonly meeting: MeetingValues;
  readonly changes: readonly Change[];
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
}

/** The meeting named, else the next one; where none is planned, the series' next one is, or one without a series. */
function chooseMeeting(snapshot: Snapshot, no: string, seriesName: string, choosing: Choosing): Chosen | Problem {
  if (no !== "") {
    const named = meetingsInOrder(snapshot).find((row) => row.key === no);
    if (!named) return problem("error", "meeting-unknown", { no });
    if (named.values.state === "proposed") return problem("error", "meeting-not-confirmed", { no });
    if (named.values.state === "cancelled" || named.values.state === "declined") return problem("error", "meeting-not-held", { no });
    return { meeting: named.values as unknown as MeetingValues, changes: [], report: [], problems: [] };
  }
  const next = nextMeeting(snapshot, choosing.context.today, seriesName);
  if (next) return { meeting: next.values as unknown as MeetingValues, changes: [], report: [], problems: [] };
  return planOne(snapshot, seriesName, choosing);
}

/** Far enough to meet the next date of any cycle, holidays in between included. */
const SEARCH_DAYS = 62;

function planOne(snapshot: Snapshot, seriesName: string, { context, settings, calendar, numbers }: Choosing): Chosen | Problem {
  const series = rowsOf(snapshot, "series").filter(
    ({ values }) => values.active !== false && values.name !== "" && (seriesName === "" || values.name === seriesName),
  );
  if (seriesName !== "" && series.length === 0) return problem("error", "series-unknown", { series: seriesName });
  const problems: Problem[] = [];
  const plans = series.flatMap((row) => {
    const plan = planSeries(snapshot, row, {
      from: context.today,
      to: context.today + SEARCH_DAYS,
      calendar,
      settings,
      numbers: new Numbers(snapshot),
    });
    problems.push(...plan.problems.map((found): Problem => ({ ...found, severity: "warning" })));
    return plan.rows.slice(0, 1);
  });
  const first = plans.sort((a, b) => Number(a.values.date) - Number(b.values.date))[0];
  const values = first ? first.values : loneMeeting(snapshot, calendar.nextWorkday(context.today), settings, calendar);
  const date = values.date as Day;
  const number = numbers.meeting(date);
  const planned: MeetingValues = { ...values, no: number, date };
  return {
    meeting: asRow(planned).values as unknown as MeetingValues,
    changes: [{ kind: "rows", table: "meetings", rows: [{ key: number, values: planned }] }],
    report: [message("meeting-planned", { no: number, date: toIso(date) })],
    problems,
  };
}

/** A register without any series still gets its minutes. */
function loneMeeting(
  snapshot: Snapshot,
  date: Day,
  settings: BookSettings,
  calendar: WorkingCalendar,
): Readonly<Record<string, string | number | null>> {
  return {
    name: say(snapshot.language, "meeting-name"),
    kind: "regular",
    series: "",
    date,
    organiser: settings.organiser,
    state: "planned",
    minutesDue: calendar.addWorkdays(date, settings.minutesDays),
  };
}
