import { foldText } from "../base/text.ts";
import type { Numbers } from "../register/numbers.ts";
import { LONGEST_CELL, labelOf } from "../resolution/soundness.ts";
import { showValue } from "../tables/cell-values.ts";
import type { Value } from "../tables/field.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { rowByKey, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { attendanceOf } from "./expected.ts";
import { isBlank, mergeField } from "./merge.ts";
import { isSpare, isUnsigned, type ReadSignIn, type SignedRow, saidIn } from "./read-signin.ts";
import { type Recorded, recordedOf } from "./recorded.ts";
import { signedFields, signInColumns } from "./signin-form.ts";

type AttendanceRow = TableRow<"attendance">;

/** An attendance row as it will stand, and where it comes from. */
export interface Entry {
  readonly key: string;
  /** Its row of the sheet; none for one that only the register has. */
  readonly row: SignedRow | undefined;
  readonly register: AttendanceRow | undefined;
  readonly values: Record<string, Value>;
  /** The attendance that followed from the rest of the row when it was last recorded; `""` where a person chose it. */
  readonly derived: string;
  /** Fields that wait for a person's word, with what both sides said last. */
  readonly unsettled: ReadonlyMap<string, Value | undefined>;
}

export interface MergeOptions {
  readonly document: string;
  readonly meeting: string;
  /** `KEY.field` or `KEY`: the sheet's side of what is cleared or was changed on both sides. */
  readonly confirmed: ReadonlySet<string>;
  /** Likewise the register's side. */
  readonly putBack: ReadonlySet<string>;
}

export interface Merging {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Each row that somebody has, merged with the register by what both said when last recorded. */
export function mergeSignIn(snapshot: Snapshot, read: ReadSignIn, numbers: Numbers, options: MergeOptions): Merging {
  const merger = new Merger(snapshot, numbers, options);
  for (const { key } of read.rows) numbers.see(key);
  const keyed = read.rows.filter(({ key }) => key !== "");
  const keys = new Set(keyed.map(({ key }) => key));
  for (const row of keyed) merger.keyed(row);
  for (const row of read.rows) if (row.key === "" && !isSpare(row)) merger.typed(row, keys);
  return merger;
}

class Merger implements Merging {
  readonly entries: Entry[] = [];
  readonly problems: Problem[] = [];
  private readonly names = new Set<string>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly numbers: Numbers,
    private readonly options: MergeOptions,
  ) {}

  /** A row that Concord laid out, or recorded before. */
  keyed(row: SignedRow): void {
    const { key } = row;
    const { confirmed, putBack, document } = this.options;
    const register = rowByKey(this.snapshot, "attendance", key);
    const base = recordedOf(this.snapshot.state, document, `signin:${key}`);
    const at = row.fields.name?.at;
    if (!register && base && !putBack.has(key)) {
      this.problems.push(problem("error", "row-gone-from-register", { key }, at));
      return;
    }
    const was = register?.values.name ?? "";
    const said = saidIn(row, "name").trim();
    if (isUnsigned(row) && !putBack.has(key)) {
      this.problems.push(problem("warning", "signin-row-deleted", { key, name: was }, at));
      return;
    }
    const isOther = register !== undefined && foldText(said) !== foldText(was);
    const takesOver = confirmed.has(`${key}.name`) && said !== "";
    if (isOther && !takesOver && !putBack.has(key) && !putBack.has(`${key}.name`)) {
      const code = said === "" ? "cell-cleared" : "signin-renamed";
      this.problems.push(problem("error", code, { id: `${key}.name`, name: said, register: was }, at));
      return;
    }
    this.add(row, key, register, base, isOther && !takesOver ? was : said);
  }

  /** A row that a person wrote: somebody unexpected, or somebody whom the register has and the sheet had not. */
  typed(row: SignedRow, onSheet: ReadonlySet<string>): void {
    const name = saidIn(row, "name").trim();
    const at = row.fields.name?.at;
    if (name === "") {
      this.problems.push(problem("error", "signin-name-missing", {}, at));
      return;
    }
    const register = attendanceOf(this.snapshot, this.options.meeting).find(
      ({ key, values }) => key !== "" && !onSheet.has(key) && foldText(values.name) === foldText(name),
    );
    if (this.names.has(foldText(name))) this.twice(name, row);
    else this.add(row, register?.key ?? this.numbers.below(this.options.meeting, "S"), register, undefined, name);
  }

