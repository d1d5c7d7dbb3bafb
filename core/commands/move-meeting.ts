import { toIso } from "../base/plain-date.ts";
import { comingMeeting } from "../meeting/choose-meeting.ts";
import { dayProblems } from "../meeting/meeting-checks.ts";
import { movedPapers } from "../meeting/papers-checklist.ts";
import { endOf } from "../meeting/proposals.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { date, integer, key, long, text, time, type Value } from "../tables/field.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";

/** A meeting takes place at another time or place; who was told already has to be told again. */
export const moveMeeting = defineCommand({
  id: "move-meeting",
  stage: "prepare",
  title: "command-move-meeting",
  help: "help-move-meeting",
  input: {
    meeting: key("会议编号", "Meeting no.", { required: true }),
    date: date("新的日期", "New date"),
    start: time("新的开始时间", "New start"),
    minutes: integer("时长(分钟)", "Minutes"),
    place: text("新的地点", "New place"),
    reason: long("改期理由", "Reason", { required: true }),
    onBehalf,
  },
  reads: () => ({ tables: ["meetings", "papers", "people"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const row = comingMeeting(snapshot, input.meeting, context.today);
    if ("code" in row) return refused(row);
    if (input.date === null && input.start === null && input.minutes === null && input.place === "")
      return refused(problem("error", "nothing-to-move", { no: row.key }));
    const { values } = row;
    if ((input.minutes ?? 1) <= 0) return refused(problem("error", "minutes-not-positive", { item: values.name }));
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const day = input.date ?? values.date;
    const start = input.start ?? values.start;
    const length = input.minutes ?? (values.start === null || values.end === null ? null : values.end - values.start);
    const wanted: Record<string, Value> = { date: day, start, end: endOf(start, length) ?? values.end, place: input.place || values.place };
    const stands: Readonly<Record<string, Value>> = values;
    const isMoved = Object.entries(wanted).some(([field, value]) => stands[field] !== value);
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    const problems: Problem[] = [
      ...(day === null ? [] : dayProblems(snapshot, { row: row.row, name: values.name, date: day }, calendar, context.today)),
      ...(day === null ? [] : calendarNotes(calendar, day, day)),
      ...standing.problems,
    ];
    if (!isMoved) return { patch: [], report: [message("meeting-already-there", { no: row.key })], problems };
    const wasNoticed = values.state === "noticed";
    const isOtherDay = day !== null && day !== values.date;
    const changed = {
      ...wanted,
      state: "planned",
      decisionReason: input.reason,
      ...(isOtherDay ? { minutesDue: calendar.addWorkdays(day, settings.minutesDays) } : {}),
      // The date by the series stays, so that it is not planned anew.
      ...(values.series === "" ? {} : { seriesDate: values.seriesDate ?? values.date }),
    };
    const report: Message[] = [
      message("meeting-now-at", { no: row.key, date: day === null ? "" : toIso(day), was: values.date === null ? "" : toIso(values.date) }),
      ...(wasNoticed ? [message("notice-again", { no: row.key })] : []),
      ...standing.report,
    ];
    const papers =
      isOtherDay && values.date !== null ? movedPapers(snapshot, row.key, values.date, day, calendar, settings.papersDays) : [];
    return {
      patch: [
        // Due dates first: they are told by the old date.
        { kind: "rows", table: "papers", rows: papers },
        { kind: "rows", table: "meetings", rows: [{ key: row.key, row: row.row, values: changed }] },
      ],
      report,
      problems,
    };
  },
});
