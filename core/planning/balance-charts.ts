import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Chart } from "../workbook/chart.ts";
import { HEAD_COLUMNS, HEAD_ROWS, PERIOD_ROW } from "./grid.ts";
import { rowWords } from "./row-kinds.ts";
import { STOCK_STATES, stateWords } from "./stock-state.ts";

/** Rows that the charts cover. */
export const CHART_ROWS = 13;

export interface ChartOptions {
  readonly language: Language;
  readonly periods: number;
  /** The first row that the charts cover, and the last column. */
  readonly top: number;
  readonly last: number;
  /** The figures of all products together that the sheet has, in the rows below the counts of states. */
  readonly totals: readonly ("demand" | "production" | "closing")[];
  readonly unit: string;
}

/** How many products are out of balance, and all products' demand and production against what is left. */
export function balanceCharts({ language, periods, top, last, totals, unit }: ChartOptions): Chart[] {
  const line = (row: number) => ({ area: { row, column: HEAD_COLUMNS, rows: 1, columns: periods } });
  const categories = line(PERIOD_ROW);
  const categoryAxis = { title: say(language, "balance-chart-period") };
  const colour = { short: "C00000", below: "FFC000", excess: "2F75B5" } as const;
  const hasTotals = totals.length > 0;
  const half = HEAD_COLUMNS + Math.max(1, Math.ceil((periods - 4) / 2));
  const states: Chart = {
    name: "concord.balance-states",
    area: { row: top, column: 1, rows: CHART_ROWS, columns: (hasTotals ? half : last) - 1 },
    kind: "stackedColumn",
    title: say(language, "balance-chart-states"),
    description: say(language, "balance-chart-states-about"),
    categories,
    series: STOCK_STATES.map((state, index) => ({
      name: say(language, stateWords[state]),
      values: line(HEAD_ROWS + index),
      color: colour[state],
    })),
    categoryAxis,
    valueAxis: { title: say(language, "balance-chart-products"), numberFormat: "0", min: 0 },
    legend: "bottom",
  };
  if (!hasTotals) return [states];
  const look = { demand: "7F7F7F", production: "2F5597", closing: "C55A11" } as const;

  return [
    states,
    {
      ...states,
      name: "concord.balance-flows",
      area: { row: top, column: half, rows: CHART_ROWS, columns: last + 1 - half },
      kind: "columnLine",
      title: say(language, "balance-chart-flows"),
      description: say(language, "balance-chart-flows-about"),
      series: totals.map((kind, index) => ({
        name: say(language, rowWords[kind]),
        values: line(HEAD_ROWS + STOCK_STATES.length + index),
        color: look[kind],
        ...(kind === "closing" ? { isLine: true } : {}),
      })),
      valueAxis: { title: say(language, "balance-chart-quantity", { unit: unit === "" ? "–" : unit }), numberFormat: "#,##0" },
    },
  ];
}
