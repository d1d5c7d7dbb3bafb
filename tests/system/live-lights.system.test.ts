import { beforeAll, describe, expect, it } from "vitest";
import { type TableId, tableOf } from "../../core/tables/tables.ts";
import { leaves } from "../../core/tracking/items.ts";
import { daysLate, type Light, lightOf, lightWords } from "../../core/tracking/light.ts";
import { trackedTables } from "../../core/tracking/live-columns.ts";
import type { Language } from "../../core/words/language.ts";
import { nameIn } from "../../core/words/language.ts";
import { say } from "../../core/words/message.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { Book, day, rulesOf, sampleBook, serial, shift } from "./books.ts";

/** Make-up days, holidays, week-ends, ordinary days, days of a year that is not announced. */
const DATES = [
  "2026-02-14",
  "2026-02-28",
  "2026-10-05",
  "2026-10-08",
  "2026-10-10",
  "2026-10-11",
  "2026-11-23",
  "2027-01-04",
  "2028-03-01",
] as const;

/** When the register was last brought up to date: well before most of the dates. */
const BASE = "2026-02-10";

type Typed = Readonly<Record<string, CellValue>>;

/** Rows for every light and both sides of every boundary, around one date. */
function rowsAround(date: string): Typed[] {
  const on = (days: number): number => serial(shift(date, days));
  const whole = { task: "核对排产", department: "生产部", owner: "王强" };
  return [
    ...[-40, -9, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 40].map((days) => ({
      ...whole,
      status: "进行中",
      due: on(days),
      assignedOn: on(-60),
    })),
    ...[0, 1, 2, 3, 4, 5, 7, 9].map((days) => ({ ...whole, status: "已下达", due: on(60), assignedOn: on(-days) })),
    { ...whole, status: "Assigned", due: on(60), assignedOn: on(-20) },
    { ...whole, status: "未开始", due: on(60), assignedOn: on(-20), confirmedOn: on(-1) },
    { ...whole, status: "已完成", due: on(-3), doneOn: on(-3) },
    { ...whole, status: "Done", due: on(-3), doneOn: on(-2) },
    { ...whole, status: "已验收", due: on(9), firstDue: on(-3), doneOn: on(0) },
    { ...whole, status: "Verified", due: on(-5) },
  ];
}

const ALWAYS: readonly Typed[] = [
  { task: "决议的一部分", owner: "王强", status: "进行中", due: serial("2026-03-05"), resolution: "R-1" },
  { task: "决议的另一部分", owner: "王强", status: "已验收", due: serial("2026-01-05"), resolution: "R-2" },
  { task: "无人负责", status: "进行中", due: serial("2029-03-01") },
  { task: "只有部门", department: "生产部", status: "进行中", due: serial("2029-03-01") },
  { task: "只有空格", department: " ", owner: " ", status: "进行中", due: serial("2029-03-01") },
  { task: "无时限", owner: "王强", status: "进行中" },
  { task: "已取消", status: "已取消", owner: "王强", due: serial("2026-01-01") },
  { task: "Dropped", status: "Cancelled", owner: "王强", due: serial("2026-01-01") },
  { task: "已分解", status: "已分解", owner: "王强", due: serial("2026-01-01") },
  { task: "带时间的时限", status: "进行中", owner: "王强", due: serial("2026-10-01") + 0.75 },
  { task: "很久以前下达", status: "已下达", owner: "王强", due: serial("2028-12-31"), assignedOn: serial("2024-12-31") },
  { task: "更早下达", status: "已下达", owner: "王强", due: serial("2028-12-31"), assignedOn: serial("2023-05-05") },
  { task: "将来下达", status: "已下达", owner: "王强", due: serial("2029-06-30"), assignedOn: serial("2028-12-01") },
  { task: "状态不认识", status: "谁知道", owner: "王强", due: serial("2028-12-31"), assignedOn: serial("2026-01-05") },
  { task: "状态空白", owner: "王强", due: serial("2028-12-31"), assignedOn: serial("2026-01-05") },
  { task: "状态里有空格", status: "进 行 中 ", owner: "王强", due: serial("2028-12-31"), assignedOn: serial("2026-01-05") },
  { task: "全角状态", status: "Ｄｏｎｅ", owner: "王强", due: serial("2026-01-05") },
  { task: "无部门的人", owner: "张三", status: "推进中", due: serial("2028-12-31") },
  { task: "别的部门", department: "Qc", owner: "张三", status: "推进中", due: serial("2028-12-31") },
  { task: "同一部门", department: "QC", owner: "张三", status: "推进中", due: serial("2026-01-05") },
];

