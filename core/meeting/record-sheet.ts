import { calendarIn, settingsIn } from "../register/book-settings.ts";
import type { Context, Decision } from "../run/command.ts";
import { documentDate } from "../run/documents.ts";
import type { Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import type { Patch } from "../workbook/patch.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";
import { blockOf } from "./minutes-form.ts";
import type { MinutesVersion } from "./minutes-versions.ts";
import { readMinutes } from "./read-minutes.ts";
import { recordActions } from "./record-actions.ts";
import { recordDeletions } from "./record-deletions.ts";
import { recordHead } from "./record-head.ts";
import { recordNext } from "./record-next.ts";
import { recordOpen } from "./record-open.ts";
import { recordReview } from "./record-review.ts";
import { recordTopics } from "./record-topics.ts";
import { Recording, type RecordingOptions } from "./recording.ts";

/** The tables that a minutes sheet is read back against. */
export const recordTables = [
  "departments",
  "people",
  "series",
  "meetings",
  "topics",
  "attendance",
  "resolutions",
  "actions",
  "openQuestions",
] as const satisfies readonly TableId[];

/** What reading minutes back changes, and what is wrong with them; a problem where they cannot be read at all. */
export function recordSheet(
  snapshot: Snapshot,
  { id, meeting: no }: MinutesVersion,
  said: Pick<RecordingOptions, "confirmed" | "putBack">,
  context: Context,
): Decision | Problem {
  const cells = snapshot.documents.get(id);
  if (!cells) return problem("error", "minutes-missing", { no });
  const meeting = rowByKey(snapshot, "meetings", no);
  if (!meeting) return problem("error", "meeting-unknown", { no });
  const date = meeting.values.date ?? documentDate(snapshot.state, id);
  const read = readMinutes(cells, snapshot.survey.dateSystem, date);
  if (read.rows.length === 0)
    return problem("error", "minutes-unreadable", { sheet: read.sheet }, { sheet: read.sheet, row: 0, column: 0 });
  const options = { document: id, meeting: no, date, ...said };
  const recording = new Recording(snapshot, read, options);
  const values = recordHead(recording);
  // What was promised is judged by the day on which the meeting was really held.
  if (typeof values.date === "number") options.date = values.date;
  recordReview(recording);
  recordTopics(recording);
  recordActions(recording);
  recordOpen(recording);
  recordNext(recording);
  const restored = recordDeletions(recording);
  for (const block of read.missing)
    recording.problems.push(
      problem("warning", "block-missing", { block: nameIn(snapshot.language, blockOf(block)) }, { sheet: read.sheet, row: 0, column: 0 }),
    );
  return conclude(snapshot, recording, values, restored, context);
}

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
  return { patch: [...recording.patch(), ...restored], report: reportOf(recording, isSound), problems };
}

function reportOf(recording: Recording, isSound: boolean): Message[] {
  const { resolutions, actions, openQuestions, reviewed, planned } = recording.registered;
  const counts = { no: recording.options.meeting, resolutions, actions, questions: openQuestions, reviewed };
  const errors = recording.problems.filter(({ severity }) => severity === "error").length;
  const none = resolutions + actions + openQuestions + reviewed === 0;
  return [
    message(none ? "nothing-new-recorded" : "minutes-recorded", counts),
    ...(planned > 0 ? [message("topics-planned", { n: planned })] : []),
    ...recording.said,
    ...(isSound ? [] : [message("left-marked", { n: errors })]),
  ];
}
