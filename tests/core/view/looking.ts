import { expect } from "vitest";
import {
  type CellPlace,
  type Context,
  type Duty,
  parseIso,
  see,
  type TableId,
  type ViewId,
  type Views,
  views,
} from "../../../core/index.ts";
import type { View } from "../../../core/run/view.ts";
import { writeCell } from "../../../core/tables/cell-values.ts";
import type { Field, Value } from "../../../core/tables/field.ts";
import { tableOf } from "../../../core/tables/tables.ts";
import type { WordKey } from "../../../core/words/message.ts";
import { DeskHost } from "../../../desk/host/desk-host.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { basis, contextOn, snapshotOf } from "../../support/registers.ts";

export function on(iso: string, time = "09:00"): Context {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return { ...contextOn(day(iso)), now: hours * 60 + minutes };
}

export function day(iso: string): number {
  return parseIso(iso) ?? expect.fail(`${iso} is no day.`);
}

/** What a view shows of a workbook; the desk answers at once. */
export function look<K extends ViewId>(book: Workbook, id: K, context: Context): Views[K] {
  return see(new DeskHost(book), views[id] as View<Views[K]>, context) as Views[K];
}

export function dutyOf(book: Workbook, code: WordKey, context: Context): Duty | undefined {
  return look(book, "week", context).duties.find(({ message }) => message.code === code);
}

/** An empty register that Concord set up. */
export function emptyRegister(): Workbook {
  return basis("set-up", day("2026-11-18"), "zh-CN");
}

type Said = Readonly<Record<string, Value>>;

/** Types rows below those of a table, dates as `YYYY-MM-DD`; fields that the table has no column for are a mistake of the test. */
export function type(book: Workbook, id: TableId, ...rows: readonly Said[]): void {
  const table = snapshotOf(book, [id]).tables.get(id) ?? expect.fail(`There is no table ${id}.`);
  rows.forEach((row, index) => {
    for (const [name, said] of Object.entries(row)) {
      const field: Field = tableOf(id).fields[name] ?? expect.fail(`${id} has no field ${name}.`);
      const column = table.place.columns.get(name) ?? expect.fail(`${id} has no column ${name}.`);
      const value = field.type === "date" && typeof said === "string" ? day(said) : said;
      book.sheet(table.place.sheet)?.setValue(table.end + index, column, writeCell(field.type, value, "zh-CN", 1900));
    }
  });
}

/** Types over one field of a row. */
export function overtype(book: Workbook, id: TableId, no: string, values: Said): void {
  const table = snapshotOf(book, [id]).tables.get(id) ?? expect.fail(`There is no table ${id}.`);
  const row = table.byKey.get(no)?.row ?? expect.fail(`There is no ${no}.`);
  for (const [name, said] of Object.entries(values)) {
    const type = tableOf(id).fields[name]?.type ?? expect.fail(`${id} has no field ${name}.`);
    const value = type === "date" && typeof said === "string" ? day(said) : said;
    book.sheet(table.place.sheet)?.setValue(row, table.place.columns.get(name) ?? -1, writeCell(type, value, "zh-CN", 1900));
  }
}

/** What stands in the cell that a view points to. */
export function cellAt(book: Workbook, at: CellPlace | null | undefined): unknown {
  const place = at ?? expect.fail("It points to no cell.");
  const sheet = book.sheet(place.sheet) ?? expect.fail(`There is no sheet ${place.sheet}.`);
  return sheet.cell(place.row, place.column)?.value ?? null;
}

export const mondays = { name: "产销协调会", cycle: "weekly", weekday: "1", start: 570, chair: "周建国" } as const;

export function meetingOn(iso: string, more: Said = {}): Said {
  return { no: `M-${iso}`, name: "产销协调会", series: "产销协调会", date: iso, state: "planned", ...more };
}

/** An action that is on its way: owned, confirmed, due in a while. */
export function action(no: string, more: Said = {}): Said {
  return {
    no,
    task: `完成${no || "手工事项"}`,
    department: "采购部",
    owner: "钱敏",
    due: "2026-12-18",
    status: "inProgress",
    assignedOn: "2026-11-10",
    ...more,
  };
}
