import type { Span } from "../balance/planning-data.ts";
import { columnLetters, quoteSheet } from "../base/place.ts";
import type { Period } from "../calendar/period.ts";
import type { CellValue } from "../workbook/cells.ts";
import { isCellError } from "../workbook/cells.ts";
import type { TableData } from "../workbook/snapshot.ts";
import { type Criterion, criterionOf, matches } from "./criterion.ts";
import type { Source } from "./read-planning.ts";

export interface SumOptions {
  /** The field that names the product, line or component. */
  readonly by: string;
  /** Rows below the data that a person may fill. */
  readonly spare: number;
  /** How many formulas will look at the table. */
  readonly formulas: number;
  /** What the numbers of a field's column count. */
  readonly scaleOf: (field: string) => number;
}

/** A formula that adds up whole columns looks at every row of a table; more than these looks in all take too long. */
const MOST_LOOKS = 40_000_000;

/** Decimals of what is not rounded to a product's own. */
const MOST_DECIMALS = 9;

interface Spelled {
  readonly spellings: Set<CellValue>;
  /** Its rows by the span that they are for. */
  readonly rows: Map<string, { readonly span: Period; readonly count: number }>;
  first: number;
  last: number;
}

/** Part of a planned span that lies in a period: days of the span up to the end of the period before, and of this one. */
interface Part {
  readonly span: Period;
  readonly before: number;
  readonly until: number;
  readonly days: number;
}

/**
 * The cells of a planning table, long or wide, as formulas add them up for a code and a period: live, however the rows
 * are sorted, and blind to nothing that core counted. Where that would make the workbook slow, a formula looks
 * only at the rows between the code's first and last one.
 */
export class LiveSums {
  private readonly codes = new Map<string, Spelled>();
  /** How each span is spelled. */
  private readonly spans = new Map<string, Set<CellValue>>();
  private readonly numbers = new Map<number, Set<string>>();
  private readonly criteria = new Map<string, Criterion>();
  private readonly sheet: string;
  private readonly isNarrow: boolean;
  private readonly end: number;

  constructor(
    private readonly table: TableData,
    sources: readonly Source[],
    private readonly options: SumOptions,
  ) {
    const { place, end, below } = table;
    this.sheet = `${quoteSheet(place.sheet)}!`;
    this.end = Math.min(end + options.spare, Math.max(below ?? Number.POSITIVE_INFINITY, end));
    this.isNarrow = (this.end - place.headRow) * options.formulas > MOST_LOOKS;
    for (const { row, code, spelled, period, across } of sources) {
      const found = this.codes.get(code) ?? { spellings: new Set(), rows: new Map(), first: row.row, last: row.row };
      found.spellings.add(spelled);
      found.first = Math.min(found.first, row.row);
      found.last = Math.max(found.last, row.row);
      this.codes.set(code, found);
      const number = numberOf(spelled);
      if (number !== undefined) this.numbers.set(number, (this.numbers.get(number) ?? new Set()).add(code));
      if (!period) continue;
      const spellings = this.spans.get(spanKey(period)) ?? new Set();
      this.spans.set(spanKey(period), spellings.add(across ?? null));
      const rows = found.rows.get(spanKey(period)) ?? { span: period, count: 0 };
      found.rows.set(spanKey(period), { span: period, count: rows.count + 1 });
    }
  }

  has(field: string): boolean {
    return this.table.place.columns.has(field) || (this.table.place.wide ?? []).some((each) => each.field === field);
  }

  /** All of a field for a code, whatever the period. */
  sum(code: string, field: string, decimals: number): string {
    if (this.isNarrow && !this.codes.has(code)) return "0";
    return this.counted(this.plain(code, undefined, this.column(field, code), []), field, decimals);
  }

  /** A field of those of a code's rows that have nothing in another one. */
  sumWhereBlank(code: string, field: string, blank: string, decimals: number): string {
    if (this.isNarrow && !this.codes.has(code)) return "0";
    const isBlank = `--(${this.column(blank, code)}="")`;
    const sum = `SUMPRODUCT(${matches(this.column(this.options.by, code), this.codeCriterion(code))},${isBlank},${this.column(field, code)})`;
    return this.counted(sum, field, decimals);
  }

  /**
   * A field for a code in a period; what is planned for a longer span counts by its days, rounded to
   * `decimals` row by row as core does.
   * @param more further columns with what has to stand in them
   */
  inPeriod(
    code: string,
    field: string,
    period: Period,
    decimals: number,
    more: readonly [field: string, spellings: readonly CellValue[]][] = [],
  ): string {
    return (
      this.terms(code, period)
        .map((part) => this.term(code, part, field, decimals, more))
        .join("+") || "0"
    );
  }

