import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { CellValue } from "../../core/workbook/cells.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { Book, errorsIn, sampleBook, serial } from "./books.ts";

const TODAY = "2026-11-23";

type Line = readonly CellValue[];

async function written(fillIn: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fillIn(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function put(sheet: ExcelJS.Worksheet, row: number, column: number, lines: readonly Line[]): void {
  lines.forEach((line, down) => {
    line.forEach((value, across) => {
      if (value !== null) sheet.getCell(row + down, column + across).value = value as ExcelJS.CellValue;
    });
  });
}

/** A planner's own list: titles above, from column C, columns in another order and some of their own, sums and signatures below. */
function planners(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet("待办");
  sheet.mergeCells("C1:K1");
  put(sheet, 1, 3, [["华东工厂 2026 年产销协调会待办清单"], ["更新日期：2026-11-20", null, null, "保密"]]);
  put(sheet, 4, 3, [
    ["事项", "状态", "负责人", "截止日期", "自用备注", "编号", "任务编号", "负责部门", "决议"],
    ["审核供应商资料", "进行中", "101", "2026/11/20", "=不是公式", 1, "CX-2026-W40-1-A1", "采购部", "同意"],
    ["补齐安全库存", "已完成", 102, serial("2026-11-25"), "甲", 2, "CX-2026-W40-1-A2", "生产部", "同意"],
    ["小计：2 项", null, null, null, null, null, null, null, null],
    ["事项", "状态", "负责人", "截止日期", "自用备注", "编号", "任务编号", "负责部门", "决议"],
    ["平均交期从 9 天降到 7 天", "未开始", "张三", "11月27日", "乙", 3, null, "物流部", "同意"],
    ["合计", null, null, null, 3, null, null, null, null],
    ["制表：李四", null, null, "审核：王五", null, null, null, null, null],
  ]);
  sheet.getCell("G20").value = { formula: "COUNTA(C5:C10)", result: 5 };
  sheet.getCell("M6").value = "旁边的便条";
}

/** The cells of a sheet that are not in the columns Concord added. */
function cellsOf(book: Book, name: string, columns: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [row, line] of book.sheet(name).cells) {
    for (const [column, { value, formula }] of line)
      if (column < columns && value !== null) found[`${row},${column}`] = formula === undefined ? value : `=${formula}`;
  }
  return found;
}

describe("A planner's own list, written by ExcelJS", () => {
  it("is read from below its titles, past repeated headings and subtotals, down to its total", async () => {
    const book = new Book(await written(planners));
    const { place, rows, below } = await book.table("actions");
    expect([place.sheet, place.headRow, place.column]).toEqual(["待办", 3, 2]);
    expect(rows.map(({ row, values }) => [row, values.no, values.task, values.owner, values.status])).toEqual([
      [4, "CX-2026-W40-1-A1", "审核供应商资料", "101", "inProgress"],
      [5, "CX-2026-W40-1-A2", "补齐安全库存", "102", "done"],
      [8, "", "平均交期从 9 天降到 7 天", "张三", "assigned"],
    ]);
    expect(below).toBe(9);
    expect((await book.snapshot()).places.has("resolutions")).toBe(false);
  });

  it("keeps everything that is its planner's when tracking is refreshed, and again", async () => {
    const bytes = await written(planners);
    const before = cellsOf(new Book(bytes), "待办", 40);
    const book = new Book(bytes);
    await book.run("refresh-tracking", TODAY, {}, true);
    const once = book.bytes();
    const again = new Book(once);
    const after = cellsOf(again, "待办", 40);
    for (const [at, value] of Object.entries(before)) {
      const isDate = at === "4,5"; // the text of a date became a date
      expect(after[at], at).toEqual(isDate ? serial("2026-11-20") : value);
    }
    const { rows, place } = await again.table("actions");
    expect(rows).toHaveLength(3);
    expect(rows[2]?.values.no).not.toBe("");
    for (const field of ["light", "daysLate"]) expect(place.columns.get(field)).toBeGreaterThan(12);
    expect((await again.run("refresh-tracking", TODAY, {}, true)).edits).toBe(0);
  });

  it("makes room above its total for new rows", async () => {
    const book = new Book(await written(planners));
    await book.run("refresh-tracking", TODAY, {}, true);
    await book.run("generate-minutes", TODAY);
    const minutes = book.file.workbook.sheets.find(({ name }) => name.startsWith("会议记录"));
    expect(minutes).toBeDefined();
  });
});

describe("Native tables by ExcelJS", () => {
  /** A table of another name, with a totals row, in a workbook with English headings on a Chinese sheet. */
  const withTable = (totals: boolean, name: string) =>
    written((book) => {
      const sheet = book.addWorksheet("行动计划");
      sheet.addTable({
        name,
        ref: "B3",
        headerRow: true,
        totalsRow: totals,
        style: { theme: "TableStyleMedium2" },
        columns: [
          { name: "Action no.", totalsRowLabel: "汇总" },
          { name: "Task" },
          { name: "Owner" },
          { name: "Due" },
          { name: "Status", ...(totals ? { totalsRowFunction: "count" as const } : {}) },
          { name: "My own" },
        ],
        rows: [
          ["A-1", "Audit supplier", "Li", new Date(Date.UTC(2026, 10, 20)), "In progress", 1],
          ["A-2", "Weekly plan", "Wu", new Date(Date.UTC(2026, 10, 30)), "Not started", 2],
        ],
      });
      book.addWorksheet("别的").getCell("A1").value = { formula: `SUM(${name}[My own])`, result: 3 };
    });

  const kinds = [
    [false, "concord_actions"],
    [true, "concord_actions"],
    [false, "Mine"],
    [true, "Mine"],
  ] as const;
  const keys = async (book: Book): Promise<string[]> => (await book.table("actions")).rows.map(({ key }) => key);
  const refreshed: Uint8Array[] = [];
  let computed: Uint8Array[] = [];

  beforeAll(async () => {
    for (const [totals, name] of kinds) {
      const book = new Book(await withTable(totals, name));
      expect(await keys(book)).toEqual(["A-1", "A-2"]);
      expect((await book.table("actions")).place.native?.name).toBe(name);
      await book.run("refresh-tracking", TODAY, {}, true);
      refreshed.push(book.bytes());
    }
    computed = await recalculatedAll(refreshed);
  });

  it.each(kinds.map(([totals, name], index) => ({ totals, name, index })))("totals row: $totals, named $name", async ({ name, index }) => {
    const saved = new Book(refreshed[index]);
    expect(await keys(saved)).toEqual(["A-1", "A-2"]);
    expect(saved.sheet("别的").cell(0, 0)?.formula).toBe(`SUM(${name}[My own])`);
    expect((await saved.run("refresh-tracking", TODAY, {}, true)).edits).toBe(0);
    const seen = new Book(computed[index]);
    expect(errorsIn(seen)).toEqual([]);
    const { rows, place } = await seen.table("actions");
    const lights = rows.map(({ row }) => seen.sheet("行动计划").cell(row, place.columns.get("light") ?? -1)?.value ?? "");
    expect(lights).toHaveLength(2);
    expect(lights).not.toContain("");
  });
});

describe("Registers saved by LibreOffice", () => {
  let books: Uint8Array[] = [];
  beforeAll(async () => {
    const made: Uint8Array[] = [];
    for (const language of ["zh-CN", "en"] as const) {
      const book = await sampleBook(TODAY, language);
      await book.run("generate-minutes", TODAY);
      made.push(book.bytes());
    }
    made.push(await written(planners));
    books = await recalculatedAll(made);
  });

  it.each([
    [0, "zh-CN"],
    [1, "en"],
  ] as const)("the sample comes back with the same rows (%i, %s), and its commands still work", async (index, language) => {
    const saved = new Book(books[index], language);
    const before = await (await sampleBook(TODAY, language)).snapshot();
    const after = await saved.snapshot();
    expect([...after.places.keys()].sort()).toEqual([...before.places.keys()].sort());
    for (const [id, table] of before.tables) {
      const known = after.tables.get(id);
      if (id !== "log" && id !== "meetings")
        expect(
          known?.rows.map(({ values }) => values),
          id,
        ).toEqual(table.rows.map(({ values }) => values));
      expect(known?.problems, id).toEqual(table.problems);
    }
    const refreshed = await saved.run("refresh-tracking", TODAY);
    // Lights are those of the day on which LibreOffice computed them.
    expect(refreshed.preview.filter(({ field }) => field !== "light" && field !== "daysLate")).toEqual([]);
    expect((await saved.run("refresh-tracking", TODAY)).edits).toBe(0);
    const minutes = saved.file.workbook.sheets.find(({ cells }) => String(cells.get(0)?.get(0)?.value ?? "").startsWith("#minutes"));
    expect(minutes).toBeDefined();
    const task = [...(minutes?.cells ?? [])].find(([, line]) => line.get(0)?.value === "actions:");
    if (!minutes || !task) throw new Error("no action row in the minutes");
    for (const [column, value] of [
      [2, "=复核 @库存"],
      [5, "生产部"],
      [6, "王强"],
      [7, serial("2026-12-04")],
    ] as const)
      minutes.setValue(task[0], column, value);
    const recorded = await saved.run("record-minutes", TODAY, {}, true);
    expect(recorded.report.map(({ code }) => code)).toContain("minutes-recorded");
    const again = new Book(saved.bytes(), language);
    expect((await again.table("actions")).rows.some(({ values }) => values.task === "=复核 @库存" && values.due !== null)).toBe(true);
    expect((await again.run("record-minutes", TODAY, {}, true)).changes).toBe(0);
  });

  it("a planner's list saved by LibreOffice is read the same", async () => {
    const { rows } = await new Book(books[2]).table("actions");
    expect(rows.map(({ row, values }) => [row, values.task])).toEqual([
      [4, "审核供应商资料"],
      [5, "补齐安全库存"],
      [8, "平均交期从 9 天降到 7 天"],
    ]);
  });
});
