import type { CellInput, CellValue } from "../../core/index.ts";

/** Sheets takes no text longer than the longest date for a date. */
const LONGEST_DATE = 64;

/**
 * Whether Sheets might take a text for a formula, a number, a date, a truth value or an error. What it
 * takes for a date depends on the spreadsheet's locale, so any short text with a digit in it counts.
 */
export function isRead(text: string): boolean {
  return /^[=+\-@'#]|^\s*(?:true|false)\s*$/i.test(text) || (text.length <= LONGEST_DATE && /\p{N}/u.test(text));
}

/**
 * One cell as `setValues` takes it. An apostrophe, which Sheets swallows, keeps a text a text; in a
 * cell formatted as plain text it would stay, and is not needed.
 */
export function written(input: Exclude<CellInput, undefined>, isPlainText: boolean): string | number | boolean {
  if (input === null) return "";
  if (typeof input === "object") return "formula" in input ? `=${input.formula}` : input.error;
  return typeof input === "string" && !isPlainText && isRead(input) ? `'${input}` : input;
}

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;

/** Whether a value that was read may be an error: Sheets tells one by its text alone. */
export function mayBeError(value: unknown): value is string {
  return typeof value === "string" && ERROR.test(value);
}

/** What was read of a cell; its dates are serial numbers by then. */
export function cellValue(value: unknown, isError: boolean): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value);
  return isError ? { error: text } : text;
}

/** Whether a cell holds a value. Empty and a text of no length are one, and so are an error and its text, which Sheets tells alike. */
export function holds(found: CellValue, expected: CellValue): boolean {
  return plain(found) === plain(expected);
}

function plain(value: CellValue): string | number | boolean | null {
  if (typeof value === "object" && value !== null) return value.error;
  return value === "" ? null : value;
}
