import type { Area, Chart, ChartSeries, ValueAxis } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { Account } from "./account.ts";
import type { ChartMade } from "./document.ts";

type Options = Readonly<Record<string, never>>;
type Told = Omit<Chart, "description">;

/** The charts of ours on a sheet as core tells them: their names are noted, by their numbers, with the document. */
export function toldCharts(account: Account, sheet: Sheet): Told[] {
  const { document } = account;
  const noted = JSON.parse(account.properties("document").get(`concord-charts-${document.idOf(sheet)}`) ?? "{}") as Record<string, number>;
  return document.charts.flatMap((chart) => {
    const name = Object.keys(noted).find((each) => noted[each] === chart.id);
    return chart.sheet === sheet && name !== undefined ? [{ name, ...toldChart(chart) }] : [];
  });
}

function toldChart({ sheet, type, ranges, options, position }: ChartMade): Omit<Told, "name"> {
  const given = options as Record<string, Options>;
  const kind = kindOf(type, options.isStacked === true);
  const isLying = type === "BAR";
  const range = (index: number) => {
    const { sheet: of = "", area } = ranges[index] ?? {};
    return of === sheet.name || !area ? { area: area ?? ({} as Area) } : { sheet: of, area };
  };
  const axes = (isLying ? given.hAxes : given.vAxes) as unknown as Record<string, Options>;
  return {
    area: areaOf(sheet, position, Number(options.width), Number(options.height)),
    kind,
    title: String(options.title),
    categories: range(0),
    series: Object.values(given.series ?? {}).map((each, index) => ({ ...toldSeries(kind, each), values: range(index + 1) })),
    categoryAxis: { title: String((isLying ? given.vAxis : given.hAxis)?.title) },
    valueAxis: axisOf(axes[0]),
    ...(axes[1] ? { secondaryAxis: axisOf(axes[1]) } : {}),
    legend: String(given.legend?.position) as Chart["legend"],
  };
}

function kindOf(type: string, isStacked: boolean): Chart["kind"] {
  if (type === "COLUMN") return isStacked ? "stackedColumn" : "column";
  if (type === "BAR") return isStacked ? "stackedBar" : "bar";
  return type === "COMBO" ? "columnLine" : "line";
}

function toldSeries(kind: Chart["kind"], options: Options): Omit<ChartSeries, "values"> {
  return {
    name: String(options.labelInLegend),
    color: String(options.color).slice(1).toUpperCase(),
    ...(kind === "columnLine" && options.type === "line" ? { isLine: true } : {}),
    ...(options.lineDashStyle ? { isDashed: true } : {}),
    ...(options.dataLabel ? { hasLabels: true } : {}),
    ...(options.targetAxisIndex ? { isSecondary: true } : {}),
  };
}

function axisOf(options: Options = {}): ValueAxis {
  const { interval } = (options.gridlines ?? {}) as { readonly interval?: readonly [number] };
  return {
    title: String(options.title),
    numberFormat: String(options.format),
    ...(interval ? { step: interval[0] } : {}),
    ...(options.viewWindow as object | undefined),
  };
}

/** The cells that so many pixels cover. */
function areaOf(sheet: Sheet, { row, column }: ChartMade["position"], width: number, height: number): Area {
  const covered = (first: number, pixels: number, sizeOf: (index: number) => number): number => {
    let [count, total] = [0, 0];
    while (total < pixels) total += sizeOf(first + count++);
    return total === pixels ? count : Number.NaN;
  };
  return {
    row,
    column,
    rows: covered(row, height, (index) => Math.round((sheet.rows.get(index)?.height ?? 15.75) / 0.75)),
    columns: covered(column, width, (index) => {
      const size = sheet.columns.get(index)?.width;
      return size === undefined ? 100 : Math.round(size * 7 + 5);
    }),
  };
}
