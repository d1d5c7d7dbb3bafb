import { blockOf } from "../meeting/minutes-form.ts";
import { readMinutes } from "../meeting/read-minutes.ts";
import { recordActions } from "../meeting/record-actions.ts";
import { recordDeletions } from "../meeting/record-deletions.ts";
import { recordHead } from "../meeting/record-head.ts";
import { recordOpen } from "../meeting/record-open.ts";
import { recordReview } from "../meeting/record-review.ts";
import { recordTopics } from "../meeting/record-topics.ts";
import { Recording } from "../meeting/recording.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { documentDate } from "../run/documents.ts";
import type { Value } from "../tables/field.ts";
import { key, long } from "../tables/field.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { nameIn } from "../words/language.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import type { Patch } from "../workbook/patch.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";
import type { State } from "../workbook/state.ts";

/** Reads a minutes sheet back into the register: what is sound is registered, the rest is said. */
export const recordMinutes = defineCommand({
  id: "record-minutes",
  stage: "hold",
  title: "command-record-minutes",
  help: "help-record-minutes",
  input: {
    meeting: key("会议编号", "Meeting no."),
    confirm: long("确认的清除、删除或改动", "Confirmed clearings, deletions and changes"),
    putBack: long("恢复的单元格或行", "Cells or rows to put back"),
  },
  reads: (input, state, context) => ({
    tables: ["departments", "people", "series", "meetings", "topics", "attendance", "resolutions", "actions", "openQuestions"],
    documents: [...trackingDocuments, ...chosen(state, input.meeting, context)],
  }),
  decide: (snapshot, input, context) => {
    const [id] = chosen(snapshot.state, input.meeting, context);
    const cells = id === undefined ? undefined : snapshot.documents.get(id);
    if (id === undefined || !cells)
      return nothing(problem("error", input.meeting === "" ? "no-minutes" : "minutes-missing", { no: input.meeting }));
    const no = id.slice("minutes:".length);
    const meeting = rowByKey(snapshot, "meetings", no);
    const date = meeting?.values.date ?? documentDate(snapshot.state, id);
    if (!meeting) return nothing(problem("error", "meeting-unknown", { no }));
    const read = readMinutes(cells, snapshot.survey.dateSystem, date);
    if (read.rows.length === 0)
      return nothing(problem("error", "minutes-unreadable", { sheet: read.sheet }, { sheet: read.sheet, row: 0, column: 0 }));
    const options = { document: id, meeting: no, date, confirmed: listOf(input.confirm), putBack: listOf(input.putBack) };
    const recording = new Recording(snapshot, read, options);
    const values = recordHead(recording);
    // What was promised is judged by the day on which the meeting was really held.
    if (typeof values.date === "number") options.date = values.date;
    recordReview(recording);
    recordTopics(recording);
    recordActions(recording);
    recordOpen(recording);
    const restored = recordDeletions(recording);
    for (const block of read.missing)
      recording.problems.push(
        problem("warning", "block-missing", { block: nameIn(snapshot.language, blockOf(block)) }, { sheet: read.sheet, row: 0, column: 0 }),
      );
    return conclude(snapshot, recording, values, restored, context);
  },
});

function conclude(
  snapshot: Snapshot,
  recording: Recording,
  head: Readonly<Record<string, Value>>,
  restored: Patch,
  context: Context,
): Decision {
  const settings = settingsIn(snapshot);
  const calendar = calendarIn(snapshot, settings);
  const { meeting: no, date } = recording.options;
  const row = rowByKey(snapshot, "meetings", no);
  const isSound = !recording.problems.some(({ severity }) => severity === "error");
  const isMoved = head.date !== undefined && head.date !== row?.values.date;
  const known = isMoved ? null : row?.values.minutesDue;
  const due = known ?? calendar.addWorkdays(date, settings.minutesDays);
  const values: Record<string, Value> = { ...head };
  if (row && row.values.minutesDue !== due) values.minutesDue = due;
  const isFirst = isSound && row !== undefined && row.values.recordedOn === null;
  if (isFirst) {
    values.recordedOn = context.today;
    if (["", "planned", "noticed"].includes(row.values.state)) values.state = "recorded";
  }
  recording.register("meetings", no, values);
  const problems: Problem[] = [...recording.problems];
  if (date > context.today) problems.push(problem("warning", "meeting-not-yet", { no }));
  if (isFirst && context.today > due)
    problems.push(problem("warning", "minutes-late", { no, days: calendar.workdaysBetween(due, context.today) }));
  const patch = withTracking(snapshot, [...recording.patch(), ...restored], context);
  return { patch, report: reportOf(recording, isSound), problems };
}

function reportOf(recording: Recording, isSound: boolean): Message[] {
  const { resolutions, actions, openQuestions, reviewed } = recording.registered;
  const counts = { no: recording.options.meeting, resolutions, actions, questions: openQuestions, reviewed };
  const errors = recording.problems.filter(({ severity }) => severity === "error").length;
  const none = resolutions + actions + openQuestions + reviewed === 0;
  return [message(none ? "nothing-new-recorded" : "minutes-recorded", counts), ...(isSound ? [] : [message("left-marked", { n: errors })])];
}

/** The minutes named, else those of the last meeting up to today, else the first to come. */
function chosen(state: State, no: string, context: Context): string[] {
  if (no !== "") return state.get("made", `minutes:${no}`) === undefined ? [] : [`minutes:${no}`];
  const dated = [...state.entries("document", "minutes:")]
    .map(([id]) => ({ id, date: documentDate(state, id) }))
    .sort((a, b) => a.date - b.date);
  const held = dated.filter(({ date }) => date <= context.today).at(-1);
  const choice = held ?? dated[0];
  return choice ? [choice.id] : [];
}

function listOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/[\n,;]+/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ""),
  );
}

function nothing(found: Problem): Decision {
  return { patch: [], report: [], problems: [found] };
}
