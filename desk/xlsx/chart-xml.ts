/** A chart of ours as a part of a file. Source: ECMA-376 part 1, 21.2. */
import type { Chart, ChartSeries, ValueAxis } from "../../core/index.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { type ChartValue, chartValues } from "./chart-values.ts";
import { absoluteRef } from "./references.ts";
import { encodeText, escapeXml } from "./text.ts";

const NAMES = {
  transitional: {
    chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
    main: "http://schemas.openxmlformats.org/drawingml/2006/main",
  },
  strict: { chart: "http://purl.oclc.org/ooxml/drawingml/chart", main: "http://purl.oclc.org/ooxml/drawingml/main" },
};

/** Of the axes: columns and lines share the first pair, a line at the right has the second. */
const AXES = { category: 1001, value: 1002, secondCategory: 1003, secondValue: 1004 };

const TEXT = "404040";
const LINE = "BFBFBF";

/** @param home the sheet that the chart stands on */
export function chartXml(workbook: Workbook, home: string, chart: Chart, isStrict: boolean): string {
  const names = isStrict ? NAMES.strict : NAMES.transitional;
  const writing = new ChartWriting(workbook, home, chart);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${names.chart}" xmlns:a="${names.main}">` +
    `<c:roundedCorners val="0"/><c:chart>${title(chart.title, 1200, true)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${writing.plots()}${writing.axes()}</c:plotArea>${legend(chart.legend)}` +
    // Hidden rows still count: an outline that is folded changes no chart.
    `<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="${LINE}"/></a:solidFill></a:ln></c:spPr>` +
    `${textLook(900)}</c:chartSpace>`
  );
}

class ChartWriting {
  constructor(
    private readonly workbook: Workbook,
    private readonly home: string,
    private readonly chart: Chart,
  ) {}

  plots(): string {
    const { kind, series } = this.chart;
    const drawn = series.map((each, index) => ({
      each,
      index,
      isLine: kind === "line" || (kind === "columnLine" && each.isLine === true),
    }));
    const columns = drawn.filter(({ isLine }) => !isLine);
    const lines = (isSecondary: boolean) => drawn.filter(({ each, isLine }) => isLine && (each.isSecondary ?? false) === isSecondary);
    return (
      this.bars(columns.map(({ each, index }) => this.series(each, index, false))) +
      this.lines(
        lines(false).map(({ each, index }) => this.series(each, index, true)),
        AXES.category,
        AXES.value,
      ) +
      this.lines(
        lines(true).map(({ each, index }) => this.series(each, index, true)),
        AXES.secondCategory,
        AXES.secondValue,
      )
    );
  }

  private bars(series: readonly string[]): string {
    if (series.length === 0) return "";
    const { kind } = this.chart;
    const isStacked = kind === "stackedColumn" || kind === "stackedBar";
    return (
      `<c:barChart><c:barDir val="${isLying(kind) ? "bar" : "col"}"/>` +
      `<c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${series.join("")}<c:gapWidth val="60"/>` +
      `${isStacked ? '<c:overlap val="100"/>' : ""}<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/></c:barChart>`
    );
  }

  private lines(series: readonly string[], category: number, value: number): string {
    if (series.length === 0) return "";
    return (
      `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join("")}<c:marker val="1"/>` +
      `<c:axId val="${category}"/><c:axId val="${value}"/></c:lineChart>`
    );
  }

