import { describe, expect, it } from "vitest";
import { tableIds } from "../../../core/tables/tables.ts";
import type { CellValue } from "../../../core/workbook/cells.ts";
import type { Survey } from "../../../core/workbook/host.ts";
import { locateTables } from "../../../core/workbook/locate.ts";
import { STATE_SHEET, State } from "../../../core/workbook/state.ts";
import { DeskHost } from "../../../desk/host/desk-host.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { basis, contextOn, date, runOn, snapshotOf } from "../../support/registers.ts";

function bookOf(sheet: string, ...rows: readonly (readonly CellValue[])[]): Workbook {
  const book = new Workbook();
  const to = book.addSheet(sheet);
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      if (value !== null) to.setValue(at, column, value);
    });
  });
  return book;
}

function placeIn(book: Workbook) {
  const place = snapshotOf(book, ["actions"]).places.get("actions");
  return place && { ...place, columns: Object.fromEntries(place.columns) };
}

describe("a table", () => {
  it("is known by its headings whatever their brackets, spaces, width and language", () => {
    const place = placeIn(bookOf("待办", ["责 任 人（主办）", "Ｔａｓｋ", "完成时限(年月日)", "备注"]));
    expect(place).toMatchObject({ headRow: 0, columns: { owner: 0, task: 1, due: 2 } });
  });

  it("is known by other headings in use, the field's own name first", () => {
    expect(placeIn(bookOf("待办", ["负责人", "事项", "截止日期"]))?.columns).toMatchObject({ owner: 0, task: 1, due: 2 });
    expect(placeIn(bookOf("待办", ["负责人", "责任人", "事项", "截止日期"]))?.columns.owner).toBe(1);
  });

  it("stands on a sheet of any name below its title", () => {
    expect(placeIn(bookOf("二厂", ["待办"], ["责任人", "任务", "完成时限"]))).toMatchObject({ sheet: "二厂", headRow: 1 });
    expect(placeIn(bookOf("二厂", ["责任人", "任务", "完成时限"], ["待办"]))).toBeUndefined();
  });

  it("is the row with the most headings, not one that happens to have some", () => {
    const place = placeIn(bookOf("待办", ["任务", "责任人"], ["编号", "任务", "责任人", "完成时限", "状态"]));
    expect(place?.headRow).toBe(1);
    expect(placeIn(bookOf("待办", ["任务", "责任人"]))).toBeUndefined();
  });

  it("keeps a column whose heading was changed, and misses one that is gone", () => {
    const today = date(2026, 11, 18);
    const book = bookOf("待办", ["责任人", "任务", "完成时限"], ["张三", "核对库存", "2026-11-30"]);
    runOn(book, "refresh-tracking", {}, contextOn(today));
    const before = placeIn(book);
    book.sheet("待办")?.setValue(0, before?.columns.owner ?? 99, "谁来做");
    expect(placeIn(book)).toMatchObject({ columns: before?.columns, renamed: [{ field: "owner", heading: "谁来做", was: "责任人" }] });
    book.sheet("待办")?.setValue(0, before?.columns.owner ?? 99, null);
    expect(placeIn(book)?.lost).toEqual(["owner"]);
  });

  it("keeps its columns when each heading in turn is changed and a command run in between", () => {
    const context = contextOn(date(2026, 11, 18));
    const book = bookOf("待办", ["责任人", "任务", "完成时限"], ["张三", "核对库存", "2026-11-30"]);
    runOn(book, "refresh-tracking", {}, context);
    const sheet = book.sheet("待办");
    sheet?.tables.splice(0);
    const before = placeIn(book)?.columns;
    for (const [field, column] of Object.entries(before ?? {})) {
      sheet?.setValue(0, column, `我的☂${field}`);
      runOn(book, "refresh-tracking", {}, context);
    }
    expect(placeIn(book)?.columns).toEqual(before);
  });

  it("is known again by the headings remembered, on a sheet that was given another name", () => {
    const book = bookOf("待办", ["谁", "做什么", "完成时限", "责任人", "任务", "状态"], ["张三", "核对库存", "2026-11-30"]);
    runOn(book, "refresh-tracking", {}, contextOn(date(2026, 11, 18)));
    const before = placeIn(book);
    const sheet = book.sheet("待办");
    if (sheet) sheet.name = "我的清单";
    sheet?.tables.splice(0);
    expect(placeIn(book)).toMatchObject({ sheet: "我的清单", columns: before?.columns });
  });
});

describe("one table, where sheets have no native ones", () => {
  const today = date(2026, 11, 18);

  /** The survey of a book, and whose heads were looked at. */
  function surveyed(book: Workbook): { readonly survey: Survey; readonly state: State; readonly looked: Set<string> } {
    for (const sheet of book.sheets) sheet.tables.splice(0);
    const told = new DeskHost(book).survey([STATE_SHEET]);
    const looked = new Set<string>();
    const sheets = told.sheets.map(({ head, ...facts }) => ({
      ...facts,
      get head() {
        looked.add(facts.name);
        return head;
      },
    }));
    return { survey: { ...told, sheets }, state: State.read(told), looked };
  }

  function expectAlike(book: Workbook): void {
    const { survey, state } = surveyed(book);
    const all = new Map(locateTables(survey, state));
    for (const id of tableIds) expect(locateTables(survey, state).get(id), id).toEqual(all.get(id));
  }

  it("is found by its own sheet alone", () => {
    const { survey, state, looked } = surveyed(basis("sample", today, "zh-CN"));
    const place = locateTables(survey, state).get("actions");
    expect([...looked]).toEqual([place?.sheet]);
  });

  it("is found where all of them are, whatever its sheet and others are called by now", () => {
    expectAlike(basis("sample", today, "zh-CN"));
    for (const [from, to] of [
      ["待办事项", "二厂待办"],
      ["决议", "待办"],
      ["产线", "产能表"],
      ["日志", "旧日志"],
    ] as const) {
      const book = basis("sample", today, "zh-CN");
      const sheet = book.sheet(from) ?? expect.fail(`no sheet ${from}`);
      sheet.name = to;
      expectAlike(book);
    }
  });
});
