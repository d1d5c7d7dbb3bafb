import fc from "fast-check";
import {
  type Context,
  commandById,
  dayOf,
  type Language,
  type Outcome,
  readSnapshot,
  run,
  type TableId,
  tableOf,
  toSerial,
} from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { insertRows } from "../../desk/workbook/move-rows.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, trim } from "./book.ts";
import { fillMinutes, type MinutesFill, minutesFill } from "./minutes-by-hand.ts";

/** A workbook as a planner has it, and the moment in which a command is run on it. */
export interface Register {
  readonly book: Workbook;
  readonly context: Context;
}

export const date = (year: number, month: number, day: number): number => dayOf(year, month, day) ?? Number.NaN;

export function contextOn(today: number, language: Language = "zh-CN"): Context {
  return { today, now: 540, user: { name: "李四", department: "运营管理部" }, language };
}

/** Runs a command by its id. The desk answers at once. */
export function runOn(
  host: ConstructorParameters<typeof DeskHost>[0] | DeskHost,
  id: string,
  input: Readonly<Record<string, unknown>>,
  context: Context,
): Outcome {
  const command = commandById(id);
  if (!command) throw new Error(`no command ${id}`);
  return run(host instanceof DeskHost ? host : new DeskHost(host), command, input, context) as Outcome;
}

/** The tables of a workbook as core reads them. */
export function snapshotOf(book: Workbook, tables: readonly TableId[], language: Language = "zh-CN") {
  return readSnapshot(new DeskHost(book), () => ({ tables, documents: [] }), language) as Exclude<
    ReturnType<typeof readSnapshot>,
    PromiseLike<unknown>
  >;
}

const made = new Map<string, Workbook>();

/** What the real commands make of an empty workbook, made once. */
export function basis(kind: "set-up" | "sample", today: number, language: Language): Workbook {
  const key = `${kind} ${today} ${language}`;
  let book = made.get(key);
  if (!book) {
    book = new Workbook();
    runOn(book, kind === "sample" ? "load-sample" : "set-up-workbook", {}, contextOn(today, language));
    made.set(key, trim(book, 45));
  }
  return copyOf(book);
}

/** A planner's own list, without anything of Concord's. */
function ownList({ table, language, order, titles, rows }: OwnList): Workbook {
  const book = new Workbook();
  const en = language === "en";
  const schema = tableOf(table);
  const sheet = book.addSheet(en ? schema.en : schema.zh);
  if (titles) sheet.setValue(0, 0, en ? "Plant two, our list" : "二厂自用清单");
  const head = titles ? 2 : 0;
  const fields = ["task", "owner", "due", ...order];
  fields.forEach((id, column) => {
    const field = schema.fields[id];
    sheet.setValue(head, column, field ? (en ? field.en : field.zh) : id);
  });
  rows.forEach((row, index) => {
    const said: Readonly<Record<string, string | number | null>> = { ...row, due: typed(row.due) };
    fields.forEach((id, column) => {
      const value = said[id] ?? (id in schema.fields ? null : `${id}${index}`);
      if (value !== null && value !== "") sheet.setValue(head + 1 + index, column, value);
    });
  });
  return book;
}

interface OwnList {
  readonly table: "actions" | "resolutions";
  readonly language: Language;
  readonly order: readonly string[];
  readonly titles: boolean;
  readonly rows: readonly HandRow[];
}

type Due = { readonly day: number; readonly as: "serial" | "text" | "vague" } | null;

function typed(due: Due): string | number | null {
  if (due === null) return null;
  if (due.as === "vague") return "尽快";
  return due.as === "serial" ? toSerial(due.day, 1900) : new Date(due.day * 864e5).toISOString().slice(0, 10).replaceAll("-", "/");
}

interface HandRow {
  readonly no: string;
  readonly task: string;
  readonly owner: string;
  readonly due: Due;
  readonly status: string;
}

const someDay = fc.integer({ min: date(2025, 1, 1), max: date(2027, 12, 31) });
const language: fc.Arbitrary<Language> = fc.constantFrom("zh-CN", "en");

/** Texts that a careless program would take for a formula, a number, a line under a table or markup. */
export const wildText = fc.oneof(
  fc.constantFrom(
    "编制9月产销计划",
    "审核采购合同",
    "=1+1",
    "+8613800000000",
    "-5",
    "@all",
    "<b>x</b>",
    "'quoted",
    "合计数核对",
    "total 12 pumps",
    "00123",
    "1e5",
    "TRUE",
  ),
  fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "<", "'", "\t", ""), fc.string({ minLength: 1, maxLength: 8 }))
    .map(([first, rest]) => `${first}${rest}`.replace(/\s+$/, "x")),
);

