import type { ProductBalance } from "../balance/balance.ts";
import type { BalanceRules } from "../balance/planning-data.ts";
import type { Period } from "../calendar/period.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { CellInput } from "../workbook/cells.ts";
import type { LayoutRow } from "../workbook/sheet-layout.ts";
import { cell, figures, HEAD_COLUMNS, looks, periodColumn, wrapped } from "./grid.ts";
import { type GridWidths, namedRow } from "./grid-widths.ts";
import { FLOWS, type RowKind, rowWords } from "./row-kinds.ts";
import { type StockState, stateOf, stateWords } from "./stock-state.ts";

/** Formulas over the input tables for one product; null where the workbook has no such table. */
export interface Inputs {
  readonly opening: string | null;
  readonly safety: string | null;
  forecast(period: number): string;
  production(period: number): string;
}

export interface RowOptions {
  readonly kinds: readonly RowKind[];
  readonly periods: readonly Period[];
  readonly rules: BalanceRules;
  readonly language: Language;
  readonly inputs: Inputs;
  readonly widths: GridWidths;
}

const DAYS_PER_WEEK = 7;
/** Points. */
const ROW = 15;
/** A product's rows from the sheet's row `top` (from 0) on: live formulas with what core computed. */
export function productRows(product: ProductBalance, top: number, options: RowOptions): LayoutRow[] {
  const formulas = new ProductFormulas(product, top, options);
  const { language, periods } = options;
  const last = HEAD_COLUMNS + periods.length;
  const { code, name, unit } = product.product;
  const first = namedRow({ code, name }, options.widths, ROW);
  return options.kinds.map((kind, index): LayoutRow => {
    const { height, wrap } = index === 0 ? first : { height: ROW, wrap: false };
    const style = kind === "status" ? looks.status : figures(kind === "cover" ? 1 : product.decimals);
    const values = periods.map((_, period) => cell(HEAD_COLUMNS + period, formulas.at(kind, period), style));
    const sum = FLOWS.includes(kind) ? formulas.sum(kind) : null;
    return {
      marker: kind,
      height,
      cells: [
        cell(1, code, wrapped(looks.repeated, wrap)),
        cell(2, name, wrapped(looks.repeated, wrap)),
        cell(3, unit, looks.centred),
        cell(4, say(language, rowWords[kind]), looks.item),
        ...values,
        cell(last, sum, style),
      ],
    };
  });
}

class ProductFormulas {
  private readonly rows: ReadonlyMap<RowKind, number>;
  private readonly days: number;

  constructor(
    private readonly product: ProductBalance,
    top: number,
    private readonly options: RowOptions,
  ) {
    this.rows = new Map(options.kinds.map((kind, index) => [kind, top + index + 1]));
    this.days = options.periods.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  }

  at(kind: RowKind, period: number): CellInput {
    const { product, options } = this;
    switch (kind) {
      case "opening":
        if (period > 0) return { formula: this.ref("closing", period - 1), value: product.opening[period] ?? 0 };
        return options.inputs.opening === null
          ? (product.opening[0] ?? 0)
          : { formula: options.inputs.opening, value: product.opening[0] ?? 0 };
      case "forecast":
        return { formula: options.inputs.forecast(period), value: product.forecast[period] ?? 0 };
      case "orders":
        return product.orders[period] ?? 0;
      case "consumed":
        return this.consumed(period);
      case "demand":
        return { formula: this.demand(period), value: product.demand[period] ?? 0 };
      case "running":
        return { formula: this.running(period), value: this.runningValue(period) };
      case "usedUp":
        return this.usedUp(period);
      case "production":
        return { formula: options.inputs.production(period), value: product.production[period] ?? 0 };
      case "lost":
        return { formula: this.lost(period), value: product.lost[period] ?? 0 };
      case "closing":
        return { formula: this.closing(period), value: product.closing[period] ?? 0 };
      case "safety":
        return this.safety(period);
      case "gap":
        return { formula: this.rounded(`${this.ref("closing", period)}-${this.ref("safety", period)}`), value: product.gap[period] ?? 0 };
      case "cover":
        return this.cover(period);
      case "excess":
        return this.excess(period);
      case "atp":
        return { formula: this.atp(period), value: product.cumulativeAtp[period] ?? 0 };
      default:
        return this.status(period);
    }
  }

  sum(kind: RowKind): CellInput {
    const { product, options } = this;
    const list = product[kind as "forecast"];
    const scale = 10 ** product.decimals;
    const value = list.reduce((sum, quantity) => sum + Math.round(quantity * scale), 0) / scale;
    return { formula: `SUM(${this.span(kind, 0, options.periods.length - 1)})`, value };
  }

