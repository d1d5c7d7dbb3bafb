import { projectedBalance } from "../balance/available-balance.ts";
import { inLine } from "./cell-by-cell.ts";
import type { SheetFunction } from "./sheet-function.ts";

export const pab: SheetFunction = {
  id: "PAB",
  help: {
    zh: "预计可用库存：各期期末 = 上期期末 + 生产 − 需求",
    en: "Projected available balance: at the end of each period, the one before + production − demand",
  },
  notes: {
    zh: "负数是欠交，结转下期。期初库存可以为负。",
    en: "Below zero it is what is owed, carried on. The opening stock may be negative.",
  },
  parameters: [
    { kind: "quantity", zh: "期初库存", en: "opening", help: { zh: "第一期之前的库存", en: "The stock before the first period" } },
    {
      kind: "quantities",
      zh: "生产",
      en: "production",
      help: { zh: "各期生产或入库，一行或一列", en: "What comes in, per period, a row or a column" },
    },
    { kind: "quantities", zh: "需求", en: "demand", help: { zh: "同样各期的需求", en: "The demand of the same periods" } },
  ],
  result: { holds: "number", dimensionality: "matrix" },
  example: [64, [[0, 0, 70]], [[33, 30, 30]]],
  evaluate: (read) => {
    const opening = read.quantity(0);
    const production = read.quantities(1);
    const demand = read.quantities(2, production);
    return () => inLine(production, projectedBalance(opening, production.values, demand.values));
  },
};
