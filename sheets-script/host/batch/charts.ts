/// <reference types="google-apps-script" />
import { type Chart, type ChartRange, type ChartSeries, type Edit, originOf, type RowMove, type ValueAxis } from "../../../core/index.ts";
import { ChartNotes } from "../chart-notes.ts";
import { describe, isLying } from "../edits/charts.ts";
import type { Sheet, SheetsAtHand } from "../sheets-at-hand.ts";
import { type Axis, colour, gridRange, type Request, type Schema } from "./api.ts";
import type { FreeNumbers } from "./free-numbers.ts";
import type { SheetAhead } from "./sheet-ahead.ts";
import { NEW_LINE, roomRequests } from "./sizes.ts";

/** Charts of ours on a sheet, with the numbers that the batch gives them. */
export interface Drawn {
  readonly sheet: SheetAhead;
  readonly charts: readonly { readonly id: number; readonly chart: Chart }[];
}

/** Ours that stand there go: those that are noted, and those of a title that is drawn anew. */
export function withoutOurCharts({ id, charts }: SheetAhead, edit: Extract<Edit, { kind: "chart" }>): Request[] {
  if (charts.length === 0) return [];
  const noted = new ChartNotes(id).ids();
  const titles = new Set(edit.charts.map(({ title }) => title));
  return charts
    .filter((chart) => noted.has(chart.id) || titles.has(chart.title))
    .map((chart) => ({ deleteEmbeddedObject: { objectId: chart.id } }));
}

export function numbered(sheet: SheetAhead, { charts }: Extract<Edit, { kind: "chart" }>, numbers: FreeNumbers): Drawn {
  return { sheet, charts: charts.map((chart) => ({ id: numbers.next(`chart ${chart.name} of ${sheet.id}`), chart })) };
}

/** @param standing the sheet as it was before the batch, whose lines' sizes are asked where it did not size them */
export function chartRequests({ sheet, charts }: Drawn, find: (name: string) => SheetAhead, standing: Sheet | undefined): Request[] {
  return charts.flatMap(({ id, chart }): Request[] => [
    ...roomRequests(sheet, chart.area.row + chart.area.rows, chart.area.column + chart.area.columns),
    { addChart: { chart: embedded(id, chart, sheet, find, standing) } },
  ]);
}

function embedded(
  id: number,
  chart: Chart,
  home: SheetAhead,
  find: (name: string) => SheetAhead,
  standing: Sheet | undefined,
): Schema<"EmbeddedChart"> {
  const { area, categories, series } = chart;
  const from = ({ sheet, area: cells }: ChartRange): Schema<"ChartData"> => ({
    sourceRange: { sources: [gridRange((sheet === undefined ? home : find(sheet)).id, cells)] },
  });
  return {
    chartId: id,
    spec: {
      title: chart.title,
      altText: chart.description,
      hiddenDimensionStrategy: "SHOW_ALL",
      basicChart: {
        chartType: TYPES[chart.kind],
        ...(chart.kind === "stackedColumn" || chart.kind === "stackedBar" ? { stackedType: "STACKED" } : {}),
        legendPosition: LEGENDS[chart.legend],
        // The ranges are values alone.
        headerCount: 0,
        domains: [{ domain: from(categories) }],
        series: series.map((each) => ({ series: from(each.values), ...lookOf(chart, each) })),
        axis: axesOf(chart),
      },
    },
    position: {
      overlayPosition: {
        anchorCell: { sheetId: home.id, rowIndex: area.row, columnIndex: area.column },
        widthPixels: pixels(home, "columns", area.column, area.columns, standing),
        heightPixels: pixels(home, "rows", area.row, area.rows, standing),
      },
    },
  };
}

const TYPES = { column: "COLUMN", stackedColumn: "COLUMN", bar: "BAR", stackedBar: "BAR", line: "LINE", columnLine: "COMBO" } as const;
const LEGENDS = { none: "NO_LEGEND", top: "TOP_LEGEND", bottom: "BOTTOM_LEGEND", right: "RIGHT_LEGEND" } as const;

