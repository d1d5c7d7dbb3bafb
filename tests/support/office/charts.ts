import type { Chart, ChartRange, ChartSeries, ValueAxis } from "../../../core/index.ts";
import type { OurChart, Sheet } from "../../../desk/workbook/sheet.ts";
import type { Book } from "./book.ts";
import { colourOf, type ExcelObject, flagOf, invalid, notFound, numberOf, oneOf, textOf } from "./excel-object.ts";
import { areaOf } from "./range-area.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Told extends Mutable<Omit<Chart, "series" | "valueAxis" | "secondaryAxis" | "categoryAxis">> {
  readonly series: Mutable<ChartSeries>[];
  readonly valueAxis: Mutable<ValueAxis>;
  secondaryAxis?: Mutable<ValueAxis>;
  readonly categoryAxis: { title: string };
}

const TYPES = {
  ColumnClustered: "column",
  ColumnStacked: "stackedColumn",
  BarClustered: "bar",
  BarStacked: "stackedBar",
  LineMarkers: "line",
} as const;
const PLACES = { Top: "top", Bottom: "bottom", Right: "right" } as const;

/** Excel's charts, as far as the host goes: what it makes is a chart of the model, a person's are only seen. */
export function chartsObject(book: Book, sheet: Sheet): ExcelObject {
  const carried = (name: string): ExcelObject => ({ type: "Chart", id: { Id: name }, get: { name: () => name } });
  const find = (key: unknown) => sheet.ourCharts.find((chart) => chart.name === key || book.idOf(chart) === key);
  return {
    type: "ChartCollection",
    items: () => [
      ...sheet.carriedCharts.map((_, index) => carried(`Chart ${index + 1}`)),
      ...sheet.ourCharts.map((chart) => chartObject(book, sheet, chart)),
    ],
    item: (key) => chartObject(book, sheet, find(key) ?? notFound(`chart ${key} on ${sheet.name}`)),
    call: {
      getItem: (key) => chartObject(book, sheet, find(key) ?? notFound(`chart ${key} on ${sheet.name}`)),
      add: (type, source, by) => {
        book.guardBuild(sheet);
        oneOf({ Rows: true, Columns: true }, by);
        const values = rangeOf(sheet, source);
        const lines = by === "Rows" ? values.area.rows : values.area.columns;
        if (lines !== 1) invalid(`${lines} series at once: which is the name and which the categories is a guess`);
        const told: Told = {
          name: `Chart ${sheet.carriedCharts.length + sheet.ourCharts.length + 1}`,
          area: { row: 0, column: 0, rows: 1, columns: 1 },
          kind: oneOf(TYPES, type),
          title: "",
          description: "",
          categories: values,
          series: [{ name: "Series1", values, color: "" }],
          categoryAxis: { title: "" },
          valueAxis: { title: "", numberFormat: "General" },
          legend: "none",
        };
        const chart: Mutable<OurChart> = { name: told.name, told };
        sheet.ourCharts = [...sheet.ourCharts, chart];
        return chartObject(book, sheet, chart);
      },
    },
  };
}

function chartObject(book: Book, sheet: Sheet, chart: Mutable<OurChart>): ExcelObject {
  const told = chart.told as Told | undefined;
  const change = (): Told => {
    book.guardBuild(sheet);
    return told ?? invalid("changing a chart of the opened file");
  };
  return {
    type: "Chart",
    id: { Id: book.idOf(chart) },
    get: { name: () => chart.name },
    set: {
      name: (value) => {
        chart.name = textOf(value);
        change().name = chart.name;
      },
      plotVisibleOnly: (value) => void flagOf(value),
      displayBlanksAs: (value) => void oneOf({ NotPlotted: true, Zero: true, Interplotted: true }, value),
    },
    own: {
      title: () => ({
        type: "ChartTitle",
        set: {
          text: (value) => {
            change().title = textOf(value);
          },
        },
      }),
      legend: () => legendObject(change),
      series: () => seriesCollection(sheet, change),
      axes: () => ({
        type: "ChartAxes",
        own: {
          categoryAxis: () => categoryAxisObject(change),
          valueAxis: () => valueAxisObject(() => change().valueAxis),
        },
        call: {
          getItem: (type, group) => {
            oneOf({ Value: true }, type);
            oneOf({ Secondary: true }, group);
            const { series } = change();
            if (!series.some(({ isSecondary }) => isSecondary)) invalid("an axis that no series is measured on");
            return valueAxisObject(() => {
              const now = change();
              now.secondaryAxis ??= { title: "", numberFormat: "General" };
              return now.secondaryAxis;
            });
          },
        },
      }),
    },
    call: {
      setPosition: (from, to) => {
        const [start, end] = [areaOf(from).area, areaOf(to).area];
        if (end.row < start.row || end.column < start.column) invalid("a chart that ends before it starts");
        change().area = {
          row: start.row,
          column: start.column,
          rows: end.row + end.rows - start.row,
          columns: end.column + end.columns - start.column,
        };
        return undefined;
      },
      delete: () => {
        book.guardBuild(sheet);
        sheet.ourCharts = sheet.ourCharts.filter((each) => each !== chart);
        return undefined;
      },
    },
  };
}

