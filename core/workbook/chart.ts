/** A native chart, told without any host. It is live: a host ties it to the cells, never to copies of their values. */
import type { Area } from "./cells.ts";

/** Cells of one row or one column; on the chart's own sheet unless another is named. */
export interface ChartRange {
  readonly sheet?: string;
  readonly area: Area;
}

export interface ChartSeries {
  /** In the legend. */
  readonly name: string;
  readonly values: ChartRange;
  /** `RRGGBB`. Colours of one chart differ in lightness too, so that they tell apart in grey. */
  readonly color: string;
  /** In a `columnLine` chart: drawn as a line with markers over the columns. */
  readonly isLine?: boolean;
  /** Lines only: dashed, so that two lines tell apart without colour. */
  readonly isDashed?: boolean;
  /** Each value is written at its column, bar or point. */
  readonly hasLabels?: boolean;
  /** In a `columnLine` chart: measured on the axis at the right. */
  readonly isSecondary?: boolean;
}

export interface ValueAxis {
  /** What is measured, with its unit: `件数(件)`. */
  readonly title: string;
  /** Of the axis's figures, in Excel's English codes: `0`, `0%`. */
  readonly numberFormat: string;
  /** The ends of the axis; the program chooses them where left out. */
  readonly min?: number;
  readonly max?: number;
  /** From one figure of the axis to the next: of small whole numbers it is 1, or half items show. */
  readonly step?: number;
}

/**
 * `column`: columns side by side. `stackedColumn`: one column for each category, the series on top of
 * each other. `bar`: bars from left to right, the first category on top; `stackedBar`: the series one after
 * the other in one bar. `line`: lines with markers.
 * `columnLine`: columns, and the series with `isLine` as lines over them.
 */
export type ChartKind = "column" | "stackedColumn" | "bar" | "stackedBar" | "line" | "columnLine";

/**
 * @example
 * {
 *   name: "concord.overdue", area: { row: 4, column: 1, rows: 12, columns: 6 }, kind: "bar",
 *   title: "各部门逾期事项", description: "条形图:各部门的逾期事项数。",
 *   categories: { area: { row: 20, column: 1, rows: 7, columns: 1 } },
 *   series: [{ name: "逾期", values: { area: { row: 20, column: 2, rows: 7, columns: 1 } }, color: "C00000" }],
 *   categoryAxis: { title: "部门" }, valueAxis: { title: "事项(项)", numberFormat: "0" }, legend: "none",
 * }
 */
export interface Chart {
  /** Begins with `OUR_CHARTS`, once in its sheet; the same in every language. */
  readonly name: string;
  /** The cells it covers, edge to edge. */
  readonly area: Area;
  readonly kind: ChartKind;
  /** Says what the chart shows, not only of what. */
  readonly title: string;
  /** For who cannot see it; hosts that keep no such text leave it out. */
  readonly description: string;
  readonly categories: ChartRange;
  readonly series: readonly ChartSeries[];
  readonly categoryAxis: { readonly title: string };
  readonly valueAxis: ValueAxis;
  /** The axis at the right, where a series is measured on it. */
  readonly secondaryAxis?: ValueAxis;
  readonly legend: "none" | "top" | "bottom" | "right";
}

/** The name of every chart of ours begins so: this is how it is told from a person's. */
export const OUR_CHARTS = "concord.";

/** Every range that a chart looks at. */
export function rangesOf({ categories, series }: Chart): ChartRange[] {
  return [categories, ...series.map(({ values }) => values)];
}
