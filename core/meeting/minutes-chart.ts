import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Chart, ChartRange } from "../workbook/chart.ts";
import { GRID } from "./minutes-form.ts";

/** The row that a chart lies over. What is left of it without one, as in an amendment or a Word document, is left out. */
export const CHART_MARKER = "balance~chart";
/** Points. */
export const CHART_HEIGHT = 150;

interface Ranges {
  readonly categories: ChartRange;
  readonly closing: ChartRange;
  readonly safety: ChartRange;
}

/** Closing stock beside safety stock, of the products that the section names. @param row the row it lies over */
export function balanceChart(language: Language, row: number, { categories, closing, safety }: Ranges): Chart {
  return {
    name: "concord.minutes-balance",
    area: { row, column: 1, rows: 1, columns: GRID.length },
    kind: "column",
    title: say(language, "minutes-chart"),
    description: say(language, "minutes-chart-about"),
    categories,
    series: [
      { name: say(language, "minutes-chart-closing"), values: closing, color: "2F5597" },
      { name: say(language, "minutes-chart-safety"), values: safety, color: "F4B183" },
    ],
    categoryAxis: { title: say(language, "minutes-chart-product") },
    valueAxis: { title: say(language, "minutes-chart-quantity"), numberFormat: "#,##0" },
    legend: "right",
  };
}
