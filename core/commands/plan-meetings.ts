import { planSeries } from "../meeting/plan.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { Numbers } from "../register/numbers.ts";
import { defineCommand } from "../run/command.ts";
import { date, text } from "../tables/field.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf } from "../workbook/snapshot.ts";

/** The longest span that is planned at once, in days. */
const LONGEST_SPAN = 400;

/** Puts the coming meetings of every series into the register, moved off days that nobody works. */
export const planMeetings = defineCommand({
  id: "plan-meetings",
  stage: "prepare",
  title: "command-plan-meetings",
  help: "help-plan-meetings",
  input: {
    series: text("例会名称", "Series"),
    from: date("从", "From"),
    until: date("到", "Until"),
  },
  reads: () => ({ tables: ["series", "meetings", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const from = input.from ?? context.today;
    const to = Math.min(input.until ?? from + settings.planWeeks * 7, from + LONGEST_SPAN);
    const wanted = rowsOf(snapshot, "series").filter(
      ({ values }) => values.name !== "" && values.active !== false && (input.series === "" || values.name === input.series),
    );
    if (wanted.length === 0)
      return {
        patch: [],
        report: [],
        problems: [problem("error", input.series === "" ? "no-series" : "series-unknown", { series: input.series })],
      };
    const numbers = new Numbers(snapshot);
    const rows: RowChange[] = [];
    const report: Message[] = [];
    const problems: Problem[] = [...settings.problems];
    for (const series of wanted) {
      const plan = planSeries(snapshot, series, { from, to, calendar, settings, numbers });
      rows.push(...plan.rows);
      report.push(...plan.report);
      problems.push(...plan.problems);
    }
    problems.push(...calendarNotes(calendar, from, to));
    if (rows.length === 0) report.push(message("nothing-to-plan"));
    return {
      patch: [
        { kind: "table", table: "meetings" },
        { kind: "rows", table: "meetings", rows },
        { kind: "state", entries: numbers.entries() },
      ],
      report,
      problems,
    };
  },
});
