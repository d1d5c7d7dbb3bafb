import { describe, expect, it } from "vitest";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { Book, serial } from "../system/books.ts";

const TODAY = "2026-11-25";
type Table = readonly (readonly CellValue[])[];

const DUE = [serial("2026-11-26"), serial("2026-12-03")] as const;
const OURS: Readonly<Record<string, Table>> = {
  产品: [
    ["产品编码", "产品名称", "单位", "安全库存", "产线", "单位工时(小时)"],
    ["100200", "减速机", "台", 20, "L1", 0.5],
  ],
  订单: [
    ["订单号", "行号", "客户", "产品编码", "订单数量", "已发数量", "要求交期", "承诺交期", "已关闭"],
    ["SO-1", 10, "甲", "100200", 120, 20, DUE[0], null, null],
    ["SO-2", 10, "乙", "100200", 80, null, DUE[1], null, null],
    ["SO-3", 10, "乙", "100200", 999, 0, DUE[1], null, "是"],
  ],
  生产计划: [
    ["产品编码", "期间", "产线", "计划数量", "实际产量"],
    ["100200", "2026-W48", "L1", 60, 10],
  ],
  库存: [
    ["产品编码", "仓库", "库存数量", "可用库存", "库存日期"],
    ["100200", "成品仓", 50, 40, serial("2026-11-24")],
  ],
};

/** The same as an ERP exports it: its own words, another order of columns, columns of its own, codes as numbers, a title above. */
const EXPORTED: Readonly<Record<string, Table>> = {
  产品: [
    ["计量单位", "存货编码", "规格型号", "存货名称", "安全库存量", "生产线", "单件工时"],
    ["台", 100200, "PLX", "减速机", 20, "L1", 0.5],
  ],
  在手订单: [
    ["订单执行明细表"],
    ["客户名称", "销售单号", "项次", "物料描述", "产品代码", "订货数量", "已出库数量", "含税金额", "交货日期", "行关闭标志"],
    ["甲", "SO-1", 10, "减速机", 100200, 120, 20, 1e6, DUE[0], null],
    ["乙", "SO-2", 10, "减速机", 100200, 80, null, 1e6, DUE[1], null],
    ["乙", "SO-3", 10, "减速机", 100200, 999, 0, 1e6, DUE[1], "是"],
  ],
  排产: [
    ["线别", "周次", "料号", "排产数量", "完工数量"],
    ["L1", "2026-W48", 100200, 60, 10],
  ],
  库存表: [
    ["仓库名称", "料号", "现有库存", "可用数量", "截止日期"],
    ["成品仓", 100200, 50, 40, serial("2026-11-24")],
  ],
};

function bookOf(tables: Readonly<Record<string, Table>>): Book {
  const book = new Book(undefined, "zh-CN");
  for (const [name, lines] of Object.entries(tables)) fill(book.file.workbook.addSheet(name), lines);
  return book;
}

/** The figures of the one product on the balance sheet, row by row. */
function figures(book: Book): unknown[] {
  return [...book.sheet("产销存平衡表").cells]
    .filter(([, line]) => line.get(1)?.value === "100200")
    .map(([, line]) => [...line].filter(([column]) => column === 0 || column > 3).map(([, { value }]) => value));
}

describe("tables as other systems export them", () => {
  it("come to the same balance, whatever their headings, order and further columns", async () => {
    const [ours, exported] = [bookOf(OURS), bookOf(EXPORTED)];
    for (const book of [ours, exported]) await book.run("refresh-balance", TODAY);
    expect(figures(ours).length).toBeGreaterThan(8);
    expect(JSON.stringify(figures(ours))).toContain("180");
    expect(figures(exported)).toEqual(figures(ours));
  });

  it("are named where a sheet's headings are not understood, rather than left out in silence", async () => {
    const strange: Table = [
      ["编码", "仓", "多少"],
      [100200, "成品仓", 50],
    ];
    const book = bookOf({ ...EXPORTED, 库存表: strange });
    const { problems } = await book.run("refresh-balance", TODAY, {}, true);
    expect(problems.filter(({ code }) => code === "sheet-not-read").map(({ at, params }) => [at?.sheet, params.headings])).toEqual([
      ["库存表", "产品编码、库存数量"],
    ]);
    book.sheet("库存表").setValue(0, 0, "料号");
    book.sheet("库存表").setValue(0, 1, "仓库");
    book.sheet("库存表").setValue(0, 2, "现存量");
    expect((await book.run("refresh-balance", TODAY, {}, true)).problems.filter(({ code }) => code === "sheet-not-read")).toEqual([]);
  });
});
