import { beforeAll, describe, expect, it } from "vitest";
import { daysLate, lightOf, lightWords } from "../../core/tracking/light.ts";
import { trackedTables } from "../../core/tracking/with-tracking.ts";
import type { Language } from "../../core/words/language.ts";
import { say } from "../../core/words/message.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { Book, day, rulesOf, sampleBook, serial, shift } from "./books.ts";

/** Make-up days, holidays, week-ends, ordinary days, days of a year that is not announced. */
const DATES = [
  "2026-02-13",
  "2026-02-14",
  "2026-02-16",
  "2026-02-24",
  "2026-02-28",
  "2026-09-20",
  "2026-10-01",
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

interface Scene {
  readonly title: string;
  readonly language: Language;
  readonly today: string;
  /** Rows typed after the last refresh. */
  readonly later?: boolean;
  readonly make: () => Promise<Uint8Array>;
}

async function crafted(language: Language, dates: readonly string[], settings: Typed = {}, calendar: readonly Typed[] = []): Promise<Uint8Array> {
  const book = new Book(undefined, language);
  await book.run("set-up-workbook", BASE);
  const set = await book.table("settings");
  for (const [code, value] of Object.entries(settings)) {
    const row = set.byKey.get(code)?.row;
    if (row === undefined) throw new Error(`no setting ${code}`);
    await book.type("settings", row, { value });
  }
  for (const [index, values] of calendar.entries()) await book.type("companyCalendar", 1 + index, values);
  const rows = [...ALWAYS, ...dates.flatMap(rowsAround)].map((values, index) => ({ no: `T-${index + 1}`, ...values }));
  const { place } = await book.table("actions");
  const sheet = book.sheet(place.sheet);
  rows.forEach((values: Typed, index) => {
    for (const [field, value] of Object.entries(values)) sheet.setValue(1 + index, place.columns.get(field) ?? -1, value);
  });
  await book.run("refresh-tracking", BASE, {}, true);
  return book.bytes();
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const craftedZh = once(() => crafted("zh-CN", ["2026-02-14", "2026-10-08", "2026-11-23", "2027-01-04"]));
const craftedEn = once(() => crafted("en", ["2026-10-10"]));
const sixDays = once(() => crafted("zh-CN", ["2026-10-10", "2026-11-23"], { weekPattern: "单休" }));
const alternating = once(() =>
  crafted("zh-CN", ["2026-10-10", "2026-11-23"], { weekPattern: "大小周", bigWeekMonday: "2026-11-16" }),
);
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
  ...["2026-10-05", "2026-10-10"].map((today): Scene => ({ title: "every light in English", language: "en", today, later: true, make: craftedEn })),
  ...["2026-10-10", "2026-11-23"].map((today): Scene => ({ title: "six days a week", language: "zh-CN", today, make: sixDays })),
  ...["2026-10-10", "2026-11-21", "2026-11-23"].map(
    (today): Scene => ({ title: "big and small weeks", language: "zh-CN", today, make: alternating }),
  ),
  ...["2026-10-05", "2026-11-23"].map((today): Scene => ({ title: "the company's own days", language: "zh-CN", today, make: company })),
  ...(["zh-CN", "en"] as const).flatMap((language) => {
    const sample = once(async () => (await sampleBook("2026-11-23", language)).bytes());
    return ["2026-11-23", "2026-12-01"].map((today): Scene => ({ title: `the sample (${language})`, language, today, make: sample }));
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
    books = (await recalculatedAll(asked)).map((bytes, index) => new Book(bytes, scenes[index]?.language));
  });

  it.each(scenes.map(({ title, today }, index) => ({ title, today, index })))("$title on $today", async ({ today, index }) => {
    const book = books[index] as Book;
    const { settings, calendar } = await rulesOf(book);
    const wrong: unknown[] = [];
    let compared = 0;
    for (const id of trackedTables) {
      const { rows, place, cells } = await book.table(id);
      for (const row of rows) {
        // A formula cannot read a date that is text: until it is refreshed the row has none.
        const item = typeof cells.values[row.row]?.[place.columns.get("due") ?? -1] === "string" ? { ...row.values, due: null } : row.values;
        const at = (field: string): CellValue => cells.values[row.row]?.[place.columns.get(field) ?? -1] ?? "";
        const expected = {
          light: say(book.language, lightWords[lightOf(item, day(today), calendar, settings)]),
          late: daysLate(item, day(today), calendar, settings) ?? "",
        };
        const shown = { light: at("light"), late: at("daysLate") };
        if (JSON.stringify(shown) !== JSON.stringify(expected)) wrong.push({ id, task: row.values.task, row: row.row + 1, expected, shown });
        compared++;
      }
      for (let row = rows.at(-1)?.row ?? 0, last = row + 40; row++ < last; ) {
        for (const field of ["light", "daysLate"]) expect(cells.values[row]?.[place.columns.get(field) ?? -1] ?? "").toBe("");
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(20);
  });
});
