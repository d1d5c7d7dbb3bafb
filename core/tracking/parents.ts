import type { Day } from "../base/plain-date.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/** Resolutions that were split and whose actions are all verified (or cancelled): they close. */
export function closedParents(snapshot: Snapshot, today: Day): RowChange[] {
  return rowsOf(snapshot, "resolutions").flatMap((row): RowChange[] => {
    if (row.values.status !== "split") return [];
    const parts = rowsOf(snapshot, "actions").filter(({ values }) => values.resolution === row.key);
    const isClosed =
      parts.length > 0 &&
      parts.every(({ values }) => values.status === "verified" || values.status === "cancelled") &&
      parts.some(({ values }) => values.status === "verified");
    if (!isClosed) return [];
    const doneOn = Math.max(...parts.map(({ values }) => values.doneOn ?? values.verifiedOn ?? 0)) || today;
    return [{ key: row.key, values: { status: "verified", lastStatus: "verified", doneOn, verifiedOn: today } }];
  });
}
