import { describe, expect, it } from "vitest";
import { sayProblem } from "../../core/words/message.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { Book, serial } from "../system/books.ts";

const TODAY = "2026-11-25";
type Lines = readonly (readonly CellValue[])[];

const SETTINGS: Lines = [
  ["代号", "设置项", "值"],
  ["balanceWeeks", "", "4"],
  ["balanceMonths", "", "0"],
];
const PRODUCTS: Lines = [
  ["产品编码", "产品名称", "单位", "产线", "单位工时(小时)", "最高可供周数"],
  ["P1", "泵", "台", "L1", 0.5, 2],
];
const stock = (quantity: CellValue): Lines => [
  ["产品编码", "仓库", "库存数量"],
  ["P1", "成品仓", quantity],
];
const orders = (...lines: Lines): Lines => [["订单号", "行号", "产品编码", "订单数量", "已发数量", "要求交期"], ...lines];
const forecast = (...lines: Lines): Lines => [["产品编码", "期间", "预测数量"], ...lines];

interface Refreshed {
  /** A row of the balance sheet, or of another, by its code and item: the first four periods. */
  readonly row: (code: string, item: string, sheet?: string) => CellValue[];
  /** Each problem as the cell and the sentence in both languages. */
  readonly said: readonly string[];
  /** Kind and subject of each imbalance. */
  readonly imbalances: readonly (readonly CellValue[])[];
}

async function refreshed(sheets: Readonly<Record<string, Lines>>, today = TODAY): Promise<Refreshed> {
  const book = new Book(undefined, "zh-CN");
  for (const [name, lines] of Object.entries({ 设置: SETTINGS, 产品: PRODUCTS, ...sheets })) fill(book.file.workbook.addSheet(name), lines);
  const { problems } = await book.run("refresh-balance", today, {}, true);
  expect((await book.run("refresh-balance", today, {}, true)).edits).toBe(0);
  const list = book.file.workbook.sheet("失衡清单") ? (await book.table("imbalances")).rows : [];
  return {
    row: (code, item, name = "产销存平衡表") => {
      for (const [, line] of book.sheet(name).cells)
        if (line.get(1)?.value === code && line.get(4)?.value === item)
          return [5, 6, 7, 8].map((column) => line.get(column)?.value ?? null);
      throw new Error(`no row ${item} of ${code} in ${name}`);
    },
    said: problems.flatMap((found) => [sayProblem("zh-CN", found), sayProblem("en", found)]),
    imbalances: list.map(({ values }) => [values.kind, values.subject]),
  };
}

