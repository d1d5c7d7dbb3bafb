import { findMeeting, isComing } from "../meeting/choose-meeting.ts";
import { newTopic, sameTopic, sideOf } from "../meeting/new-topic.ts";
import { departmentKnown, personProblems } from "../meeting/organisation.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { choice, integer, key, long, text } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";

/** Anybody puts a topic forward (clause 三(二)1): for a meeting, or into the pool from which the organiser chooses. */
export const proposeTopic = defineCommand({
  id: "propose-topic",
  stage: "prepare",
  title: "command-propose-topic",
  help: "help-propose-topic",
  input: {
    topic: long("议题", "Topic", { required: true }),
    meeting: key("会议编号", "Meeting no."),
    category: text("议题类别", "Category"),
    section: choice("section", "议程环节", "Section"),
    department: text("提报部门", "Department", { suggest: { table: "departments", field: "name" } }),
    proposer: text("提报人", "Proposer", { suggest: { table: "people", field: "name" } }),
    background: long("背景/现状", "Background"),
    proposal: long("建议方案/需决策事项", "Proposal or decision needed"),
    departments: text("涉及部门", "Departments involved"),
    invite: text("邀请人员", "Invite"),
    urgency: choice("urgency", "紧急程度", "Urgency"),
    minutes: integer("预计时长(分钟)", "Minutes"),
  },
  reads: () => ({ tables: ["topics", "meetings", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const meeting = findMeeting(snapshot, input.meeting);
    if (input.meeting !== "" && !meeting)
      return { patch: [], report: [], problems: [problem("error", "meeting-unknown", { no: input.meeting })] };
    const isProposal = meeting?.values.state === "proposed";
    if (meeting && !isProposal && !isComing(meeting))
      return { patch: [], report: [], problems: [problem("error", "meeting-takes-no-topics", { no: meeting.key })] };
    if ((input.minutes ?? 1) <= 0)
      return { patch: [], report: [], problems: [problem("error", "minutes-not-positive", { item: input.topic.slice(0, 20) })] };
    const roster = new Roster(snapshot);
    const proposer = input.proposer || context.user.name;
    const department = input.department || roster.person(proposer)?.department || context.user.department;
    const problems = [...personProblems(roster, proposer), ...departmentKnown(snapshot, department)];
    if (meeting?.values.state === "noticed") problems.push(problem("note", "agenda-was-noticed", { no: meeting.key }));
    const same = sameTopic(snapshot, input.topic, department, meeting?.key ?? "");
    const numbers = new Numbers(snapshot);
    // Cut off right after its row was written, the number is still to be remembered.
    if (same)
      return {
        patch: [{ kind: "state", entries: numbers.entries() }],
        report: [message("topic-already-proposed", { no: same.key })],
        problems,
      };
    const row = newTopic(numbers, { no: meeting?.key ?? "", isNumbered: meeting !== undefined && !isProposal }, context.today, {
      ...input,
      proposer,
      department,
      section: input.section || sideOf(snapshot, department),
      urgency: input.urgency || "normal",
    });
    return {
      patch: [
        { kind: "table", table: "topics" },
        { kind: "rows", table: "topics", rows: [row] },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [meeting ? message("topic-proposed", { no: row.key, meeting: meeting.key }) : message("topic-in-pool", { no: row.key })],
      problems,
    };
  },
});
