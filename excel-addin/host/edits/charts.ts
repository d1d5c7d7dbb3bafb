import { type Chart, type ChartRange, type ChartSeries, OUR_CHARTS, type ValueAxis } from "../../../core/index.ts";
import { addressOf, rangeAt } from "../references.ts";

const KINDS = {
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
  line: "LineMarkers",
  columnLine: "ColumnClustered",
} as const;
const PLACES = { top: "Top", bottom: "Bottom", right: "Right" } as const;

/** The charts of ours among those that stood on a sheet when the batch was judged. */
export function ourCharts(present: Excel.ChartCollection | undefined): string[] {
  if (!present || present.isNullObject) return [];
  return present.items.map(({ name }) => name).filter((name) => name.startsWith(OUR_CHARTS));
}

export function addChart(sheet: Excel.Worksheet, chart: Chart): void {
  const at = rangesFrom(sheet);
  const [first, ...others] = chart.series;
  if (!first) throw new Error(`The chart ${chart.name} has no series.`);
  // From the cells of one series Excel makes that one; what it guesses of its name and categories is set below.
  const made = sheet.charts.add(
    KINDS[chart.kind],
    at(first.values),
    first.values.area.columns > first.values.area.rows ? "Rows" : "Columns",
  );
  made.name = chart.name;
  place(sheet, made, chart);
  made.title.text = chart.title;
  if (chart.legend === "none") made.legend.visible = false;
  else made.legend.set({ visible: true, position: PLACES[chart.legend] });
  made.set({ plotVisibleOnly: false, displayBlanksAs: "NotPlotted" });
  const { series } = made;
  for (const [index, each] of [first, ...others].entries())
    drawSeries(index === 0 ? series.getItemAt(0) : series.add(each.name), chart, each, at);
  const { categoryAxis, valueAxis } = made.axes;
  categoryAxis.title.text = chart.categoryAxis.title;
  // The first category of a bar chart is on top, and the values still below.
  if (chart.kind === "bar" || chart.kind === "stackedBar")
    categoryAxis.set({ reversePlotOrder: true, position: "Maximum", tickLabelSpacing: 1 });
  setAxis(valueAxis, chart.valueAxis);
  if (chart.secondaryAxis) setAxis(made.axes.getItem("Value", "Secondary"), chart.secondaryAxis);
}

/** Edge to edge: Excel puts the right and lower edges into the cell named last. */
function place(sheet: Excel.Worksheet, made: Excel.Chart, { area }: Chart): void {
  const corner = { row: area.row + area.rows - 1, column: area.column + area.columns - 1, rows: 1, columns: 1 };
  made.setPosition(rangeAt(sheet, addressOf({ ...area, rows: 1, columns: 1 })), rangeAt(sheet, addressOf(corner)));
}

function drawSeries(
  made: Excel.ChartSeries,
  { kind, categories }: Chart,
  series: ChartSeries,
  at: (range: ChartRange) => Excel.Range,
): void {
  const isLine = kind === "line" || (kind === "columnLine" && series.isLine === true);
  const color = `#${series.color}`;
  made.name = series.name;
  made.setValues(at(series.values));
  made.setXAxisValues(at(categories));
  if (kind === "columnLine" && isLine) made.chartType = "LineMarkers";
  if (series.isSecondary) made.axisGroup = "Secondary";
  if (isLine) {
    made.format.line.set({ color, weight: 2.25, lineStyle: series.isDashed ? "Dash" : "Continuous" });
    made.set({ markerStyle: series.isDashed ? "Diamond" : "Circle", markerBackgroundColor: color, markerForegroundColor: color });
  } else {
    made.format.fill.setSolidColor(color);
    made.gapWidth = 60;
  }
  if (series.hasLabels) made.hasDataLabels = true;
}

function setAxis(made: Excel.ChartAxis, { title, numberFormat, min, max, step }: ValueAxis): void {
  made.title.text = title;
  made.set({
    numberFormat,
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(step === undefined ? {} : { majorUnit: step }),
  });
}

function rangesFrom(home: Excel.Worksheet): (range: ChartRange) => Excel.Range {
  return ({ sheet, area }) => rangeAt(sheet === undefined ? home : home.context.workbook.worksheets.getItem(sheet), addressOf(area));
}
