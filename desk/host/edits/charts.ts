import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import type { EditOf } from "./edit-of.ts";

export function setCharts(sheet: Sheet, { charts }: EditOf<"chart">): void {
  const next = charts.map((chart) => ({ name: chart.name, told: chart }));
  if (same(next, sheet.ourCharts)) return;
  sheet.ourCharts = next;
  sheet.changed.add("charts");
}
