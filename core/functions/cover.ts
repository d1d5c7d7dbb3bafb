import { periodsOfCover } from "../balance/cover.ts";
import type { SheetFunction } from "./sheet-function.ts";

export const cover: SheetFunction = {
  id: "COVER",
  help: {
    zh: "可供期数：库存够用几期，最后一期按比例折算（每期一周即可供周数）",
    en: "Periods of cover: how many periods a stock lasts, the last one by its share (weeks, where periods are weeks)",
  },
  notes: {
    zh: "需求用完而库存还有剩时，结果是文字，如 >8，表示给出的 8 期都够用；与数字比较时它大于任何数字，求平均时不计。库存为 0 或负数时为 0。",
    en: "Where the demand ends before the stock does, the result is a text such as >8: all 8 periods given are covered. Compared with numbers it is greater than any; averages leave it out. No stock, or less, is 0.",
  },
  parameters: [
    { kind: "quantity", zh: "库存", en: "stock", help: { zh: "第一期之前的库存", en: "The stock before the first period" } },
    {
      kind: "quantities",
      zh: "需求",
      en: "demand",
      help: { zh: "各期需求，一行或一列", en: "The demand of each period, a row or a column" },
    },
  ],
  result: { holds: "number", dimensionality: "scalar" },
  example: [500, [[80, 76, 72, 68, 64, 60, 56, 52]]],
  evaluate: (read) => {
    const stock = read.quantity(0);
    const { values } = read.quantities(1);
    return () => periodsOfCover(stock, values) ?? `>${values.length}`;
  },
};
