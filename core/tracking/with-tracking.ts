import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Context } from "../run/command.ts";
import type { Value } from "../tables/field.ts";
import type { Change, Patch, RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { liveColumns, type TrackedRow, type TrackedTable } from "./live-columns.ts";
import { liveId, liveSheet } from "./live-sheet.ts";
import { summaryId, summarySheet } from "./summary-sheet.ts";

export const trackedTables = ["resolutions", "actions"] as const satisfies readonly TrackedTable[];

/** The documents to read for a patch that brings lights up to date. */
export const trackingDocuments = [liveId, summaryId] as const;

/** A patch, and after it the live columns, highlights and the summary of the rows as they will stand. */
export function withTracking(
  snapshot: Snapshot,
  patch: Patch,
  context: Context,
  settings: BookSettings,
  calendar: WorkingCalendar,
  restore = false,
): Patch {
  const has = (table: TrackedTable, field: string): boolean =>
    snapshot.places.get(table)?.columns.has(field) ?? patch.some((change) => change.kind === "table" && change.table === table);
  const options = { today: context.today, calendar, settings, language: snapshot.language, restore, has };
  const actions = rowsAfter(snapshot, patch, "actions");
  const parents = new Set(actions.map(({ resolution }) => resolution ?? ""));
  const resolutions = rowsAfter(snapshot, patch, "resolutions").map((row) => ({ ...row, hasActions: parents.has(row.key) }));
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
    { kind: "sheet", id: summaryId, sheet: summarySheet(snapshot, present, after, options) },
  ];
  return [...patch, ...live];
}

/** The rows of a tracked table once the patch is made. */
function rowsAfter(snapshot: Snapshot, patch: Patch, table: TrackedTable): TrackedRow[] {
  const rows = new Map<string, TrackedRow>();
  for (const row of rowsOf(snapshot, table)) if (row.key !== "" && !rows.has(row.key)) rows.set(row.key, { ...row.values, key: row.key });
  for (const change of patch) {
    if (change.kind !== "rows" || change.table !== table) continue;
    for (const changed of change.rows) rows.set(changed.key, overlay(rows.get(changed.key) ?? former(snapshot, table, changed), changed));
  }
  return [...rows.values()];
}

/** A row that is given its number by this very patch. */
function former(snapshot: Snapshot, table: TrackedTable, change: RowChange): TrackedRow | undefined {
  const row = rowsOf(snapshot, table).find((candidate) => candidate.row === change.row);
  return row && { ...row.values, key: change.key };
}

const BLANK: TrackedRow = {
  key: "",
  status: "",
  department: "",
  owner: "",
  assignedOn: null,
  confirmedOn: null,
  due: null,
  firstDue: null,
  doneOn: null,
};

function overlay(row: TrackedRow | undefined, change: RowChange): TrackedRow {
  return { ...(row ?? BLANK), ...(change.values as Readonly<Record<string, Value>>), key: change.key } as TrackedRow;
}
