import { foldText, splitNames } from "../base/text.ts";
import { rowNamed } from "../register/named-rows.ts";
import type { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { type Problem, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { topicsOf } from "./agenda.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { departmentProblems, personProblems, whereOf } from "./organisation.ts";
import { expectedAttendees, standingDepartments } from "./people.ts";

type AttendanceRow = TableRow<"attendance">;

export interface Expected {
  readonly name: string;
  readonly department: string;
  readonly title: string;
  readonly kind: "standing" | "temporary" | "observer";
}

/** The sign-in of a meeting. */
export function attendanceOf(snapshot: Snapshot, meeting: string): AttendanceRow[] {
  return rowsOf(snapshot, "attendance").filter(({ values }) => values.meeting === meeting && values.name !== "");
}

/**
 * Who is expected at a meeting: the standing departments, who leads and who records, and whom an
 * accepted topic invites (clause 二(二)). An invited executive sits in, and is not counted.
 */
export function expectedAt(snapshot: Snapshot, meeting: MeetingRow): Expected[] {
  const roster = new Roster(snapshot);
  const found = new Map<string, Expected>();
  const add = (name: string, kind: Expected["kind"], department = ""): void => {
    const folded = foldText(name);
    if (folded === "" || found.has(folded)) return;
    const { name: known = name, department: own = "", title = "" } = roster.person(name) ?? {};
    found.set(folded, { name: known, department: own || department, title, kind });
  };
  for (const { name, department } of expectedAttendees(snapshot, meeting.values.series)) add(name, "standing", department);
  add(meeting.values.chair, "standing");
  add(meeting.values.recorder, "standing");
  for (const name of invitedTo(snapshot, meeting.key)) {
    const department = roster.person(name) ? undefined : rowNamed(snapshot, "departments", name);
    if (department) add(department.values.head || department.values.delegate || name, "temporary", department.values.name);
    else add(name, isDecisionMaker(snapshot, name) ? "observer" : "temporary");
  }
  return [...found.values()];
}

function invitedTo(snapshot: Snapshot, meeting: string): string[] {
  return topicsOf(snapshot, meeting).flatMap(({ values }) => splitNames(values.invite));
}

function isDecisionMaker(snapshot: Snapshot, name: string): boolean {
  return rowNamed(snapshot, "people", name)?.values.decisionMaker === true;
}

/** Rows for everybody expected who has none yet; rows that are there stay as they are. */
export function newAttendance(snapshot: Snapshot, meeting: string, expected: readonly Expected[], numbers: Numbers): RowChange[] {
  const present = new Set(attendanceOf(snapshot, meeting).map(({ values }) => foldText(values.name)));
  return expected
    .filter(({ name }) => !present.has(foldText(name)))
    .map((person) => {
      const no = numbers.below(meeting, "S");
      return { key: no, values: { no, meeting, ...person, status: "expected" } };
    });
}

/** Departments that nobody can represent, people nobody knows, and who is on the list and not expected any more. */
export function expectedProblems(snapshot: Snapshot, meeting: MeetingRow, expected: readonly Expected[]): Problem[] {
  const roster = new Roster(snapshot);
  const { known, unknown } = standingDepartments(snapshot, meeting.values.series);
  const series = rowsOf(snapshot, "series").find(({ values }) => values.name === meeting.values.series);
  const at = whereOf(snapshot, "series", series)("departments");
  return [
    ...unknown.map((department) => problem("warning", "standing-department-unknown", { department }, at)),
    ...known.flatMap((row) => departmentProblems(snapshot, row.values, whereOf(snapshot, "departments", row))),
    ...topicsOf(snapshot, meeting.key).flatMap((topic) => inviteProblems(snapshot, roster, topic)),
    ...noLongerExpected(snapshot, meeting.key, expected),
  ];
}

function inviteProblems(snapshot: Snapshot, roster: Roster, topic: TableRow<"topics">): Problem[] {
  const table = tableIn(snapshot, "topics");
  const at = table && topic.row >= 0 ? cellOf(table, topic, "invite") : undefined;
  return splitNames(topic.values.invite)
    .filter((name) => !rowNamed(snapshot, "departments", name))
    .flatMap((name) => personProblems(roster, name, at));
}

/** Nobody is taken off a list that people may have signed: it is only said. */
function noLongerExpected(snapshot: Snapshot, meeting: string, expected: readonly Expected[]): Problem[] {
  const table = tableIn(snapshot, "attendance");
  if (!table) return [];
  const rows = attendanceOf(snapshot, meeting);
  const names = new Set([...expected.map(({ name }) => name), ...rows.map(({ values }) => values.delegate)].map(foldText));
  return rows
    .filter(({ values }) => (values.status === "expected" || values.status === "") && !names.has(foldText(values.name)))
    .map((row) => problem("warning", "no-longer-expected", { name: row.values.name, no: meeting }, cellOf(table, row, "name")));
}