/** Typed in the spare rows after the register was last refreshed. */
const TYPED_LATER: readonly Typed[] = [
  { no: "手写-1", task: "有编号", department: "生产部", owner: "李四", status: "进行中", due: serial("2026-10-08") },
  { task: "没有编号", department: "新设部门", owner: "李四", status: "In progress", due: serial("2026-10-09") },
  { task: "没有责任人", status: "In progress", due: serial("2026-12-31") },
  { task: "没有时限", owner: "李四", status: "WIP" },
  { task: "时限是文字", owner: "李四", status: "进行中", due: "2026-03-05" },
  { task: "另一种语言的状态", owner: "李四", status: "Completed", due: serial("2026-03-05"), doneOn: serial("2026-03-06") },
];

/** Resolutions that have actions, of whatever status, are split; undecided ones are not tracked. */
const RESOLUTIONS: readonly Typed[] = [
  { no: "R-1", task: "已分解的决议", owner: "王强", status: "进行中", due: serial("2026-01-05"), kind: "决议" },
  { no: "R-2", task: "分解并已验收", owner: "王强", status: "已验收", due: serial("2026-01-05"), kind: "决议" },
  { no: "R-3", task: "未分解", owner: "王强", department: "qc", status: "进行中", due: serial("2026-01-05"), kind: "Resolution" },
  { no: "R-4", task: "未决", owner: "王强", status: "已下达", due: serial("2026-01-05"), kind: "未决" },
  { no: "R-5", task: "Undecided", owner: "王强", status: "已下达", due: serial("2026-01-05"), kind: "Undecided" },
  { no: "R-6", task: "共识", owner: "王强", status: "已下达", kind: "共识" },
];

interface Scene {
  readonly title: string;
  readonly language: Language;
  readonly today: string;
  /** Rows typed after the last refresh. */
  readonly later?: boolean;
  readonly make: () => Promise<Uint8Array>;
}

