import { toIso } from "../base/plain-date.ts";
import { findMeeting } from "../meeting/choose-meeting.ts";
import { dayProblems, headProblems, meetingCell } from "../meeting/meeting-checks.ts";
import { endOf } from "../meeting/proposals.ts";
import { followedTopics } from "../meeting/release-topics.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { Numbers } from "../register/numbers.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { date, integer, key, long, text, time } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";

const person = { suggest: { table: "people", field: "name" } } as const;

/** The organiser confirms an ad hoc meeting: only now it gets a meeting number, in the row that it has. */
export const confirmMeeting = defineCommand({
  id: "confirm-meeting",
  stage: "prepare",
  title: "command-confirm-meeting",
  help: "help-confirm-meeting",
  input: {
    meeting: key("提议编号", "Proposal no.", { required: true }),
    date: date("会议日期", "Date"),
    start: time("开始时间", "Start"),
    minutes: integer("时长(分钟)", "Minutes"),
    place: text("会议地点", "Place"),
    chair: text("主持人", "Chair", person),
    recorder: text("记录人", "Recorder", person),
    reason: long("确认意见", "Remark of decision"),
    onBehalf,
  },
  reads: () => ({ tables: ["meetings", "topics", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const row = findMeeting(snapshot, input.meeting);
    if (!row) return refused(problem("error", "meeting-unknown", { no: input.meeting }));
    const { values } = row;
    const proposal = values.proposalNo || row.key;
    if (values.state === "declined" || values.state === "cancelled")
      return refused(problem("error", "meeting-called-off", { no: row.key }, meetingCell(snapshot, row.row, "state")));
    if (values.state !== "proposed" && values.proposalNo === "")
      return refused(problem("error", "meeting-not-proposed", { no: row.key }, meetingCell(snapshot, row.row, "state")));
    // Cut off right after its row was written, its topics and the number are still to follow.
    if (values.state !== "proposed")
      return {
        patch: [
          { kind: "rows", table: "topics", rows: proposal === row.key ? [] : followedTopics(snapshot, proposal, row.key) },
          { kind: "state", entries: new Numbers(snapshot).entries() },
        ],
        report: [message("already-confirmed", { proposal, no: row.key })],
        problems: [],
      };
    const day = input.date ?? values.date;
    if (day === null) return refused(problem("error", "date-missing", { no: row.key }, meetingCell(snapshot, row.row, "date")));
    if ((input.minutes ?? 1) <= 0) return refused(problem("error", "minutes-not-positive", { item: values.name }));
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const numbers = new Numbers(snapshot);
    const no = numbers.meeting(day);
    const start = input.start ?? values.start;
    const length = input.minutes ?? (values.start === null || values.end === null ? null : values.end - values.start);
    const confirmed = {
      no,
      date: day,
      start,
      end: endOf(start, length),
      place: input.place || values.place,
      chair: input.chair || values.chair,
      recorder: input.recorder || values.recorder,
      kind: "adHoc",
      organiser: values.organiser || settings.organiser,
      state: "planned",
      proposalNo: proposal,
      decisionReason: input.reason || values.decisionReason,
      minutesDue: calendar.addWorkdays(day, settings.minutesDays),
    };
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    return {
      patch: [
        { kind: "rows", table: "meetings", rows: [{ key: no, row: row.row, values: confirmed }] },
        { kind: "rows", table: "topics", rows: followedTopics(snapshot, proposal, no) },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [message("meeting-confirmed", { proposal, no, date: toIso(day) }), ...standing.report],
      problems: [
        ...dayProblems(snapshot, { row: row.row, name: values.name, date: day }, calendar, context.today),
        ...headProblems(snapshot, { ...values, ...confirmed }, row.row),
        ...calendarNotes(calendar, day, day),
        ...standing.problems,
      ],
    };
  },
});
