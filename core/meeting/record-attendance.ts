import { foldText } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import { problem, say } from "../words/message.ts";
import { rowsOf, type TableRow } from "../workbook/snapshot.ts";
import { expectedAttendees, readAbsentees, readAttendees } from "./people.ts";
import type { Recording } from "./recording.ts";

interface Counts extends Record<string, number> {
  readonly expected: number;
  readonly present: number;
}

/**
 * A row of the sign-in for everybody named as present or absent; a delegate counts for the department.
 * @returns how many were expected and came; nothing where the head names nobody
 */
export function recordAttendance(recording: Recording, seriesName: string): Counts | undefined {
  const { read, options, snapshot, roster } = recording;
  const textIn = (field: string): string => String(read.head[field]?.value ?? "");
  const attendees = readAttendees(textIn("attendees"), roster);
  const observers = readAttendees(textIn("observers"), roster);
  const absentees = readAbsentees(textIn("absentees"), roster);
  if (attendees.length === 0 && absentees.length === 0) return undefined;
  const known = new Map(
    rowsOf(snapshot, "attendance")
      .filter(({ values }) => values.meeting === options.meeting && values.name !== "")
      .map((row): [string, TableRow<"attendance">] => [foldText(row.values.name), row]),
  );
  const standing = new Set(expectedAttendees(snapshot, seriesName).map(({ name }) => foldText(name)));
  const signed = new Set<string>();
  const sign = (name: string, values: Record<string, Value>): void => {
    const row = known.get(foldText(name));
    signed.add(foldText(name));
    const key = row?.key || recording.numbers.below(options.meeting, "S");
    const kind = standing.has(foldText(name)) ? "standing" : "temporary";
    const fresh: Record<string, Value> = { no: key, meeting: options.meeting, name, title: roster.person(name)?.title ?? "", kind };
    recording.register("attendance", key, row?.key ? values : { ...fresh, ...values });
  };
  const come = (field: string) => (attendee: (typeof attendees)[number]) => {
    const { name, department, standsFor } = attendee;
    if (signed.has(foldText(name))) return;
    const was = known.get(foldText(name))?.values.status;
    const isThere = was === "late" || was === "leftEarly";
    sign(name, {
      department,
      ...(isThere ? {} : { status: "present" }),
      ...(standsFor === "" ? {} : { note: say(snapshot.language, "stands-for", { name: standsFor }) }),
    });
    if (roster.unknown(name).length > 0) recording.problems.push(problem("warning", "attendee-unknown", { name }, read.head[field]?.at));
  };
  attendees.forEach(come("attendees"));
  observers.forEach(come("observers"));
  for (const { name, department, reason, delegate } of absentees) {
    if (signed.has(foldText(name))) recording.problems.push(problem("warning", "attendee-twice", { name }, read.head.absentees?.at));
    else sign(name, { department, status: reason === "" ? "absent" : "leave", reason, delegate });
  }
  for (const [name, row] of known)
    if (!signed.has(name))
      recording.problems.push(problem("warning", "attendee-unlisted", { name: row.values.name }, read.head.attendees?.at));
  const all = new Set([
    ...standing,
    ...attendees.filter(({ standsFor }) => standsFor === "").map(({ name }) => foldText(name)),
    ...absentees.map(({ name }) => foldText(name)),
  ]);
  return { expected: all.size, present: new Set(attendees.map(({ name }) => foldText(name))).size };
}
