import { foldText } from "../base/text.ts";
import type { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem, say } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { cellOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { type AttendanceCounts, countAttendance, type Person } from "./attendance-shown.ts";
import { contradicts, type Hours, isThere, isUnsaid, minutesLate, type SignedSays, statusFrom } from "./attendance-status.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { attendanceOf, expectedAt } from "./expected.ts";
import { isBlank } from "./merge.ts";
import { personProblems } from "./organisation.ts";
import type { ReadSignIn } from "./read-signin.ts";
import { recordedEntry, remembered } from "./recorded.ts";
import { type Entry, type MergeOptions, mergeSignIn, shown } from "./signin-entries.ts";
import { signedFields, signInColumn, signInColumns } from "./signin-form.ts";
import { signInCell } from "./signin-sheet.ts";

export interface RecordOptions extends MergeOptions {
  readonly hours: Hours;
  /** Who left no trace is absent, now that the meeting is over. */
  readonly absentOthers: boolean;
  /** The meeting is over: who left no trace is asked about. */
  readonly isOver: boolean;
}

export interface RecordedSignIn extends AttendanceCounts {
  readonly rows: readonly RowChange[];
  readonly cells: Extract<Change, { kind: "cells" }>["cells"];
  readonly memory: readonly StateEntry[];
  readonly problems: readonly Problem[];
  /** Everybody's row of the meeting as it will stand. */
  readonly attendance: readonly Person[];
}

/** Who came, by the sign-in sheet and the register together. */
export function recordSignIn(
  snapshot: Snapshot,
  meeting: MeetingRow,
  read: ReadSignIn,
  numbers: Numbers,
  options: RecordOptions,
): RecordedSignIn {
  const merged = mergeSignIn(snapshot, read, numbers, options);
  const record = new SignInRecord(snapshot, meeting, numbers, options, merged.entries);
  record.problems.push(...merged.problems);
  record.workOut();
  record.standIns();
  record.others();
  return record.settled(read);
}

class SignInRecord {
  readonly problems: Problem[] = [];
  private readonly entries: Entry[];
  private readonly roster: Roster;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly meeting: MeetingRow,
    private readonly numbers: Numbers,
    private readonly options: RecordOptions,
    merged: readonly Entry[],
  ) {
    this.roster = new Roster(snapshot);
    const known = new Set(merged.map(({ key }) => key));
    // Rows that only the register has stand as they are, unless somebody's delegate or absence says more.
    const rest = attendanceOf(snapshot, meeting.key).filter(({ key }) => key !== "" && !known.has(key));
    this.entries = [...merged, ...rest.map((register): Entry => onlyRegistered(register))];
  }

  /** The attendance that follows from times and signatures, and who a new row is about. */
  workOut(): void {
    const expected = new Map(expectedAt(this.snapshot, this.meeting).map(({ name, kind }) => [foldText(name), kind]));
    for (const entry of this.entries) {
      if (!entry.row) continue;
      const { values } = entry;
      const person = this.roster.person(String(values.name));
      if (isBlank(values.department)) values.department = person?.department ?? "";
      if (isBlank(values.title)) values.title = person?.title ?? "";
      if (isBlank(values.kind)) values.kind = expected.get(foldText(String(values.name))) ?? "temporary";
      this.workOutStatus(entry);
      this.check(entry);
    }
  }

  private workOutStatus(entry: Entry): void {
    const { values } = entry;
    if (entry.unsettled.has("status") || (!isUnsaid(values.status ?? null) && values.status !== entry.derived)) return;
    const found = statusFrom(saysOf(entry), this.options.hours);
    if (found !== "") values.status = found;
  }

  private check(entry: Entry): void {
    const { values, row } = entry;
    const name = String(values.name);
    const at = (id: string) => row?.fields[id]?.at;
    if (this.roster.unknown(name).length > 0) this.problems.push(problem("warning", "attendee-unknown", { name }, at("name")));
    if (!isBlank(values.delegate)) this.problems.push(...personProblems(this.roster, String(values.delegate), at("delegate")));
    const wrong = contradicts(values.status ?? null, saysOf(entry), this.options.hours);
    if (wrong) {
      const choice = choiceSet("attendance")[String(values.status)];
      const status = choice ? nameIn(this.snapshot.language, choice) : "";
      this.problems.push(problem("warning", `signin-${wrong}`, { name, status, delegate: String(values.delegate) }, at("status")));
    }
  }

  /** Who is on leave and sent somebody: that person has a row, and what was signed in the other's row is theirs. */
  standIns(): void {
    for (const away of [...this.entries]) {
      const delegate = String(away.values.delegate ?? "").trim();
      if (away.values.status !== "leave" || delegate === "") continue;
      const name = String(away.values.name);
      if (foldText(delegate) === foldText(name)) {
        this.problems.push(problem("warning", "delegate-same", { name }, away.row?.fields.delegate?.at));
        continue;
      }
      const entry = this.entries.find(({ values }) => foldText(String(values.name)) === foldText(delegate)) ?? this.newRow(delegate, away);
      const isNew = entry.register === undefined;
      if (isNew && isBlank(entry.values.note)) entry.values.note = say(this.snapshot.language, "stands-for", { name });
      const says = saysOf(away);
      if (!isUnsaid(entry.values.status ?? null) || (!says.isSigned && says.arrived === null)) continue;
      const { arrived, left } = entry.values;
      Object.assign(entry.values, { arrived: arrived ?? says.arrived, left: left ?? says.left });
      entry.values.status = statusFrom({ ...saysOf(entry), isSigned: true, delegate: "" }, this.options.hours);
    }
  }

  private newRow(delegate: string, { values }: Entry): Entry {
    const key = this.numbers.below(this.meeting.key, "S");
    const { name, department, title } = this.roster.person(delegate) ?? {
      name: delegate,
      department: String(values.department ?? ""),
      title: "",
    };
    const entry: Entry = {
      key,
      row: undefined,
      register: undefined,
      values: { name, department, title, kind: values.kind ?? "standing", status: "", arrived: null, left: null },
      derived: "",
      unsettled: new Map(),
    };
    this.entries.push(entry);
    return entry;
  }

  /** Who left no trace: absent where the person says so, else asked about. */
  others(): void {
    const { absentOthers, isOver } = this.options;
    const unsaid = this.entries.filter(({ values, unsettled }) => isUnsaid(values.status ?? null) && !unsettled.has("status"));
    if (absentOthers) {
      for (const { values } of unsaid) values.status = "absent";
    } else if (isOver && unsaid.length > 0) {
      const names = unsaid.map(({ values }) => String(values.name)).join(this.snapshot.language === "en" ? ", " : "、");
      const [first] = unsaid;
      const table = tableIn(this.snapshot, "attendance");
      const inRegister = table && first?.register ? cellOf(table, first.register, "status") : undefined;
      this.problems.push(problem("warning", "attendance-unsaid", { n: unsaid.length, names }, first?.row?.fields.status?.at ?? inRegister));
    }
  }

  settled(read: ReadSignIn): RecordedSignIn {
    const { document } = this.options;
    for (const { values } of this.entries) {
      const late = isThere(values.status ?? null) ? minutesLate(values.arrived ?? null, this.options.hours) : null;
      if (!isBlank(values.arrived)) values.lateMinutes = late;
    }
    const attendance = this.entries.map(({ values }): Person => values);
    const counts = countAttendance(this.snapshot, this.meeting, attendance, isThere);
    return {
      rows: this.entries.flatMap((entry) => this.rowOf(entry)),
      cells: [...this.entries.flatMap((entry) => this.cellsOf(entry, read.sheet)), ...countsIn(read, counts)],
      memory: this.entries.flatMap((entry) => (entry.row ? [memoryOf(document, entry, this.options.hours)] : [])),
      problems: this.problems,
      attendance,
      ...counts,
    };
  }

  private rowOf({ key, register, values }: Entry): RowChange[] {
    const status = isUnsaid(values.status ?? null) ? "expected" : (values.status ?? "");
    if (!register) return [{ key, values: { ...values, status, no: key, meeting: this.meeting.key } }];
    const stands = register.values as Readonly<Record<string, Value>>;
    const wanted: Readonly<Record<string, Value>> = { ...values, status: stands.status === "" && status === "expected" ? "" : status };
    const changed = Object.entries(wanted).filter(([id, value]) => remembered(value) !== remembered(stands[id] ?? null));
    return changed.length === 0 ? [] : [{ key, row: register.row, values: Object.fromEntries(changed) }];
  }

  private cellsOf({ key, row, values, unsettled }: Entry, sheet: string): RecordedSignIn["cells"][number][] {
    if (!row) return [];
    const { language, survey } = this.snapshot;
    const fields = signInColumns.flatMap((column) => {
      const { id } = column;
      const said = row.fields[id];
      const value = values[id] ?? null;
      if (!said || !signedFields.includes(id) || unsettled.has(id) || isSaid(id, said.value, value)) return [];
      return [{ at: { sheet, row: row.row, column: signInColumn(id) }, value: signInCell(column, value, language, survey.dateSystem) }];
    });
    return [...(row.key === key ? [] : [{ at: { sheet, row: row.row, column: 0 }, value: `signin:${key}` }]), ...fields];
  }
}

