import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Context } from "../run/command.ts";
import { type Message, type Problem, say } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Change } from "../workbook/patch.ts";
import { rowByKey, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { asLevel } from "./escalation.ts";
import { Escalations } from "./escalations.ts";
import { type HistoryEvent, historyChanges } from "./history.ts";
import { causeIn, tend, withHistory } from "./keep-track.ts";
import { trackedTables } from "./live-columns.ts";

export interface Refreshed {
  readonly changes: readonly Change[];
  /** The register with these changes. */
  readonly standing: Snapshot;
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
  /** Rows that were typed by hand and got a number. */
  readonly numbered: number;
}

/** What a table remembers of its rows, to tell what a person changed. */
const REMEMBERED = ["firstDue", "lastDue", "lastStatus", "lastOwner", "postponed"];

/** What hand edits left to do in the tracked tables, and what resolutions close by it. */
export function refreshed(snapshot: Snapshot, context: Context): Refreshed {
  const present = trackedTables.filter((table) => snapshot.places.has(table));
  const tended = tend(snapshot, context);
  const seen = present.filter((table) => (tended.rows.get(table) ?? []).length > 0);
  const patch: Change[] = [
    ...present.map((table): Change => ({ kind: "table", table })),
    ...seen.map((table): Change => ({ kind: "columns", table, fields: REMEMBERED })),
  ];
  const kept = withHistory(snapshot, tended, { patch, report: [], problems: [] }, causeIn(context, { how: "sheet" }));
  const unread = present.flatMap((id) => (tableIn(snapshot, id)?.problems ?? []).filter(({ code }) => code !== "date-as-text"));
  return {
    changes: kept.patch,
    standing: afterPatch(snapshot, kept.patch),
    report: kept.report,
    problems: [...unread, ...kept.problems],
    numbered: tended.numbered,
  };
}

/** The levels that items have come to, each rise in their history, and how often their owners were reminded. */
export function escalated(standing: Snapshot, context: Context, calendar: WorkingCalendar, settings: BookSettings): Change[] {
  const found = new Escalations(standing, context.today, calendar, settings).rows();
  const { on, by, how } = causeIn(context);
  const level = (value: number | null): string => {
    const known = asLevel(value);
    return known === null ? "" : say(standing.language, `level-${known}`);
  };
  const rises = trackedTables.flatMap((table) =>
    (found.get(table) ?? []).flatMap(({ key: item, values }): HistoryEvent[] => {
      const before = rowByKey(standing, table, item)?.values;
      const to = values.escalation;
      if (!before || typeof to !== "number" || to <= Math.max(0, before.escalation ?? 0)) return [];
      const reason = String(values.escalationReason ?? before.escalationReason);
      return [
        { item, on, event: "escalated", from: level(before.escalation), to: level(to), reason, approvedBy: "", by, how, meeting: "" },
      ];
    }),
  );
  return [
    ...historyChanges(standing, rises),
    ...trackedTables.map((table): Change => ({ kind: "rows", table, rows: found.get(table) ?? [] })),
  ];
}