describe("what planners' tables hold, on the sheets of the balance", () => {
  it("no demand: stock lasts beyond the horizon, and all of it is excess where there is a maximum", async () => {
    const { row, said, imbalances } = await refreshed({ 库存: stock(10) });
    expect(said).toEqual([]);
    expect([row("P1", "需求"), row("P1", "期末库存"), row("P1", "可供周数"), row("P1", "积压数量"), row("P1", "状态")]).toEqual([
      [0, 0, 0, 0],
      [10, 10, 10, 10],
      [">3", ">2", ">1", "–"],
      [10, 10, 10, 10],
      ["积压", "积压", "积压", "积压"],
    ]);
    expect(imbalances).toEqual([["excess", "P1"]]);
  });

  it("a line without hours: whatever it has to make is above them, and nothing is not", async () => {
    const { row, said, imbalances } = await refreshed({
      产线: [
        ["产线", "产线名称", "每周可用工时"],
        ["L1", "总装", 0],
      ],
      生产计划: [
        ["产品编码", "期间", "计划数量"],
        ["P1", "2026-W48", 100],
      ],
      库存: stock(0),
    });
    expect(said).toEqual([]);
    const line = (item: string): CellValue[] => row("L1", item, "产能负荷表");
    expect([line("可用工时"), line("负荷率"), line("状态")]).toEqual([
      [0, 0, 0, 0],
      ["无产能", 0, 0, 0],
      ["超负荷", null, null, null],
    ]);
    expect(imbalances).toContainEqual(["overload", "L1"]);
  });

  it("stock below zero: owed from the start, and its cell is named", async () => {
    const { row, said, imbalances } = await refreshed({ 库存: stock(-10) });
    expect(said).toEqual([
      "库存!A2 产品 P1 的库存为负：-10，按已欠交计。请核对是否漏记入库。",
      "库存!A2 The stock of P1 is negative: -10. It counts as owed; check whether a receipt was not booked.",
    ]);
    expect([row("P1", "期初库存"), row("P1", "可供周数"), row("P1", "状态")]).toEqual([
      [-10, -10, -10, -10],
      [0, 0, 0, 0],
      ["缺货", "缺货", "缺货", "缺货"],
    ]);
    expect(imbalances).toEqual([["shortage", "P1"]]);
  });

  it("returns: they lower the demand of their period, and eat no forecast", async () => {
    const due = serial("2026-12-01");
    const { row, said } = await refreshed({
      库存: stock(10),
      订单: orders(["SO-1", 10, "P1", -4, null, due], ["SO-2", 10, "P1", 20, null, due]),
      销售预测: forecast(["P1", "2026-W49", 30]),
    });
    expect(said.filter((text) => text.startsWith("订单"))).toEqual([]);
    expect([row("P1", "未交订单"), row("P1", "订单冲销预测"), row("P1", "需求")]).toEqual([
      [0, 16, 0, 0],
      [0, 20, 0, 0],
      [0, 26, 0, 0],
    ]);
  });

  it("orders due in the past: what is open of them is demand of the current period, beside its forecast", async () => {
    const { row, said, imbalances } = await refreshed({
      库存: stock(10),
      订单: orders(["SO-1", 10, "P1", 20, 5, serial("2026-10-01")]),
      销售预测: forecast(["P1", "2026-W48", 3]),
    });
    expect(said).toEqual([]);
    expect([row("P1", "未交订单"), row("P1", "需求"), row("P1", "期末库存")]).toEqual([
      [15, 0, 0, 0],
      [18, 0, 0, 0],
      [-8, -8, -8, -8],
    ]);
    expect(imbalances).toEqual([["shortage", "P1"]]);
  });

  it("a product without forecast: its orders are its demand", async () => {
    const { row, said } = await refreshed({
      产品: [...PRODUCTS, ["P2", "阀", "台", "L1", 0.5, 2]],
      订单: orders(["SO-1", 10, "P2", 20, null, serial(TODAY)]),
      销售预测: forecast(["P1", "2026-W48", 7]),
    });
    expect(said).toEqual([]);
    expect([row("P2", "销售预测"), row("P2", "需求"), row("P1", "需求")]).toEqual([
      [0, 0, 0, 0],
      [20, 0, 0, 0],
      [7, 0, 0, 0],
    ]);
  });

  it("a product's code twice: the first row counts, the second is named once", async () => {
    const { row, said } = await refreshed({ 产品: [...PRODUCTS, ["P1", "泵乙", "件", "L1", 0.9, 9]], 库存: stock(10) });
    expect(said).toEqual([
      "产品!A3 产品编码 P1 重复，以第一行为准，本行未计入。请合并或改正编码。",
      "产品!A3 The product code P1 stands here a second time; the first row counts and this one does not. Merge them or correct the code.",
    ]);
    expect([row("P1", "期初库存"), row("P1", "积压数量")]).toEqual([
      [10, 10, 10, 10],
      [10, 10, 10, 10],
    ]);
  });

  it("codes that differ by their leading zeros alone: each its own, and one that lost or won a zero is named", async () => {
    const { row, said } = await refreshed({
      产品: [
        ["产品编码", "产品名称", "单位"],
        ["00123", "泵", "台"],
        ["123", "阀", "台"],
      ],
      库存: [
        ["产品编码", "仓库", "库存数量"],
        ["00123", "成品仓", 5],
        ["123", "成品仓", 7],
        ["0123", "成品仓", 9],
      ],
    });
    expect(said).toEqual([
      "库存!A4 产品 0123 不在产品表中；产品表中有 123，可能丢了开头的 0。请改正编码。",
      "库存!A4 0123 is not in the table of products, 123 is: zeros at its beginning may be lost. Correct the code.",
    ]);
    expect([row("00123", "期初库存"), row("123", "期初库存"), row("0123", "期初库存")].map(([first]) => first)).toEqual([5, 7, 9]);
  });

  it("a code of leading zeros that an ERP paste made a number: still that product, where no other is the same number", async () => {
    const { row, said } = await refreshed({
      产品: [
        ["产品编码", "产品名称", "单位"],
        ["00123", "泵", "台"],
      ],
      库存: [
        ["产品编码", "仓库", "库存数量"],
        [123, "成品仓", 5],
      ],
    });
    expect([said, row("00123", "期初库存")]).toEqual([[], [5, 5, 5, 5]]);
  });

  it("a period that nobody filled between others: it is 0, and is named with the column of periods", async () => {
    const { row, said } = await refreshed({ 销售预测: forecast(["P1", "2026-W48", 7], ["P1", "2026-W50", 9]) });
    expect(said).toEqual([
      "销售预测!B1 表「销售预测」缺少期间 2026-W49，该期按 0 计算。",
      "销售预测!B1 销售预测 has no row for 2026-W49, which counts as 0.",
    ]);
    expect(row("P1", "需求")).toEqual([7, 0, 9, 0]);
  });

  it("a year of 53 weeks: week 53 stands between 52 and 1, and a week 53 of a year without one is named", async () => {
    const { row, said } = await refreshed(
      { 销售预测: forecast(["P1", "2026-W52", 7], ["P1", "W53", 9], ["P1", "2027-W01", 11], ["P1", "2027-W53", 99]) },
      "2026-12-23",
    );
    expect(row("P1", "需求")).toEqual([7, 9, 11, 0]);
    expect(said).toEqual([
      "销售预测!B5 表「销售预测」的期间「2027-W53」无法识别，该期间的行未参与计算；可写作 2026-W47、第47周、2026-11、11月 或 N+1。",
      "销售预测!B5 销售预测: the period “2027-W53” cannot be read, and its rows were left out. Write 2026-W47, W47, 2026-11, Nov 2026 or N+1.",
    ]);
  });

  it("quantities of 10^12: exact, also beside decimals", async () => {
    const { row, said } = await refreshed({
      库存: [...stock(1e12), ["P1", "在途仓", 0.25]],
      生产计划: [
        ["产品编码", "期间", "计划数量"],
        ["P1", "2026-W48", 1e12],
      ],
      销售预测: forecast(["P1", "2026-W48", 1e12], ["P1", "2026-W49", 1e12 - 1]),
    });
    expect(said).toEqual([]);
    expect(row("P1", "期末库存")).toEqual([1_000_000_000_000.25, 1.25, 1.25, 1.25]);
  });
});
