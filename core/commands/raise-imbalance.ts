import { nameOf, openImbalance } from "../imbalance/open-imbalance.ts";
import { raisedTopic } from "../imbalance/raised-topic.ts";
import { findMeeting, isComing, nextMeeting } from "../meeting/choose-meeting.ts";
import { newTopic, sameTopic } from "../meeting/new-topic.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, text } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

/** Makes an imbalance a topic of the next meeting in one step, its figures frozen as they stand. */
export const raiseImbalance = defineCommand({
  id: "raise-imbalance",
  stage: "prepare",
  title: "command-raise-imbalance",
  help: "help-raise-imbalance",
  input: {
    imbalance: key("失衡编号", "Imbalance no.", { required: true }),
    meeting: key("会议编号", "Meeting no."),
    department: text("提报部门", "Department", { suggest: { table: "departments", field: "name" } }),
  },
  reads: () => ({ tables: ["imbalances", "topics", "meetings", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const row = openImbalance(snapshot, input.imbalance);
    if ("code" in row) return { patch: [], report: [], problems: [row] };
    const meeting = input.meeting === "" ? nextMeeting(snapshot, context.today, "") : findMeeting(snapshot, input.meeting);
    if (input.meeting !== "" && !meeting)
      return { patch: [], report: [], problems: [problem("error", "meeting-unknown", { no: input.meeting })] };
    if (meeting && !isComing(meeting))
      return { patch: [], report: [], problems: [problem("error", "meeting-takes-no-topics", { no: meeting.key })] };
    const proposer = context.user.name;
    const department = input.department || new Roster(snapshot).person(proposer)?.department || context.user.department;
    const raised = raisedTopic(row, snapshot.language);
    const numbers = new Numbers(snapshot);
    // Cut off after its topic was written, the imbalance is still to be told of it.
    const same = rowByKey(snapshot, "topics", row.values.topic) ?? sameTopic(snapshot, raised.topic, department, meeting?.key ?? "");
    if (same)
      return {
        patch: [
          { kind: "rows", table: "imbalances", rows: [{ key: row.key, values: { status: "raised", topic: same.key } }] },
          { kind: "state", entries: numbers.entries() },
        ],
        report: [message("imbalance-raised-already", { no: nameOf(row, snapshot.language), topic: same.key })],
        problems: [],
      };
    const topic = newTopic(numbers, { no: meeting?.key ?? "", isNumbered: meeting !== undefined }, context.today, {
      ...raised,
      section: "balance",
      urgency: row.values.kind === "shortage" || row.values.kind === "componentShortage" ? "high" : "normal",
      proposer,
      department,
    });
    const said = { no: nameOf(row, snapshot.language), topic: topic.key };
    return {
      patch: [
        { kind: "table", table: "topics" },
        { kind: "rows", table: "topics", rows: [topic] },
        { kind: "rows", table: "imbalances", rows: [{ key: row.key, values: { status: "raised", topic: topic.key } }] },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [meeting ? message("imbalance-raised", { ...said, meeting: meeting.key }) : message("imbalance-in-pool", said)],
      problems: meeting?.values.state === "noticed" ? [problem("note", "agenda-was-noticed", { no: meeting.key })] : [],
    };
  },
});
