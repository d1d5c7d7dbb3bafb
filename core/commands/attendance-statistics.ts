import { countAttendance } from "../archive/attendance-count.ts";
import { statisticsId, statisticsSheet } from "../archive/statistics-sheet.ts";
import { dayOf, toIso, ymd } from "../base/plain-date.ts";
import { settingsIn } from "../register/book-settings.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { date } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";

/** Who came, who did not, and how often (clause 五1), on a sheet that is redone each time. */
export const attendanceStatistics = defineCommand({
  id: "attendance-statistics",
  stage: "file",
  title: "command-attendance-statistics",
  help: "help-attendance-statistics",
  input: {
    from: date("起始日期", "From"),
    until: date("截止日期", "Until"),
  },
  reads: () => ({ tables: ["departments", "people", "meetings", "attendance"], documents: [statisticsId] }),
  decide: (snapshot, input, context): Decision => {
    const until = input.until ?? context.today;
    const from = input.from ?? dayOf(ymd(until).year, 1, 1) ?? until;
    if (from > until)
      return { patch: [], report: [], problems: [problem("error", "period-reversed", { from: toIso(from), until: toIso(until) })] };
    const settings = settingsIn(snapshot);
    const { language, places } = snapshot;
    const counted = countAttendance(snapshot, from, until, settings.points);
    const after = places.get("attendance")?.sheet;
    const sheet = statisticsSheet(counted, { language, from, until, settings, ...(after === undefined ? {} : { after }) });
    const said = { from: toIso(from), until: toIso(until), meetings: counted.meetings, people: counted.people.length };
    return {
      patch: [{ kind: "sheet", id: statisticsId, sheet }],
      report: [message("statistics-made", { sheet: snapshot.state.get("made", statisticsId) ?? sheet.name, ...said })],
      problems: settings.problems,
    };
  },
});