/** Younger than Google's types for scripts. */
type Series = Schema<"BasicChartSeries"> & {
  readonly colorStyle?: Schema<"ColorStyle">;
  readonly dataLabel?: { readonly type: string };
  readonly pointStyle?: { readonly shape: string; readonly size: number };
};
type ChartAxis = Schema<"BasicChartAxis"> & {
  readonly viewWindowOptions?: { readonly viewWindowMin?: number; readonly viewWindowMax?: number; readonly viewWindowMode: string };
};

function lookOf(chart: Chart, { color, isLine, isDashed, hasLabels, isSecondary }: ChartSeries): Omit<Series, "series"> {
  const isDrawnAsLine = chart.kind === "line" || (chart.kind === "columnLine" && isLine === true);
  const main = isLying(chart) ? "BOTTOM_AXIS" : "LEFT_AXIS";
  return {
    targetAxis: isSecondary ? "RIGHT_AXIS" : main,
    colorStyle: colour(color),
    ...(chart.kind === "columnLine" ? { type: isDrawnAsLine ? "LINE" : "COLUMN" } : {}),
    ...(isDrawnAsLine
      ? { lineStyle: { type: isDashed ? "MEDIUM_DASHED" : "SOLID", width: 2 }, pointStyle: { shape: "CIRCLE", size: 6 } }
      : {}),
    ...(hasLabels ? { dataLabel: { type: "DATA" } } : {}),
  };
}

function axesOf(chart: Chart): ChartAxis[] {
  const [own, other] = isLying(chart) ? ["LEFT_AXIS", "BOTTOM_AXIS"] : ["BOTTOM_AXIS", "LEFT_AXIS"];
  return [
    { position: own, title: chart.categoryAxis.title },
    { position: other, ...scaleOf(chart.valueAxis) },
    ...(chart.secondaryAxis ? [{ position: "RIGHT_AXIS", ...scaleOf(chart.secondaryAxis) }] : []),
  ];
}

function scaleOf({ title, min, max }: ValueAxis): ChartAxis {
  if (min === undefined && max === undefined) return { title };
  return {
    title,
    viewWindowOptions: {
      viewWindowMode: "EXPLICIT",
      ...(min === undefined ? {} : { viewWindowMin: min }),
      ...(max === undefined ? {} : { viewWindowMax: max }),
    },
  };
}

/** How large some lines are, each asked once, and none that this batch sized. */
function pixels({ sizes, moves }: SheetAhead, axis: Axis, first: number, count: number, standing: Sheet | undefined): number {
  let total = 0;
  for (let index = first; index < first + count; index++) {
    const size = sizes[axis].get(index) ?? asked(axis, axis === "rows" ? likeOf(moves, index) : index, standing);
    sizes[axis].set(index, size);
    total += size;
  }
  return total;
}

/** The row that one was before the batch, or that it looks like where the batch inserted it. */
function likeOf(moves: readonly RowMove[], row: number): number | undefined {
  const origin = originOf(moves, row);
  return origin === undefined && row > 0 ? likeOf(moves, row - 1) : origin;
}

function asked(axis: Axis, index: number | undefined, standing: Sheet | undefined): number {
  if (!standing || index === undefined) return NEW_LINE[axis];
  // What the batch adds at the ends is not there yet.
  if (index >= (axis === "rows" ? standing.getMaxRows() : standing.getMaxColumns())) return NEW_LINE[axis];
  return axis === "rows" ? standing.getRowHeight(index + 1) : standing.getColumnWidth(index + 1);
}

/** Once the batch is made: which number is which chart, and what the API has no words for, such as the names in legends. */
export function finishCharts(at: SheetsAtHand, { sheet, charts }: Drawn): void {
  new ChartNotes(sheet.id).keep(charts.map(({ id, chart }) => [chart.name, id]));
  const home = at.get(sheet.name).sheet;
  const told = new Map(charts.map(({ id, chart }) => [id, chart]));
  for (const made of charts.length === 0 ? [] : home.getCharts()) {
    const chart = told.get(made.getChartId() ?? Number.NaN);
    if (!chart) continue;
    const builder = made.modify();
    describe(builder, chart);
    home.updateChart(builder.build());
  }
}