async function crafted(
  language: Language,
  dates: readonly string[],
  settings: Typed = {},
  calendar: readonly Typed[] = [],
  parents = false,
): Promise<Uint8Array> {
  const book = new Book(undefined, language);
  const { workbook } = book.file;
  const head = (id: TableId): string[] => Object.values(tableOf(id).fields).map((field) => nameIn(language, field));
  const add = (id: TableId, rows: readonly Typed[]): void => {
    const sheet = workbook.addSheet(nameIn(language, tableOf(id)));
    const fields = Object.keys(tableOf(id).fields);
    fill(sheet, [head(id), ...rows.map((row) => fields.map((field) => row[field] ?? null))]);
  };
  add(
    "settings",
    Object.entries(settings).map(([code, value]) => ({ code, value })),
  );
  add("companyCalendar", calendar);
  add(
    "actions",
    [...ALWAYS, ...dates.flatMap(rowsAround)].map((values, index) => ({ no: `T-${index + 1}`, ...values })),
  );
  if (parents) add("resolutions", RESOLUTIONS);
  await book.run("refresh-tracking", BASE, {}, true);
  return book.bytes();
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const craftedZh = once(() => crafted("zh-CN", ["2026-02-14", "2026-10-08", "2027-01-04"], {}, [], true));
const craftedEn = once(() => crafted("en", ["2026-10-10"]));
const sixDays = once(() => crafted("zh-CN", ["2026-10-10", "2026-11-23"], { weekPattern: "单休" }));
const alternating = once(() => crafted("zh-CN", ["2026-10-10", "2026-11-23"], { weekPattern: "大小周", bigWeekMonday: "2026-11-16" }));
const company = once(() =>
  crafted("zh-CN", ["2026-10-05", "2026-11-23"], { dueSoonDays: 5, confirmDays: 3 }, [
    { from: serial("2026-11-18"), to: serial("2026-11-20"), kind: "休息" },
    { from: serial("2026-10-04"), to: serial("2026-10-05"), kind: "上班" },
    { from: serial("2026-11-25"), kind: "半天" },
    { from: serial("2026-11-26"), kind: "停产" },
  ]),
);

const scenes: readonly Scene[] = [
  ...DATES.map((today): Scene => ({ title: "every light", language: "zh-CN", today, later: true, make: craftedZh })),
  ...["2026-10-05", "2026-10-10"].map(
    (today): Scene => ({ title: "every light in English", language: "en", today, later: true, make: craftedEn }),
  ),
  ...["2026-10-10"].map((today): Scene => ({ title: "six days a week", language: "zh-CN", today, make: sixDays })),
  ...["2026-11-21", "2026-11-23"].map((today): Scene => ({ title: "big and small weeks", language: "zh-CN", today, make: alternating })),
  ...["2026-10-05", "2026-11-23"].map((today): Scene => ({ title: "the company's own days", language: "zh-CN", today, make: company })),
  ...(["zh-CN", "en"] as const).flatMap((language) => {
    const sample = once(async () => (await sampleBook("2026-11-23", language)).bytes());
    return ["2026-12-01"].map((today): Scene => ({ title: `the sample (${language})`, language, today, make: sample }));
  }),
];

describe("LibreOffice computes the lights that core decides on", () => {
  let books: Book[] = [];

  beforeAll(async () => {
    const asked: Uint8Array[] = [];
    for (const scene of scenes) {
      const book = new Book(await scene.make(), scene.language);
      if (scene.later) {
        const { end } = await book.table("actions");
        for (const [index, values] of TYPED_LATER.entries()) await book.type("actions", end + index + (index > 2 ? 1 : 0), values);
      }
      book.setToday(scene.today);
      asked.push(book.bytes());
    }
    const beyond = new Book(await craftedZh());
    beyond.setToday("2031-01-06");
    asked.push(beyond.bytes());
    books = (await recalculatedAll(asked)).map((bytes, index) => new Book(bytes, scenes[index]?.language));
  }, 300_000);

  it.each(scenes.map(({ title, today }, index) => ({ title, today, index })))("$title on $today", async ({ today, index }) => {
    const book = books[index] as Book;
    const { settings, calendar } = await rulesOf(book);
    const wrong: unknown[] = [];
    const parents = new Set((await book.table("actions")).rows.map(({ values }) => values.resolution));
    let compared = 0;
    for (const id of trackedTables) {
      if (!(await book.snapshot()).places.has(id)) continue;
      const { rows, place, cells } = await book.table(id);
      for (const row of rows) {
        // A formula cannot read a date that is text: until it is refreshed the row has none.
        const item =
          typeof cells.values[row.row]?.[place.columns.get("due") ?? -1] === "string" ? { ...row.values, due: null } : row.values;
        const tracked = { ...item, hasActions: id === "resolutions" && parents.has(row.key) };
        const at = (field: string): CellValue => cells.values[row.row]?.[place.columns.get(field) ?? -1] ?? "";
        const expected = {
          light: say(book.language, lightWords[lightOf(tracked, day(today), calendar, settings)]),
          late: daysLate(tracked, day(today), calendar, settings) ?? "",
        };
        const shown = { light: at("light"), late: at("daysLate") };
        if (JSON.stringify(shown) !== JSON.stringify(expected))
          wrong.push({ id, task: row.values.task, row: row.row + 1, expected, shown });
        compared++;
      }
      for (let row = rows.at(-1)?.row ?? 0, last = row + 40; row++ < last; ) {
        for (const field of ["light", "daysLate"]) expect(cells.values[row]?.[place.columns.get(field) ?? -1] ?? "").toBe("");
      }
    }
    expect(wrong).toEqual([]);
    expect(await summaryOf(book)).toEqual(await countsOf(book, day(today)));
    expect(compared).toBeGreaterThan(20);
  });

  it("says so where today is beyond the calendar's years", async () => {
    const book = books.at(-1) as Book;
    const { rows, place, cells } = await book.table("actions");
    const at = (row: number, field: string): CellValue => cells.values[row]?.[place.columns.get(field) ?? -1] ?? "";
    const overdue = rows.filter(({ row }) => at(row, "light") === "逾期");
    expect(overdue.length).toBeGreaterThan(20);
    for (const { row } of overdue) expect(at(row, "daysLate")).toBe("超出日历");
    expect(book.sheet("跟踪汇总").cell(1, 3)?.value).toBe(say("zh-CN", "summary-uncovered"));
    expect((books[0] as Book).sheet("跟踪汇总").cell(1, 3)?.value).toBe("");
  });
});

/** The summary sheet as LibreOffice computed it: department, then open, overdue, due soon, unconfirmed, incomplete, on track, done, done late, done without a date, and the rate. */
async function summaryOf(book: Book): Promise<Record<string, readonly unknown[]>> {
  const sheet = book.sheet(say(book.language, "summary-sheet"));
  const found: Record<string, readonly unknown[]> = {};
  for (let row = 3; sheet.cell(row, 0); row++) {
    const line = Array.from({ length: 10 }, (_, column) => sheet.cell(row, 1 + column)?.value ?? "");
    found[String(sheet.cell(row, 0)?.value)] = line.map((value) => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value));
  }
  return found;
}

