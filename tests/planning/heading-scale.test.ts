import { describe, expect, it } from "vitest";
import { sayProblem } from "../../core/words/message.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { Book, serial } from "../system/books.ts";

const TODAY = "2026-11-25";

type Lines = readonly (readonly CellValue[])[];

function book(sheets: Readonly<Record<string, Lines>>): Book {
  const made = new Book(undefined, "zh-CN");
  for (const [name, lines] of Object.entries({ 产品: PRODUCTS, ...sheets })) fill(made.file.workbook.addSheet(name), lines);
  return made;
}

const PRODUCTS: Lines = [
  ["产品编码", "产品名称", "单位"],
  ["P1", "泵", "台"],
];

function figure(made: Book, item: string): CellValue {
  const sheet = made.sheet("产销存平衡表");
  for (const [row, line] of sheet.cells)
    if (line.get(1)?.value === "P1" && line.get(4)?.value === item) return sheet.cell(row, 5)?.value ?? null;
  throw new Error(`no row ${item}`);
}

const forecast = (heading: string, quantity: CellValue = 1.1, ...above: Lines): Lines => [
  ...above,
  ["产品编码", "期间", heading],
  ["P1", "2026-W48", quantity],
];

describe("a unit in a heading of planning tables", () => {
  it.each([
    ["预测数量(万件)", 11_000],
    ["预测（万）", 11_000],
    ["预测数量（单位：千）", 1_100],
    ["预测数量(k pcs)", 1_100],
    ["预测数量('000)", 1_100],
    ["预测数量(百万台)", 1_100_000],
    ["预测数量(台)", 1.1],
    ["预测数量(千克)", 1.1],
    ["预测数量(不含赠品)", 1.1],
  ])("is read as what each number counts: %s", async (heading, quantity) => {
    const made = book({ 销售预测: forecast(heading) });
    const { problems } = await made.run("refresh-balance", TODAY, {}, true);
    expect(figure(made, "销售预测")).toBe(quantity);
    expect(problems.map(({ severity, code, at }) => [severity, code, at])).toEqual(
      quantity === 1.1 ? [] : [["note", "heading-scaled", { sheet: "销售预测", row: 0, column: 2 }]],
    );
  });

  it("may stand above the table, for all of it, and for a wide table too", async () => {
    const made = book({
      销售预测: [["滚动预测（单位：万件）"], ["产品编码", "2026-W48", "2026-W49"], ["P1", 1.1, 2]],
      库存: [["单位：千台"], ["产品编码", "仓库", "库存数量", "可用库存"], ["P1", "A", 3, null], ["P1", "B", 9, 0.5]],
    });
    const { problems } = await made.run("refresh-balance", TODAY, {}, true);
    expect(problems.map(({ code, at }) => [code, at])).toEqual([
      ["heading-scaled", { sheet: "销售预测", row: 0, column: 0 }],
      ["heading-scaled", { sheet: "库存", row: 0, column: 0 }],
    ]);
    expect([figure(made, "销售预测"), figure(made, "期初库存")]).toEqual([11_000, 3_500]);
  });

  it("counts in the plan and in what was received of it, each by its own heading", async () => {
    const made = book({
      生产计划: [
        ["产品编码", "期间", "计划数量(千)", "实际产量(台)"],
        ["P1", "2026-W48", 1.2, 300],
      ],
    });
    await made.run("refresh-balance", TODAY, {}, true);
    expect(figure(made, "计划入库")).toBe(900);
  });

  it.each([
    ["heading-money", "预测数量(万元)", 1.1],
    ["heading-scale-unclear", "预测数量(万吨)", 1.1],
    ["cell-scale-unclear", "预测数量(万)", "1.1万"],
  ])("changes nothing and names the cell where it is not clear: %s", async (code, heading, quantity) => {
    const made = book({ 销售预测: forecast(heading, quantity) });
    const { problems, edits } = await made.run("refresh-balance", TODAY, {}, true);
    const [wrong] = problems.filter(({ severity }) => severity === "error");
    expect([wrong?.code, wrong?.at]).toEqual([code, { sheet: "销售预测", row: code === "cell-scale-unclear" ? 1 : 0, column: 2 }]);
    expect(edits).toBe(0);
    if (!wrong) return;
    const [said] = code === "cell-scale-unclear" ? ["1.1万"] : [heading];
    expect(sayProblem("zh-CN", wrong)).toContain(said);
    expect(sayProblem("en", wrong)).toContain(said);
  });

  it("changes nothing where a heading and the note above say two things", async () => {
    const made = book({ 销售预测: forecast("预测数量(件)", 1.1, ["单位：万件"]) });
    const { problems, edits } = await made.run("refresh-balance", TODAY, {}, true);
    expect([problems[0]?.code, problems[0]?.at?.row, edits]).toEqual(["heading-scale-unclear", 0, 0]);
  });

  it("takes a note of money for the amounts beside quantities that say what they count", async () => {
    const made = book({ 销售预测: forecast("预测数量(件)", 7, ["单位：元"]) });
    const { problems } = await made.run("refresh-balance", TODAY, {}, true);
    expect([problems, figure(made, "销售预测")]).toEqual([[], 7]);
  });

  it("is refused over figures that are written back, such as orders", async () => {
    const made = book({
      订单: [
        ["订单号", "行号", "产品编码", "订单数量(万)", "要求交期"],
        ["SO-1", 10, "P1", 1, serial(TODAY)],
      ],
    });
    const { problems, edits } = await made.run("refresh-balance", TODAY, {}, true);
    expect([problems[0]?.code, problems[0]?.at, edits]).toEqual(["heading-scale-refused", { sheet: "订单", row: 0, column: 3 }, 0]);
  });

  it("is divided out again where a plan is written back", async () => {
    const made = book({
      生产计划: [
        ["产品编码", "期间", "计划数量(千)"],
        ["P1", "2026-W48", 1.2],
      ],
    });
    await made.run("adopt-plan", TODAY, { plan: [{ product: "P1", period: "2026-W48", line: "", quantity: 2_500 }] });
    expect(made.sheet("生产计划").cell(1, 2)?.value).toBe(2.5);
    await made.run("refresh-balance", TODAY, {}, true);
    expect(figure(made, "计划入库")).toBe(2_500);
  });
});
