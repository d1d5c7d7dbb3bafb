import { sealOf } from "../archive/seal.ts";
import { splitNames } from "../base/text.ts";
import { updateHead } from "../meeting/attendance-head.ts";
import { findMeeting, type MeetingRow } from "../meeting/choose-meeting.ts";
import { inviteesOf } from "../meeting/invitees.ts";
import { newestMinutes } from "../meeting/minutes-versions.ts";
import { type ReadSignIn, readSignIn } from "../meeting/read-signin.ts";
import { type RecordedSignIn, recordSignIn } from "../meeting/record-signin.ts";
import { recordedRows } from "../meeting/recorded.ts";
import { addLines, signInLines } from "../meeting/update-signin.ts";
import { settingsIn } from "../register/book-settings.ts";
import { Numbers } from "../register/numbers.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { documentDate } from "../run/documents.ts";
import { flag, key, long } from "../tables/field.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import type { Patch } from "../workbook/patch.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";
import type { State } from "../workbook/state.ts";

/** Reads a sign-in sheet back: who came, late or not, who left early, was on leave, or did not come. */
export const recordAttendance = defineCommand({
  id: "record-attendance",
  stage: "hold",
  title: "command-record-attendance",
  help: "help-record-attendance",
  input: {
    meeting: key("会议编号", "Meeting no."),
    absentOthers: flag("其余按缺席登记", "All others are absent"),
    confirm: long("确认的清除或改动", "Confirmed clearings and changes"),
    putBack: long("恢复的单元格或行", "Cells or rows to put back"),
  },
  reads: (input, state, context) => {
    const id = chosen(state, input.meeting, context);
    return {
      tables: ["departments", "people", "series", "meetings", "topics", "attendance"],
      documents: id === undefined ? [] : [id, newestMinutes(state, noOf(id))?.id ?? ""],
    };
  },
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const document = chosen(snapshot.state, input.meeting, context);
    const cells = document === undefined ? undefined : snapshot.documents.get(document);
    if (document === undefined || !cells)
      return refused(problem("error", input.meeting === "" ? "no-signin" : "signin-missing", { no: input.meeting }));
    if (sealOf(snapshot.state, document))
      return refused(problem("error", "signin-filed", { sheet: cells.sheet }, { sheet: cells.sheet, row: 0, column: 1 }));
    const no = noOf(document);
    const meeting = findMeeting(snapshot, no);
    if (!meeting) return refused(problem("error", "meeting-unknown", { no }));
    if (["cancelled", "declined", "proposed"].includes(meeting.values.state))
      return refused(problem("error", "meeting-called-off", { no }));
    const read = readSignIn(cells, snapshot.survey.dateSystem);
    if (read.rows.length === 0)
      return refused(problem("error", "signin-unreadable", { sheet: read.sheet }, { sheet: read.sheet, row: 0, column: 0 }));
    const settings = settingsIn(snapshot);
    const numbers = new Numbers(snapshot);
    const isOver = hasEnded(meeting, context);
    const { start, end } = meeting.values;
    const putBack = new Set(splitNames(input.putBack));
    const signed = recordSignIn(snapshot, meeting, read, numbers, {
      document,
      meeting: no,
      confirmed: new Set(splitNames(input.confirm)),
      putBack,
      hours: { start, end, lateGrace: settings.lateGrace, earlyGrace: settings.earlyGrace },
      absentOthers: input.absentOthers === true && isOver,
      isOver,
    });
    const head = updateHead(snapshot, meeting, signed);
    const deleted = deletedRows(snapshot, document, read);
    const restored = restoredLines(
      snapshot,
      meeting,
      read,
      deleted.filter((each) => putBack.has(each)),
    );
    const { expected, present } = signed;
    const patch: Patch = [
      { kind: "cells", cells: [...signed.cells, ...head.cells] },
      { kind: "table", table: "attendance" },
      { kind: "rows", table: "attendance", rows: signed.rows },
      { kind: "rows", table: "meetings", rows: [{ key: no, row: meeting.row, values: { expected, present } }] },
      { kind: "state", entries: [...signed.memory, ...head.memory, ...numbers.entries()] },
      ...restored,
    ];
    const problems: Problem[] = [
      ...signed.problems,
      ...deleted.filter((each) => !putBack.has(each)).map((each) => deletion(snapshot, each, read)),
      ...head.problems,
      ...((meeting.values.date ?? 0) > context.today ? [problem("warning", "signin-too-early", { no })] : []),
      ...(input.absentOthers === true && !isOver ? [problem("warning", "attendance-not-over", { no })] : []),
      ...settings.problems,
    ];
    return { patch, report: reportOf(no, signed, problems), problems };
  },
});

function reportOf(no: string, { attendance, expected, present }: RecordedSignIn, problems: readonly Problem[]): Message[] {
  const count = (status: string): number => attendance.filter((person) => person.status === status).length;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = { late: count("late"), early: count("leftEarly"), leave: count("leave"), absent: count("absent") };
  return [
    message("attendance-recorded", { no, expected, present, ...counts }),
    ...(errors === 0 ? [] : [message("left-marked", { n: errors })]),
  ];
}

function hasEnded({ values }: MeetingRow, { today, now }: Context): boolean {
  if (values.date === null || values.date !== today) return values.date !== null && values.date < today;
  return now >= (values.end ?? values.start ?? 0);
}

/** Rows that were laid out or recorded, and of which the sheet has nothing left; the register keeps them. */
function deletedRows(snapshot: Snapshot, document: string, read: ReadSignIn): string[] {
  const present = new Set(read.rows.map((row) => row.key));
  return recordedRows(snapshot.state, document)
    .flatMap((marker) => (marker.startsWith("signin:") ? [marker.slice("signin:".length)] : []))
    .filter((each) => !present.has(each) && rowByKey(snapshot, "attendance", each) !== undefined);
}

function deletion(snapshot: Snapshot, no: string, { sheet, end }: ReadSignIn): Problem {
  const name = rowByKey(snapshot, "attendance", no)?.values.name ?? "";
  return problem("warning", "signin-row-deleted", { key: no, name }, { sheet, row: end, column: 1 });
}

function restoredLines(snapshot: Snapshot, meeting: MeetingRow, read: ReadSignIn, keys: readonly string[]): Patch {
  if (keys.length === 0) return [];
  const wanted = new Set(keys);
  const lines = signInLines(snapshot, meeting.key, inviteesOf(snapshot, meeting)).filter((line) => wanted.has(line.key));
  return addLines(snapshot, read, lines);
}

/** The sheet of the meeting named, else of the last one up to today, else of the first to come. */
function chosen(state: State, no: string, { today }: Context): string | undefined {
  if (no !== "") return state.get("made", `signin:${no}`) === undefined ? undefined : `signin:${no}`;
  const dated = [...state.entries("document", "signin:")]
    .map(([id]) => ({ id, date: documentDate(state, id) }))
    .sort((a, b) => a.date - b.date);
  return (dated.filter(({ date }) => date <= today).at(-1) ?? dated[0])?.id;
}

function noOf(id: string): string {
  return id.slice("signin:".length);
}