function onlyRegistered(register: Entry["register"] & object): Entry {
  const values = Object.fromEntries(signedFields.map((id) => [id, shown(register, id)]));
  return { key: register.key, row: undefined, register, values, derived: "", unsettled: new Map() };
}

function saysOf({ row, values }: Entry): SignedSays {
  const { arrived = null, left = null, delegate = "", reason = "" } = values;
  return { arrived, left, delegate, reason, isSigned: !isBlank(row?.fields.signature?.value) };
}

/** Whether the sheet says so already, in whatever spelling. */
function isSaid(id: string, said: Value, value: Value): boolean {
  if (id === "name") return foldText(String(said ?? "")) === foldText(String(value));
  const plain = (each: Value): Value => (id === "status" && isUnsaid(each) ? null : remembered(each));
  return plain(said) === plain(value);
}

/** An attendance that follows from the rest of its row is remembered as such: it follows the row when that changes. */
function memoryOf(document: string, entry: Entry, hours: Hours): StateEntry {
  const { key, values, unsettled } = entry;
  const said = signedFields.flatMap((id): [string, Value][] => {
    if (!unsettled.has(id)) return [[id, values[id] ?? null]];
    const base = unsettled.get(id);
    return base === undefined ? [] : [[id, base]];
  });
  const derived = statusFrom(saysOf(entry), hours);
  const isDerived = derived !== "" && derived === values.status;
  return recordedEntry(document, `signin:${key}`, { ...Object.fromEntries(said), ...(isDerived ? { derived } : {}) });
}

function countsIn({ counts }: ReadSignIn, now: AttendanceCounts): RecordedSignIn["cells"][number][] {
  return (["expected", "present"] as const).flatMap((count) => {
    const cell = counts[count];
    return cell && cell.value !== now[count] ? [{ at: cell.at, value: now[count] }] : [];
  });
}