  private has(kind: RowKind): boolean {
    return this.rows.has(kind);
  }

  private ref(kind: RowKind, period: number): string {
    return `${periodColumn(period)}${this.rows.get(kind)}`;
  }

  private span(kind: RowKind, from: number, to: number): string {
    return `${this.ref(kind, from)}:${this.ref(kind, to)}`;
  }

  /** Of decimals, a program's sums are off by a hair, which would count as a shortage. */
  private rounded(formula: string): string {
    return this.product.decimals === 0 ? formula : `ROUND(${formula},${this.product.decimals})`;
  }

  /** How much of the period's forecast orders eat: those of the period, and of others within the window. */
  private consumed(period: number): number {
    const { product, options } = this;
    const ordered = product.ordered[period] ?? 0;
    const forecast = product.forecast[period] ?? 0;
    const left = product.forecastLeft[period] ?? 0;
    if (options.rules.backward + options.rules.forward === 0 || period < options.rules.fence) return ordered;
    return left > 0 ? Number((forecast - left).toFixed(product.decimals)) : Math.max(ordered, forecast);
  }

  private demand(period: number): string {
    const orders = this.has("orders") ? this.ref("orders", period) : "0";
    if (!this.has("forecast") || period < this.options.rules.fence) return orders;
    const forecast = this.ref("forecast", period);
    const left = this.has("consumed") ? `MAX(0,${forecast}-${this.ref("consumed", period)})` : forecast;
    return this.has("orders") ? `${orders}+${left}` : left;
  }

  private running(period: number): string {
    const demand = this.ref("demand", period);
    return period === 0 ? demand : `${this.ref("running", period - 1)}+${demand}`;
  }

  private runningValue(period: number): number {
    const scale = 10 ** this.product.decimals;
    return this.product.demand.slice(0, period + 1).reduce((sum, quantity) => sum + Math.round(quantity * scale), 0) / scale;
  }

  private closing(period: number): string {
    const terms = [
      this.ref("opening", period),
      this.has("production") ? `+${this.ref("production", period)}` : "",
      `-${this.ref("demand", period)}`,
    ];
    if (this.has("lost")) terms.push(`+${this.ref("lost", period)}`);
    return this.rounded(terms.join(""));
  }

  /** Of what is owed, only the newest demand may still be met later. */
  private lost(period: number): string {
    const { lateness } = this.options.rules;
    const made = this.has("production") ? `-${this.ref("production", period)}` : "";
    const owed = `${this.ref("demand", period)}-${this.ref("opening", period)}${made}`;
    const first = period < lateness ? `-MAX(0,-${this.ref("opening", 0)})` : "";
    const recent = lateness > 0 ? `-SUMIF(${this.span("demand", Math.max(0, period - lateness + 1), period)},">0")` : "";
    return this.rounded(`MAX(0,${owed}${first}${recent})`);
  }

  private safety(period: number): CellInput {
    const value = this.product.safety[period] ?? 0;
    if (period > 0) return { formula: this.ref("safety", period - 1), value };
    const { safetyDays } = this.product.product;
    const given = this.options.inputs.safety ?? "0";
    if (safetyDays === null || safetyDays <= 0) return { formula: given, value };
    const daily = `(MAX(0,SUM(${this.span("demand", 0, this.options.periods.length - 1)}))/${this.days})`;
    return { formula: `MAX(${given},ROUNDUP(ROUND(${safetyDays}*${daily},9),${this.product.decimals}))`, value };
  }

  /** The period, counted from 1, in which the closing stock is used up; nothing where it lasts beyond the last one. */
  private usedUp(period: number): CellInput {
    const last = this.options.periods.length - 1;
    if (period === last) return null;
    const later = this.span("running", period + 1, last);
    const until = this.rounded(`${this.ref("running", period)}+${this.ref("closing", period)}`);
    const before = this.rounded(later);
    const found = `SUMPRODUCT(MIN((${before}<${until})*1000000+COLUMN(${later})))-${HEAD_COLUMNS}`;
    const formula = `IF(${this.ref("closing", period)}<=0,"",IF(MAX(${later})<${until},"",${found}))`;
    return { formula, value: this.usedUpValue(period) ?? "" };
  }