/** The same by core, from the rows as they stand; departments that came later count as others. */
async function countsOf(book: Book, today: number): Promise<Record<string, readonly unknown[]>> {
  const { settings, calendar } = await rulesOf(book);
  const snapshot = await book.snapshot();
  const shown = Object.keys(await summaryOf(book));
  const total = say(book.language, "summary-total");
  const other = say(book.language, "summary-nobody");
  const counts = Object.fromEntries(shown.map((name) => [name, new Map<Light, number>()]));
  for (const { table, row } of leaves(snapshot)) {
    const due = row.raw.due === undefined ? row.values.due : null;
    const light = lightOf({ ...row.values, due }, today, calendar, settings);
    const own = shown.find((name) => name.toLowerCase() === row.values.department.toLowerCase()) ?? other;
    for (const name of [own, total]) counts[name]?.set(light, (counts[name]?.get(light) ?? 0) + 1);
    expect(["resolutions", "actions"]).toContain(table);
  }
  return Object.fromEntries(
    shown.map((name) => {
      const of = (...lights: Light[]): number => lights.reduce((sum, light) => sum + (counts[name]?.get(light) ?? 0), 0);
      const open = of("overdue", "noOwner", "noDate", "unconfirmed", "dueSoon", "onTrack");
      const finished = of("done", "doneLate", "doneUndated");
      const rate = open + finished === 0 ? "" : Math.round((finished / (open + finished)) * 1e6) / 1e6;
      return [
        name,
        [
          open,
          of("overdue"),
          of("dueSoon"),
          of("unconfirmed"),
          of("noOwner", "noDate"),
          of("onTrack"),
          of("done"),
          of("doneLate"),
          of("doneUndated"),
          rate,
        ],
      ];
    }),
  );
}
