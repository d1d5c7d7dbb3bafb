import { toIso } from "../base/plain-date.ts";
import { dashboardId, dashboardSheet } from "../dashboard/dashboard-sheet.ts";
import { countOf } from "../dashboard/figure.ts";
import { pastTables } from "../dashboard/past.ts";
import { usualPeriod } from "../dashboard/period.ts";
import { sceneOf } from "../dashboard/scene.ts";
import { sectionsOf } from "../dashboard/sections.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { date } from "../tables/field.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message, problem } from "../words/message.ts";

/** The boss's one page, with the lights that it counts (clause 五4). */
export const refreshDashboard = defineCommand({
  id: "refresh-dashboard",
  stage: "follow",
  title: "command-refresh-dashboard",
  help: "help-refresh-dashboard",
  input: {
    from: date("起始日期", "From"),
    until: date("截止日期", "Until"),
  },
  reads: () => ({
    tables: ["resolutions", "actions", "meetings", "departments", ...pastTables],
    documents: [...trackingDocuments, dashboardId],
  }),
  decide: (snapshot, input, context): Decision => {
    const until = input.until ?? context.today;
    const from = input.from ?? usualPeriod(until).from;
    if (from > until)
      return { patch: [], report: [], problems: [problem("error", "period-reversed", { from: toIso(from), until: toIso(until) })] };
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const has = (table: "resolutions" | "actions", field: string): boolean => snapshot.places.get(table)?.columns.has(field) ?? false;
    const scene = sceneOf({ snapshot, today: context.today, calendar, settings, period: { from, until }, has });
    const sections = sectionsOf(scene);
    if (sections.length === 0) return { patch: [], report: [], problems: [problem("error", "nothing-to-show")] };
    const sheet = dashboardSheet(scene, sections);
    const open = countOf(scene.items, [{ field: "light", oneOf: scene.open }]).value;
    const overdue = countOf(scene.items, [{ field: "light", equals: { text: "", value: scene.overdue } }]).value;
    return {
      patch: [...withTracking(snapshot, [], context), { kind: "sheet", id: dashboardId, sheet }],
      report: [
        message("dashboard-made", {
          sheet: snapshot.state.get("made", dashboardId) ?? sheet.name,
          from: toIso(from),
          until: toIso(until),
          open,
          overdue,
        }),
      ],
      problems: [...settings.problems, ...calendarNotes(calendar, context.today, context.today)],
    };
  },
});