const handRow: fc.Arbitrary<HandRow> = fc.record({
  no: fc.constantFrom("", "", "A-7", "CX-2026-W47-1-A1", "A-7"),
  task: fc.oneof({ weight: 4, arbitrary: wildText }, { weight: 1, arbitrary: fc.constant("") }),
  owner: fc.constantFrom("", "张三", "钱敏、赵强", "各部门", "=A1"),
  due: fc.option(
    fc.record({ day: fc.integer({ min: date(2026, 6, 1), max: date(2027, 3, 1) }), as: fc.constantFrom("serial", "text", "vague") }),
  ),
  status: fc.constantFrom("", "已下达", "In progress", "完成", "已取消", "搞定了"),
});

/** What a person does to a register between two commands. */
type HandEdit =
  | { readonly do: "append"; readonly table: "actions" | "resolutions"; readonly row: HandRow }
  | {
      readonly do: "overtype";
      readonly table: "actions" | "resolutions";
      readonly field: "due" | "status" | "owner" | "light";
      readonly pick: number;
      readonly row: HandRow;
    }
  | { readonly do: "delete"; readonly table: "actions" | "resolutions" | "meetings"; readonly pick: number }
  | { readonly do: "own column"; readonly table: TableId; readonly at: number; readonly id: number }
  | { readonly do: "reorder"; readonly table: TableId; readonly seed: number }
  | { readonly do: "title rows"; readonly table: TableId; readonly count: number; readonly id: number }
  | { readonly do: "note below"; readonly table: TableId; readonly gap: number; readonly id: number }
  | { readonly do: "own sheet"; readonly id: number }
  | { readonly do: "forget" }
  | { readonly do: "rename heading"; readonly table: TableId; readonly pick: number };

const tracked = fc.constantFrom("actions" as const, "resolutions" as const);
const anyTable: fc.Arbitrary<TableId> = fc.constantFrom(
  "actions",
  "resolutions",
  "meetings",
  "settings",
  "people",
  "series",
  "topics",
  "attendance",
  "log",
);
const pick = fc.nat(1000);
const id = fc.nat(1e6);

const handEdit: fc.Arbitrary<HandEdit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("append" as const), table: tracked, row: handRow }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("overtype" as const),
      table: tracked,
      field: fc.constantFrom("due", "status", "owner", "light"),
      pick,
      row: handRow,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("delete" as const), table: fc.constantFrom("actions", "resolutions", "meetings"), pick }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("own column" as const), table: anyTable, at: fc.nat(6), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reorder" as const), table: anyTable, seed: id }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("title rows" as const), table: anyTable, count: fc.integer({ min: 1, max: 3 }), id }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("note below" as const), table: anyTable, gap: fc.nat(3), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("own sheet" as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("rename heading" as const), table: anyTable, pick }) },
);

/** Every cell of a person's own carries this, so that it is known wherever it went. */
export const OWN = "☂";

interface Found {
  readonly sheet: Sheet;
  readonly headRow: number;
  readonly column: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  readonly rows: readonly number[];
  readonly end: number;
}

function find(book: Workbook, table: TableId): Found | undefined {
  const snapshot = snapshotOf(book, [table]);
  const data = snapshot.tables.get(table);
  const sheet = data && book.sheet(data.place.sheet);
  if (!data || !sheet) return undefined;
  const { headRow, column, headings, columns } = data.place;
  return { sheet, headRow, column, columns, width: column + headings.length, rows: data.rows.map(({ row }) => row), end: data.end };
}

