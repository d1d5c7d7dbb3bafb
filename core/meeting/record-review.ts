import { toIso } from "../base/plain-date.ts";
import { canFollow, showStatus } from "../resolution/status.ts";
import { isCollective } from "../resolution/wording.ts";
import type { Value } from "../tables/field.ts";
import type { TrackedTable } from "../tracking/live-columns.ts";
import { problem } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import type { ReadRow } from "./read-minutes.ts";
import type { Recorded } from "./recorded.ts";
import type { Merged, Recording } from "./recording.ts";

const FIELDS = { department: "department", owner: "owner", status: "status", result: "result", reason: "reason" } as const;

/** Section 1: what became of the resolutions and actions of earlier meetings. */
export function recordReview(recording: Recording): void {
  for (const row of recording.rowsIn("review")) {
    if (row.key === "") {
      if (String(row.fields.task?.value ?? "") !== "")
        recording.problems.push(problem("warning", row.isCopy ? "review-copied" : "review-unknown", {}, row.fields.task?.at));
      continue;
    }
    const item = find(recording, row.key);
    if (!item) recording.problems.push(problem("error", "row-gone-from-register", { key: row.key }, row.fields.no?.at));
    else recordItem(recording, row, item.table, item.row);
  }
}

function find(
  recording: Recording,
  key: string,
): { readonly table: TrackedTable; readonly row: TableRow<"actions"> | TableRow<"resolutions"> } | undefined {
  const action = recording.rowOf("actions", key);
  if (action) return { table: "actions", row: action };
  const resolution = recording.rowOf("resolutions", key);
  return resolution && { table: "resolutions", row: resolution };
}

function recordItem(
  recording: Recording,
  row: ReadRow,
  table: TrackedTable,
  register: TableRow<"actions"> | TableRow<"resolutions">,
): void {
  const marker = `review:${row.key}`;
  const base = recording.base(marker);
  const merged = recording.merge(row, row.key, base, register, FIELDS);
  const values: Record<string, Value> = { ...merged.values };
  const isDateSound = applyDates(recording, row, base, register, values);
  const isStatusSound = applyStatus(recording, row, register, values, merged);
  warnOwner(recording, row, merged);
  if (!isDateSound || !isStatusSound) return;
  const carried = Number(base?.carried ?? 0);
  if (carried > (register.values.carried ?? 0)) values.carried = carried;
  recording.register(table, row.key, values);
  const dates = { due: row.fields.due?.value ?? null, newDue: row.fields.newDue?.value ?? null };
  recording.remember(marker, {
    ...base,
    ...merged.base,
    ...(values.status === undefined ? {} : { status: values.status }),
    ...dates,
    carried,
  });
  if (Object.keys(values).length > 0) recording.registered.reviewed++;
}

/** A new date is a postponement where it is later: with a reason, counted, the first date kept. */
function applyDates(
  recording: Recording,
  row: ReadRow,
  base: Recorded | undefined,
  register: TableRow<"actions"> | TableRow<"resolutions">,
  values: Record<string, Value>,
): boolean {
  const { newDue, due } = row.fields;
  for (const read of [newDue, due]) {
    if (!read?.wrong) continue;
    recording.problems.push(
      problem(
        "error",
        read.wrong.code === "date-vague" ? "due-vague" : "due-unreadable",
        { item: row.key, value: read.wrong.text },
        read.at,
      ),
    );
    return false;
  }
  const current = register.values.due;
  const asked = newDue?.value !== null && newDue?.value !== base?.newDue ? newDue : undefined;
  const overtyped = !asked && base !== undefined && due?.value !== null && due?.value !== base.due ? due : undefined;
  const read = asked ?? overtyped;
  const wanted = read?.value;
  if (!read || typeof wanted !== "number" || wanted === current) return true;
  if (wanted < recording.options.date) {
    recording.problems.push(
      problem("error", "due-before-meeting", { item: row.key, due: toIso(wanted), date: toIso(recording.options.date) }, read.at),
    );
    return false;
  }
  const isLater = current !== null && wanted > current;
  if (isLater && String(row.fields.reason?.value ?? "") === "") {
    recording.problems.push(
      problem(
        asked ? "error" : "warning",
        asked ? "postpone-needs-reason" : "due-overtyped",
        { item: row.key, due: toIso(wanted) },
        asked ? row.fields.reason?.at : read.at,
      ),
    );
    if (asked) return false;
  }
  values.due = wanted;
  values.lastDue = wanted;
  if (register.values.firstDue === null) values.firstDue = current ?? wanted;
  if (isLater) values.postponed = (register.values.postponed ?? 0) + 1;
  if (isLater && asked && values.status === undefined && register.values.status !== "postponed") {
    values.status = "postponed";
    recording.writeField(row, "status", "postponed");
  }
  return true;
}

function applyStatus(
  recording: Recording,
  row: ReadRow,
  register: TableRow<"actions"> | TableRow<"resolutions">,
  values: Record<string, Value>,
  merged: Merged,
): boolean {
  const status = values.status;
  if (status === undefined) return true;
  const at = row.fields.status?.at;
  const reason = String(merged.base.reason ?? register.values.reason);
  if (!canFollow(register.values.status, String(status))) {
    const { language } = recording.snapshot;
    recording.problems.push(
      problem(
        "error",
        "status-impossible",
        { item: row.key, before: showStatus(register.values.status, language), after: showStatus(String(status), language) },
        at,
      ),
    );
    return false;
  }
  if (status === "postponed" && values.due === undefined && register.values.status !== "postponed") {
    recording.problems.push(problem("error", "postpone-needs-date", { item: row.key }, row.fields.newDue?.at));
    return false;
  }
  if (status === "cancelled" && reason === "") {
    recording.problems.push(problem("error", "cancel-needs-reason", { item: row.key }, row.fields.reason?.at));
    return false;
  }
  const { date } = recording.options;
  if (status === "done" && register.values.doneOn === null) values.doneOn = date;
  if (status === "verified" && register.values.verifiedOn === null) values.verifiedOn = date;
  if (status === "confirmed" && register.values.confirmedOn === null) values.confirmedOn = date;
  values.lastStatus = status;
  return true;
}

function warnOwner(recording: Recording, row: ReadRow, merged: Merged): void {
  const owner = String(merged.values.owner ?? "");
  if (owner === "") return;
  if (isCollective(owner)) recording.problems.push(problem("warning", "owner-collective", { item: row.key, owner }, row.fields.owner?.at));
  else
    for (const name of recording.roster.unknown(owner))
      recording.problems.push(problem("warning", "owner-unknown", { item: row.key, owner: name }, row.fields.owner?.at));
}
