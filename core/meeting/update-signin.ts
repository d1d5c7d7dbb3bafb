import { foldText } from "../base/text.ts";
import type { Numbers } from "../register/numbers.ts";
import { say } from "../words/message.ts";
import type { Change, Patch, RowChange } from "../workbook/patch.ts";
import type { Snapshot, TableRow } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { attendanceOf } from "./expected.ts";
import type { Invitee } from "./invitees.ts";
import { isSpare, type ReadSignIn } from "./read-signin.ts";
import { recordedEntry } from "./recorded.ts";
import { signedFields, signInColumn, signInColumns } from "./signin-form.ts";
import { type SignInLine, signInCell } from "./signin-sheet.ts";

type AttendanceValues = TableRow<"attendance">["values"];

/** Rows of the register for invitees who have none yet, delegates too; those that are there stay as they are. */
export function invitedRows(snapshot: Snapshot, meeting: string, invitees: readonly Invitee[], numbers: Numbers): RowChange[] {
  const present = new Set(attendanceOf(snapshot, meeting).map(({ values }) => foldText(values.name)));
  return invitees
    .filter(({ name }) => !present.has(foldText(name)))
    .map(({ name, department, title, kind, standsFor }) => {
      const no = numbers.below(meeting, "S");
      const note = standsFor === "" ? "" : say(snapshot.language, "stands-for", { name: standsFor });
      return { key: no, values: { no, meeting, name, department, title, kind, status: "expected", note } };
    });
}

/** The lines of a sign-in sheet in the order of the invitees; of two rows with one name the first. */
export function signInLines(snapshot: Snapshot, meeting: string, invitees: readonly Invitee[]): SignInLine[] {
  const rows = new Map<string, TableRow<"attendance">>();
  for (const row of attendanceOf(snapshot, meeting)) {
    const folded = foldText(row.values.name);
    if (row.key !== "" && !rows.has(folded)) rows.set(folded, row);
  }
  return invitees.flatMap(({ name }) => {
    const row = rows.get(foldText(name));
    return row ? [{ key: row.key, values: shownValues(row.values) }] : [];
  });
}

/** A row's fields as the sheet has them. */
function shownValues(values: AttendanceValues): SignInLine["values"] {
  const all = values as SignInLine["values"];
  return Object.fromEntries(signedFields.map((id) => [id, id === "status" && all[id] === "expected" ? "" : (all[id] ?? null)]));
}

/** What a line says when it is laid out: the base of the three-way merge. */
export function rememberedLine(document: string, { key, values }: SignInLine): StateEntry {
  return recordedEntry(document, `signin:${key}`, values);
}

/**
 * Lines into a sheet that is there already: into its empty rows, and where these do not suffice into new
 * ones above the last. So a line cut off before it was written is written into the row made for it.
 */
export function addLines(snapshot: Snapshot, read: ReadSignIn, lines: readonly SignInLine[]): Patch {
  const { language, survey } = snapshot;
  const spare = read.rows.filter(isSpare).map(({ row }) => row);
  const needed = Math.max(0, lines.length - spare.length);
  const at = read.end;
  const rows =
    needed === 0
      ? spare
      : [...spare.map((row) => (row >= at ? row + needed : row)), ...Array.from({ length: needed }, (_, index) => at + index)];
  const numbered = new Map(read.rows.map(({ row, fields }) => [row, Number(fields.order?.value ?? 0)]));
  let highest = Math.max(0, ...numbered.values());
  const cells = lines.flatMap((line, index) => {
    const row = rows[index] ?? at;
    const isNew = index >= spare.length;
    const order = isNew || !numbered.get(spare[index] ?? -1) ? ++highest : null;
    const written = signInColumns.flatMap((column) => {
      const value = column.id === "order" ? order : signInCell(column, line.values[column.id] ?? null, language, survey.dateSystem);
      return value === null ? [] : [{ at: { sheet: read.sheet, row, column: signInColumn(column.id) }, value }];
    });
    return [{ at: { sheet: read.sheet, row, column: 0 }, value: `signin:${line.key}` }, ...written];
  });
  const insert: Change[] = needed === 0 ? [] : [{ kind: "insert", sheet: read.sheet, row: at, count: needed, spans: [] }];
  return [...insert, { kind: "cells", cells }];
}
