import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { Numbers } from "../register/numbers.ts";
import type { Context } from "../run/command.ts";
import type { Problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { Escalations } from "./escalations.ts";
import { closedParents } from "./parents.ts";
import { upkeepOf } from "./upkeep.ts";
import { trackedTables } from "./with-tracking.ts";

export interface Refreshed {
  readonly changes: readonly Change[];
  /** The register with these changes. */
  readonly standing: Snapshot;
  readonly problems: readonly Problem[];
  /** Rows that were typed by hand and got a number. */
  readonly numbered: number;
}

/** What hand edits left to do in the tracked tables, and what resolutions close by it. */
export function refreshed(snapshot: Snapshot, { today }: Context): Refreshed {
  const present = trackedTables.filter((table) => snapshot.places.has(table));
  const numbers = new Numbers(snapshot);
  const upkeep = present.map((table) => ({ table, ...upkeepOf(snapshot, table, { today, numbers }) }));
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
    { kind: "rows", table: "resolutions", rows: closedParents(snapshot, today) },
    { kind: "state", entries: numbers.entries() },
  ];
  return {
    changes,
    standing: afterPatch(snapshot, changes),
    problems: upkeep.flatMap((part) => part.problems),
    numbered: upkeep.reduce((sum, part) => sum + part.numbered, 0),
  };
}

/** The levels that items have come to, and how often their owners were reminded. */
export function escalated(standing: Snapshot, { today }: Context, calendar: WorkingCalendar, settings: BookSettings): Change[] {
  const rows = new Escalations(standing, today, calendar, settings).rows();
  return trackedTables.map((table): Change => ({ kind: "rows", table, rows: rows.get(table) ?? [] }));
}
