import type { ChartMade } from "../document.ts";
import { cellsOfRange, given, hexOf, insistOnSheet, invalid, type Made, sheetWith, wordIn } from "./places.ts";

type Of<K extends keyof GoogleAppsScript.Sheets.Schema.Request> = NonNullable<GoogleAppsScript.Sheets.Schema.Request[K]>;
type Data = GoogleAppsScript.Sheets.Schema.ChartData | undefined;

const TYPES = { COLUMN: "COLUMN", BAR: "BAR", LINE: "LINE", COMBO: "COMBO" } as const;
const LEGENDS = { NO_LEGEND: "none", TOP_LEGEND: "top", BOTTOM_LEGEND: "bottom", RIGHT_LEGEND: "right" } as const;
const HIDDEN = { SHOW_ALL: "SHOW_BOTH", SKIP_HIDDEN_ROWS_AND_COLUMNS: "IGNORE_BOTH" } as const;

/** A chart as SpreadsheetApp tells it afterwards: the API has no word for the names of series, nor for the figures of an axis. */
export function addChart(made: Made, { chart }: Of<"addChart">): void {
  const { document } = made;
  const { chartId, spec, position } = given(made, "chart", chart);
  const { title, hiddenDimensionStrategy, basicChart } = given(made, "spec", spec);
  const {
    chartType,
    legendPosition,
    headerCount,
    stackedType,
    domains = [],
    series = [],
    axis = [],
  } = given(made, "basicChart", basicChart);
  const { anchorCell, widthPixels, heightPixels } = given(made, "overlayPosition", position?.overlayPosition);
  const id = given(made, "chartId", chartId);
  if (document.charts.some((each) => each.id === id)) throw invalid(made, `An embedded object with id ${id} already exists.`);
  const sheet = sheetWith(made, anchorCell?.sheetId);
  insistOnSheet(made, sheet);
  const [row, column] = [given(made, "rowIndex", anchorCell?.rowIndex), given(made, "columnIndex", anchorCell?.columnIndex)];
  const grid = document.grid(sheet);
  if (row >= grid.rows || column >= grid.columns) throw invalid(made, "The anchor lies outside the sheet.");
  const [domain, ...more] = domains;
  if (!domain || more.length > 0) throw invalid(made, "A basic chart has one domain.");
  const positions = axis.map(({ position: at }) => at);
  if (new Set(positions).size < positions.length) throw invalid(made, "A chart may not have more than one axis per position.");
  const type = wordIn(made, TYPES, chartType);
  const own = type === "BAR" ? "LEFT_AXIS" : "BOTTOM_AXIS";
  const titleOf = (at: string) => axis.find((each) => each.position === at)?.title;
  const values = {
    0: { title: titleOf(type === "BAR" ? "BOTTOM_AXIS" : "LEFT_AXIS") },
    ...(titleOf("RIGHT_AXIS") ? { 1: { title: titleOf("RIGHT_AXIS") } } : {}),
  };
  const drawn: ChartMade = {
    id,
    sheet,
    type,
    ranges: [domain.domain, ...series.map((each) => each.series)].map((data) => rangeOf(made, data)),
    options: {
      width: given(made, "widthPixels", widthPixels),
      height: given(made, "heightPixels", heightPixels),
      title,
      legend: { position: wordIn(made, LEGENDS, legendPosition) },
      series: Object.fromEntries(series.map((each, index) => [index, seriesOf(made, each, positions)])),
      ...(stackedType === "STACKED" ? { isStacked: true } : {}),
      [type === "BAR" ? "vAxis" : "hAxis"]: { title: titleOf(own) },
      [type === "BAR" ? "hAxes" : "vAxes"]: values,
    },
    position: { row, column, x: 0, y: 0 },
    headers: given(made, "headerCount", headerCount),
    isTransposed: false,
    mergeStrategy: "MERGE_COLUMNS",
    hidden: wordIn(made, HIDDEN, hiddenDimensionStrategy),
  };
  document.charts.push(drawn);
}

/** A row or a column of cells. */
function rangeOf(made: Made, data: Data): ChartMade["ranges"][number] {
  const [source, ...more] = given(made, "sources", data?.sourceRange?.sources);
  if (more.length > 0) throw new Error("The stand-in takes one source for each series.");
  const { sheet, area } = cellsOfRange(made, source);
  if (area.rows > 1 && area.columns > 1) throw invalid(made, "Exactly one dimension of a source must have a length of 1.");
  return { sheet: sheet.name, area };
}

type Series = GoogleAppsScript.Sheets.Schema.BasicChartSeries & { readonly colorStyle?: GoogleAppsScript.Sheets.Schema.ColorStyle };

function seriesOf(made: Made, { targetAxis, colorStyle, lineStyle, type }: Series, axes: readonly (string | undefined)[]): object {
  if (!axes.includes(given(made, "targetAxis", targetAxis))) throw invalid(made, `The chart has no axis ${targetAxis}.`);
  if (lineStyle && type === "COLUMN") throw invalid(made, "Columns have no line style.");
  return { color: `#${hexOf(made, colorStyle)}` };
}

export function deleteEmbeddedObject(made: Made, { objectId }: Of<"deleteEmbeddedObject">): void {
  const { document } = made;
  const chart = document.charts.find(({ id }) => id === given(made, "objectId", objectId));
  if (!chart) throw invalid(made, `No object with id: ${objectId}`);
  insistOnSheet(made, chart.sheet);
  document.charts = document.charts.filter((each) => each !== chart);
}
