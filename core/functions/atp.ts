import { cumulativeAtp, discreteAtp } from "../balance/available-to-promise.ts";
import { inLine } from "./cell-by-cell.ts";
import type { SheetFunction } from "./sheet-function.ts";

export const atp: SheetFunction = {
  id: "ATP",
  help: {
    zh: "可承诺量：每批主生产计划减去下一批到来之前的全部订单；也可算累计可承诺量",
    en: "Available to promise: each lot of the MPS less all orders until the next lot; or the cumulative figure",
  },
  notes: {
    zh: "第一期含期初库存；其后没有主生产计划的期间为空。负数表示下一批之前的订单超过该批。累计：各期期末（供应 − 订单）滚动余额从该期起的最低值，不动用任何已承诺的量。",
    en: "The first period has the opening stock; later periods without a lot are blank. Below zero, the orders before the next lot are more than the lot. Cumulative: the lowest running balance of supply less orders from the period on, so that no promise is broken.",
  },
  parameters: [
    { kind: "quantity", zh: "期初库存", en: "opening", help: { zh: "第一期之前的库存", en: "The stock before the first period" } },
    {
      kind: "quantities",
      zh: "主生产计划",
      en: "supply",
      help: { zh: "各期主生产计划（MPS），一行或一列", en: "The MPS of each period, a row or a column" },
    },
    { kind: "quantities", zh: "订单", en: "orders", help: { zh: "同样各期的订单", en: "The booked orders of the same periods" } },
    {
      kind: "flag",
      zh: "累计",
      en: "cumulative",
      help: { zh: "可省略：TRUE 为累计可承诺量，默认 FALSE", en: "Optional: TRUE for the cumulative figure; FALSE if left out" },
      optional: true,
    },
  ],
  result: { holds: "number", dimensionality: "matrix" },
  example: [80, [[0, 0, 60, 0, 0, 60, 0, 0]], [[30, 25, 30, 10, 0, 35, 0, 0]]],
  evaluate: (read) => {
    const opening = read.quantity(0);
    const supply = read.quantities(1);
    const orders = read.quantities(2, supply);
    const rule = read.flag(3) ? cumulativeAtp : discreteAtp;
    return () =>
      inLine(
        supply,
        rule(opening, supply.values, orders.values).map((promise) => promise ?? ""),
      );
  },
};
