import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { defineCommand } from "../run/command.ts";
import { flag } from "../tables/field.ts";
import { escalationTables } from "../tracking/escalations.ts";
import { leaves } from "../tracking/items.ts";
import { lightOf } from "../tracking/light.ts";
import { trackedTables } from "../tracking/live-columns.ts";
import { overwritten } from "../tracking/overwritten.ts";
import { escalated, refreshed } from "../tracking/refresh.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message, problem } from "../words/message.ts";

/** Brings the tracking columns, the levels, the live lights, the highlights and the summary up to date. */
export const refreshTracking = defineCommand({
  id: "refresh-tracking",
  stage: "follow",
  title: "command-refresh-tracking",
  help: "help-refresh-tracking",
  input: { restore: flag("恢复被改写的灯号公式", "Restore light formulas that were overwritten") },
  reads: () => ({ tables: ["resolutions", "actions", "departments", "people", ...escalationTables], documents: trackingDocuments }),
  decide: (snapshot, input, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    if (!trackedTables.some((table) => snapshot.places.has(table)))
      return { patch: [], report: [], problems: [problem("error", "nothing-to-track")] };
    const { changes, standing, report, problems, numbered } = refreshed(snapshot, context);
    const levels = escalated(standing, context, calendar, settings);
    const patch = withTracking(snapshot, [...changes, ...levels], context, input.restore === true);
    const lights = leaves(standing).map(({ row }) => lightOf(row.values, context.today, calendar, settings));
    const count = (light: string): number => lights.filter((found) => found === light).length;
    return {
      patch,
      report: [
        message("tracking-refreshed", {
          n: lights.length,
          overdue: count("overdue"),
          soon: count("dueSoon"),
          unconfirmed: count("unconfirmed"),
          incomplete: count("noOwner") + count("noDate"),
        }),
        ...(numbered > 0 ? [message("rows-numbered", { n: numbered })] : []),
        ...report,
      ],
      problems: [
        ...problems,
        ...settings.problems,
        ...(input.restore === true ? [] : overwritten(snapshot)),
        ...calendarNotes(calendar, context.today, context.today + 30),
      ],
    };
  },
});
