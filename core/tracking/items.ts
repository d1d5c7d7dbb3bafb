import type { Day } from "../base/plain-date.ts";
import { compareNumbers } from "../base/text.ts";
import { rowByKey, rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { histories } from "./history.ts";
import { isClosed } from "./light.ts";
import type { TrackedTable } from "./live-columns.ts";

/** A resolution or an action as the review looks at it. */
export interface Item {
  readonly table: TrackedTable;
  readonly row: TableRow<"resolutions"> | TableRow<"actions">;
}

/** Resolutions that were split into actions are tracked by these, so that nothing counts twice. */
export function leaves(snapshot: Snapshot): Item[] {
  const actions = rowsOf(snapshot, "actions")
    .filter(hasContent)
    .map((row): Item => ({ table: "actions", row }));
  const parents = new Set(rowsOf(snapshot, "actions").map(({ values }) => values.resolution));
  const resolutions = rowsOf(snapshot, "resolutions")
    .filter(hasContent)
    .filter(({ key, values }) => values.status !== "split" && !(key !== "" && parents.has(key)) && values.kind !== "undecided")
    .map((row): Item => ({ table: "resolutions", row }));
  return [...resolutions, ...actions];
}

/** A row with neither a number nor a task is not an item yet: its light is blank, too. */
function hasContent({ key, values }: TableRow<TrackedTable>): boolean {
  return key !== "" || values.task !== "";
}

/** The meeting that made an item; an action without one belongs to its resolution's. */
export function meetingOf(snapshot: Snapshot, { row }: Pick<Item, "row">): string {
  if (row.values.meeting !== "" || !("resolution" in row.values)) return row.values.meeting;
  return rowByKey(snapshot, "resolutions", row.values.resolution)?.values.meeting ?? "";
}

/**
 * What the review of a meeting goes through: everything open, and what was closed since the last
 * meeting; overdue first, then by due date, then by number.
 */
export function itemsToReview(snapshot: Snapshot, meetingNo: string, date: Day, since: Day | undefined): Item[] {
  const rank = ({ row }: Item): number => (isClosed(row.values.status) ? 2 : row.values.due !== null && row.values.due < date ? 0 : 1);
  const known = histories(snapshot);
  return leaves(snapshot)
    .filter(({ row }) => row.key !== "" && row.values.task !== "" && row.values.meeting !== meetingNo)
    .filter(({ row }) => !isClosed(row.values.status) || (since !== undefined && closedOn(row, known) >= since))
    .sort((a, b) => rank(a) - rank(b) || (a.row.values.due ?? 1e9) - (b.row.values.due ?? 1e9) || compareNumbers(a.row.key, b.row.key));
}

/** The day on which it was finished or, as its history tells, cancelled. */
function closedOn({ key, values }: Item["row"], known: ReturnType<typeof histories>): Day {
  if (values.status !== "cancelled") return Math.max(values.verifiedOn ?? -1, values.doneOn ?? -1);
  const told = (known.get(key) ?? []).filter((row) => row.values.event === "cancelled");
  return told.at(-1)?.values.on ?? -1;
}
