import { toSerial } from "../../core/index.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { date } from "./registers.ts";

/** The day on which the large book is looked at: a Wednesday. */
export const LARGE_ON = date(2026, 11, 25);

/** A planner's own long tables: a forecast and a plan for each product and week, orders, stock, lines, components, supply. @param cells how many the balance may have */
export function largePlanningBook(products: number, weeks: number, cells: number): Workbook {
  const workbook = new Workbook();
  const add = (name: string, lines: readonly (readonly CellValue[])[]): void => fill(workbook.addSheet(name), lines);
  const codes = Array.from({ length: products }, (_, index) => `QX-${String(index).padStart(5, "0")}`);
  const monday = toSerial(date(2026, 11, 23), 1900);
  const keys = Array.from({ length: weeks }, (_, index) => monday + 7 * index);
  let state = 7;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  add("设置", [
    ["代号", "设置项", "值"],
    ["balanceWeeks", "", String(weeks)],
    ["balanceMonths", "", "0"],
    ["balanceCells", "", String(cells)],
  ]);
  add("产品", [
    ["产品编码", "产品名称", "产品系列", "单位", "安全库存", "最高可供周数", "产线", "单位工时(小时)"],
    ...codes.map((code, index): CellValue[] => [
      code,
      `齿轮泵 ${index}`,
      `系列 ${index % 20}`,
      "台",
      50 + (index % 7) * 10,
      4,
      `L${index % 10}`,
      0.05,
    ]),
  ]);
  add("销售预测", [
    ["产品编码", "期间", "预测数量"],
    ...codes.flatMap((code) => keys.map((key): CellValue[] => [code, key, 80 + next(60)])),
  ]);
  add("生产计划", [
    ["产品编码", "期间", "计划数量", "实际产量"],
    ...codes.flatMap((code) => keys.map((key, at): CellValue[] => [code, key, 80 + next(60), at === 0 ? 20 : null])),
  ]);
  add("订单", [
    ["订单号", "行号", "产品编码", "订单数量", "已发数量", "要求交期", "客户"],
    ...Array.from({ length: products * 5 }, (_, index): CellValue[] => [
      `SO-${index}`,
      10,
      codes[next(products)] ?? "",
      10 + next(90),
      index % 5 === 0 ? 5 : null,
      monday - 10 + next(weeks * 7),
      `客户 ${index % 50}`,
    ]),
  ]);
  add("库存", [["产品编码", "仓库", "库存数量", "库存日期"], ...codes.map((code): CellValue[] => [code, "成品仓", next(300), monday - 1])]);
  add("产线", [
    ["产线", "产线名称", "每周可用工时", "效率"],
    ...Array.from({ length: 10 }, (_, index): CellValue[] => [`L${index}`, `总装 ${index}`, 500, 0.9]),
  ]);
  add("产能", [
    ["产线", "期间", "可用工时"],
    ...Array.from({ length: 10 }, (_, index) => keys.map((key): CellValue[] => [`L${index}`, key, 480 + next(60)])).flat(),
  ]);
  add("物料清单", [
    ["产品编码", "物料编码", "物料名称", "单位", "单位用量", "良率", "物料库存"],
    ...codes.map((code, index): CellValue[] => [code, `CU-${index % 60}`, `物料 ${index % 60}`, "kg", 0.25, 0.98, 5000]),
  ]);
  add("到料计划", [
    ["物料编码", "预计到货日期", "到料数量", "采购订单号"],
    ...Array.from({ length: 300 }, (_, index): CellValue[] => [
      `CU-${index % 60}`,
      monday + next(weeks * 7),
      300 + next(300),
      `PO-${index}`,
    ]),
  ]);
  return workbook;
}