  private usedUpValue(period: number): number | null {
    const scale = 10 ** this.product.decimals;
    let left = Math.round((this.product.closing[period] ?? 0) * scale);
    if (left <= 0) return null;
    for (let later = period + 1; later < this.options.periods.length; later++) {
      left -= Math.round((this.product.demand[later] ?? 0) * scale);
      if (left <= 0) return later + 1;
    }
    return null;
  }

  private cover(period: number): CellInput {
    const { periods } = this.options;
    const weeks = periods.slice(period + 1).reduce((sum, { start, end }) => sum + end - start + 1, 0) / DAYS_PER_WEEK;
    const beyond = period === periods.length - 1 ? "–" : `>${Math.round(weeks * 10) / 10}`;
    const closing = this.ref("closing", period);
    const value = this.product.cover[period] ?? beyond;
    if (period === periods.length - 1) return { formula: `IF(${closing}<=0,0,"${beyond}")`, value };
    const used = this.ref("usedUp", period);
    const first = periodColumn(0);
    const row = (kind: RowKind): string => `$${first}${this.rows.get(kind)}:$${periodColumn(periods.length - 1)}${this.rows.get(kind)}`;
    const taken = `INDEX(${row("running")},${used}-1)`;
    const share = `(${this.ref("running", period)}+${closing}-${taken})/INDEX(${row("demand")},${used})`;
    const isWeeks = periods.every(({ start, end }) => end - start + 1 === DAYS_PER_WEEK);
    const before = isWeeks ? `${used}-${period + 2}` : this.weeksUntil(used, -1, period);
    const length = isWeeks ? "" : `*(${this.weeksUntil(used, 0, period)}-${this.weeksUntil(used, -1, period)})`;
    return { formula: `IF(${closing}<=0,0,IF(${used}="","${beyond}",${before}+${share}${length}))`, value };
  }

  /** Weeks from the end of `period` to the end of the one counted `used`, or the one before it: their lengths are known. */
  private weeksUntil(used: string, offset: number, period: number): string {
    const ends = this.options.periods.map(({ end }) => end - (this.options.periods[period]?.end ?? 0));
    return `CHOOSE(${used}${offset === 0 ? "" : offset},${ends.join(",")})/${DAYS_PER_WEEK}`;
  }

  private excess(period: number): CellInput {
    const value = this.product.excess[period] ?? 0;
    const { maximumCover } = this.product.product;
    if (maximumCover === null || maximumCover < 0) return value;
    const { periods } = this.options;
    let left = maximumCover;
    let whole = period;
    const terms: string[] = [];
    for (let later = period + 1; later < periods.length && left > 0; later++) {
      const weeks = lengthInWeeks(periods[later]);
      if (weeks <= left + 1e-12) whole = later;
      else terms.push(`${left}/${weeks}*MAX(0,${this.ref("demand", later)})`);
      left -= weeks;
    }
    if (whole > period) terms.unshift(`SUMIF(${this.span("demand", period + 1, whole)},">0")`);
    if (left > 1e-12) terms.push(`${left}*${DAYS_PER_WEEK}*MAX(0,SUM(${this.span("demand", 0, periods.length - 1)}))/${this.days}`);
    const closing = this.ref("closing", period);
    const formula = `IF(${closing}<=0,0,MAX(0,ROUNDDOWN(ROUND(${closing}-(${terms.join("+") || "0"}),9),${this.product.decimals})))`;
    return { formula, value };
  }

  private atp(period: number): string {
    const supply = this.has("production")
      ? `+SUM($${periodColumn(0)}${this.rows.get("production")}:${this.ref("production", period)})`
      : "";
    const orders = this.has("orders") ? `-SUM($${periodColumn(0)}${this.rows.get("orders")}:${this.ref("orders", period)})` : "";
    const balance = `$${this.ref("opening", 0)}${supply}${orders}`;
    return period === this.options.periods.length - 1 ? balance : `MIN(${balance},${this.ref("atp", period + 1)})`;
  }

  private status(period: number): CellInput {
    const word = (state: Exclude<StockState, "sound">): string => say(this.options.language, stateWords[state]);
    const state = stateOf(this.product, period);
    const value = state === "sound" ? "" : word(state);
    const excess = this.has("excess") ? `IF(N(${this.ref("excess", period)})>0,"${word("excess")}","")` : '""';
    const below = this.has("gap") ? `IF(${this.ref("gap", period)}<0,"${word("below")}",${excess})` : excess;
    return { formula: `IF(${this.ref("closing", period)}<0,"${word("short")}",${below})`, value };
  }
}

function lengthInWeeks(period: Period | undefined): number {
  return period ? (period.end - period.start + 1) / DAYS_PER_WEEK : 0;
}
