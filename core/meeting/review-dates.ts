import { toIso } from "../base/plain-date.ts";
import type { Value } from "../tables/field.ts";
import { problem } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { isBlank } from "./merge.ts";
import { type ReadField, type ReadRow, textOf } from "./read-minutes.ts";
import type { Recorded } from "./recorded.ts";
import type { Recording } from "./recording.ts";

/** What the two date cells of a review row come to. */
export interface Dates {
  /** What the register has to take over. */
  readonly values: Readonly<Record<string, Value>>;
  /** What the cells and the register say then. */
  readonly base: Readonly<Record<string, Value>>;
  readonly isPostponed: boolean;
}

type Register = TableRow<"actions"> | TableRow<"resolutions">;

/**
 * A review row shows the due date and has a cell for a new one. Both stand for the register's one date,
 * so what the register said is remembered apart (`dueKept`). A later date is a postponement: with a
 * reason, counted, the first date kept.
 * @returns nothing where the row is unsound
 */
export function mergeDates(recording: Recording, row: ReadRow, base: Recorded | undefined, register: Register): Dates | undefined {
  const { due, newDue } = row.fields;
  const wrong = [newDue, due].find((read) => read?.wrong);
  if (wrong?.wrong) {
    const code = wrong.wrong.code === "date-vague" ? "due-vague" : "due-unreadable";
    recording.problems.push(problem("error", code, { item: row.key, value: wrong.wrong.text }, wrong.at));
    return undefined;
  }
  const kept = register.values.due;
  const was = base?.dueKept !== undefined ? base.dueKept : base?.due;
  const isMovedInRegister = base !== undefined && kept !== was;
  const changed = base === undefined ? newlyAsked(newDue) : (changedCell(newDue, base.newDue) ?? changedCell(due, base.due));
  if (changed && !isBlank(changed.value)) {
    if (isMovedInRegister && changed.value !== kept) {
      const decision = decide(recording, row, changed, "both-changed");
      if (decision !== "sheet") return decision === "register" ? follow(recording, row, register) : undefined;
    }
    return accept(recording, row, register, changed, changed === newDue);
  }
  if (changed) {
    const decision = decide(recording, row, changed, "cell-cleared");
    if (decision === undefined) return undefined;
    if (decision === "register") return follow(recording, row, register, changed === newDue);
    return said(row, changed === due ? { due: null } : {}, changed === due ? null : kept, false);
  }
  return isMovedInRegister ? follow(recording, row, register) : said(row, {}, kept, false);
}

function newlyAsked(read: ReadField | undefined): ReadField | undefined {
  return read && !isBlank(read.value) ? read : undefined;
}

function changedCell(read: ReadField | undefined, base: Value | undefined): ReadField | undefined {
  return read && read.value !== (base ?? null) ? read : undefined;
}

/** What a person said about a date cell; where nothing was said, it is a problem. */
function decide(
  recording: Recording,
  row: ReadRow,
  read: ReadField,
  code: "both-changed" | "cell-cleared",
): "sheet" | "register" | undefined {
  const field = read === row.fields.newDue ? "newDue" : "due";
  const id = `${row.key}.${field}`;
  if (recording.options.confirmed.has(id)) return "sheet";
  if (recording.options.putBack.has(id)) return "register";
  const kept = recording.rowOf("actions", row.key)?.values.due ?? recording.rowOf("resolutions", row.key)?.values.due ?? null;
  recording.problems.push(problem("error", code, recording.sides("review", field, id, read.value, kept), read.at));
  return undefined;
}

/** The register's date goes into the sheet: a new date where one stood, else the due date. */
function follow(recording: Recording, row: ReadRow, register: Register, isNewDate = !isBlank(row.fields.newDue?.value)): Dates {
  const kept = register.values.due;
  const field = isNewDate ? "newDue" : "due";
  recording.writeField(row, field, kept);
  const { base } = said(row, {}, kept, false);
  return { values: {}, base: { ...base, [field]: kept }, isPostponed: false };
}

function said(row: ReadRow, values: Readonly<Record<string, Value>>, kept: Value, isPostponed: boolean): Dates {
  const { due, newDue } = row.fields;
  return { values, base: { due: due?.value ?? null, newDue: newDue?.value ?? null, dueKept: kept }, isPostponed };
}

function accept(recording: Recording, row: ReadRow, register: Register, read: ReadField, isAsked: boolean): Dates | undefined {
  const wanted = Number(read.value);
  const current = register.values.due;
  if (wanted === current) return said(row, {}, current, false);
  const { date } = recording.options;
  if (wanted < date) {
    recording.problems.push(problem("error", "due-before-meeting", { item: row.key, due: toIso(wanted), date: toIso(date) }, read.at));
    return undefined;
  }
  const isLater = current !== null && wanted > current;
  if (isLater && textOf(row, "reason") === "") {
    const params = { item: row.key, due: toIso(wanted) };
    if (isAsked) {
      recording.problems.push(problem("error", "postpone-needs-reason", params, row.fields.reason?.at));
      return undefined;
    }
    recording.problems.push(problem("warning", "due-overtyped", params, read.at));
  }
  const values: Record<string, Value> = { due: wanted };
  if (register.values.firstDue === null) values.firstDue = current ?? wanted;
  if (isLater) values.postponed = (register.values.postponed ?? 0) + 1;
  return said(row, values, wanted, isLater);
}
