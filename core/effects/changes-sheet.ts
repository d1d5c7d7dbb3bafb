import type { Balance } from "../balance/balance.ts";
import { type Baseline, isCut } from "../balance/baseline.ts";
import { type CauseSum, sumsByUnit, type UnitSum } from "../balance/change-sums.ts";
import { CAUSES, type ChangeCause, type PeriodChange } from "../balance/compare-baseline.ts";
import type { GapChange } from "../balance/compare-gaps.ts";
import { decimalsOf, roundTo } from "../balance/exact.ts";
import { type ChangedProduct, changeOf, decimalsIn, type SinceBaseline } from "../balance/since-baseline.ts";
import { columnLetters } from "../base/place.ts";
import { type Day, toIso } from "../base/plain-date.ts";
import { nameOfKind } from "../imbalance/say-imbalance.ts";
import { headerText } from "../layout/header-text.ts";
import { quantityFormat } from "../layout/number-format.ts";
import { colours, styles } from "../layout/styles.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { CellInput } from "../workbook/cells.ts";
import type { Chart } from "../workbook/chart.ts";
import { type Highlight, MARK, type Style } from "../workbook/edits.ts";
import type { SheetLayout } from "../workbook/sheet-layout.ts";
import { heading, item, number, reason, signedNumber, strong, title } from "./changes-looks.ts";
import { ChangesPage, FIRST } from "./changes-page.ts";
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

/** More periods are no longer read on A4. */
const PERIODS_ON_A4 = 16;
const CHART_ROWS = 13;
/** Units that are summed, and imbalances that are listed, one by one; the rest is counted. */
const UNITS = 3;
const GAPS = 40;
const MOST_AFFECTED = 4;
/** Amounts of imbalances may be hours or parts of components. */
const AMOUNT_DECIMALS = 2;
/** The most rows that a product takes. */
const BLOCK_ROWS = 10;
const COLOURS = { production: "1F3864", sales: "ED7D31", stock: "9DC3E6", data: "7F7F7F" } as const;

class Changes extends ChangesPage {
  private readonly charts: Chart[] = [];

  constructor(private readonly options: ChangesOptions) {
    const { comparison, changed } = options.since;
    super(options.language, comparison.periods, [...changed.flatMap(({ periods }) => periods), ...comparison.rest.periods]);
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
      widths: this.widths,
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
      valueAxis: { title: this.say("changes-chart-quantity", { unit: unit || "–" }), numberFormat: quantityFormat(decimals) },
      legend: "bottom",
    });
    for (let row = 0; row < CHART_ROWS; row++) this.space(16);
  }

  private imbalances(): void {
    const { since, baseline, balance, language } = this.options;
    const { gaps } = since;
    if (gaps.length === 0 && !isCut(baseline)) return;
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
    if (isCut(baseline)) this.wide("", say(language, "changes-gaps-cut", { n: baseline.imbalances.length }), styles.note);
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
    const [then, today] = [roundTo(before, AMOUNT_DECIMALS), roundTo(now, AMOUNT_DECIMALS)];
    const look = number(Math.max(decimalsOf(then), decimalsOf(today)));
    const amount = (value: number): readonly [CellInput, Style] => [value === 0 ? null : value, look];
    const values: readonly (readonly [CellInput, Style])[] = [
      [this.say(`fate-${fate}`), strong],
      [nameOfKind(kind, language), styles.centred],
      [counted === "" ? name : `${name} (${counted})`, styles.field],
      [from === to ? from : `${from} – ${to}`, styles.centred],
      amount(then),
      amount(today),
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

/** Of decimals a program's sums are off by a hair. */
function rounded(formula: string, decimals: number): string {
  return decimals === 0 ? formula : `ROUND(${formula},${decimals})`;
}