function legendObject(change: () => Told): ExcelObject {
  return {
    type: "ChartLegend",
    set: {
      visible: (value) => {
        if (!flagOf(value)) change().legend = "none";
        else if (change().legend === "none") change().legend = "right";
      },
      position: (value) => {
        change().legend = oneOf(PLACES, value);
      },
    },
  };
}

function seriesCollection(sheet: Sheet, change: () => Told): ExcelObject {
  return {
    type: "ChartSeriesCollection",
    call: {
      getItemAt: (index) => seriesObject(sheet, change, numberOf(index)),
      add: (name) => seriesObject(sheet, change, change().series.push({ name: textOf(name), values: change().categories, color: "" }) - 1),
    },
  };
}

function seriesObject(sheet: Sheet, change: () => Told, index: number): ExcelObject {
  const series = (): Mutable<ChartSeries> => change().series[index] ?? notFound(`series ${index}`);
  const color = (value: unknown): void => {
    series().color = colourOf(value);
  };
  return {
    type: "ChartSeries",
    set: {
      name: (value) => {
        series().name = textOf(value);
      },
      chartType: (value) => {
        if (oneOf({ LineMarkers: true }, value) && change().kind !== "column" && change().kind !== "columnLine")
          invalid("a line among bars");
        change().kind = "columnLine";
        series().isLine = true;
      },
      axisGroup: (value) => {
        series().isSecondary = oneOf({ Secondary: true }, value);
      },
      gapWidth: (value) => {
        if (numberOf(value) < 0 || numberOf(value) > 500) invalid(`a gap of ${value}`);
      },
      hasDataLabels: (value) => {
        series().hasLabels = flagOf(value);
      },
      markerStyle: (value) => void oneOf({ Circle: true, Diamond: true }, value),
      markerBackgroundColor: (value) => void colourOf(value),
      markerForegroundColor: (value) => void colourOf(value),
    },
    own: {
      format: () => ({
        type: "ChartSeriesFormat",
        own: {
          fill: () => ({
            type: "ChartFill",
            call: {
              setSolidColor: (value) => {
                color(value);
                return undefined;
              },
            },
          }),
          line: () => ({
            type: "ChartLineFormat",
            set: {
              color,
              weight: (value) => void numberOf(value),
              lineStyle: (value) => {
                if (oneOf({ Continuous: false, Dash: true }, value)) series().isDashed = true;
              },
            },
          }),
        },
      }),
    },
    call: {
      setValues: (range) => {
        series().values = rangeOf(sheet, range);
        return undefined;
      },
      setXAxisValues: (range) => {
        change().categories = rangeOf(sheet, range);
        return undefined;
      },
    },
  };
}

function categoryAxisObject(change: () => Told): ExcelObject {
  return {
    type: "ChartAxis",
    set: {
      reversePlotOrder: (value) => void flagOf(value),
      position: (value) => void oneOf({ Maximum: true }, value),
      tickLabelSpacing: (value) => void numberOf(value),
    },
    own: {
      title: () => ({
        type: "ChartAxisTitle",
        set: {
          text: (value) => {
            change().categoryAxis.title = textOf(value);
          },
        },
      }),
    },
  };
}

function valueAxisObject(axis: () => Mutable<ValueAxis>): ExcelObject {
  return {
    type: "ChartAxis",
    set: {
      numberFormat: (value) => {
        axis().numberFormat = textOf(value);
      },
      minimum: (value) => {
        axis().min = numberOf(value);
      },
      majorUnit: (value) => {
        axis().step = numberOf(value);
      },
      maximum: (value) => {
        axis().max = numberOf(value);
      },
    },
    own: {
      title: () => ({
        type: "ChartAxisTitle",
        set: {
          text: (value) => {
            axis().title = textOf(value);
          },
        },
      }),
    },
  };
}

function rangeOf(home: Sheet, range: unknown): ChartRange {
  const { sheet, area } = areaOf(range);
  if (area.rows !== 1 && area.columns !== 1) invalid("values of several rows and columns");
  return sheet === home ? { area } : { sheet: sheet.name, area };
}
