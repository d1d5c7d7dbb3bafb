import { type ChartRange, isCellError } from "../../core/index.ts";
import { cellsOf } from "../workbook/cells-of.ts";
import type { Workbook } from "../workbook/workbook.ts";

/** What a chart's file keeps of one cell beside its address, so that a program which calculates nothing shows it. */
export type ChartValue = string | number | null;

/** The values of a range of a chart that stands on the sheet `home`. An error is a gap. */
export function chartValues(workbook: Workbook, home: string, { sheet = home, area }: ChartRange): ChartValue[] {
  const from = workbook.sheet(sheet);
  return [...cellsOf(area)].map(({ row, column }) => {
    const value = from?.cell(row, column)?.value ?? null;
    return typeof value === "boolean" || isCellError(value) ? null : value;
  });
}
