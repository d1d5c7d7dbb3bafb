/// <reference types="google-apps-script" />
import { type Area, type Chart, type ChartRange, type ChartSeries, type Edit, rangesOf, type ValueAxis } from "../../../core/index.ts";
import { ChartNotes } from "../chart-notes.ts";
import { askRanges, type KnownSheet, makeRoom, rangeOf, type SheetsAtHand } from "../sheets-at-hand.ts";

type Made = GoogleAppsScript.Spreadsheet.EmbeddedChart;

/** The charts of ours on a sheet become exactly these; a person's own stay. */
export function setCharts(at: SheetsAtHand, { sheet: name, charts }: Extract<Edit, { kind: "chart" }>): void {
  const known = at.get(name);
  const { sheet } = known;
  const notes = new ChartNotes(sheet.getSheetId());
  const noted = notes.ids();
  const titles = new Set(charts.map(({ title }) => title));
  const theirs: (number | null)[] = [];
  for (const chart of known.isNew ? [] : sheet.getCharts()) {
    const id = chart.getChartId();
    if (noted.has(id) || titles.has(String(chart.getOptions()?.get("title")))) sheet.removeChart(chart);
    else theirs.push(id);
  }
  askSources(at, known, charts);
  for (const chart of charts) sheet.insertChart(drawn(at, known, chart));
  if (charts.length === 0 && noted.size === 0) return;
  const ours = charts.length === 0 ? [] : sheet.getCharts().flatMap((chart) => chart.getChartId() ?? []);
  const drawnNow = ours.filter((id) => !theirs.includes(id));
  notes.keep(charts.map(({ name }, index) => [name, drawnNow[index] ?? null]));
}

function askSources(at: SheetsAtHand, home: KnownSheet, charts: readonly Chart[]): void {
  const bySheet = new Map<KnownSheet, Area[]>();
  for (const { sheet, area } of charts.flatMap(rangesOf)) {
    const source = sheet === undefined ? home : at.get(sheet);
    bySheet.set(source, [...(bySheet.get(source) ?? []), area]);
  }
  for (const [source, areas] of bySheet) askRanges(source, areas);
}

/** How large some cells are, in pixels; each line is asked once, and none that this batch sized. */
function widthOf({ sheet, widths }: KnownSheet, { column, columns }: Area): number {
  return sum(column, columns, widths, (index) => sheet.getColumnWidth(index + 1));
}

function heightOf({ sheet, heights }: KnownSheet, { row, rows }: Area): number {
  return sum(row, rows, heights, (index) => sheet.getRowHeight(index + 1));
}

function sum(first: number, count: number, known: Map<number, number>, ask: (index: number) => number): number {
  let total = 0;
  for (let index = first; index < first + count; index++) {
    const size = known.get(index) ?? ask(index);
    known.set(index, size);
    total += size;
  }
  return total;
}

function drawn(at: SheetsAtHand, home: KnownSheet, chart: Chart): Made {
  const { area, categories, series } = chart;
  makeRoom(home, area.row + area.rows, area.column + area.columns);
  const from = ({ sheet, area: cells }: ChartRange) => rangeOf(sheet === undefined ? home : at.get(sheet), cells);
  const builder = home.sheet.newChart().setChartType(typeOf(chart)).addRange(from(categories));
  for (const { values } of series) builder.addRange(from(values));
  const isAcross = categories.area.columns > categories.area.rows;
  const { ChartMergeStrategy, ChartHiddenDimensionStrategy } = Charts;
  builder
    .setTransposeRowsAndColumns(isAcross)
    .setMergeStrategy(isAcross ? ChartMergeStrategy.MERGE_ROWS : ChartMergeStrategy.MERGE_COLUMNS)
    .setHiddenDimensionStrategy(ChartHiddenDimensionStrategy.SHOW_BOTH)
    // The ranges are values alone: names come with the series.
    .setNumHeaders(0)
    .setPosition(area.row + 1, area.column + 1, 0, 0)
    .setOption("width", widthOf(home, area))
    .setOption("height", heightOf(home, area));
  describe(builder, chart);
  return builder.build();
}

/** What a chart says and looks like, its cells and its place apart. */
export function describe(builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder, chart: Chart): void {
  const { series, legend } = chart;
  builder
    .setOption("title", chart.title)
    .setOption("legend", { position: legend })
    .setOption("series", Object.fromEntries(series.map((each, index) => [index, optionsOf(chart, each)])));
  if (chart.kind === "stackedColumn" || chart.kind === "stackedBar") builder.setOption("isStacked", true);
  const [own, other] = isLying(chart) ? ["vAxis", "hAxes"] : ["hAxis", "vAxes"];
  builder.setOption(own, { title: chart.categoryAxis.title });
  builder.setOption(other, {
    0: axisOf(chart.valueAxis),
    ...(chart.secondaryAxis ? { 1: axisOf(chart.secondaryAxis) } : {}),
  });
}

export function isLying({ kind }: Chart): boolean {
  return kind === "bar" || kind === "stackedBar";
}

function typeOf({ kind }: Chart): GoogleAppsScript.Charts.ChartType {
  const { ChartType } = Charts;
  switch (kind) {
    case "column":
    case "stackedColumn":
      return ChartType.COLUMN;
    case "bar":
    case "stackedBar":
      return ChartType.BAR;
    case "line":
      return ChartType.LINE;
    case "columnLine":
      return ChartType.COMBO;
  }
}

function optionsOf({ kind }: Chart, { name, color, isLine, isDashed, hasLabels, isSecondary }: ChartSeries): object {
  const isDrawnAsLine = kind === "line" || (kind === "columnLine" && isLine === true);
  return {
    labelInLegend: name,
    color: `#${color.toLowerCase()}`,
    ...(kind === "columnLine" ? { type: isDrawnAsLine ? "line" : "bars" } : {}),
    ...(isDrawnAsLine ? { pointSize: 6, lineWidth: 2 } : {}),
    ...(isDashed ? { lineDashStyle: [6, 4] } : {}),
    ...(hasLabels ? { dataLabel: "value" } : {}),
    ...(isSecondary ? { targetAxisIndex: 1 } : {}),
  };
}

function axisOf({ title, numberFormat, min, max, step }: ValueAxis): object {
  return {
    title,
    format: numberFormat,
    ...(step === undefined ? {} : { gridlines: { interval: [step] } }),
    ...(min === undefined && max === undefined
      ? {}
      : { viewWindow: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } }),
  };
}
