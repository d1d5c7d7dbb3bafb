import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { Numbers } from "../register/numbers.ts";
import { defineCommand } from "../run/command.ts";
import { flag } from "../tables/field.ts";
import { leaves } from "../tracking/items.ts";
import { lightOf } from "../tracking/light.ts";
import { overwritten } from "../tracking/overwritten.ts";
import { closedParents } from "../tracking/parents.ts";
import { upkeepOf } from "../tracking/upkeep.ts";
import { trackedTables, trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message, problem } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";

/** Brings the tracking columns, the live lights, the highlights and the summary up to date. */
export const refreshTracking = defineCommand({
  id: "refresh-tracking",
  stage: "follow",
  title: "command-refresh-tracking",
  help: "help-refresh-tracking",
  input: { restore: flag("恢复被改写的灯号公式", "Restore light formulas that were overwritten") },
  reads: () => ({ tables: ["resolutions", "actions", "departments", "people"], documents: trackingDocuments }),
  decide: (snapshot, input, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const present = trackedTables.filter((table) => snapshot.places.has(table));
    if (present.length === 0) return { patch: [], report: [], problems: [problem("error", "nothing-to-track")] };
    const numbers = new Numbers(snapshot);
    const upkeep = present.map((table) => ({ table, ...upkeepOf(snapshot, table, { today: context.today, numbers }) }));
    const changes: Change[] = [
      ...present.map((table): Change => ({ kind: "table", table })),
      ...upkeep.map(
        ({ table, rows }): Change => ({
          kind: "columns",
          table,
          fields: rows.length > 0 ? ["firstDue", "lastDue", "lastStatus", "postponed"] : [],
        }),
      ),
      ...upkeep.map(({ table, rows }): Change => ({ kind: "rows", table, rows })),
      { kind: "rows", table: "resolutions", rows: closedParents(snapshot, context.today) },
      { kind: "state", entries: numbers.entries() },
    ];
    const patch = withTracking(snapshot, changes, context, input.restore === true);
    const lights = leaves(snapshot).map(({ row }) => lightOf(row.values, context.today, calendar, settings));
    const count = (light: string): number => lights.filter((found) => found === light).length;
    const numbered = upkeep.reduce((sum, part) => sum + part.numbered, 0);
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
      ],
      problems: [
        ...upkeep.flatMap((part) => part.problems),
        ...settings.problems,
        ...(input.restore === true ? [] : overwritten(snapshot)),
        ...calendarNotes(calendar, context.today, context.today + 30),
      ],
    };
  },
});