  /**
   * What is still to come of a plan in a period in which some was received: plan less actual, never below zero
   * for any row. `from` is the first day on which it may still come.
   */
  rest(code: string, planned: string, actual: string, period: Period, from: (span: Span) => number | null, decimals: number): string {
    if (this.isNarrow && !this.codes.has(code)) return "0";
    const terms = this.spansOf(code, period).flatMap((span) => {
      const counted = from(span);
      const part = partOf(counted === null ? span : { start: counted, end: span.end }, period);
      if (!part) return [];
      return [
        counted === null
          ? this.term(code, { ...part, span }, planned, decimals, [])
          : this.restTerm(code, { ...part, span }, planned, actual, decimals),
      ];
    });
    return terms.join("+") || "0";
  }

  /** A field of a code's rows with a date from `from` to `to`, serial numbers both. */
  between(code: string, field: string, date: string, from: number, to: number): string {
    if (this.isNarrow && !this.codes.has(code)) return "0";
    const dates = this.column(date, code);
    const [value, criterion] = [this.column(field, code), this.codeCriterion(code)];
    const by = this.column(this.options.by, code);
    const sum =
      criterion.by === null
        ? `SUMPRODUCT(${matches(by, criterion)},--(${dates}>=${from}),--(${dates}<${to + 1}),${value})`
        : criterion.by.map((each) => `SUMIFS(${value},${by},${each},${dates},">=${from}",${dates},"<${to + 1}")`).join("+");
    return this.counted(sum, field, MOST_DECIMALS);
  }

  /** Everything in a field's cells, counted or not. */
  total(field: string): string {
    const { place } = this.table;
    const columns = place.wide?.filter((each) => each.field === field).map(({ column }) => column) ?? [
      place.columns.get(field) ?? place.column,
    ];
    const ranges = columns.map((column) => this.range(column, undefined));
    return ranges.length === 0 ? "0" : this.times(`SUM(${ranges.join(",")})`, field);
  }

  /** The spans of the table that the code's quantity of a period comes from; the period's own always, so that a row typed later counts. */
  private terms(code: string, period: Period): Part[] {
    if (this.isNarrow && !this.codes.has(code)) return [];
    return this.spansOf(code, period).flatMap((span) => {
      const part = partOf(span, period);
      return part ? [{ ...part, span }] : [];
    });
  }

  /** The spans that a code has rows for, and the period itself. */
  spansOf(code: string, period: Period): Period[] {
    const found = [...(this.codes.get(code)?.rows.values() ?? [])].map(({ span }) => span);
    return found.some((span) => spanKey(span) === spanKey(period)) ? found : [...found, period];
  }

  private term(code: string, part: Part, field: string, decimals: number, more: readonly [string, readonly CellValue[]][]): string {
    const columns = this.columnsIn(part.span, field, code);
    const isWhole = part.before === 0 && part.until === part.days;
    return (
      columns
        .map((column) =>
          isWhole
            ? this.counted(this.plain(code, part.span, column, more), field, decimals)
            : this.product(code, part.span, shares(this.times(column, field), part, decimals), more),
        )
        .join("+") || "0"
    );
  }

  private restTerm(code: string, part: Part, planned: string, actual: string, decimals: number): string {
    const [plan] = this.columnsIn(part.span, planned, code);
    const [made] = this.has(actual) ? this.columnsIn(part.span, actual, code) : [];
    if (plan === undefined) return "0";
    const isWhole = part.before === 0 && part.until === part.days;
    const [all, some] = [this.times(plan, planned), this.times(made ?? "", actual)];
    if (made === undefined)
      return isWhole
        ? this.counted(this.plain(code, part.span, plan, []), planned, decimals)
        : this.product(code, part.span, shares(all, part, decimals), []);
    const isOne = (this.codes.get(code)?.rows.get(spanKey(part.span))?.count ?? 0) <= 1;
    if (isWhole && isOne) {
      const [due, came] = [this.plain(code, part.span, plan, []), this.plain(code, part.span, made, [])];
      return `MAX(0,${this.counted(due, planned, decimals)}-${this.counted(came, actual, decimals)})`;
    }
    const rest = `((${all}>${some})*(${all}-${some}))`;
    const isScaled = all !== plan || some !== made;
    return this.product(code, part.span, isWhole ? (isScaled ? `ROUND(${rest},${decimals})` : rest) : shares(rest, part, decimals), []);
  }