  private series(series: ChartSeries, index: number, isLine: boolean): string {
    const { categories } = this.chart;
    const fill = `<a:solidFill><a:srgbClr val="${series.color}"/></a:solidFill>`;
    const line = `<a:ln w="28575" cap="rnd">${fill}${series.isDashed ? '<a:prstDash val="dash"/>' : ""}<a:round/></a:ln>`;
    const marker = `<c:marker><c:symbol val="${series.isDashed ? "diamond" : "circle"}"/><c:size val="6"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`;
    const labels = series.hasLabels
      ? `<c:dLbls>${textLook(900)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
      : "";
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${text(series.name)}</c:v></c:tx>` +
      `<c:spPr>${isLine ? line : fill}</c:spPr>${isLine ? marker : '<c:invertIfNegative val="0"/>'}${labels}` +
      `<c:cat><c:strRef><c:f>${escapeXml(this.reference(categories))}</c:f>${cacheXml("str", this.values(categories))}</c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${escapeXml(this.reference(series.values))}</c:f>${cacheXml("num", this.values(series.values))}</c:numRef></c:val>` +
      `${isLine ? '<c:smooth val="0"/>' : ""}</c:ser>`
    );
  }

  private reference({ sheet = this.home, area }: ChartSeries["values"]): string {
    return absoluteRef(this.workbook.sheet(sheet)?.name ?? sheet, area);
  }

  private values(range: ChartSeries["values"]): ChartValue[] {
    return chartValues(this.workbook, this.home, range);
  }

  axes(): string {
    const { kind, categoryAxis, valueAxis, secondaryAxis, series } = this.chart;
    const isBar = isLying(kind);
    const first =
      this.categoryAxis(AXES.category, AXES.value, isBar ? "l" : "b", categoryAxis.title, isBar) +
      // The first category of a bar chart is on top, and the values still below.
      this.valueAxis(AXES.value, AXES.category, isBar ? "b" : "l", valueAxis, isBar ? "max" : "autoZero", true);
    if (!secondaryAxis || !series.some(({ isSecondary }) => isSecondary)) return first;
    return (
      first +
      `<c:catAx><c:axId val="${AXES.secondCategory}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="${AXES.secondValue}"/><c:crosses val="autoZero"/></c:catAx>` +
      this.valueAxis(AXES.secondValue, AXES.secondCategory, "r", secondaryAxis, "max", false)
    );
  }

  private categoryAxis(id: number, crosses: number, side: string, name: string, isReversed: boolean): string {
    return (
      `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${isReversed ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
      `<c:axPos val="${side}"/>${title(name, 900, false, side === "l")}<c:numFmt formatCode="General" sourceLinked="0"/>${ticks("low")}` +
      `${axisLook}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${isReversed ? '<c:tickLblSkip val="1"/>' : ""}<c:noMultiLvlLbl val="1"/></c:catAx>`
    );
  }

  private valueAxis(id: number, crosses: number, side: string, axis: ValueAxis, at: string, hasGrid: boolean): string {
    const grid = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E3E3"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
    const end = (name: string, value: number | undefined): string => (value === undefined ? "" : `<c:${name} val="${value}"/>`);
    return (
      `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${end("max", axis.max)}${end("min", axis.min)}</c:scaling>` +
      `<c:delete val="0"/><c:axPos val="${side}"/>${hasGrid ? grid : ""}${title(axis.title, 900, false, side !== "b")}` +
      `<c:numFmt formatCode="${escapeXml(axis.numberFormat)}" sourceLinked="0"/>${ticks("nextTo")}${axisLook}` +
      `<c:crossAx val="${crosses}"/><c:crosses val="${at}"/><c:crossBetween val="between"/>${end("majorUnit", axis.step)}</c:valAx>`
    );
  }
}

function isLying(kind: Chart["kind"]): boolean {
  return kind === "bar" || kind === "stackedBar";
}

/** The values of a range, as a part keeps them. A gap has no point, and neither has a text among numbers. */
export function cacheXml(kind: "str" | "num", values: readonly ChartValue[]): string {
  const points = values.flatMap((value, index) => {
    if (value === null || (kind === "num" && typeof value !== "number")) return [];
    return [`<c:pt idx="${index}"><c:v>${text(String(value))}</c:v></c:pt>`];
  });
  const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
  return `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`;
}

const ticks = (place: "low" | "nextTo"): string =>
  `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${place}"/>`;
const axisLook = `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${LINE}"/></a:solidFill></a:ln></c:spPr>${textLook(900)}`;

/** @param size hundredths of a point */
function title(name: string, size: number, isBold: boolean, isUpright = false): string {
  const look = runLook(size, isBold);
  const body = isUpright ? '<a:bodyPr rot="-5400000" vert="horz"/>' : "<a:bodyPr/>";
  return (
    `<c:title><c:tx><c:rich>${body}<a:p><a:pPr><a:defRPr ${look}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr ${look}</a:rPr><a:t>${text(name)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function runLook(size: number, isBold: boolean): string {
  return `sz="${size}" b="${isBold ? 1 : 0}"><a:solidFill><a:srgbClr val="${TEXT}"/></a:solidFill>`;
}

function textLook(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr ${runLook(size, false)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

function legend(place: Chart["legend"]): string {
  if (place === "none") return "";
  return `<c:legend><c:legendPos val="${place.charAt(0)}"/><c:overlay val="0"/></c:legend>`;
}

function text(value: string): string {
  return escapeXml(encodeText(value));
}
