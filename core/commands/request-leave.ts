import type { Day, Minutes } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { comingMeeting, type MeetingRow } from "../meeting/choose-meeting.ts";
import { attendanceOf, expectedAt } from "../meeting/expected.ts";
import { meetingCell } from "../meeting/meeting-checks.ts";
import { personProblems } from "../meeting/organisation.ts";
import { rowNamed } from "../register/named-rows.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, text, type Value } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import type { Snapshot, TableRow } from "../workbook/snapshot.ts";

/** Somebody cannot come, tells the organiser beforehand, and sends a delegate (clause 五1). */
export const requestLeave = defineCommand({
  id: "request-leave",
  stage: "prepare",
  title: "command-request-leave",
  help: "help-request-leave",
  input: {
    meeting: key("会议编号", "Meeting no."),
    name: text("姓名", "Name", { suggest: { table: "people", field: "name" } }),
    reason: text("请假原因", "Reason", { required: true }),
    delegate: text("授权代表", "Delegate", { suggest: { table: "people", field: "name" } }),
  },
  reads: () => ({ tables: ["attendance", "meetings", "series", "topics", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const meeting = comingMeeting(snapshot, input.meeting, context.today);
    if ("code" in meeting) return refused(meeting);
    const given = input.name || context.user.name;
    if (given === "") return refused(problem("error", "leave-of-nobody"));
    const roster = new Roster(snapshot);
    const expected = expectedAt(snapshot, meeting).find(({ name }) => foldText(name) === foldText(given));
    const row = attendanceOf(snapshot, meeting.key).find(({ key, values }) => key !== "" && foldText(values.name) === foldText(given));
    const person = roster.person(given) ?? { name: given, department: "", title: "" };
    const wasOnLeave = row?.values.status === "leave";
    const standIn = wasOnLeave && row.values.delegate !== "" ? row.values.delegate : standingDelegate(snapshot, person.name);
    const delegate = input.delegate || standIn;
    if (delegate !== "" && foldText(delegate) === foldText(given)) return refused(problem("error", "delegate-same", { name: given }));
    // What counts is when it was asked first.
    const isBefore = isInTime(meeting, context.today, context.now);
    const noticeGiven = wasOnLeave && row.values.noticeGiven !== null ? row.values.noticeGiven : isBefore;
    const numbers = new Numbers(snapshot);
    const no = row?.key ?? numbers.below(meeting.key, "S");
    const fresh = { no, meeting: meeting.key, ...person, kind: expected?.kind ?? "temporary" };
    const values: Record<string, Value> = { ...(row ? {} : fresh), status: "leave", reason: input.reason, noticeGiven, delegate };
    const problems: Problem[] = [...personProblems(roster, given), ...delegateProblems(snapshot, meeting, person, delegate)];
    if (!expected && !row) problems.push(problem("warning", "leave-not-expected", { name: given, no: meeting.key }));
    if (!noticeGiven) problems.push(problem("warning", "leave-too-late", { name: given, no: meeting.key }));
    for (const role of ["chair", "recorder"] as const)
      if (foldText(meeting.values[role]) === foldText(given))
        problems.push(problem("warning", `${role}-on-leave`, { name: given, no: meeting.key }, meetingCell(snapshot, meeting.row, role)));
    return {
      patch: [
        { kind: "table", table: "attendance" },
        { kind: "rows", table: "attendance", rows: [{ key: no, ...(row ? { row: row.row } : {}), values }] },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [
        delegate === ""
          ? message("leave-requested", { name: given, no: meeting.key })
          : message("leave-with-delegate", { name: given, no: meeting.key, delegate }),
      ],
      problems,
    };
  },
});

/** The delegate that a department has named for its head. */
function standingDelegate(snapshot: Snapshot, name: string): string {
  const roster = new Roster(snapshot);
  const person = roster.person(name);
  const department = person && rowNamed(snapshot, "departments", person.department)?.values;
  if (!department || foldText(department.head) !== foldText(name) || roster.hasLeft(department.delegate)) return "";
  return department.delegate;
}

function isInTime({ values }: MeetingRow, today: Day, now: Minutes): boolean {
  if (values.date === null || today < values.date) return true;
  return today === values.date && (values.start === null || now < values.start);
}

function delegateProblems(
  snapshot: Snapshot,
  meeting: MeetingRow,
  person: { readonly name: string; readonly department: string },
  delegate: string,
): Problem[] {
  if (delegate === "") return [problem("warning", "leave-without-delegate", { name: person.name, department: person.department })];
  const roster = new Roster(snapshot);
  const found = personProblems(roster, delegate);
  const own = roster.person(delegate)?.department ?? "";
  if (own !== "" && person.department !== "" && foldText(own) !== foldText(person.department))
    found.push(problem("warning", "delegate-of-another", { delegate, department: own, name: person.name }));
  const isAway = ({ values }: TableRow<"attendance">): boolean => values.status === "leave" && foldText(values.name) === foldText(delegate);
  if (attendanceOf(snapshot, meeting.key).some(isAway)) found.push(problem("warning", "delegate-on-leave", { delegate, no: meeting.key }));
  return found;
}