function edit(book: Workbook, step: HandEdit): void {
  if (step.do === "own sheet") return ownSheet(book, step.id);
  if (step.do === "forget") {
    const at = book.sheets.findIndex(({ name }) => name === "_concord");
    if (at >= 0) book.sheets.splice(at, 1);
    return;
  }
  const found = find(book, step.table);
  if (!found) return;
  const { sheet, columns, headRow, rows, end } = found;
  const row = "pick" in step ? rows[step.pick % Math.max(1, rows.length)] : undefined;
  const put = (at: number, field: string, value: string | number | null): void => {
    const column = columns.get(field);
    if (column !== undefined && value !== null && value !== "") sheet.setValue(at, column, value);
  };
  switch (step.do) {
    case "append":
      for (const field of ["no", "task", "owner", "status"] as const) put(end, field, step.row[field]);
      return put(end, "due", typed(step.row.due));
    case "overtype":
      if (row !== undefined)
        put(row, step.field, step.field === "due" ? typed(step.row.due) : step.field === "owner" ? step.row.owner : step.row.status);
      return;
    case "delete":
      if (row !== undefined) for (const column of columns.values()) if (sheet.cell(row, column)) sheet.setValue(row, column, null);
      return;
    case "own column":
      return ownColumn(found, Math.min(step.at, found.width), step.id);
    case "reorder":
      return reorder(found, step.seed);
    case "title rows":
      insertRows(book, sheet, headRow, step.count);
      return sheet.setValue(headRow, 0, `${OWN}title${step.id}`);
    case "note below":
      sheet.setValue(end + step.gap, found.column, `备注：${OWN}note${step.id}`);
      return sheet.setFormula(end + step.gap, found.width + 1, `"${OWN}below${step.id}"&1`, `${OWN}below${step.id}1`);
    case "rename heading": {
      const column = [...columns.values()][step.pick % columns.size] ?? 0;
      return sheet.setValue(headRow, column, `我的${String(sheet.cell(headRow, column)?.value)}`);
    }
  }
}

function ownSheet(book: Workbook, number: number): void {
  if (book.sheet(`${OWN}${number}`)) return;
  const sheet = book.addSheet(`${OWN}${number}`, number % (book.sheets.length + 1));
  sheet.setValue(0, 0, `${OWN}cell${number}`);
  sheet.setFormula(2, 1, `SUM(1,${number})&"${OWN}sum${number}"`, `${number + 1}${OWN}sum${number}`);
  sheet.format({ row: 0, column: 0, rows: 2, columns: 2 }, { bold: true, fill: "FFEE00" });
  sheet.highlights = [{ areas: [{ row: 0, column: 0, rows: 9, columns: 2 }], formula: "A1>3", style: { fill: "FF0000" } }];
  sheet.validations = [
    { areas: [{ row: 0, column: 3, rows: 9, columns: 1 }], rule: { type: "list", values: ["a", "b"] }, title: "", message: "" },
  ];
  sheet.merges = [{ row: 4, column: 0, rows: 1, columns: 3 }];
}

/** A column of a person's own within the table or at its right, with texts and formulas in a look of its own. */
function ownColumn({ sheet, headRow, rows }: Found, at: number, number: number): void {
  const taken = [...(sheet.cells.get(headRow) ?? new Map())].some(([column, cell]) => column >= at && cell.value !== null);
  if (taken) moveColumns(sheet, { from: 0, end: Number.POSITIVE_INFINITY }, (column) => (column >= at ? column + 1 : column));
  for (const table of sheet.tables) {
    if (table.area.column + table.area.columns < at) continue;
    table.area = { ...table.area, columns: table.area.columns + 1 };
  }
  sheet.setValue(headRow, at, `${OWN}heading${number}`);
  rows.forEach((row, index) => {
    if (index % 2 === 0) sheet.setValue(row, at, `${OWN}row${number}.${index}`);
    else sheet.setFormula(row, at, `"${OWN}formula${number}.${index}"&2`, `${OWN}formula${number}.${index}2`);
    sheet.format({ row, column: at, rows: 1, columns: 1 }, { color: "0000FF", italic: true });
  });
  sheet.highlights = [
    ...sheet.highlights,
    { areas: [{ row: headRow + 1, column: at, rows: 9, columns: 1 }], formula: `LEN("${OWN}${number}")>99`, style: { fill: "00FF00" } },
  ];
}

/** Leaves a person's own sheet, and own columns and notes in and below these tables. */
export function leaveOwn(book: Workbook, tables: readonly TableId[], seed: number): void {
  edit(book, { do: "own sheet", id: seed });
  tables.forEach((table, index) => {
    edit(book, { do: "own column", table, at: (seed + index) % 9, id: seed + index });
    edit(book, { do: "note below", table, gap: (seed + index) % 4, id: seed + index });
  });
}

/** Turns the columns of these tables round, where the workbook has them. */
export function reorderTables(book: Workbook, tables: readonly TableId[], seed: number): void {
  for (const table of tables) {
    const found = find(book, table);
    if (found) reorder(found, seed);
  }
}

