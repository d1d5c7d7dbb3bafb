import type { Balance } from "../balance/balance.ts";
import type { Baseline } from "../balance/baseline.ts";
import { type CauseSum, sumsByUnit, type UnitSum } from "../balance/change-sums.ts";
import { CAUSES, type ChangeCause, type PeriodChange } from "../balance/compare-baseline.ts";
import type { GapChange } from "../balance/compare-gaps.ts";
import { type ChangedProduct, changeOf, decimalsIn, roundTo, type SinceBaseline } from "../balance/since-baseline.ts";
import { columnLetters } from "../base/place.ts";
import { type Day, toIso } from "../base/plain-date.ts";
import { nameOfKind } from "../imbalance/say-imbalance.ts";
import { rowHeight } from "../layout/fit.ts";
import { headerText } from "../layout/header-text.ts";
import { colours, styles } from "../layout/styles.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Language } from "../words/language.ts";
import { type Params, say, type WordKey } from "../words/message.ts";
import type { CellInput } from "../workbook/cells.ts";
import type { Chart } from "../workbook/chart.ts";
import { type Highlight, MARK, type Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { MOST_IMBALANCES } from "./frozen-balance.ts";
import { sayCause, sayOutcome, sayReasons, signed } from "./say-changes.ts";

export const changesId = "changes";

export interface ChangesOptions {
  /** The meeting whose balance it is compared with: number, name and day, as far as the register has them. */
  readonly meeting: string;
  readonly baseline: Baseline;
  readonly since: SinceBaseline;
  readonly balance: Balance;
  readonly settings: BookSettings;
  readonly language: Language;
  readonly today: Day;
  /** The sheet after which it is put. */
  readonly after?: string;
}

/** The mark of the row in which a product's changes begin. */
export function changesMarker(product: string): string {
  return `product ${product}`;
}

/** What changed since a meeting, to print: by cause, by period, imbalances, then product by product; every change adds up from its causes. */
export function changesSheet(options: ChangesOptions): SheetLayout {
  return new Changes(options).layout();
}

/** The hidden marker and what a row is about stand left of the periods. */
const FIRST = 2;
/** The head and the lists need as much room as so many periods. */
const LEAST_PERIODS = 10;
const ITEM_WIDTH = 24;
const NUMBER_WIDTH = 8.5;
const CHECK_WIDTH = 4;
/** More periods are no longer read on A4. */
const PERIODS_ON_A4 = 16;
const CHART_ROWS = 13;
/** Units that are summed, and imbalances that are listed, one by one; the rest is counted. */
const UNITS = 3;
const GAPS = 40;
const MOST_AFFECTED = 4;
/** The most rows that a product takes. */
const BLOCK_ROWS = 10;
const COLOURS = { production: "1F3864", sales: "ED7D31", stock: "9DC3E6", data: "7F7F7F" } as const;

const title: Style = { ...styles.field, bold: true, fill: "DDEBF7", wrap: false };
const heading: Style = { ...styles.heading, wrap: false };
const head: Style = { ...styles.heading, wrap: false, size: 8 };
const reason: Style = { ...styles.field, size: 9 };
const item: Style = { ...styles.field, wrap: false };
const strong: Style = { ...styles.field, wrap: false, bold: true };
const check: Style = { ...styles.centred, wrap: false, color: "548235" };

class Changes {
  private readonly rows: LayoutRow[] = [];
  private readonly charts: Chart[] = [];
  private readonly columns: number;
  private readonly numberWidth: number;

  constructor(private readonly options: ChangesOptions) {
    const { periods, rest } = options.since.comparison;
    this.columns = Math.max(LEAST_PERIODS, periods.length);
    const all = [...options.since.changed.flatMap((each) => each.periods), ...rest.periods];
    const widest = all.reduce((most, { before, now }) => Math.max(most, Math.abs(before), Math.abs(now)), 0);
    const digits = Math.floor(widest).toString().length;
    this.numberWidth = Math.max(
      NUMBER_WIDTH,
      digits + Math.floor((digits - 1) / 3) + 2.5 + (decimalsIn(all) > 0 ? decimalsIn(all) + 1 : 0),
    );
  }

  layout(): SheetLayout {
    const { settings, after, since } = this.options;
    this.head();
    this.causes();
    this.imbalances();
    const first = this.rows.length;
    this.products();
    this.rest();
    return {
      name: this.say("changes-sheet"),
      visibility: "visible",
      widths: [6, ITEM_WIDTH, ...Array.from({ length: this.columns }, () => this.numberWidth), CHECK_WIDTH],
      hasMarkers: true,
      rows: this.rows,
      validations: [],
      highlights: this.highlights(first),
      charts: this.charts,
      isOurs: true,
      tab: "2F5597",
      ...(after === undefined ? {} : { after }),
      freeze: { rows: 1, columns: FIRST },
      page: {
        orientation: "landscape",
        paper: since.comparison.periods.length > PERIODS_ON_A4 ? settings.balance.paper : "A4",
        margins: { top: 14, bottom: 14, left: 10, right: 10 },
        fitWidth: 1,
        printArea: { row: 0, column: 1, rows: this.rows.length, columns: this.width },
        header: `&R&8 ${headerText(settings.formNumber)}`,
        footer: `&L&8 ${headerText([settings.company, this.say("changes-title")].filter((text) => text !== "").join(" "))}&C&8${this.say("page-footer")}`,
        centred: true,
      },
    };
  }

  /** Columns of the page. */
  private get width(): number {
    return 1 + this.columns + 1;
  }

  private say(code: WordKey, params: Params = {}): string {
    return say(this.options.language, code, params);
  }

  private add(marker: string, least: number, cells: readonly LayoutCell[]): void {
    const texts = cells.flatMap(({ column, columns, value, style }) =>
      typeof value === "string" && value !== "" && style.wrap === true
        ? [{ text: value, width: this.widthOf(column, columns), size: style.size ?? 9 }]
        : [],
    );
    this.rows.push({ marker, height: rowHeight(texts, least), cells });
  }

  private widthOf(column: number, columns: number): number {
    const widthAt = (at: number): number => (at === 1 ? ITEM_WIDTH : at < FIRST + this.columns ? this.numberWidth : CHECK_WIDTH);
    return Array.from({ length: columns }, (_, at) => widthAt(column + at)).reduce((sum, width) => sum + width, 0);
  }

  private wide(marker: string, value: string, style: Style, least = 18): void {
    this.add(marker, least, [{ column: 1, columns: this.width, value, style }]);
  }

  private space(height = 8): void {
    this.rows.push({ marker: "", height, cells: [] });
  }

  /** Cells side by side from the first column on: how many columns each takes, its value and look. */
  private line(marker: string, least: number, parts: readonly (readonly [columns: number, value: CellInput, style: Style])[]): void {
    let column = 1;
    const cells = parts.map(([columns, value, style]): LayoutCell => {
      const at = column;
      column += columns;
      return { column: at, columns, value, style };
    });
    this.add(marker, least, cells);
  }

  private head(): void {
    const { meeting, baseline, since, today, language } = this.options;
    const { periods } = since.comparison;
    const right = 3;
    const left = this.width - 1 - 2 - right;
    const range = `${periods[0]} – ${periods.at(-1)}`;
    this.wide("", this.say("changes-title"), styles.title, 32);
    this.line("", 20, [
      [1, this.say("changes-against"), styles.label],
      [left, meeting, styles.field],
      [2, this.say("changes-frozen"), styles.label],
      [right, baseline.on === undefined ? "–" : toIso(baseline.on), styles.centred],
    ]);
    this.line("", 20, [
      [1, this.say("changes-periods"), styles.label],
      [left, range, styles.field],
      [2, this.say("changes-as-of"), styles.label],
      [right, toIso(today), styles.centred],
    ]);
    this.line("", 22, [
      [1, this.say("changes-outcome"), styles.label],
      [this.width - 1, sayOutcome(since, language), { ...styles.field, bold: true }],
    ]);
    this.space();
  }

  private causes(): void {
    const { changed, comparison } = this.options.since;
    if (changed.length === 0) return;
    const sums = sumsByUnit(changed, comparison.periods.length);
    this.wide("", this.say("changes-by-cause"), styles.section, 20);
    const spans = [1, 1, 1, 2, 2, this.width - 7] as const;
    const words = ["changes-cause", "changes-unit", "changes-products", "changes-up", "changes-down", "changes-most"] as const;
    this.line(
      "",
      20,
      words.map((word, at) => [spans[at] ?? 1, this.say(word), heading] as const),
    );
    for (const sum of sums) for (const cause of sum.causes) if (cause.products > 0) this.causeLine(sum, cause, spans);
    this.wide("", this.say("changes-effect-note"), { ...styles.note, wrap: true });
    for (const [at, sum] of sums.slice(0, UNITS).entries()) this.byPeriod(sum, at === 0);
    const others = sums.slice(UNITS);
    if (others.length > 0) {
      const units = others.map(({ unit }) => unit || "–").join(this.say("list-and"));
      this.wide("", this.say("changes-more-units", { n: others.length, units }), styles.note);
    }
    this.space();
  }

  private causeLine({ unit, decimals }: UnitSum, { cause, products, up, down, most }: CauseSum, spans: readonly number[]): void {
    const named = most.slice(0, MOST_AFFECTED).join(this.say("list-and"));
    const shown = most.length > MOST_AFFECTED ? this.say("list-more", { named, n: most.length }) : named;
    const values: readonly (readonly [CellInput, Style])[] = [
      [sayCause(cause, this.options.language), strong],
      [unit || null, styles.centred],
      [products, number(0)],
      [up, signedNumber(decimals)],
      [down, signedNumber(decimals)],
      [shown, styles.field],
    ];
    this.line(
      "",
      18,
      values.map(([value, style], at) => [spans[at] ?? 1, value, style] as const),
    );
  }

  /** What each cause did to the products of one unit together, period by period, and their sum; the first unit's are drawn. */
  private byPeriod({ unit, decimals, causes: all }: UnitSum, isDrawn: boolean): void {
    const causes = all.filter(({ products }) => products > 0);
    this.space(6);
    this.periodHeadings(this.say("changes-by-period", { unit: unit || "–" }));
    const top = this.rows.length;
    for (const { cause, periods } of causes)
      this.figures("", sayCause(cause, this.options.language), periods, signedNumber(decimals), item);
    const sums = this.periods.map((_, at) => {
      const column = columnLetters(FIRST + at);
      const formula = rounded(`SUM(${column}${top + 1}:${column}${top + causes.length})`, decimals);
      const value = causes.reduce((sum, { periods }) => sum + (periods[at] ?? 0), 0);
      return { formula, value: roundTo(value, decimals) };
    });
    this.figures("sum", this.say("changes-sum"), sums, signedNumber(decimals, true), strong);
    if (isDrawn)
      this.chart(
        top,
        { unit, decimals },
        causes.map(({ cause }) => cause),
      );
  }

  private chart(top: number, { unit, decimals }: Pick<UnitSum, "unit" | "decimals">, causes: readonly ChangeCause[]): void {
    this.space(6);
    const across = (row: number) => ({ area: { row, column: FIRST, rows: 1, columns: this.periods.length } });
    this.charts.push({
      name: "concord.changes-causes",
      area: { row: this.rows.length, column: 1, rows: CHART_ROWS, columns: this.width },
      kind: "stackedColumn",
      title: this.say("changes-chart", { unit: unit || "–" }),
      description: this.say("changes-chart-about"),
      categories: across(top - 1),
      series: causes.map((cause, at) => ({
        name: sayCause(cause, this.options.language),
        values: across(top + at),
        color: COLOURS[cause],
      })),
      categoryAxis: { title: this.say("changes-period") },
      valueAxis: { title: this.say("changes-chart-quantity", { unit: unit || "–" }), numberFormat: numberFormat(decimals) },
      legend: "bottom",
    });
    for (let row = 0; row < CHART_ROWS; row++) this.space(16);
  }

  private imbalances(): void {
    const { since, baseline, balance, language } = this.options;
    const isCut = baseline.imbalances.length >= MOST_IMBALANCES;
    // Where not all were kept, one that is not among them may have been there.
    const gaps = since.gaps.filter(({ fate }) => !(isCut && fate === "new"));
    if (gaps.length === 0 && !isCut) return;
    this.wide("", this.say("changes-gaps"), styles.section, 20);
    const wide = this.width - 9;
    const spans = [1, 2, wide, 3, 1, 2] as const;
    const words = [
      "changes-fate",
      "changes-kind",
      "changes-subject",
      "changes-period",
      "changes-amount-then",
      "changes-amount-now",
    ] as const;
    this.line(
      "",
      20,
      words.map((word, at) => [spans[at] ?? 1, this.say(word), heading] as const),
    );
    const names = namesIn(balance);
    for (const gap of gaps.slice(0, GAPS)) this.gapLine(gap, names, spans);
    if (gaps.length > GAPS) this.wide("", this.say("changes-gaps-more", { n: gaps.length - GAPS }), styles.note);
    if (isCut) this.wide("", say(language, "changes-gaps-cut", { n: baseline.imbalances.length }), styles.note);
    this.space();
  }

  private gapLine(
    { fate, kind, subject, from, to, unit, before, now }: GapChange,
    names: ReadonlyMap<string, string>,
    spans: readonly number[],
  ): void {
    const { language } = this.options;
    const counted = kind === "overload" ? this.say("hours") : unit;
    const name = [subject, names.get(subject) ?? ""].filter((part) => part !== "").join(" ");
    const decimals = decimalsIn([
      { period: "", before: hundredths(before), now: hundredths(now), production: 0, sales: 0, stock: 0, data: 0 },
    ]);
    const amount = (value: number): readonly [CellInput, Style] => [value === 0 ? null : hundredths(value), number(decimals)];
    const values: readonly (readonly [CellInput, Style])[] = [
      [this.say(`fate-${fate}`), strong],
      [nameOfKind(kind, language), styles.centred],
      [counted === "" ? name : `${name} (${counted})`, styles.field],
      [from === to ? from : `${from} – ${to}`, styles.centred],
      amount(before),
      amount(now),
    ];
    this.line(
      `fate ${fate}`,
      18,
      values.map(([value, style], at) => [spans[at] ?? 1, value, style] as const),
    );
  }

  private products(): void {
    const { since, baseline, settings } = this.options;
    const { changed, comparison } = since;
    this.wide("", this.say("changes-by-product"), styles.section, 20);
    if (changed.length === 0) {
      const kept = comparison.products.length;
      this.wide("", kept > 0 ? this.say("changes-none", { n: kept }) : this.say("changes-none-kept"), styles.field, 20);
    }
    const room = Math.max(1, Math.floor(settings.balance.cells / (BLOCK_ROWS * this.width)));
    for (const each of changed.slice(0, room)) this.block(each);
    if (changed.length > room) this.wide("", this.say("changes-left-out", { n: changed.length - room }), { ...styles.note, wrap: true });
    if (comparison.gone.length > 0) {
      const products = comparison.gone.join(this.say("list-and"));
      this.wide("", this.say("changes-gone", { products }), { ...styles.field, color: "7F7F7F" });
    }
    if (baseline.products.length > 0 && comparison.rest.before + comparison.rest.now > 0) this.space();
  }

  private block(changed: ChangedProduct): void {
    const { product, periods, largest, at, decimals } = changed;
    const name = [product.code, product.name].filter((part) => part !== "").join(" ");
    const said = this.say("changes-of-product", { product: name, amount: signed(largest), unit: product.unit, period: at });
    this.wide(changesMarker(product.code), said, title, 20);
    this.wide("why", sayReasons(changed, this.options.language), reason);
    this.compared(periods, decimals);
    this.space();
  }

  /** Closing then and now, the change, and what it is made of; a cause that changed nothing has no row. */
  private compared(periods: readonly PeriodChange[], decimals: number): void {
    this.periodHeadings(this.say("changes-period"));
    const first = this.rows.length + 1;
    const causes = CAUSES.filter((cause) => periods.some((change) => change[cause] !== 0));
    const row = (at: number, offset: number): string => `${columnLetters(FIRST + at)}${first + offset}`;
    const span = (offset: number): string => `${row(0, offset)}:${row(periods.length - 1, offset)}`;
    this.figures(
      "before",
      this.say("changes-before"),
      periods.map(({ before }) => before),
      number(decimals),
      item,
    );
    this.figures(
      "now",
      this.say("changes-now"),
      periods.map(({ now }) => now),
      number(decimals, true),
      strong,
    );
    const changes = periods.map((change, at) => ({ formula: rounded(`${row(at, 1)}-${row(at, 0)}`, decimals), value: changeOf(change) }));
    const rest = [span(2), ...causes.map((_, at) => span(3 + at))].join("-");
    const adds = {
      formula: `IF(SUMPRODUCT(ABS(ROUND(${rest},${decimals})))=0,"${this.say("changes-adds-up")}","${this.say("changes-not-adding")}")`,
      value: this.say("changes-adds-up"),
    };
    this.figures("change", this.say("changes-change"), changes, signedNumber(decimals, true), strong, adds);
    for (const cause of causes)
      this.figures(
        cause,
        sayCause(cause, this.options.language),
        periods.map((change) => change[cause]),
        signedNumber(decimals),
        { ...item, indent: 2 },
      );
  }

  private rest(): void {
    const { rest } = this.options.since.comparison;
    if (rest.before + rest.now === 0) return;
    this.wide("", this.say("changes-rest"), styles.section, 20);
    const units = this.isMixed ? this.say("changes-rest-units") : "";
    this.wide("", this.say("changes-rest-note", { units }), { ...styles.note, wrap: true });
    this.wide("rest", this.say("changes-rest-title", { before: rest.before, now: rest.now }), title, 20);
    this.compared(rest.periods, decimalsIn(rest.periods));
  }

  private get isMixed(): boolean {
    const kept = new Set(this.options.baseline.products.map(({ product }) => product));
    const others = this.options.balance.products.filter(({ product }) => !kept.has(product.code));
    return new Set(others.map(({ product }) => product.unit)).size > 1;
  }

  private get periods(): readonly string[] {
    return this.options.since.comparison.periods;
  }

  private periodHeadings(label: string): void {
    const blank = Array.from({ length: this.columns + 1 - this.periods.length }, () => [1, null, head] as const);
    this.line("", 18, [
      [1, label, { ...head, horizontal: "left", indent: 1 }],
      ...this.periods.map((key) => [1, key, head] as const),
      ...blank,
    ]);
  }

  private figures(
    marker: string,
    label: string,
    values: readonly CellInput[],
    style: Style,
    labelStyle: Style,
    last: CellInput = null,
  ): void {
    const blank = Array.from({ length: this.columns - values.length }, () => [1, null, style] as const);
    this.line(marker, 16, [[1, label, labelStyle], ...values.map((value) => [1, value, style] as const), ...blank, [1, last, check]]);
  }

  /** What is owed is red; a change is red where it takes and green where it adds, as its sign says. */
  private highlights(first: number): Highlight[] {
    const area = { row: 0, column: FIRST, rows: this.rows.length, columns: this.columns };
    const blocks = { ...area, row: first, rows: this.rows.length - first };
    const rule = (areas: Highlight["areas"], row: number, formula: string, style: Highlight["style"]): Highlight => ({
      areas,
      formula: `AND(${MARK},${formula.replaceAll("{row}", String(row + 1))})`,
      style,
    });
    const at = `N(${columnLetters(FIRST)}{row})`;
    const isSum = `OR($A{row}="change",$A{row}="sum")`;
    const fates: [fate: string, style: Highlight["style"]][] = [
      ["new", colours.red],
      ["worse", colours.amber],
      ["better", colours.blue],
      ["gone", colours.green],
      ["over", colours.grey],
    ];
    return [
      rule([blocks], first, `OR($A{row}="before",$A{row}="now"),${at}<0`, colours.red),
      rule([area], 0, `${isSum},${at}<0`, { color: colours.red.color }),
      rule([area], 0, `${isSum},${at}>0`, { color: colours.green.color }),
      ...fates.map(([fate, style]) => rule([{ ...area, column: 1, columns: 1 }], 0, `$A{row}="fate ${fate}"`, style)),
    ];
  }
}

function namesIn({ products, lines, components }: Balance): Map<string, string> {
  return new Map([
    ...components.map(({ component, name }) => [component, name] as const),
    ...lines.map(({ line, name }) => [line, name] as const),
    ...products.map(({ product }) => [product.code, product.name] as const),
  ]);
}

/** Amounts of imbalances may be hours or parts of components. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

const looks = new Map<string, Style>();

function lookOf(format: string, isBold: boolean): Style {
  const key = `${isBold} ${format}`;
  const known = looks.get(key) ?? { ...styles.number, wrap: false, bold: isBold, numberFormat: format };
  looks.set(key, known);
  return known;
}

function number(decimals: number, isBold = false): Style {
  return lookOf(numberFormat(decimals), isBold);
}

/** With its sign; nothing is a dash, so that what changed stands out. */
function signedNumber(decimals: number, isBold = false): Style {
  const format = numberFormat(decimals);
  return lookOf(`+${format};-${format};"–"`, isBold);
}

/** Of decimals a program's sums are off by a hair. */
function rounded(formula: string, decimals: number): string {
  return decimals === 0 ? formula : `ROUND(${formula},${decimals})`;
}
