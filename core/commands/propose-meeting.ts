import { toIso } from "../base/plain-date.ts";
import { dayProblems } from "../meeting/meeting-checks.ts";
import { departmentKnown, personProblems } from "../meeting/organisation.ts";
import { endOf, sameProposal } from "../meeting/proposals.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { choice, date, integer, long, text, time } from "../tables/field.ts";
import { nameIn } from "../words/language.ts";
import { message, type Problem, problem } from "../words/message.ts";

const input = {
  name: text("会议名称", "Meeting name", { required: true }),
  date: date("会议日期", "Date", { required: true }),
  start: time("开始时间", "Start", { required: true }),
  minutes: integer("时长(分钟)", "Minutes", { required: true }),
  place: text("会议地点", "Place", { required: true }),
  trigger: choice("meetingTrigger", "临时会议起因", "Trigger", { required: true }),
  reason: long("召集事由", "Reason", { required: true }),
  proposer: text("提议人", "Proposed by", { suggest: { table: "people", field: "name" } }),
  department: text("提议部门", "Proposing department", { suggest: { table: "departments", field: "name" } }),
};

/** A department proposes an ad hoc meeting (clause 三(一)2); it gets a meeting number once the organiser confirms it. */
export const proposeMeeting = defineCommand({
  id: "propose-meeting",
  stage: "prepare",
  title: "command-propose-meeting",
  help: "help-propose-meeting",
  input,
  reads: () => ({ tables: ["meetings", "people", "departments"], documents: [] }),
  decide: (snapshot, given, context): Decision => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const roster = new Roster(snapshot);
    const proposedBy = given.proposer || context.user.name;
    const proposingDepartment = given.department || roster.person(proposedBy)?.department || context.user.department;
    const day = given.date ?? context.today;
    const missing: Problem[] = [];
    const lacks = (field: "proposer" | "department"): void => {
      missing.push(problem("error", "input-missing", { field, label: nameIn(snapshot.language, input[field]) }));
    };
    if (proposedBy === "") lacks("proposer");
    if (proposingDepartment === "") lacks("department");
    if ((given.minutes ?? 0) <= 0) missing.push(problem("error", "minutes-not-positive", { item: given.name }));
    if (missing.length > 0) return { patch: [], report: [], problems: missing };
    const same = sameProposal(snapshot, { name: given.name, date: day, start: given.start, proposedBy });
    const problems = [
      ...dayProblems(snapshot, { row: same?.row ?? -1, name: given.name, date: day }, calendar, context.today),
      ...personProblems(roster, proposedBy),
      ...departmentKnown(snapshot, proposingDepartment),
    ];
    const numbers = new Numbers(snapshot);
    // Cut off right after its row was written, the number is still to be remembered.
    if (same)
      return {
        patch: [{ kind: "state", entries: numbers.entries() }],
        report: [message("already-proposed", { no: same.key })],
        problems,
      };
    const no = numbers.apartFromMeetings("number-proposal", day);
    const values = {
      no,
      name: given.name,
      kind: "adHoc",
      date: day,
      start: given.start,
      end: endOf(given.start, given.minutes),
      place: given.place,
      organiser: settings.organiser,
      state: "proposed",
      proposalNo: no,
      proposedBy,
      proposingDepartment,
      trigger: given.trigger,
      reason: given.reason,
    };
    return {
      patch: [
        { kind: "table", table: "meetings" },
        { kind: "rows", table: "meetings", rows: [{ key: no, values }] },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [message("meeting-proposed", { no, date: toIso(day), organiser: settings.organiser })],
      problems,
    };
  },
});
