import { describe, expect, it } from "vitest";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { Book, serial } from "../system/books.ts";

const TODAY = "2026-11-25";

function book(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Book {
  const made = new Book(undefined, "zh-CN");
  for (const [name, lines] of Object.entries(sheets)) fill(made.file.workbook.addSheet(name), lines);
  return made;
}

/** The first period's figure of a product's row. */
function figure(made: Book, product: string, item: string): CellValue {
  const sheet = made.sheet("产销存平衡表");
  for (const [row, line] of sheet.cells)
    if (line.get(1)?.value === product && line.get(4)?.value === item) return sheet.cell(row, 5)?.value ?? null;
  throw new Error(`no row ${item} of ${product}`);
}

const products = [
  ["产品编码", "产品名称", "单位"],
  ["00123", "泵", "台"],
  ["QX-1", "阀", "台"],
];

describe("refreshing the balance", () => {
  it("takes a paste from an ERP: other order, more columns, codes as numbers, numbers as text", async () => {
    const made = book({
      产品: products,
      订单: [
        ["工厂", "要求交期", "订单数量", "物料编码", "销售订单号", "行号", "币种", "已发数量"],
        ["1000", serial(TODAY), "1,200", 123, "SO-1", 10, "CNY", "(0)"],
        ["1000", serial(TODAY), 30, "qx-1", "SO-1", 20, "CNY", 10],
      ],
      库存: [
        ["库位", "物料编码", "现存量", "可用库存"],
        ["A01", 123, "1,500", null],
        ["A02", "00123", 100, 80],
      ],
    });
    const { problems, report } = await made.run("refresh-balance", TODAY, {}, true);
    expect(problems).toEqual([]);
    expect(report.map(({ code }) => code)).toContain("numbers-tidied");
    expect([figure(made, "00123", "期初库存"), figure(made, "00123", "未交订单"), figure(made, "QX-1", "未交订单")]).toEqual([
      1580, 1200, 20,
    ]);
    expect(made.sheet("库存").cell(1, 2)?.value).toBe(1500);
    expect((await made.run("refresh-balance", TODAY, {}, true)).edits).toBe(0);
  });

  it("names the cells of what it leaves out, and of a period that nobody filled", async () => {
    const made = book({
      产品: products,
      销售预测: [
        ["产品编码", "期间", "预测数量"],
        ["00123", "2026-W48", 5],
        ["00123", "十一月上旬", 7],
        [null, "2026-W48", 9],
        ["QX-1", "2026-W50", 3],
      ],
    });
    const { problems } = await made.run("refresh-balance", TODAY, {}, true);
    expect(problems.map(({ code, at }) => [code, at?.row, at?.column])).toEqual([
      ["period-unreadable", 2, 1],
      ["code-missing", 3, 0],
      ["period-without-rows", 0, 1],
    ]);
    expect(figure(made, "00123", "销售预测")).toBe(5);
  });

  it("shows only products out of balance where there are more cells than settings allow, and says so", async () => {
    const made = book({
      设置: [
        ["设置项", "值", "代号"],
        ["", "1000", "balanceCells"],
      ],
      产品: [["产品编码", "产品系列", "单位"], ...Array.from({ length: 40 }, (_, index) => [`P${index}`, "泵", "台"])],
      库存: [["产品编码", "仓库", "库存数量"], ...Array.from({ length: 40 }, (_, index) => [`P${index}`, "成品仓", index === 7 ? -5 : 10])],
    });
    await made.run("refresh-balance", TODAY, {}, true);
    expect(figure(made, "P7", "期末库存")).toBe(-5);
    expect(() => figure(made, "P8", "期末库存")).toThrow();
    expect(String(made.sheet("产销存平衡表").cell(1, 1)?.value)).toContain("只列失衡的 1 种");
    expect(made.sheet("产销存平衡表").cell(24, 5)).toMatchObject({ value: 385 });
  });

  it("cuts a family's long name, and never the number of its products", async () => {
    const family = "出口型不锈钢加长轴带安全阀齿轮泵总成系列";
    const made = book({
      产品: [
        ["产品编码", "产品系列", "单位"],
        ["P1", family, "台"],
        ["P2", family, "台"],
      ],
    });
    await made.run("refresh-balance", TODAY, {}, true);
    const titles = [...made.sheet("产销存平衡表").cells.values()].map((line) => String(line.get(1)?.value ?? ""));
    expect(titles.filter((title) => title.includes("小计"))).toEqual(["出口型不锈钢加长轴带安全阀齿… 小计（2 种）"]);
  });
});
