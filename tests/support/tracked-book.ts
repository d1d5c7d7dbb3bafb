import { expect } from "vitest";
import { type Outcome, parseIso, tableRows, toSerial } from "../../core/index.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "./book.ts";
import { basis, contextOn, runOn, snapshotOf } from "./registers.ts";

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;
type Tracked = "actions" | "resolutions";

/** A day as a number. */
function dayOn(iso: string): number {
  return parseIso(iso) ?? expect.fail(`no date ${iso}`);
}

/** A register and somebody at it: runs commands, types in cells, looks at rows. */
export class TrackedBook {
  today: number;
  user = { name: "顾婷", department: "运营管理部" };

  constructor(
    readonly book: Workbook,
    today: number,
  ) {
    this.today = today;
  }

  /** The sheets of a register and these rows, as its owner typed them, seen once. */
  static typed(rows: readonly Row[], today: string): TrackedBook {
    const found = new TrackedBook(basis("set-up", dayOn(today), "zh-CN"), dayOn(today));
    rows.forEach((row, index) => {
      for (const [field, value] of Object.entries(row)) found.typeAt("actions", index + 1, field, value);
    });
    found.run("refresh-tracking");
    return found;
  }

  copy(): TrackedBook {
    const copy = new TrackedBook(copyOf(this.book), this.today);
    copy.user = this.user;
    return copy;
  }

  on(iso: string): this {
    this.today = dayOn(iso);
    return this;
  }

  run(id: string, input: Readonly<Record<string, unknown>> = {}): Outcome {
    return runOn(this.book, id, input, { ...contextOn(this.today), user: this.user });
  }

  /** The codes of what was wrong. */
  codes(id: string, input: Readonly<Record<string, unknown>> = {}): string[] {
    return this.run(id, input).problems.map(({ code }) => code);
  }

  rows(table: Tracked | "history" | "attendance"): Row[] {
    return tableRows(snapshotOf(this.book, [table, "actions", "settings"]), table, contextOn(this.today));
  }

  row(no: string, table: Tracked = "actions"): Row {
    return this.rows(table).find((row) => row.no === no) ?? expect.fail(`no ${no}`);
  }

  /** What happened to an item, an event a line. */
  history(item: string): string[] {
    return this.rows("history")
      .filter((row) => row.item === item)
      .map(({ on, event, from, to, reason, by, how }) => [on, event, from, to, reason, by, how].map((part) => part ?? "-").join(" | "));
  }

  dayOf(iso: string): number {
    return dayOn(iso);
  }

  /** The codes of what happened to an item since it was assigned, but for its being carried along. */
  happened(item: string): string[] {
    const rows = this.rows("history").filter((row) => row.item === item);
    return rows
      .slice(1)
      .map(({ event }) => String(event))
      .filter((event) => event !== "carried" && event !== "escalated");
  }

  /** Types in an item's cell, as a person does: a date as the program stores it. */
  type(no: string, field: string, value: Value, table: Tracked = "actions"): void {
    const data = snapshotOf(this.book, [table]).tables.get(table) ?? expect.fail(`no ${table}`);
    this.typeAt(table, data.byKey.get(no)?.row ?? expect.fail(`no ${no}`), field, value);
  }

  private typeAt(table: Tracked, row: number, field: string, value: Value): void {
    const { place } = snapshotOf(this.book, [table]).tables.get(table) ?? expect.fail(`no ${table}`);
    const column = place.columns.get(field) ?? expect.fail(`no column ${field}`);
    const isDate = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
    this.book.sheet(place.sheet)?.setValue(row, column, isDate ? toSerial(dayOn(value), this.book.dateSystem) : value);
  }
}
