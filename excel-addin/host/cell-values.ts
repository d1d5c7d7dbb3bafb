import type { CellInput, CellValue } from "../../core/index.ts";

/** One cell as Excel takes it: `null` leaves it as it is, `""` empties it. */
export type Written = string | number | boolean | null;

/** Excel takes no text longer than the longest date for a date, such as `Wednesday, 30 September 2026 10:00:00 AM`. */
const LONGEST_DATE = 64;

/**
 * A text that Excel might take for a formula, a number, a date, a truth value or an error gets a
 * leading apostrophe, which Excel swallows. What it takes for a date depends on the language of
 * Windows, so any short text with a digit in it counts: the apostrophe does no harm, a date would.
 */
function asText(text: string): string {
  const isRead = /^[=+\-@'#]|^\s*(?:true|false)\s*$/i.test(text) || (text.length <= LONGEST_DATE && /\p{N}/u.test(text));
  return isRead ? `'${text}` : text;
}

/** A cell's input as Excel's `formulas` takes it, which also takes plain values. */
export function written(input: CellInput): Written {
  if (input === undefined) return null;
  if (input === null) return "";
  if (typeof input === "object") return "formula" in input ? `=${input.formula}` : input.error;
  return typeof input === "string" ? asText(input) : input;
}

/** What a range says of its cells; `valueTypes` tells a text `#N/A` from an error. */
export interface Loaded {
  readonly values: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

export const VALUES = "values,valueTypes";

export function cellValue({ values, valueTypes }: Loaded, row: number, column: number): CellValue {
  const value = values[row]?.[column];
  if (valueTypes[row]?.[column] === "Error") return { error: String(value) };
  return value === "" || value === undefined ? null : (value as CellValue);
}

/** A cell's formula without `=`; a text that begins with one is its own value, a formula never is. */
export function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : undefined;
}

/** Whether a cell holds a value. Empty and a text of no length are one. */
export function holds(found: CellValue, expected: CellValue): boolean {
  if (typeof found === "object" && found !== null) return typeof expected === "object" && expected?.error === found.error;
  return found === (expected === "" ? null : expected);
}