/** Moves a table's columns about, the first one apart, as a person drags them; what stands above and below stays. */
function reorder({ sheet, columns, headRow, end }: Found, seed: number): void {
  const places = [...columns.values()].sort((a, b) => a - b);
  const by = (seed % Math.max(1, places.length - 1)) + 1;
  const to = new Map(places.map((column, index) => [column, places[(index + by) % places.length] ?? column]));
  moveColumns(sheet, { from: headRow, end }, (column) => to.get(column) ?? column);
}

function moveColumns(sheet: Sheet, rows: { readonly from: number; readonly end: number }, to: (column: number) => number): void {
  const move = <T>(line: Map<number, T>): void => {
    const entries = [...line];
    line.clear();
    for (const [column, thing] of entries) line.set(to(column), thing);
  };
  for (const [row, line] of sheet.cells) if (row >= rows.from && row < rows.end) move(line);
  move(sheet.columns);
  sheet.highlights = sheet.highlights.map((each) => ({ ...each, areas: each.areas.map((area) => ({ ...area, column: to(area.column) })) }));
}

export interface Story {
  readonly basis: "set-up" | "sample" | OwnList;
  readonly today: number;
  readonly language: Language;
  readonly before: readonly string[];
  readonly edits: readonly HandEdit[];
  readonly fill: MinutesFill | null;
  readonly between: readonly HandEdit[];
  readonly isRecorded: boolean;
  readonly again: MinutesFill | null;
  readonly later: number;
}

const ownLists: fc.Arbitrary<OwnList> = fc.record({
  table: tracked,
  language,
  order: fc.shuffledSubarray(["no", "status", "department", "result", "meeting", "工时", "☂own"], { minLength: 1 }),
  titles: fc.boolean(),
  rows: fc.array(handRow, { maxLength: 5 }),
});

/** Where and when the two bases are: one in each language, before and after a holiday. */
const BASES = {
  "set-up": { today: date(2025, 9, 29), language: "en" },
  sample: { today: date(2026, 11, 18), language: "zh-CN" },
} as const;

/** The bases are few, since making one takes long; a day is as good as another within their reach. */
export const story: fc.Arbitrary<Story> = fc
  .record({
    kind: fc.oneof({ weight: 3, arbitrary: ownLists }, { weight: 2, arbitrary: fc.constantFrom("set-up" as const, "sample" as const) }),
    anyDay: someDay,
    language,
    before: fc.subarray(["plan-meetings", "refresh-tracking"]),
    edits: fc.array(handEdit, { maxLength: 5 }),
    fill: fc.option(minutesFill(wildText)),
    between: fc.array(handEdit, { maxLength: 2 }),
    isRecorded: fc.boolean(),
    again: fc.option(minutesFill(wildText)),
    later: fc.nat(30),
  })
  .map(({ kind, anyDay, ...rest }) => ({
    ...rest,
    basis: kind,
    ...(typeof kind === "string" ? BASES[kind as keyof typeof BASES] : { today: anyDay, language: rest.language }),
  }));

/** The register that a story ends with, new each time it is told. */
export function tellStory(told: Story): Register {
  const { today, language } = told;
  const book = typeof told.basis === "string" ? basis(told.basis, today, language) : ownList(told.basis);
  const context = contextOn(today, language);
  for (const step of told.before) runOn(book, step, {}, context);
  for (const step of told.edits) edit(book, step);
  if (told.fill) {
    runOn(book, "generate-minutes", {}, context);
    fillMinutes(book, told.fill, today);
    for (const step of told.between) edit(book, step);
    if (told.isRecorded) runOn(book, "record-minutes", {}, contextOn(today + 1, language));
    if (told.isRecorded && told.again) fillMinutes(book, told.again, today);
  }
  return { book, context: contextOn(today + told.later, language) };
}

/** A small register of one meeting whose minutes are filled in: the same each time. */
export function smallRegister(language: Language = "zh-CN"): Register {
  const list: OwnList = {
    table: "actions",
    language,
    order: ["no", "status", "department"],
    titles: false,
    rows: [
      { no: "", task: "核对库存", owner: "张三", due: { day: date(2026, 11, 30), as: "serial" }, status: "" },
      { no: "A-7", task: "补齐欠料", owner: "", due: { day: date(2026, 11, 10), as: "text" }, status: "已下达" },
    ],
  };
  const context = contextOn(date(2026, 11, 18), language);
  return { book: ownList(list), context };
}
