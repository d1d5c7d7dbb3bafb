import { cellAddress } from "../base/place.ts";
import { rowHeight } from "../layout/fit.ts";
import { headerText } from "../layout/header-text.ts";
import { colours, styles } from "../layout/styles.ts";
import { liveRefs } from "../tracking/live-sheet.ts";
import { type Chart, OUR_CHARTS } from "../workbook/chart.ts";
import { type Highlight, MARK, type Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import type { Figure } from "./figure.ts";
import { NO_RATE } from "./rate.ts";
import { type Scene, serialOf, WORD_COLUMN } from "./scene.ts";
import type { Section, SectionChart, Tile } from "./section.ts";
import { columnRange, FROM, LABEL, linesOf, UNTIL } from "./section-lines.ts";
import { tileValue } from "./tile-value.ts";

export const dashboardId = "dashboard";

const WIDTH = 24;
const COLUMN = 6.4;
const TILES_ACROSS = 8;
const CHARTS_ACROSS = 3;
const CHART_ROWS = 15;
/** Where there are more charts than stand in two rows, each is lower, so that the page stays legible. */
const LOW_CHART_ROWS = 12;
const CHART_ROW_HEIGHT = 18;
const NAMES = 3;
const EACH = 2;

const tileLabel: Style = { ...styles.label, size: 9 };
const tileNumber: Style = { ...styles.centred, size: 18, bold: true, color: "1F3864", numberFormat: "0" };
const tileNote: Style = { ...styles.note, horizontal: "center", border: styles.centred.border, wrap: true };
const figure: Style = { ...styles.number, numberFormat: "0", horizontal: "center" };
const rate: Style = { ...figure, numberFormat: "0%" };
const total: Style = { ...figure, bold: true };
const listWord: Style = { ...styles.note };

/** A section's figures where they stand. */
interface Placed {
  readonly section: Section;
  /** The first of its rows, and the row of totals below the last. */
  readonly first: number;
  readonly columns: readonly number[];
  readonly figures: readonly (readonly Figure[])[];
}

/**
 * The boss's page: few figures to see first and charts, on one sheet of A4; below the page the tables they
 * are drawn from, in formulas over the register that anybody can check.
 */
export function dashboardSheet(scene: Scene, sections: readonly Section[]): SheetLayout {
  return new Dashboard(scene, sections).layout();
}

class Dashboard {
  private readonly rows: LayoutRow[] = [];
  private readonly charts: readonly SectionChart[];
  private readonly tiles: readonly Tile[];
  private readonly pageRows: number;

  constructor(
    private readonly scene: Scene,
    private readonly sections: readonly Section[],
  ) {
    this.charts = sections.flatMap(({ charts }) => charts);
    this.tiles = sections.flatMap(({ tiles }) => tiles);
    this.pageRows = this.firstChartRow + Math.ceil(this.charts.length / CHARTS_ACROSS) * this.chartRows;
  }

  private get tileRows(): number {
    return Math.ceil(this.tiles.length / TILES_ACROSS);
  }

  private get chartRows(): number {
    return this.charts.length > 2 * CHARTS_ACROSS ? LOW_CHART_ROWS : CHART_ROWS;
  }

  private get firstChartRow(): number {
    return 2 + 3 * this.tileRows + 1;
  }

  layout(): SheetLayout {
    const { say, settings } = this.scene;
    // The figures are worked out first, since the tiles on top of the page look at their totals.
    const figures: LayoutRow[] = [];
    const placed = this.sections.map((section) => this.place(section, figures));
    this.head();
    for (let row = 0; row < this.tileRows; row++) this.tileRow(this.tiles.slice(row * TILES_ACROSS, (row + 1) * TILES_ACROSS), placed);
    this.add(8, []);
    while (this.rows.length < this.pageRows) this.add(CHART_ROW_HEIGHT, []);
    this.rows.push(...figures);
    this.addLists();
    return {
      name: say("dashboard-sheet"),
      visibility: "visible",
      widths: [...Array.from({ length: WIDTH }, () => COLUMN), 2, ...this.scene.lists.map(() => 16)],
      hasMarkers: false,
      rows: this.rows,
      validations: [],
      highlights: this.highlights(),
      charts: placed.flatMap((each) => each.section.charts.map((chart) => this.chart(chart, each))),
      isOurs: true,
      tab: "1F3864",
      page: {
        orientation: "landscape",
        paper: "A4",
        margins: { top: 12, bottom: 12, left: 10, right: 10 },
        fitWidth: 1,
        fitHeight: 1,
        printArea: { row: 0, column: 0, rows: this.pageRows, columns: WIDTH },
        header: `&R&8 ${headerText(settings.formNumber)}`,
        footer: `&C&8${say("page-footer")}`,
        centred: true,
      },
    };
  }

  private add(height: number, cells: readonly LayoutCell[], to = this.rows): void {
    to.push({ marker: "", height, cells });
  }

  private head(): void {
    const { scene } = this;
    const { say, period, settings } = scene;
    const title = settings.company === "" ? say("dashboard-title") : `${settings.company} ${say("dashboard-title")}`;
    this.add(34, [wide(title, styles.title)]);
    const today = { formula: scene.today.text, value: serialOf(scene, scene.today.value) };
    const uncovered = { formula: `IF(${liveRefs(scene.today.value).isCovered},"","${say("summary-uncovered")}")`, value: "" };
    this.add(20, [
      cell(0, 3, say("dashboard-period"), styles.label),
      cell(3, 3, serialOf(scene, period.from), styles.date),
      cell(6, 1, say("dashboard-until"), styles.label),
      cell(7, 3, serialOf(scene, period.until), styles.date),
      cell(10, 3, say("summary-as-of"), styles.label),
      cell(13, 3, today, styles.date),
      cell(16, 8, uncovered, styles.note),
    ]);
  }

  private tileRow(tiles: readonly Tile[], placed: readonly Placed[]): void {
    const span = Math.floor(WIDTH / Math.max(tiles.length, 1));
    const at = (index: number, value: LayoutCell["value"], style: Style): LayoutCell => cell(index * span, span, value, style);
    const fitted = (text: string, size: number) => ({ text, width: span * COLUMN, size });
    this.add(
      rowHeight(
        tiles.map(({ label }) => fitted(label, 9)),
        18,
      ),
      tiles.map(({ label }, index) => at(index, label, tileLabel)),
    );
    this.add(
      36,
      tiles.map((tile, index) => {
        const home = placed.find(({ section }) => section.tiles.includes(tile));
        return at(index, home ? shownIn(tile, home) : null, { ...tileNumber, numberFormat: formatOf(tile) });
      }),
    );
    this.add(
      rowHeight(
        tiles.map(({ note }) => fitted(note, 8)),
        24,
      ),
      tiles.map(({ note }, index) => at(index, note, tileNote)),
    );
  }

  /** A section's table, below the page. */
  private place(section: Section, rows: LayoutRow[]): Placed {
    const { say } = this.scene;
    const isDated = section.rows.some(({ from }) => from !== undefined);
    const before = NAMES + (isDated ? 2 * EACH : 0);
    const columns = section.columns.map((_, index) => before + index * EACH);
    if (rows.length === 0)
      this.add(
        rowHeight([{ text: say("dashboard-figures"), width: WIDTH * COLUMN }], 24),
        [wide(say("dashboard-figures"), styles.note)],
        rows,
      );
    this.add(10, [], rows);
    this.add(22, [wide(section.title, styles.section)], rows);
    const headings = [
      cell(LABEL, NAMES, section.rowHeading, styles.heading),
      ...(isDated ? [cell(FROM, EACH, say("dashboard-from"), styles.heading), cell(UNTIL, EACH, say("dashboard-to"), styles.heading)] : []),
      ...section.columns.map(({ heading }, index) => cell(columns[index] ?? 0, EACH, heading, styles.heading)),
    ];
    const texts = section.columns.map(({ heading }) => ({ text: heading, width: EACH * COLUMN }));
    this.add(rowHeight(texts, 32), headings, rows);
    const first = this.pageRows + rows.length;
    const figures = linesOf(section, { first, columns });
    for (const [index, { label, from, until }] of section.rows.entries()) {
      const dates = [from, until].flatMap((day, side) =>
        day === undefined ? [] : [cell(side === 0 ? FROM : UNTIL, EACH, serialOf(this.scene, day), styles.date)],
      );
      const values = (figures[index] ?? []).map((each, column) =>
        cell(columns[column] ?? 0, EACH, figureIn(each), section.columns[column]?.isRate ? rate : figure),
      );
      this.add(20, [cell(LABEL, NAMES, label, styles.text), ...dates, ...values], rows);
    }
    const sums = section.columns.map(({ hasTotal }, column): LayoutCell => {
      const value = figures.reduce((sum, line) => sum + (line[column]?.value ?? 0), 0);
      const formula = `SUM(${columnRange(columns[column] ?? 0, first, figures.length)})`;
      return cell(columns[column] ?? 0, EACH, hasTotal ? { formula, value } : null, total);
    });
    this.add(22, [cell(0, before, say("summary-total"), styles.summary), ...sums], rows);
    return { section, first, columns, figures };
  }

  /** The words that the formulas look for, beside the page. */
  private addLists(): void {
    for (const [index, { heading, words }] of this.scene.lists.entries()) {
      for (const [row, word] of [heading, ...words].entries()) {
        const line = this.rows[row];
        const style = row === 0 ? { ...listWord, wrap: true } : listWord;
        if (line) this.rows[row] = { ...line, cells: [...line.cells, cell(WORD_COLUMN + index, 1, word, style)] };
      }
    }
  }

  private chart(chart: SectionChart, { section, first, columns, figures }: Placed): Chart {
    const place = this.charts.indexOf(chart);
    const span = WIDTH / CHARTS_ACROSS;
    const values = (column: number) => ({ area: { row: first, column: columns[column] ?? 0, rows: section.rows.length, columns: 1 } });
    const highest = Math.max(0, ...figures.map((line) => tallest(chart, line)));
    const isRate = chart.series.every(({ column }) => section.columns[column]?.isRate);
    const hasBelow = figures.some((line) => chart.series.some(({ column }) => (line[column]?.value ?? 0) < 0));
    const scale = isRate ? { numberFormat: "0%" } : { numberFormat: "0", ...(highest <= 8 ? { step: 1 } : {}) };
    return {
      name: `${OUR_CHARTS}${chart.id}`,
      area: {
        row: this.firstChartRow + Math.floor(place / CHARTS_ACROSS) * this.chartRows,
        column: (place % CHARTS_ACROSS) * span,
        rows: this.chartRows,
        columns: span,
      },
      kind: chart.kind,
      title: chart.title,
      description: chart.description,
      categories: { area: { row: first, column: 0, rows: section.rows.length, columns: 1 } },
      series: chart.series.map(({ column, ...look }) => ({
        ...look,
        name: section.columns[column]?.heading ?? "",
        values: values(column),
      })),
      categoryAxis: { title: chart.categories },
      valueAxis: { title: chart.values, ...scale, ...(hasBelow ? {} : { min: 0 }) },
      legend: chart.series.length > 1 ? "bottom" : "none",
    };
  }

  private highlights(): Highlight[] {
    const index = this.tiles.findIndex(({ id }) => id === "overdue");
    if (index < 0) return [];
    const inRow = this.tiles.slice(Math.floor(index / TILES_ACROSS) * TILES_ACROSS).slice(0, TILES_ACROSS).length;
    const span = Math.floor(WIDTH / inRow);
    const row = 3 + 3 * Math.floor(index / TILES_ACROSS);
    const column = (index % TILES_ACROSS) * span;
    const areas = [{ row, column, rows: 1, columns: span }];
    return [{ areas, formula: `AND(${MARK},N($${cellAddress(row, column)})>0)`, style: colours.red }];
  }
}

function shownIn(tile: Tile, { columns, first, figures, section }: Placed): LayoutCell["value"] {
  const value = tileValue(tile, figures) ?? NO_RATE;
  const { shows } = tile;
  const totals = (chosen: readonly number[]): string =>
    chosen.map((column) => `$${cellAddress(first + section.rows.length, columns[column] ?? 0)}`).join("+");
  switch (shows.kind) {
    case "total":
      return { formula: totals([shows.column]), value };
    case "figure":
      return { formula: shows.figure.formula, value };
    case "rate": {
      const part = [totals(shows.of), ...(shows.less ? [totals(shows.less)] : [])].join("-");
      return { formula: `IF(${totals(shows.among)}=0,"${NO_RATE}",(${part})/(${totals(shows.among)}))`, value };
    }
    case "mean":
      return { formula: `IFERROR((${shows.sum.formula}-(${shows.less.formula}))/(${shows.count.formula}),"${NO_RATE}")`, value };
  }
}

function formatOf({ shows }: Tile): string {
  return shows.kind === "rate" ? "0%" : shows.kind === "mean" ? "0.0" : "0";
}

/** How high the axis of a chart has to reach for one line of figures. */
function tallest({ kind, series }: SectionChart, line: readonly Figure[]): number {
  const values = series.map(({ column }) => line[column]?.value || 0);
  return kind.startsWith("stacked") ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
}

function figureIn({ formula, value }: Figure): LayoutCell["value"] {
  const shown = Number.isNaN(value) ? NO_RATE : value;
  return formula === "" ? shown : { formula, value: shown };
}

function cell(column: number, columns: number, value: LayoutCell["value"], style: Style): LayoutCell {
  return { column, columns, value, style };
}

function wide(value: string, style: Style): LayoutCell {
  return cell(0, WIDTH, value, style);
}
