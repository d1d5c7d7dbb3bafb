import { toIso } from "../base/plain-date.ts";
import { canFollow, daysSettled, showStatus } from "../resolution/status.ts";
import { isCollective } from "../resolution/wording.ts";
import type { Value } from "../tables/field.ts";
import type { TrackedTable } from "../tracking/live-columns.ts";
import { problem } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { type ReadRow, textOf } from "./read-minutes.ts";
import type { Merged, Recording } from "./recording.ts";
import { type Dates, mergeDates } from "./review-dates.ts";

const FIELDS = { department: "department", owner: "owner", status: "status", result: "result", reason: "reason" } as const;

type Register = TableRow<"actions"> | TableRow<"resolutions">;

/** Section 1: what became of the resolutions and actions of earlier meetings. */
export function recordReview(recording: Recording): void {
  for (const row of recording.rowsIn("review")) {
    if (row.key === "") {
      if (textOf(row, "task") !== "")
        recording.problems.push(problem("warning", row.isCopy ? "review-copied" : "review-unknown", {}, row.fields.task?.at));
      continue;
    }
    const item = find(recording, row.key);
    if (!item) recording.problems.push(problem("error", "row-gone-from-register", { key: row.key }, row.fields.no?.at));
    else if (!recording.isTooLong(row)) recordItem(recording, row, item.table, item.row);
  }
}

function find(recording: Recording, key: string): { readonly table: TrackedTable; readonly row: Register } | undefined {
  const action = recording.rowOf("actions", key);
  if (action) return { table: "actions", row: action };
  const resolution = recording.rowOf("resolutions", key);
  return resolution && { table: "resolutions", row: resolution };
}

function recordItem(recording: Recording, row: ReadRow, table: TrackedTable, register: Register): void {
  const marker = `review:${row.key}`;
  const base = recording.base(marker);
  const dates = mergeDates(recording, row, base, register);
  if (!dates || !isStatusSound(recording, row, register, dates)) return;
  const merged = recording.merge(row, row.key, base, register, FIELDS);
  const values: Record<string, Value> = { ...merged.values, ...dates.values };
  const isReasoned = textOf(row, "reason") !== "";
  // A status that waits for a person's word is not written over.
  const isAgreed = merged.base.status === register.values.status;
  if (dates.isPostponed && isReasoned && isAgreed && values.status === undefined && register.values.status !== "postponed") {
    values.status = "postponed";
    merged.base.status = "postponed";
    recording.writeField(row, "status", "postponed");
  }
  const { status } = values;
  if (typeof status === "string") Object.assign(values, daysSettled(status, recording.options.date, register.values));
  warnOwner(recording, row, merged);
  const isReviewed = Object.keys(values).length > 0;
  const carried = Number(base?.carried ?? 0);
  if (carried > (register.values.carried ?? 0)) values.carried = carried;
  recording.register(table, row.key, values);
  recording.remember(marker, { ...base, ...merged.base, ...dates.base, carried });
  if (isReviewed) recording.registered.reviewed++;
}

/** Whether the status that was chosen can follow, and says what it has to. */
function isStatusSound(recording: Recording, row: ReadRow, register: Register, dates: Dates): boolean {
  const read = row.fields.status;
  const status = textOf(row, "status");
  // An unchanged cell says nothing: the register may have gone further meanwhile.
  if (read?.wrong || status === "" || status === register.values.status || status === recording.base(`review:${row.key}`)?.status)
    return true;
  if (!canFollow(register.values.status, status)) {
    const { language } = recording.snapshot;
    const words = { before: showStatus(register.values.status, language), after: showStatus(status, language) };
    recording.problems.push(problem("error", "status-impossible", { item: row.key, ...words }, read?.at));
    return false;
  }
  if (status === "postponed" && !dates.isPostponed) {
    recording.problems.push(problem("error", "postpone-needs-date", { item: row.key }, row.fields.newDue?.at));
    return false;
  }
  if (status === "postponed" && textOf(row, "reason") === "") {
    const due = toIso(Number(dates.values.due));
    recording.problems.push(problem("error", "postpone-needs-reason", { item: row.key, due }, row.fields.reason?.at));
    return false;
  }
  if (status === "cancelled" && textOf(row, "reason") === "") {
    recording.problems.push(problem("error", "cancel-needs-reason", { item: row.key }, row.fields.reason?.at));
    return false;
  }
  return true;
}

function warnOwner(recording: Recording, row: ReadRow, merged: Merged): void {
  const owner = String(merged.values.owner ?? "");
  if (owner === "") return;
  const at = row.fields.owner?.at;
  if (isCollective(owner)) recording.problems.push(problem("warning", "owner-collective", { item: row.key, owner }, at));
  else
    for (const name of recording.roster.unknown(owner))
      recording.problems.push(problem("warning", "owner-unknown", { item: row.key, owner: name }, at));
}
