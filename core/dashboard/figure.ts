import type { CellPlace } from "../base/place.ts";

/** What a cell holds, as far as counting goes. */
export type Counted = string | number | null;

/** A row that can be counted: its cells by field, and where a person is taken to see it. */
export interface CountedRow {
  readonly cells: Readonly<Record<string, Counted>>;
  readonly no: string;
  readonly text: string;
  readonly at: CellPlace;
}

export interface CountedTable {
  readonly id: string;
  readonly rows: readonly CountedRow[];
  readonly has: (field: string) => boolean;
}

/** Something to compare with: as the sheet says it, and as core knows it. */
export interface Bound<T extends Counted = number> {
  readonly text: string;
  readonly value: T;
}

/** One of some words: the cells that hold them, and the words. */
export interface Words {
  readonly area: string;
  readonly values: ReadonlySet<string>;
}

/** What a row has to meet. Words and names are compared without regard to case, as COUNTIFS does. */
export type Criterion =
  | { readonly field: string; readonly is: "<" | "<=" | ">" | ">="; readonly than: Bound }
  | { readonly field: string; readonly oneOf: Words }
  | { readonly field: string; readonly equals: Bound<string> }
  /** On the day of another field or before it. */
  | { readonly field: string; readonly upTo: string };

/** A number, with the formula that gives it in the sheet and the rows that it counts. */
export interface Figure {
  /** `""` where the sheet gets the number as it was when it was made. */
  readonly formula: string;
  readonly value: number;
  readonly rows: readonly CountedRow[];
}

const nothing: Figure = { formula: "0", value: 0, rows: [] };

/** How many rows of some tables meet all of these; a table without one of the fields has none. */
export function countOf(tables: readonly CountedTable[], criteria: readonly Criterion[]): Figure {
  return tables.filter((table) => hasAll(table, criteria)).reduce((sum, table) => plus(sum, countIn(table, criteria)), nothing);
}

/** The sum of a numeric field of the rows that meet all of these. */
export function sumOf(table: CountedTable, field: string, criteria: readonly Criterion[]): Figure {
  if (!table.has(field) || !hasAll(table, criteria)) return nothing;
  const rows = table.rows.filter((row) => criteria.every((criterion) => meets(row, criterion)));
  const value = rows.reduce((sum, { cells }) => sum + numberIn(cells[field]), 0);
  return { formula: wrapped(criteria, `SUMIFS({${table.id}.${field}},${conditions(table, criteria)})`), value, rows };
}

export function plus(a: Figure, b: Figure): Figure {
  if (a === nothing) return b;
  if (b === nothing) return a;
  return { formula: `${a.formula}+${b.formula}`, value: a.value + b.value, rows: [...a.rows, ...b.rows] };
}

/** Without those that the second counts, which the first counts, too. */
export function minus(a: Figure, b: Figure): Figure {
  if (b === nothing) return a;
  const gone = new Set(b.rows);
  return { formula: `${a.formula}-(${b.formula})`, value: a.value - b.value, rows: a.rows.filter((row) => !gone.has(row)) };
}

function countIn(table: CountedTable, criteria: readonly Criterion[]): Figure {
  const rows = table.rows.filter((row) => criteria.every((criterion) => meets(row, criterion)));
  const isByRow = criteria.some((criterion) => "upTo" in criterion);
  const formula = isByRow ? byRow(table, criteria) : wrapped(criteria, `COUNTIFS(${conditions(table, criteria)})`);
  return { formula, value: rows.length, rows };
}

function hasAll(table: CountedTable, criteria: readonly Criterion[]): boolean {
  return criteria.every((each) => table.has(each.field) && (!("upTo" in each) || table.has(each.upTo)));
}

function meets({ cells }: CountedRow, criterion: Criterion): boolean {
  const value = cells[criterion.field] ?? null;
  if ("oneOf" in criterion) return typeof value === "string" && criterion.oneOf.values.has(value.toLowerCase());
  if ("equals" in criterion) return typeof value === "string" && value.toLowerCase() === criterion.equals.value.toLowerCase();
  if (typeof value !== "number") return false;
  if ("upTo" in criterion) {
    const last = cells[criterion.upTo];
    return typeof last === "number" && value <= last;
  }
  const than = criterion.than.value;
  switch (criterion.is) {
    case "<":
      return value < than;
    case "<=":
      return value <= than;
    case ">":
      return value > than;
    case ">=":
      return value >= than;
  }
}

function conditions({ id }: CountedTable, criteria: readonly Criterion[]): string {
  return criteria
    .map((each) => {
      const cells = `{${id}.${each.field}}`;
      if ("oneOf" in each) return `${cells},${each.oneOf.area}`;
      if ("equals" in each) return `${cells},"="&${each.equals.text}`;
      return "upTo" in each ? "" : `${cells},"${each.is}"&${each.than.text}`;
    })
    .join(",");
}

/** A list of words counts once for each of them. */
function wrapped(criteria: readonly Criterion[], formula: string): string {
  return criteria.some((each) => "oneOf" in each) ? `SUMPRODUCT(${formula})` : formula;
}

/** Two fields of one row are compared row by row. With a text among them a time of day cannot be cut off, and then is not. */
function byRow({ id }: CountedTable, criteria: readonly Criterion[]): string {
  const cells = (field: string): string => `{${id}.${field}}`;
  const product = (whole: (cells: string) => string): string =>
    `SUMPRODUCT(${criteria
      .map((each) => {
        const own = cells(each.field);
        if ("oneOf" in each) return `ISNUMBER(MATCH(${own},${each.oneOf.area},0))`;
        if ("equals" in each) return `(${own}=${each.equals.text})`;
        if ("upTo" in each) return `ISNUMBER(${own})*ISNUMBER(${cells(each.upTo)})*(${whole(own)}<=${whole(cells(each.upTo))})`;
        return `ISNUMBER(${own})*(${own}${each.is}${each.than.text})`;
      })
      .join("*")})`;
  return `IFERROR(${product((each) => `INT(${each})`)},${product((each) => each)})`;
}

function numberIn(value: Counted | undefined): number {
  return typeof value === "number" ? value : 0;
}
