import { consumeForecast } from "../balance/forecast-consumption.ts";
import { inLine } from "./cell-by-cell.ts";
import type { SheetFunction } from "./sheet-function.ts";

const MOST_PERIODS = 1000;

export const netForecast: SheetFunction = {
  id: "NET_FORECAST",
  help: {
    zh: "预测冲销后每期剩余的预测；需求 = 订单 + 剩余预测",
    en: "What orders leave of the forecast in each period; demand = orders + what is left",
  },
  notes: {
    zh: "从第一期起逐期处理：订单先冲销本期预测，再由近及远冲销更早的几期，然后由近及远冲销更晚的几期。没有冲销到预测的订单仍是需求。",
    en: "Period by period from the first, orders eat the forecast of their own period, then of earlier ones, nearest first, then of later ones, nearest first. Orders that meet no forecast are still demand.",
  },
  parameters: [
    {
      kind: "quantities",
      zh: "预测",
      en: "forecast",
      help: { zh: "各期预测，一行或一列", en: "The forecast of each period, a row or a column" },
    },
    {
      kind: "quantities",
      zh: "订单",
      en: "orders",
      help: { zh: "同样各期的订单", en: "The orders of the same periods" },
    },
    {
      kind: "count",
      zh: "向前期数",
      en: "backward",
      help: { zh: "可省略：订单还可冲销更早几期的预测，默认 0", en: "Optional: how many earlier periods orders may eat; 0 if left out" },
      optional: true,
    },
    {
      kind: "count",
      zh: "向后期数",
      en: "forward",
      help: { zh: "可省略：订单还可冲销更晚几期的预测，默认 0", en: "Optional: how many later periods orders may eat; 0 if left out" },
      optional: true,
    },
  ],
  result: { holds: "number", dimensionality: "matrix" },
  example: [[[350, 350, 350, 350]], [[300, 500, 280, 0]], 1, 1],
  evaluate: (read) => {
    const forecast = read.quantities(0);
    const orders = read.quantities(1, forecast);
    const window = { backward: read.count(2, MOST_PERIODS), forward: read.count(3, MOST_PERIODS) };
    return () => inLine(forecast, consumeForecast(forecast.values, orders.values, window).left);
  },
};
