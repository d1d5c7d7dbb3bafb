import { parseTime } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import { problem, say } from "../words/message.ts";
import { rowsOf } from "../workbook/snapshot.ts";
import { isBlank, mergeField } from "./merge.ts";
import { showTime } from "./minutes-data.ts";
import { headRows, headSpan } from "./minutes-form.ts";
import { expectedAttendees, readAbsentees, readAttendees } from "./people.ts";
import type { ReadField } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";

const FIELDS = { place: "place", chair: "chair", recorder: "recorder", organiser: "organiser" } as const;
const MARKER = "head";

/** The head block: who led, who was there, when and where. */
export function recordHead(recording: Recording): Record<string, Value> {
  const { read, options, snapshot } = recording;
  const meeting = recording.rowOf("meetings", options.meeting);
  if (!meeting) return {};
  const base = recording.base(MARKER);
  const values: Record<string, Value> = {};
  const said: Record<string, Value> = { ...base };
  for (const [field, column] of Object.entries(FIELDS)) {
    const cell = read.head[field];
    if (!cell) continue;
    const register = meeting.values[column];
    let verdict = mergeField(base?.[field], cell.value, register);
    if (verdict === "conflict" && options.confirmed.has(`head.${field}`)) verdict = "sheet";
    if ((verdict === "conflict" && options.putBack.has(`head.${field}`)) || (verdict === "cleared" && options.putBack.has(`head.${field}`)))
      verdict = "register";
    if (verdict === "sheet") values[column] = cell.value;
    if (verdict === "register") recording.write(cell.at.row, cell.at.column, register === "" ? null : register);
    if (verdict === "conflict" || verdict === "cleared") {
      recording.problems.push(
        problem(
          "error",
          verdict === "cleared" ? "cell-cleared" : "both-changed",
          { id: `head.${field}`, sheet: String(cell.value ?? ""), register },
          cell.at,
        ),
      );
      continue;
    }
    said[field] = verdict === "register" ? register : cell.value;
    if ((field === "chair" || field === "recorder") && isBlank(cell.value) && isBlank(register))
      recording.problems.push(problem("warning", "head-missing", { field }, cell.at));
  }
  const time = readTime(read.head.time);
  if (
    time &&
    (time.start !== meeting.values.start || time.end !== meeting.values.end) &&
    showTime(meeting.values.start, meeting.values.end) !== read.head.time?.value
  )
    Object.assign(values, time);
  const counts = recordAttendance(recording, meeting.values.series);
  if (counts) {
    Object.assign(values, counts);
    const cell = read.head.counts;
    const shown = say(snapshot.language, "minutes-counts", counts);
    if (cell && cell.value !== shown) recording.write(cell.at.row, countsColumn(), shown);
  }
  recording.remember(MARKER, said);
  return values;
}

function countsColumn(): number {
  const fields = headRows.find((row) => row.some(({ id }) => id === "counts")) ?? [];
  return headSpan(
    fields,
    fields.findIndex(({ id }) => id === "counts"),
  )[0];
}

/** `09:30-11:00`, with whatever dash. */
function readTime(cell: ReadField | undefined): { readonly start: number; readonly end: number | null } | undefined {
  const [from = "", to = ""] = String(cell?.value ?? "").split(/[-–—~至到]/);
  const start = parseTime(from.trim());
  return start === null ? undefined : { start, end: parseTime(to.trim()) };
}

/** A row of the sign-in for everybody named as present or absent; a delegate counts for the department. */
function recordAttendance(recording: Recording, seriesName: string): { readonly expected: number; readonly present: number } | undefined {
  const { read, options, snapshot, roster } = recording;
  const attendees = readAttendees(String(read.head.attendees?.value ?? ""), roster);
  const absentees = readAbsentees(String(read.head.absentees?.value ?? ""), roster);
  if (attendees.length === 0 && absentees.length === 0) return undefined;
  const known = new Map(
    rowsOf(snapshot, "attendance")
      .filter(({ values }) => values.meeting === options.meeting)
      .map((row) => [foldText(row.values.name), row]),
  );
  const expected = expectedAttendees(snapshot, seriesName);
  const standing = new Set(expected.map(({ name }) => foldText(name)));
  const sign = (name: string, values: Record<string, Value>): void => {
    const row = known.get(foldText(name));
    const key = row?.key ?? recording.numbers.below(options.meeting, "S", recording.keysOf("attendance"));
    const kind = standing.has(foldText(name)) ? "standing" : "temporary";
    const fresh: Record<string, Value> = { no: key, meeting: options.meeting, name, title: roster.person(name)?.title ?? "", kind };
    recording.register("attendance", key, row ? values : { ...fresh, ...values });
  };
  for (const { name, department, standsFor } of attendees) {
    const was = known.get(foldText(name))?.values.status;
    const isThere = was === "late" || was === "leftEarly";
    sign(name, {
      department,
      ...(isThere ? {} : { status: "present" }),
      ...(standsFor === "" ? {} : { note: say(snapshot.language, "stands-for", { name: standsFor }) }),
    });
    if (roster.unknown(name).length > 0) recording.problems.push(problem("warning", "attendee-unknown", { name }, read.head.attendees?.at));
  }
  for (const { name, department, reason, delegate } of absentees) {
    if (attendees.some((attendee) => foldText(attendee.name) === foldText(name))) {
      recording.problems.push(problem("warning", "attendee-twice", { name }, read.head.absentees?.at));
      continue;
    }
    sign(name, { department, status: reason === "" ? "absent" : "leave", reason, delegate });
  }
  const there = attendees.length;
  const all = new Set([
    ...standing,
    ...attendees.filter(({ standsFor }) => standsFor === "").map(({ name }) => foldText(name)),
    ...absentees.map(({ name }) => foldText(name)),
  ]);
  return { expected: all.size, present: there };
}
