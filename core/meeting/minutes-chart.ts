import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Chart, ChartRange } from "../workbook/chart.ts";
import type { LayoutRow } from "../workbook/sheet-layout.ts";
import { blockOf, GRID } from "./minutes-form.ts";

/** The row that a chart lies over. What is left of it without one, as in a Word document, is left out. */
export const CHART_MARKER = "balance~chart";
/** Points. */
export const CHART_HEIGHT = 150;

/** The chart of a sheet of minutes: closing stock beside safety stock, of the products at the top of its balance section. None without any. */
export function balanceCharts(language: Language, rows: readonly LayoutRow[]): readonly Chart[] {
  const over = rows.findIndex(({ marker }) => marker === CHART_MARKER);
  const first = rows.findIndex(({ marker }) => marker.startsWith("balance:"));
  if (over < 0 || first < 0) return [];
  const closing = columnOf("closing");
  const hasStock = ({ cells }: LayoutRow): boolean => typeof cells.find(({ column }) => column === closing)?.value === "number";
  const other = rows.findIndex((row, index) => index >= first && !hasStock(row));
  const count = other - first;
  if (count <= 0) return [];
  const range = (id: string): ChartRange => ({ area: { row: first, column: columnOf(id), rows: count, columns: 1 } });
  return [
    {
      name: "concord.minutes-balance",
      area: { row: over, column: 1, rows: 1, columns: GRID.length },
      kind: "column",
      title: say(language, "minutes-chart"),
      description: say(language, "minutes-chart-about"),
      categories: range("product"),
      series: [
        { name: say(language, "minutes-chart-closing"), values: range("closing"), color: "2F5597" },
        { name: say(language, "minutes-chart-safety"), values: range("safety"), color: "F4B183" },
      ],
      categoryAxis: { title: say(language, "minutes-chart-product") },
      valueAxis: { title: say(language, "minutes-chart-quantity"), numberFormat: "#,##0" },
      legend: "right",
    },
  ];
}

function columnOf(id: string): number {
  return blockOf("balance").fields.find((field) => field.id === id)?.column ?? 1;
}
