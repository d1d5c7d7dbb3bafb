import { findMeeting, isHeld } from "../meeting/choose-meeting.ts";
import { meetingCell } from "../meeting/meeting-checks.ts";
import { releasedMessage, releasedTopics } from "../meeting/release-topics.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, long } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";

/** A meeting that was planned is not held; its number is not given again, and its topics come back by themselves. */
export const cancelMeeting = defineCommand({
  id: "cancel-meeting",
  stage: "prepare",
  title: "command-cancel-meeting",
  help: "help-cancel-meeting",
  input: {
    meeting: key("会议编号", "Meeting no.", { required: true }),
    reason: long("取消理由", "Reason", { required: true }),
    onBehalf,
  },
  reads: () => ({ tables: ["meetings", "topics", "people"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const row = findMeeting(snapshot, input.meeting);
    if (!row) return refused(problem("error", "meeting-unknown", { no: input.meeting }));
    const { state } = row.values;
    const at = meetingCell(snapshot, row.row, "state");
    if (state === "proposed") return refused(problem("error", "meeting-not-confirmed", { no: row.key }, at));
    if (state === "declined") return refused(problem("error", "meeting-called-off", { no: row.key }, at));
    if (isHeld(row)) return refused(problem("error", "meeting-already-held", { no: row.key }, at));
    const isCancelled = state === "cancelled";
    const reason = isCancelled ? row.values.decisionReason : input.reason;
    const topics = releasedTopics(snapshot, row.key, reason);
    // Of a series the date that is taken stays known, so that it is not planned anew.
    const seriesDate = row.values.seriesDate ?? (row.values.series === "" ? null : row.values.date);
    const values = isCancelled ? {} : { state: "cancelled", decisionReason: reason, seriesDate };
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    return {
      patch: [
        { kind: "rows", table: "topics", rows: topics },
        { kind: "rows", table: "meetings", rows: [{ key: row.key, row: row.row, values }] },
      ],
      report: [
        message(isCancelled ? "already-cancelled" : "meeting-cancelled", { no: row.key }),
        ...releasedMessage(topics),
        ...(state === "noticed" ? [message("cancel-to-be-noticed", { no: row.key })] : []),
        ...standing.report,
      ],
      problems: standing.problems,
    };
  },
});
