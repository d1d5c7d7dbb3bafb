import { describe, expect, it } from "vitest";
import { rowsOf } from "../../core/workbook/snapshot.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { snapshotOf } from "../support/registers.ts";

type Lines = Parameters<typeof fill>[1];

function read(sheet: string, lines: Lines, table: "forecast" | "productionPlan" | "capacity") {
  const book = new Workbook();
  fill(book.addSheet(sheet), lines);
  return snapshotOf(book, [table]);
}

describe("a planning table typed wide", () => {
  it("reads as a row for each product and period, below titles, beside other columns, above a total", () => {
    const snapshot = read(
      "销售预测",
      [
        ["2026 年第四季度滚动预测"],
        [],
        ["序号", "料号", "品名", "客户", "W47", "第48周", "合计", "备注"],
        [1, "QX-1", "潜水泵", "瑞丰", 100, "1,200", 1300, "旺季"],
        [2, "0077", "增压泵", null, null, 30, 30, null],
        ["合计", null, null, null, 100, 1230, 1330],
      ],
      "forecast",
    );
    expect(
      rowsOf(snapshot, "forecast").map(({ values, row, column }) => [
        values.product,
        values.period,
        values.quantity,
        values.customer,
        row,
        column,
      ]),
    ).toEqual([
      ["QX-1", "W47", 100, "瑞丰", 3, 4],
      ["QX-1", "第48周", 1200, "瑞丰", 3, 5],
      ["0077", "第48周", 30, "", 4, 5],
    ]);
    expect(rowsOf(snapshot, "forecast")[0]?.values.note).toBe("旺季");
  });

  it("takes plan and actual from a second heading row under each period", () => {
    const snapshot = read(
      "生产计划",
      [
        ["产品编码", "产线", "11月", null, "12月", null],
        [null, null, "计划", "实际", "计划", "实际"],
        ["QX-1", "A", 100, 90, 80, null],
      ],
      "productionPlan",
    );
    expect(rowsOf(snapshot, "productionPlan").map(({ values }) => [values.line, values.period, values.planned, values.actual])).toEqual([
      ["A", "11月", 100, 90],
      ["A", "12月", 80, null],
    ]);
  });

  it("leaves a long table long, whatever its other columns are called", () => {
    const snapshot = read(
      "产能",
      [
        ["产线", "期间", "可用工时", "2026-W47 说明", "W48", "W49"],
        ["A", "2026-W47", 80, "x", 1, 2],
      ],
      "capacity",
    );
    expect(rowsOf(snapshot, "capacity").map(({ values }) => [values.line, values.period, values.hours])).toEqual([["A", "2026-W47", 80]]);
  });

  it("names the cell of a value that is no number", () => {
    const snapshot = read(
      "Forecast",
      [
        ["Product", "2026-W47", "2026-W48"],
        ["QX-1", 5, "many"],
      ],
      "forecast",
    );
    expect(snapshot.tables.get("forecast")?.problems).toMatchObject([
      { code: "number-unreadable", at: { sheet: "Forecast", row: 1, column: 2 } },
    ]);
  });
});
