import type { ChoiceSetId } from "./choices.ts";

/** How a field's cells are read and written. Dates are days since 1970-01-01, times minutes of a day. */
export type FieldType =
  | "key"
  | "text"
  | "long"
  | "number"
  | "integer"
  | "percent"
  | "date"
  | "time"
  | "flag"
  | { readonly choice: ChoiceSetId };

/** A value as core knows it: blank text is `""`, blank anything else is `null`. */
export type Value = string | number | boolean | null;

/** Who fills a column: a person, Concord, or a live formula that Concord writes. */
export type FilledBy = "person" | "concord" | "formula";

export interface Field {
  readonly type: FieldType;
  readonly zh: string;
  readonly en: string;
  /** Characters. */
  readonly width: number;
  readonly required?: boolean;
  readonly by?: FilledBy;
  /** Kept in a hidden column. */
  readonly hidden?: boolean;
  /** Other headings under which planners have this column. */
  readonly also?: readonly string[];
  /** Suggests the values of that table's field. */
  readonly suggest?: { readonly table: string; readonly field: string };
}

export type Fields = Readonly<Record<string, Field>>;

export interface Table<F extends Fields = Fields> {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Other sheet titles under which planners have this table. */
  readonly also: readonly string[];
  /** The fields whose values together name a row. */
  readonly key: readonly string[];
  /**
   * Planners also type it wide: a row for each product or line, a column for each of this field's values,
   * and in the cells the first of `values`, or another that a second heading row names.
   */
  readonly wide?: { readonly across: string; readonly values: readonly string[] };
  /** The last field that is printed; the rest is for the screen. All of them where left out. */
  readonly printTo?: string;
  readonly fields: F;
}

type ValueOf<T extends FieldType> = T extends "date" | "time" | "number" | "integer" | "percent"
  ? number | null
  : T extends "flag"
    ? boolean | null
    : string;

/** A row of a table with its fields' own types. */
export type RowOf<T extends Table> = { readonly [K in keyof T["fields"]]: ValueOf<T["fields"][K]["type"]> };

export function defineTable<const F extends Fields>(table: Table<F>): Table<F> {
  return table;
}

/** The native table's name, the same in every workbook and language. */
export function nativeName(table: Table): string {
  return `concord_${table.id}`;
}

/** What programs call a native table that nobody named, in any language: a batch cut off before the naming leaves one. */
export function isUnnamedTable(name: string): boolean {
  return /^\p{L}+\d+$/u.test(name);
}

/** What a blank cell of this type reads as. */
export function blankOf(type: FieldType): Value {
  return type === "key" || type === "text" || type === "long" || typeof type === "object" ? "" : null;
}

type Options = Partial<Pick<Field, "required" | "by" | "hidden" | "also" | "suggest">>;

/** Shorthands, so that a table reads as a list of its columns. */
const make =
  <const T extends FieldType>(type: T, width: number) =>
  <const O extends Options>(
    zh: string,
    en: string,
    options?: O & { readonly width?: number },
  ): Omit<Field, "type"> & { readonly type: T } => ({ type, zh, en, width, ...options });

export const key = make("key", 18);
export const text = make("text", 14);
export const long = make("long", 36);
export const number = make("number", 11);
export const integer = make("integer", 8);
export const percent = make("percent", 8);
export const date = make("date", 12);
export const time = make("time", 8);
export const flag = make("flag", 8);

export function choice<const C extends ChoiceSetId>(
  of: C,
  zh: string,
  en: string,
  options?: Options & { readonly width?: number },
): Omit<Field, "type"> & { readonly type: { readonly choice: C } } {
  return { type: { choice: of }, zh, en, width: 10, ...options };
}
