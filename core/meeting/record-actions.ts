import { judge, labelOf } from "../resolution/soundness.ts";
import { canFollow, showStatus } from "../resolution/status.ts";
import type { Value } from "../tables/field.ts";
import { problem } from "../words/message.ts";
import { shortNo } from "./minutes-data.ts";
import type { ReadRow } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";

const FIELDS = {
  task: "task",
  department: "department",
  owner: "owner",
  due: "due",
  support: "support",
  doneWhen: "doneWhen",
  status: "status",
} as const;

/** Section 6: the action list. */
export function recordActions(recording: Recording): void {
  for (const row of recording.rowsIn("actions")) {
    if (!isEmpty(row)) recordAction(recording, row);
  }
}

function isEmpty(row: ReadRow): boolean {
  return Object.entries(row.fields).every(([field, read]) => field === "no" || (!read.wrong && (read.value === "" || read.value === null)));
}

function text(row: ReadRow, field: string): string {
  return String(row.fields[field]?.value ?? "");
}

function recordAction(recording: Recording, row: ReadRow): void {
  const { date, meeting } = recording.options;
  const judged = judge(
    {
      label: labelOf(text(row, "task")),
      text: row.fields.task ?? { value: "" },
      ...(row.fields.department ? { department: row.fields.department } : {}),
      ...(row.fields.owner ? { owner: row.fields.owner } : {}),
      due: row.fields.due ?? { value: null },
      binds: true,
    },
    date,
    recording.roster,
  );
  if (text(row, "task") === "") judged.push(problem("error", "task-missing", {}, row.fields.task?.at));
  for (const field of ["status", "confirmed"] as const) {
    const read = row.fields[field];
    if (read?.wrong) judged.push(problem("error", read.wrong.code, { field, value: read.wrong.text }, read.at));
  }
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  const key = row.key === "" ? recording.numbers.below(meeting, "A", recording.keysOf("actions")) : row.key;
  const marker = `actions:${key}`;
  const base = recording.base(marker);
  const existing = recording.rowOf("actions", key);
  const isConfirmed = row.fields.confirmed?.value === true;
  if (!existing && base !== undefined && !recording.options.putBack.has(key)) {
    recording.problems.push(problem("error", "row-gone-from-register", { key }, row.fields.task?.at));
    return;
  }
  recording.mark(row, key, shortNo(key));
  const former = row.key === "" ? undefined : `actions:${row.key}`;
  if (!existing) {
    const status = text(row, "status") || (isConfirmed ? "confirmed" : "assigned");
    recording.register("actions", key, newAction(row, key, meeting, date, status, isConfirmed));
    recording.registered.actions++;
    if (text(row, "status") === "") recording.writeField(row, "status", status);
    const said = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, row.fields[field]?.value ?? null]));
    recording.remember(marker, { ...said, status, confirmed: isConfirmed }, former);
    return;
  }
  const merged = recording.merge(row, key, base, existing, FIELDS);
  const values: Record<string, Value> = { ...merged.values };
  if (values.status !== undefined && !canFollow(existing.values.status, String(values.status))) {
    recording.problems.push(
      problem(
        "error",
        "status-impossible",
        {
          item: key,
          before: showStatus(existing.values.status, recording.snapshot.language),
          after: showStatus(String(values.status), recording.snapshot.language),
        },
        row.fields.status?.at,
      ),
    );
    return;
  }
  if (values.status !== undefined) values.lastStatus = values.status;
  if (values.due !== undefined) values.lastDue = values.due;
  if (isConfirmed && existing.values.confirmedOn === null) {
    values.confirmedOn = date;
    if (existing.values.status === "assigned" && values.status === undefined) {
      values.status = "confirmed";
      values.lastStatus = "confirmed";
      recording.writeField(row, "status", "confirmed");
      merged.base.status = "confirmed";
    }
  }
  recording.register("actions", key, values);
  recording.remember(marker, { ...merged.base, confirmed: isConfirmed });
}

function newAction(row: ReadRow, key: string, meeting: string, date: number, status: string, isConfirmed: boolean): Record<string, Value> {
  const due = row.fields.due?.value ?? null;
  return {
    no: key,
    resolution: "",
    meeting,
    task: text(row, "task"),
    department: text(row, "department"),
    owner: text(row, "owner"),
    support: text(row, "support"),
    due,
    doneWhen: text(row, "doneWhen"),
    status,
    assignedOn: date,
    confirmedOn: isConfirmed ? date : null,
    doneOn: status === "done" || status === "verified" ? date : null,
    carried: 0,
    postponed: 0,
    firstDue: due,
    lastDue: due,
    lastStatus: status,
  };
}