  /** A sum of a field as pieces; of fractions of thousands, a program's product is off by a hair. */
  private counted(sum: string, field: string, decimals: number): string {
    return this.options.scaleOf(field) === 1 ? sum : `ROUND(${this.times(sum, field)},${decimals})`;
  }

  private times(cells: string, field: string): string {
    const scale = this.options.scaleOf(field);
    return scale === 1 ? cells : `${scale}*(${cells})`;
  }

  /** SUMIFS where its criteria are sure, else a comparison cell by cell. */
  private plain(code: string, span: Period | undefined, value: string, more: readonly [string, readonly CellValue[]][]): string {
    const keys = this.keys(code, span, more);
    if (keys.some(([, { by }]) => by === null)) return this.product(code, span, value, more);
    const lists = keys.map(([column, { by }]) => (by ?? []).map((each) => `${column},${each}`));
    return combinations(lists)
      .map((pairs) => `SUMIFS(${[value, ...pairs].join(",")})`)
      .join("+");
  }

  private product(code: string, span: Period | undefined, value: string, more: readonly [string, readonly CellValue[]][]): string {
    const keys = this.keys(code, span, more).map(([column, criterion]) => matches(column, criterion));
    return `SUMPRODUCT(${[...keys, value].join(",")})`;
  }

  /** The columns that a row is known by, and what has to stand in each. */
  private keys(
    code: string,
    span: Period | undefined,
    more: readonly [string, readonly CellValue[]][],
  ): [column: string, criterion: Criterion][] {
    const { place } = this.table;
    const keys: [string, Criterion][] = [[this.column(this.options.by, code), this.codeCriterion(code)]];
    if (span && !place.wide) keys.push([this.column("period", code), this.spanCriterion(span)]);
    for (const [field, spellings] of more) keys.push([this.column(field, code), criterionOf(spellings, () => false)]);
    return keys;
  }

  private codeCriterion(code: string): Criterion {
    let found = this.criteria.get(code);
    if (!found) {
      const others = (number: number): boolean => [...(this.numbers.get(number) ?? [])].some((other) => other !== code);
      found = criterionOf(this.codes.get(code)?.spellings ?? [code], others);
      this.criteria.set(code, found);
    }
    return found;
  }

  private spanCriterion(span: Period): Criterion {
    const key = `span ${spanKey(span)}`;
    let found = this.criteria.get(key);
    if (!found) {
      found = criterionOf(this.spans.get(spanKey(span)) ?? [span.key], () => false);
      this.criteria.set(key, found);
    }
    return found;
  }

  /** The columns of values for a span: one in a long table, in a wide one those that it heads. */
  private columnsIn(span: Period, field: string, code: string): string[] {
    const { wide } = this.table.place;
    if (!wide) return [this.column(field, code)];
    const spellings = this.spans.get(spanKey(span));
    return wide.filter((each) => each.field === field && spellings?.has(each.across)).map(({ column }) => this.range(column, code));
  }

  private column(field: string, code: string): string {
    return this.range(this.table.place.columns.get(field) ?? this.table.place.column, code);
  }

  private range(column: number, code: string | undefined): string {
    const own = this.isNarrow && code !== undefined ? this.codes.get(code) : undefined;
    const letters = `$${columnLetters(column)}$`;
    return `${this.sheet}${letters}${(own ? own.first : this.table.place.headRow + 1) + 1}:${letters}${own ? own.last + 1 : this.end}`;
  }
}

function shares(value: string, { before, until, days }: Part, decimals: number): string {
  const due = (n: number): string => `ROUND(${value}*${n}/${days},${decimals})`;
  return before === 0 ? due(until) : until === days ? `(${value}-${due(before)})` : `(${due(until)}-${due(before)})`;
}

function partOf(span: Span, period: Period): Omit<Part, "span"> | null {
  if (span.end < period.start || span.start > period.end) return null;
  const days = span.end - span.start + 1;
  return { before: Math.max(0, period.start - span.start), until: Math.min(span.end, period.end) - span.start + 1, days };
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((all, list) => all.flatMap((pairs) => list.map((pair) => [...pairs, pair])), [[]]);
}

function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

function numberOf(spelled: CellValue): number | undefined {
  if (isCellError(spelled)) return undefined;
  if (typeof spelled === "number") return spelled;
  return typeof spelled === "string" && /^\d+$/.test(spelled.trim()) ? Number(spelled) : undefined;
}