  private twice(name: string, row: SignedRow): void {
    this.problems.push(problem("error", "signin-twice", { name }, row.fields.name?.at));
  }

  private add(row: SignedRow, key: string, register: AttendanceRow | undefined, base: Recorded | undefined, name: string): void {
    if (name === "") {
      this.problems.push(problem("error", "signin-name-missing", {}, row.fields.name?.at));
      return;
    }
    if (this.names.has(foldText(name))) return this.twice(name, row);
    if (this.isUnreadable(row)) return;
    this.names.add(foldText(name));
    const isLaterThan = (a: Value | undefined, b: Value | undefined): boolean => typeof a === "number" && typeof b === "number" && a > b;
    if (isLaterThan(row.fields.arrived?.value, row.fields.left?.value)) {
      this.problems.push(problem("error", "arrived-after-left", { name }, row.fields.left?.at));
      return;
    }
    this.entries.push(this.merged(row, key, register, base, name));
  }

  private merged(row: SignedRow, key: string, register: AttendanceRow | undefined, base: Recorded | undefined, name: string): Entry {
    const values: Record<string, Value> = { name };
    const unsettled = new Map<string, Value | undefined>();
    const derived = String(base?.derived ?? "");
    for (const id of signedFields) {
      if (id === "name") continue;
      const sheet = this.sheetValue(row, id, derived);
      const theirs = register ? shown(register, id) : null;
      const verdict = register ? this.verdict(`${key}.${id}`, key, mergeField(base?.[id], sheet, theirs)) : "sheet";
      values[id] = verdict === "same" || verdict === "sheet" ? sheet : theirs;
      if (verdict !== "cleared" && verdict !== "conflict") continue;
      unsettled.set(id, base?.[id]);
      this.problems.push(this.question(verdict, `${key}.${id}`, id, row, theirs));
    }
    return { key, row, register, values, derived, unsettled };
  }

  /** An attendance that was worked out and is cleared is worked out anew. */
  private sheetValue(row: SignedRow, id: string, derived: string): Value {
    const value = row.fields[id]?.value ?? null;
    if (id !== "status") return typeof value === "string" ? value.trim() : value;
    return value === "expected" || isBlank(value) ? derived : value;
  }

  private verdict(id: string, key: string, found: ReturnType<typeof mergeField>): ReturnType<typeof mergeField> {
    const { confirmed, putBack } = this.options;
    if (found !== "cleared" && found !== "conflict") return found;
    if (confirmed.has(id) || confirmed.has(key)) return "sheet";
    return putBack.has(id) || putBack.has(key) ? "register" : found;
  }

  private question(verdict: "cleared" | "conflict", id: string, field: string, row: SignedRow, theirs: Value): Problem {
    const type = signInColumns.find((column) => column.id === field)?.type ?? "text";
    const read = row.fields[field];
    const { language } = this.snapshot;
    const params = { id, sheet: showValue(type, read?.value ?? null, language), register: showValue(type, theirs, language) };
    return problem("error", verdict === "cleared" ? "cell-cleared" : "both-changed", params, read?.at);
  }

  private isUnreadable(row: SignedRow): boolean {
    const found = Object.entries(row.fields).flatMap(([id, { value, wrong, at }]): Problem[] => {
      const column = signInColumns.find((each) => each.id === id);
      const field = column ? nameIn(this.snapshot.language, column) : id;
      if (wrong && !column?.shown) return [problem("error", wrong.code, { field, value: wrong.text.slice(0, 60) }, at)];
      if (typeof value !== "string" || value.length <= LONGEST_CELL) return [];
      return [problem("error", "cell-too-long", { item: labelOf(value), length: value.length, longest: LONGEST_CELL }, at)];
    });
    this.problems.push(...found);
    return found.length > 0;
  }
}

/** A register's field as the sheet shows it. */
export function shown(register: AttendanceRow, id: string): Value {
  const value = (register.values as Readonly<Record<string, Value>>)[id] ?? null;
  return id === "status" && value === "expected" ? "" : value;
}
