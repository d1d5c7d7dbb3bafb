import type { Value } from "../tables/field.ts";
import { nameIn } from "../words/language.ts";
import { problem, say, type WordKey } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { type HeadCell, headCells, toldBy } from "./head-fields.ts";
import { isBlank, mergeField } from "./merge.ts";
import { headRows, headSpan } from "./minutes-form.ts";
import type { ReadField } from "./read-minutes.ts";
import { recordAttendance } from "./record-attendance.ts";
import type { Recording } from "./recording.ts";

/** Under this a document remembers what its head block said. */
export const HEAD_MARKER = "head";

/** The head block: who led, who was there, when and where. @returns what the meeting's row takes over */
export function recordHead(recording: Recording): Record<string, Value> {
  const { read, options, snapshot } = recording;
  const meeting = recording.rowOf("meetings", options.meeting);
  if (!meeting) return {};
  const values: Record<string, Value> = {};
  const said: Record<string, Value> = { ...recording.base(HEAD_MARKER) };
  for (const spec of headCells) {
    const cell = read.head[spec.id];
    if (cell) mergeCell(recording, spec, cell, meeting, values, said);
  }
  for (const field of ["chair", "recorder"] as const) {
    const cell = read.head[field];
    if (cell && isBlank(cell.value) && isBlank(meeting.values[field]))
      recording.problems.push(problem("warning", "head-missing", {}, cell.at));
  }
  const counts = recordAttendance(recording, meeting.values.series);
  if (counts) {
    Object.assign(values, counts);
    const cell = read.head.counts;
    const shown = say(snapshot.language, "minutes-counts", counts);
    if (cell && cell.value !== shown) recording.write(cell.at.row, countsColumn(), shown);
  }
  recording.remember(HEAD_MARKER, said);
  return values;
}

function mergeCell(
  recording: Recording,
  spec: HeadCell,
  cell: ReadField,
  meeting: TableRow<"meetings">,
  values: Record<string, Value>,
  said: Record<string, Value>,
): void {
  const { confirmed, putBack } = recording.options;
  const { language } = recording.snapshot;
  const id = `head.${spec.id}`;
  const register = toldBy(spec, meeting.values, language);
  const sheet = String(cell.value ?? "");
  const parsed = cell.wrong ? undefined : spec.read(sheet, meeting.values);
  if (parsed === undefined) {
    const code = cell.wrong?.code ?? UNREADABLE[spec.id] ?? "date-unreadable";
    recording.problems.push(problem("error", code, { field: labelOf(recording, spec.id), value: cell.wrong?.text ?? sheet }, cell.at));
    return;
  }
  const stood = { ...meeting.values, ...parsed };
  const told = toldBy(spec, stood, language);
  let verdict = mergeField(said[spec.id], told, register);
  if (verdict === "conflict" || verdict === "cleared") {
    if (confirmed.has(id)) verdict = "sheet";
    else if (putBack.has(id)) verdict = "register";
    else {
      const code = verdict === "cleared" ? "cell-cleared" : "both-changed";
      recording.problems.push(problem("error", code, { id, sheet, register: spec.show(meeting.values, language) }, cell.at));
      return;
    }
  }
  if (verdict === "sheet") Object.assign(values, parsed);
  said[spec.id] = verdict === "register" ? register : told;
  const stands = spec.show(verdict === "register" ? meeting.values : stood, language);
  if (stands !== sheet) recording.write(cell.at.row, cell.at.column, stands === "" ? null : stands);
}

const UNREADABLE: Readonly<Record<string, WordKey>> = { time: "time-unreadable", kind: "kind-unreadable" };

function labelOf(recording: Recording, id: string): string {
  const found = headRows.flat().find((field) => field.id === id);
  return found ? nameIn(recording.snapshot.language, found) : id;
}

function countsColumn(): number {
  const fields = headRows.find((row) => row.some(({ id }) => id === "counts")) ?? [];
  return headSpan(
    fields,
    fields.findIndex(({ id }) => id === "counts"),
  )[0];
}
