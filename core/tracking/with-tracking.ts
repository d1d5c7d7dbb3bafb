import { calendarIn, settingsIn } from "../register/book-settings.ts";
import type { Context } from "../run/command.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Change, Patch } from "../workbook/patch.ts";
import { type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { liveColumns, type TrackedRow, type TrackedTable, trackedTables } from "./live-columns.ts";
import { liveId, liveSheet } from "./live-sheet.ts";
import { summaryId, summarySheet } from "./summary-sheet.ts";

/** The documents to read for a patch that brings lights up to date. */
export const trackingDocuments = [liveId, summaryId] as const;

/** A patch, and after it the live columns, highlights and the summary of the rows as they will stand. */
export function withTracking(snapshot: Snapshot, patch: Patch, context: Context, restore = false): Patch {
  const standing = afterPatch(snapshot, patch);
  const settings = settingsIn(standing);
  const calendar = calendarIn(standing, settings);
  const has = (table: TrackedTable, field: string): boolean => hasField(snapshot, patch, table, field);
  const options = { today: context.today, calendar, settings, language: snapshot.language, restore, has };
  const actions = numbered(standing, "actions");
  const parents = new Set(actions.map(({ resolution }) => resolution ?? ""));
  const resolutions = numbered(standing, "resolutions").map((row) => ({ ...row, hasActions: parents.has(row.key) }));
  const after = new Map<TrackedTable, readonly TrackedRow[]>([
    ["resolutions", resolutions],
    ["actions", actions],
  ]);
  const present = trackedTables.filter(
    (table) => snapshot.places.has(table) || patch.some((change) => change.kind === "table" && change.table === table),
  );
  if (present.length === 0) return patch;
  const live: Change[] = [
    { kind: "sheet", id: liveId, sheet: liveSheet(context.today, calendar, snapshot.survey.dateSystem) },
    // Resolutions look at the actions' column, whose length has to be settled first.
    ...[...present].reverse().flatMap((table) => liveColumns(table, after.get(table) ?? [], options)),
    { kind: "sheet", id: summaryId, sheet: summarySheet(standing, present, after, options) },
  ];
  return [...patch, ...live];
}

/** The rows of a tracked table by their numbers. */
function numbered(snapshot: Snapshot, table: TrackedTable): TrackedRow[] {
  const rows = tableIn(snapshot, table)?.byKey ?? new Map();
  return [...rows].map(([key, row]) => ({ ...row.values, key }));
}

/** What the table has a column for, or will have one once the patch is made. */
function hasField(snapshot: Snapshot, patch: Patch, table: TrackedTable, field: string): boolean {
  const place = snapshot.places.get(table);
  if (!place) return patch.some((change) => change.kind === "table" && change.table === table);
  if (place.columns.has(field)) return true;
  return patch.some(
    (change) => change.kind === "rows" && change.table === table && change.rows.some(({ values }) => (values[field] ?? "") !== ""),
  );
}
