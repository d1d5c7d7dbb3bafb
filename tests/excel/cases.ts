import { expect } from "vitest";
import { commandById, type Host, type Outcome, run, type TableId } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { Minutes } from "../journey/planner.ts";
import { copyOf } from "../support/book.ts";
import { editsOf } from "../support/cut-off.ts";
import { commandIds, inputOf } from "../support/laws.ts";
import { fillMinutes, minutesOf } from "../support/minutes-by-hand.ts";
import { newBook } from "../support/office/open-excel.ts";
import { basis, contextOn, date, type Register, runOn, smallRegister, snapshotOf } from "../support/registers.ts";

/** A command, and a workbook on which it has something to do. */
export interface Case extends Register {
  readonly id: string;
  readonly on: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const context = contextOn(date(2026, 11, 18));

/** Small ones first: what a law has met in one need not be met in a larger one. */
const chosen: readonly (readonly [id: string, on: string, book: () => Register])[] = [
  ["refresh-tracking", "a planner's own list", smallRegister],
  ["plan-meetings", "the sample", sample],
  ["generate-minutes", "the sample", planned],
  ["generate-minutes", "minutes made early", madeEarly],
  ["generate-minutes", "a planner's own list", tracked],
  ["record-minutes", "minutes filled in by hand", filled],
  ["record-minutes", "minutes and a register with rows and notes of a person's own", crowded],
  ["decompose-resolution", "the sample", sample],
  ["refresh-tracking", "rows typed into the sample", typed],
  ["check-workbook", "rows typed into the sample", typed],
  ["upgrade-workbook", "a workbook of an older Concord", older],
  ["set-up-workbook", "an empty workbook", empty],
  ["set-up-workbook", "a planner's own list", smallRegister],
  ["load-sample", "an empty workbook", empty],
];

/** Any other command of the registry is tried on the first of these where it has something to do. */
const common = [planned, filled, recorded];

/** Every command at least once; what it is tried on is made when it is first opened, and each opening is a copy. */
export const cases = [
  ...chosen.map(([id, on, book]) => ({ id, on, open: once(id, on, [book]) })),
  ...commandIds
    .filter((id) => chosen.every(([each]) => each !== id))
    .map((id) => ({ id, on: "the sample", open: once(id, "the sample", common) })),
];

/** Commands that only look. */
export const READERS: readonly string[] = ["check-workbook", "verify-archive"];

function once(id: string, on: string, books: readonly (() => Register)[]): () => Case {
  let first: (Register & Pick<Case, "input">) | undefined;
  return () => {
    first ??= firstWithWork(id, books) ?? expect.fail(`${id} finds nothing to do: give tests/excel/cases.ts a book for it.`);
    return { ...first, book: copyOf(first.book), id, on };
  };
}

function firstWithWork(id: string, books: readonly (() => Register)[]): (Register & Pick<Case, "input">) | undefined {
  for (const make of books) {
    const found = make();
    for (let pick = 0; pick < 12; pick++) {
      const input = inputOf(id, found, pick);
      if (READERS.includes(id) || editsOf(found, id, input) > 0) return { ...found, input };
    }
  }
  return undefined;
}

/** Runs a case's command, as often as it is called, on whichever host. */
export async function runCase(host: Host, { id, input, context }: Omit<Case, "book">): Promise<Outcome> {
  return run(host, commandById(id) ?? expect.fail(`no command ${id}`), input, context);
}

function empty(): Register {
  return { book: newBook(), context };
}

function sample(): Register {
  return { book: basis("sample", context.today, "zh-CN"), context };
}

function after(found: Register, ...ids: string[]): Register {
  for (const id of ids) runOn(found.book, id, {}, found.context);
  return found;
}

function planned(): Register {
  return after(sample(), "plan-meetings", "refresh-tracking");
}

function tracked(): Register {
  return after(smallRegister(), "refresh-tracking");
}

/** Items that have come up for review since the minutes were made. */
function madeEarly(): Register {
  const found = after(planned(), "generate-minutes");
  typeRow(found.book, "actions", { task: "催交轴承", owner: "张三", department: "采购部", due: "2026-11-19" });
  return after(found, "refresh-tracking");
}

function filled(): Register {
  const found = after(planned(), "generate-minutes");
  const row = { row: 0, text: "核对泵体库存并出清单", more: "清单已发", owner: "张三", due: 9, kind: "" };
  const review = [
    { row: 0, status: "完成", reason: "", newDue: null },
    { row: 1, status: "", reason: "缺料", newDue: 20 },
  ];
  const topics = [row, { ...row, row: 1, text: "=1+1", more: "另一议题" }];
  const actions = [row, { ...row, row: 1, text: "@二车间 加开夜班", due: 12 }];
  fillMinutes(found.book, { topics, actions, open: [row], review, cleared: [] }, context.today);
  return found;
}

/** A row inserted into the minutes, and notes right below the actions and the questions: rows have to be inserted there. */
function crowded(): Register {
  const found = filled();
  const minutes = new Minutes(minutesOf(found.book) ?? expect.fail("no minutes"), new DeskHost(found.book));
  const inserted = minutes.insertBelow(minutes.rows("actions:")[1] ?? -1);
  minutes.type("actions", inserted, { task: "补订包装箱", department: "采购部", owner: "钱敏", due: "2026-12-01" });
  for (const table of ["actions", "openQuestions", "log"] as const)
    typeRow(found.book, table, { task: "", no: "备注：本行以下为二厂自用" }, 1);
  return found;
}

function recorded(): Register {
  return after(filled(), "record-minutes");
}

function typed(): Register {
  const found = planned();
  typeRow(found.book, "actions", { task: "=催交轴承", owner: "张三", due: "2026-11-19" });
  typeRow(found.book, "resolutions", { task: "核对库存", owner: "钱敏", due: "2026/11/30" });
  return found;
}

/** One sheet less, one column less and a lower version than this Concord's. */
function older(): Register {
  const { book } = sample();
  const { place } = snapshotOf(book, ["actions"]).tables.get("actions") ?? expect.fail("no actions");
  const sheet = book.sheet(place.sheet);
  const last = Math.max(...place.columns.values());
  for (const [, line] of sheet?.cells ?? []) line.delete(last);
  const state = book.sheet("_concord") ?? expect.fail("no hidden sheet");
  for (const [row, line] of state.cells) {
    if (line.get(1)?.value === "schema") state.setValue(row, 2, "0");
    if (line.get(0)?.value === "table" && line.get(1)?.value === "actions")
      for (const column of [0, 1, 2]) state.setValue(row, column, null);
  }
  return { book, context };
}

/** Types a row below a table's last one, or further down. */
function typeRow(book: Workbook, table: TableId, values: Readonly<Record<string, string>>, further = 0): void {
  const { place, end } = snapshotOf(book, [table]).tables.get(table) ?? expect.fail(`no ${table}`);
  for (const [field, value] of Object.entries(values)) {
    const column = place.columns.get(field);
    if (column !== undefined && value !== "") book.sheet(place.sheet)?.setValue(end + further, column, value);
  }
}
