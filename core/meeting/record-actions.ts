import { labelOf } from "../resolution/soundness.ts";
import { canFollow, daysSettled, showStatus } from "../resolution/status.ts";
import type { Value } from "../tables/field.ts";
import { type Problem, problem } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { shortNo } from "./minutes-numbers.ts";
import { isEmptyRow, type ReadRow, textOf } from "./read-minutes.ts";
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
    if (!isEmptyRow(row)) recordAction(recording, row);
  }
}

function recordAction(recording: Recording, row: ReadRow): void {
  if (recording.isUnreadable(row)) return;
  const existing = row.key === "" ? undefined : recording.rowOf("actions", row.key);
  const judged = judgeAction(recording, recording.standing(row, row.key, existing, FIELDS), existing);
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  if (row.key !== "" && recording.isGone("actions", row.key, `actions:${row.key}`, row.fields.task)) return;
  const key = row.key === "" ? recording.numbers.below(recording.options.meeting, "A") : row.key;
  recording.mark(row, key, shortNo(key));
  if (existing) changeAction(recording, row, key, existing);
  else addAction(recording, row, key);
}

function judgeAction(recording: Recording, row: ReadRow, existing: TableRow<"actions"> | undefined): Problem[] {
  const judged = recording.judgeRow(row, "task", textOf(row, "task"), true);
  if (textOf(row, "task") === "") judged.push(problem("error", "task-missing", {}, row.fields.task?.at));
  const [before, after] = [existing?.values.status ?? "", textOf(row, "status")];
  // An unchanged cell says nothing: the register may have gone further meanwhile.
  const isChanged = after !== "" && after !== recording.base(`actions:${row.key}`)?.status;
  if (isChanged && !canFollow(before, after)) {
    const { language } = recording.snapshot;
    const words = { before: showStatus(before, language), after: showStatus(after, language) };
    judged.push(problem("error", "status-impossible", { item: row.key || labelOf(textOf(row, "task")), ...words }, row.fields.status?.at));
  }
  return judged;
}

function addAction(recording: Recording, row: ReadRow, key: string): void {
  const { meeting, date } = recording.options;
  const isConfirmed = row.fields.confirmed?.value === true;
  const status = textOf(row, "status") || (isConfirmed ? "confirmed" : "assigned");
  const due = row.fields.due?.value ?? null;
  const said = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, row.fields[field]?.value ?? null]));
  recording.register("actions", key, {
    ...said,
    no: key,
    resolution: "",
    meeting,
    status,
    assignedOn: date,
    ...daysSettled(status, date, { status: "", confirmedOn: null, doneOn: null, verifiedOn: null }),
    ...(isConfirmed ? { confirmedOn: date } : {}),
    carried: 0,
    postponed: 0,
    firstDue: due,
  });
  recording.registered.actions++;
  if (textOf(row, "status") === "") recording.writeField(row, "status", status);
  recording.remember(`actions:${key}`, { ...said, status, confirmed: isConfirmed });
}

function changeAction(recording: Recording, row: ReadRow, key: string, existing: TableRow<"actions">): void {
  const { date } = recording.options;
  const isConfirmed = row.fields.confirmed?.value === true;
  const merged = recording.merge(row, key, recording.base(`actions:${key}`), existing, FIELDS);
  const values: Record<string, Value> = { ...merged.values };
  if (isConfirmed && existing.values.confirmedOn === null) {
    values.confirmedOn = date;
    if (existing.values.status === "assigned" && values.status === undefined) {
      values.status = "confirmed";
      recording.writeField(row, "status", "confirmed");
      merged.base.status = "confirmed";
    }
  }
  if (values.status !== undefined) Object.assign(values, daysSettled(String(values.status), date, existing.values));
  recording.register("actions", key, values);
  recording.remember(`actions:${key}`, { ...merged.base, confirmed: isConfirmed });
}
