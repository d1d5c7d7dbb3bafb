import { findMeeting } from "../meeting/choose-meeting.ts";
import { meetingCell } from "../meeting/meeting-checks.ts";
import { followedTopics } from "../meeting/release-topics.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, long } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";

/** The organiser does not convene a proposed meeting, and says why; it keeps its proposal number. */
export const declineMeeting = defineCommand({
  id: "decline-meeting",
  stage: "prepare",
  title: "command-decline-meeting",
  help: "help-decline-meeting",
  input: {
    meeting: key("提议编号", "Proposal no.", { required: true }),
    reason: long("未同意理由", "Reason", { required: true }),
    onBehalf,
  },
  reads: () => ({ tables: ["meetings", "topics", "people"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const row = findMeeting(snapshot, input.meeting);
    if (!row) return refused(problem("error", "meeting-unknown", { no: input.meeting }));
    const isDeclined = row.values.state === "declined";
    if (row.values.state !== "proposed" && !isDeclined)
      return refused(problem("error", "meeting-not-proposed", { no: row.key }, meetingCell(snapshot, row.row, "state")));
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    const values = isDeclined ? {} : { state: "declined", decisionReason: input.reason };
    return {
      patch: [
        // Back into the pool first: cut off before the meeting's state, running again still finds them.
        { kind: "rows", table: "topics", rows: followedTopics(snapshot, row.key, "") },
        { kind: "rows", table: "meetings", rows: [{ key: row.key, row: row.row, values }] },
      ],
      report: [message(isDeclined ? "already-declined" : "meeting-declined", { no: row.key }), ...standing.report],
      problems: standing.problems,
    };
  },
});
