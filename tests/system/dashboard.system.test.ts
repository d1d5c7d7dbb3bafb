import { beforeAll, describe, expect, it } from "vitest";
import { parseIso, toIso } from "../../core/base/plain-date.ts";
import { type TableId, tableOf } from "../../core/tables/tables.ts";
import { type Language, nameIn } from "../../core/words/language.ts";
import { say } from "../../core/words/message.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { Book, sampleBook, serial, shift } from "./books.ts";

type Typed = Readonly<Record<string, CellValue>>;

interface Scene {
  readonly title: string;
  readonly language: Language;
  /** When the dashboard was last refreshed, and when it is looked at. */
  readonly made: string;
  readonly today: string;
  readonly period: { readonly from?: string; readonly until?: string };
  readonly make: () => Promise<Book>;
}

/** A register of odd rows: dates as texts, with a time of day, lacking; split, undecided, cancelled; spellings of either language. */
async function crafted(): Promise<Book> {
  const book = new Book(undefined, "zh-CN");
  const add = (id: TableId, rows: readonly Typed[]): void => {
    const sheet = book.file.workbook.addSheet(nameIn("zh-CN", tableOf(id)));
    const fields = Object.keys(tableOf(id).fields);
    const heads = Object.values(tableOf(id).fields).map((field) => nameIn("zh-CN", field));
    fill(sheet, [heads, ...rows.map((row) => fields.map((field) => row[field] ?? null))]);
  };
  const states = ["已下达", "进行中", "已完成", "Done", "已验收", "已延期", "已取消", "Completed", "谁知道", "已确认"];
  const departments = ["销售部", "生产部", "采购部", "qc", "QC", "", "研发部", "物流部", "财务部"];
  const item = (seed: number): Typed => {
    const start = shift("2026-07-20", (seed * 13) % 130);
    const due = serial(shift(start, 3 + ((seed * 7) % 30)));
    const status = states[seed % states.length] ?? "";
    const isDone = /完成|Done|验收|Completed/.test(status);
    return {
      task: `第 ${seed} 项`,
      department: departments[(seed * 5) % departments.length] ?? "",
      owner: seed % 11 === 0 ? "" : "王强",
      status,
      assignedOn: seed % 6 === 0 ? null : serial(start),
      due: seed % 17 === 0 ? "下周" : seed % 19 === 0 ? null : seed % 23 === 0 ? due + 0.5 : due + (seed % 4 === 0 ? 14 : 0),
      firstDue: seed % 4 === 0 ? due : null,
      doneOn: !isDone || seed % 13 === 0 ? null : serial(shift(start, 1 + ((seed * 11) % 45))),
      carried: seed % 5 === 0 ? null : seed % 6,
      postponed: seed % 4 === 0 ? 1 + (seed % 3) : null,
    };
  };
  const numbers = Array.from({ length: 160 }, (_, index) => index + 1);
  add(
    "resolutions",
    numbers.slice(0, 60).map((seed) => ({ ...item(seed * 3), no: `R-${seed}`, kind: seed % 12 === 0 ? "未决" : "决议" })),
  );
  add(
    "actions",
    numbers.map((seed) => ({
      ...item(seed),
      ...(seed % 14 === 0 ? {} : { no: `A-${seed}` }),
      resolution: seed % 9 === 0 ? `R-${seed % 60}` : null,
    })),
  );
  const meetings = ["已计划", "已记录", "Approved", "已分发", "已归档", "已取消", "Proposed", "已召开", ""];
  add(
    "meetings",
    numbers.slice(0, 45).map((seed) => {
      const date = serial(shift("2026-06-15", seed * 4));
      return {
        no: `M-${seed}`,
        name: "产销协调会",
        date: seed % 16 === 0 ? "待定" : date,
        state: meetings[seed % meetings.length] ?? "",
        minutesDue: seed % 7 === 0 ? null : date + 1,
        distributedOn: seed % 3 === 0 ? null : date + (seed % 4),
        expected: 8 + (seed % 5),
        present: seed % 8 === 0 ? null : 6 + (seed % 4),
      };
    }),
  );
  return book;
}

const wide = { from: "2026-08-12", until: "2026-12-05" };

const scenes: Scene[] = [
  ...(["zh-CN", "en"] as const).map((language): Scene => {
    const make = () => sampleBook("2026-11-23", language);
    return { title: `the sample (${language})`, language, made: "2026-11-23", today: "2026-12-01", period: {}, make };
  }),
  ...["2026-09-30", "2026-10-08", "2026-11-20"].map(
    (today): Scene => ({ title: "odd rows", language: "zh-CN", made: "2026-09-01", today, period: wide, make: crafted }),
  ),
  {
    title: "odd rows by months",
    language: "zh-CN",
    made: "2026-09-01",
    today: "2026-11-20",
    period: { from: "2026-01-15", until: "2026-12-31" },
    make: crafted,
  },
];

/** The dashboard's cells from the first to the last, without the words beside the page. */
function cellsOf(book: Book): Map<string, CellValue> {
  const sheet = book.sheet(say(book.language, "dashboard-sheet"));
  const found = new Map<string, CellValue>();
  for (const [row, line] of sheet.cells)
    for (const [column, { value }] of line) {
      const rounded = typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;
      if (column < 24 && value !== null && value !== "") found.set(`${row},${column}`, rounded);
    }
  return found;
}

describe("LibreOffice computes the dashboard that core decides on", () => {
  let books: Book[] = [];

  beforeAll(async () => {
    const asked: Uint8Array[] = [];
    for (const { language, made, today, period, make } of scenes) {
      const book = await make();
      await book.run("refresh-dashboard", made, period, true);
      const later = new Book(book.bytes(), language);
      later.setToday(today);
      asked.push(later.bytes());
    }
    books = (await recalculatedAll(asked)).map((bytes, index) => new Book(bytes, scenes[index]?.language));
  }, 300_000);

  it.each(scenes.map((scene, index) => ({ ...scene, index })))(
    "$title on $today",
    async ({ language, made, today, period, make, index }) => {
      const expected = await make();
      const until = period.until ?? made;
      const from = period.from ?? toIso((parseIso(until) ?? 0) - (((parseIso(until) ?? 0) + 3) % 7) - 84);
      // Of the day it was made, so that what the lights stand on is the same; then of the day that is looked at.
      await expected.run("refresh-dashboard", made, period, true);
      await expected.run("refresh-dashboard", today, { from, until }, true);
      const [shown, told] = [cellsOf(books[index] as Book), cellsOf(expected)];
      const wrong = [...new Set([...shown.keys(), ...told.keys()])].filter((at) => shown.get(at) !== told.get(at));
      expect(wrong.map((at) => ({ at, shown: shown.get(at), told: told.get(at) }))).toEqual([]);
      expect([...told.values()].filter((value) => typeof value === "number" && value > 0).length).toBeGreaterThan(40);
      expect(language).toBe(books[index]?.language);
    },
  );
});
