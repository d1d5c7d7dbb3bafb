import type { Day } from "../base/plain-date.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { judge, LONGEST_CELL, labelOf } from "../resolution/soundness.ts";
import { showValue, writeCell } from "../tables/cell-values.ts";
import type { Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Message, type Problem, problem } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { rowByKey, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { isBlank, mergeField } from "./merge.ts";
import { fieldsIn } from "./minutes-columns.ts";
import type { BlockId } from "./minutes-form.ts";
import type { ReadField, ReadMinutes, ReadRow } from "./read-minutes.ts";
import { type Recorded, recordedEntry, recordedOf } from "./recorded.ts";

/** Which field of the sheet is which field of the register. */
export type FieldMap = Readonly<Record<string, string>>;

/** The field of each block that `judge` looks at as its due date. */
const DATES: Partial<Record<BlockId, string>> = { topics: "due", actions: "due", open: "answerBy" };

export interface Merged {
  /** What the register has to take over. */
  readonly values: Record<string, Value>;
  /** What both sides say now. */
  readonly base: Record<string, Value>;
  /** Nothing in the row waits for a person's word. */
  readonly isSettled: boolean;
}

export interface RecordingOptions {
  readonly document: string;
  readonly meeting: string;
  readonly date: Day;
  /** `KEY.field` or `KEY`: a clearing or a deletion that a person means, or the sheet's side of a conflict. */
  readonly confirmed: ReadonlySet<string>;
  /** Likewise: take the register's side, put the cell or row back. */
  readonly putBack: ReadonlySet<string>;
}

/** What recording a minutes sheet gathers: rows, cells of the sheet, memory, problems. */
export class Recording {
  readonly roster: Roster;
  readonly numbers: Numbers;
  readonly problems: Problem[] = [];
  private readonly rows = new Map<TableId, RowChange[]>();
  private readonly cells: {
    readonly at: { sheet: string; row: number; column: number };
    readonly value: string | number | boolean | null;
  }[] = [];
  private readonly memory: StateEntry[] = [];
  /** What is to be told of what nothing else keeps. */
  readonly said: Message[] = [];
  readonly registered: Record<"resolutions" | "actions" | "openQuestions" | "reviewed" | "planned", number> = {
    resolutions: 0,
    actions: 0,
    openQuestions: 0,
    reviewed: 0,
    planned: 0,
  };

  constructor(
    readonly snapshot: Snapshot,
    readonly read: ReadMinutes,
    readonly options: RecordingOptions,
  ) {
    this.roster = new Roster(snapshot);
    this.numbers = new Numbers(snapshot);
    // Keys in the sheet that are not in the register: a recording that was cut off gave them.
    for (const { key } of read.rows) for (const part of key.split("|")) this.numbers.see(part);
  }

  rowsIn(block: BlockId): ReadRow[] {
    return this.read.rows.filter((row) => row.block === block);
  }

  /** Says which fields (but the due date, which is judged) cannot be read or are longer than the register holds. */
  isUnreadable(row: ReadRow): boolean {
    const wrong = Object.entries(row.fields).filter(([field, read]) => read.wrong && field !== DATES[row.block]);
    for (const [field, read] of wrong) this.unreadable(row.block, field, read);
    return this.isTooLong(row) || wrong.length > 0;
  }

  isTooLong(row: ReadRow): boolean {
    const long = Object.values(row.fields).filter((read) => typeof read.value === "string" && read.value.length > LONGEST_CELL);
    for (const { value, at } of long) {
      const length = String(value).length;
      this.problems.push(problem("error", "cell-too-long", { item: labelOf(value), length, longest: LONGEST_CELL }, at));
    }
    return long.length > 0;
  }

  /** A row that was recorded and is no longer in the register: said, unless the person wants it back. */
  isGone(table: TableId, key: string, marker: string, read: ReadField | undefined): boolean {
    if (this.rowOf(table, key) || this.base(marker) === undefined || this.options.putBack.has(key)) return false;
    this.problems.push(problem("error", "row-gone-from-register", { key }, read?.at));
    return true;
  }

  /** A row as it would stand: a cell that was emptied without a person's word still says what the register says. */
  standing(row: ReadRow, key: string, register: TableRow | undefined, map: FieldMap): ReadRow {
    if (!register) return row;
    const values = register.values as Readonly<Record<string, Value>>;
    const fields = Object.fromEntries(
      Object.entries(row.fields).map(([field, read]) => {
        const column = map[field];
        const isCleared = column !== undefined && !read.wrong && isBlank(read.value) && !this.options.confirmed.has(`${key}.${field}`);
        return [field, isCleared ? { ...read, value: values[column] ?? null } : read];
      }),
    );
    return { ...row, fields };
  }

  base(marker: string): Recorded | undefined {
    return recordedOf(this.snapshot.state, this.options.document, marker);
  }

  register(table: TableId, key: string, values: Readonly<Record<string, Value>>): void {
    if (Object.keys(values).length === 0) return;
    this.rows.set(table, [...(this.rows.get(table) ?? []), { key, values }]);
  }

  /** Remembers what a row says, and forgets the marker it had before. */
  remember(marker: string, values: Readonly<Record<string, Value>>, former?: string): void {
    if (former !== undefined && former !== marker) this.forget(former);
    this.memory.push(recordedEntry(this.options.document, marker, values));
  }

  forget(marker: string): void {
    this.memory.push({ kind: "recorded", key: `${this.options.document} ${marker}`, value: null });
  }

  /** Writes a row's hidden key and its printed short number. */
  mark(row: ReadRow, key: string, printed: string): void {
    this.write(row.row, 0, `${row.block}:${key}`);
    this.write(row.row, fieldsIn(this.read.placed, row.block)[0]?.column ?? 1, printed);
  }

  write(row: number, column: number, value: string | number | boolean | null): void {
    this.cells.push({ at: { sheet: this.read.sheet, row, column }, value });
  }

  writeField(row: ReadRow, field: string, value: Value): void {
    const spec = fieldsIn(this.read.placed, row.block).find((candidate) => candidate.id === field);
    const at = row.fields[field]?.at;
    if (spec && at) this.write(at.row, at.column, writeCell(spec.type, value, this.snapshot.language, this.snapshot.survey.dateSystem));
  }

  /** Whether what a row commits somebody to can be carried out. */
  judgeRow(row: ReadRow, content: string, label: string, binds: boolean): Problem[] {
    const { [content]: text = { value: "" }, department = { value: "" }, owner = { value: "" }, due = { value: null } } = row.fields;
    return judge({ label: labelOf(label), text, department, owner, due, binds }, this.options.date, this.roster);
  }

  /** Merges the fields of a row that the register knows, by what both said when last recorded. */
  merge(row: ReadRow, key: string, base: Recorded | undefined, register: TableRow, map: FieldMap): Merged {
    const merged: Merged & { isSettled: boolean } = { values: {}, base: {}, isSettled: true };
    for (const [field, column] of Object.entries(map)) {
      const read = row.fields[field];
      if (!read) continue;
      if (read.wrong) {
        this.unreadable(row.block, field, read);
        merged.isSettled = false;
        if (base?.[field] !== undefined) merged.base[field] = base[field] ?? null;
        continue;
      }
      const theirs = (register.values as Readonly<Record<string, Value>>)[column] ?? null;
      const id = `${key}.${field}`;
      let verdict = mergeField(base?.[field], read.value, isBlank(theirs) && isBlank(read.value) ? read.value : theirs);
      if (verdict === "cleared" || verdict === "conflict") {
        if (this.options.confirmed.has(id)) verdict = "sheet";
        else if (this.options.putBack.has(id)) verdict = "register";
      }
      if (verdict === "sheet") merged.values[column] = read.value;
      if (verdict === "register") this.writeField(row, field, theirs);
      if (verdict === "cleared" || verdict === "conflict") {
        merged.isSettled = false;
        this.problems.push(
          problem(
            "error",
            verdict === "cleared" ? "cell-cleared" : "both-changed",
            this.sides(row.block, field, id, read.value, theirs),
            read.at,
          ),
        );
        if (base?.[field] !== undefined) merged.base[field] = base[field] ?? null;
      } else {
        merged.base[field] = verdict === "register" ? theirs : read.value;
      }
    }
    return merged;
  }

  /** A problem's words for what the two sides say. */
  sides(block: BlockId, field: string, id: string, sheet: Value, register: Value): Record<string, string> {
    const type = fieldsIn(this.read.placed, block).find((spec) => spec.id === field)?.type ?? "text";
    return { id, sheet: showValue(type, sheet, this.snapshot.language), register: showValue(type, register, this.snapshot.language) };
  }

  private unreadable(block: BlockId, field: string, { wrong, at }: ReadField): void {
    if (!wrong) return;
    const spec = fieldsIn(this.read.placed, block).find(({ id }) => id === field);
    const name = spec ? nameIn(this.snapshot.language, spec) : field;
    this.problems.push(problem("error", wrong.code, { field: name, value: wrong.text.slice(0, 60) }, at));
  }

  rowOf<T extends TableId>(table: T, key: string): TableRow<T> | undefined {
    return rowByKey(this.snapshot, table, key);
  }

  /**
   * In this order, so that a recording cut off anywhere goes on where it stopped: the keys in the sheet,
   * then the register, then what was recorded. Numbers last: those in the sheet and the register are seen.
   */
  patch(): Change[] {
    const tables = [...this.rows].map(([table, rows]): Change => ({ kind: "rows", table, rows }));
    return [
      { kind: "cells", cells: this.cells },
      ...[...this.rows.keys()].map((table): Change => ({ kind: "table", table })),
      ...tables,
      { kind: "state", entries: [...this.memory, ...this.numbers.entries()] },
    ];
  }

  /** The rows of a table as they will stand. */
  changesTo(table: TableId): readonly RowChange[] {
    return this.rows.get(table) ?? [];
  }
}
