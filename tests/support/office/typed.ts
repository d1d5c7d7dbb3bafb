import type { CellValue } from "../../../core/index.ts";
import { dayOf, parseIso, toSerial } from "../../../core/index.ts";

/** What a cell becomes when something is typed in it. */
export type Typed = { readonly value: CellValue } | { readonly formula: string };

const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/**
 * Excel reads a text as a person's typing: a formula, a number, a date, a truth value or an error
 * where it looks like one, unless an apostrophe or the cell's format says that it is a text.
 */
export function typed(given: string | number | boolean, isTextFormat: boolean, dateSystem: 1900 | 1904): Typed {
  if (typeof given !== "string") return { value: given };
  if (given.startsWith("'")) return { value: given.slice(1) };
  if (isTextFormat) return { value: given };
  if (given === "") return { value: null };
  if (/^[=@]./.test(given)) return { formula: given.slice(1) };
  if (/^[+-][A-Z]/i.test(given)) return { formula: given };
  const text = given.trim();
  if (ERRORS.includes(text.toUpperCase())) return { value: { error: text.toUpperCase() } };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  return { value: numberIn(text) ?? dateIn(text, dateSystem) ?? given };
}

function numberIn(text: string): number | undefined {
  const number = /^[+-]?[$¥￥]?(\d[\d,]*\.?\d*|\.\d+)(e[+-]?\d+)?(%?)$/i.exec(text);
  if (!number) return undefined;
  const value = Number(text.replace(/[$¥￥,%]/g, ""));
  return number[3] === "%" ? value / 100 : value;
}

function dateIn(text: string, dateSystem: 1900 | 1904): number | undefined {
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time) return (Number(time[1]) * 60 + Number(time[2])) / 1440;
  const [, year, month, date] = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ?? [];
  const day =
    year === undefined ? monthAndDay(text) : parseIso(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
  return day === undefined || day === null ? undefined : toSerial(day, dateSystem);
}

/** `1/2` and `5 Mar` are days of this year, whichever that is. */
function monthAndDay(text: string): number | undefined {
  const [, month, date] = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ?? [];
  const isWord = /^(\d{1,2}[- ])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([- ]\d{1,4})?$/i.test(text) && /\d/.test(text);
  if (isWord) return dayOf(2026, 1, 1) ?? undefined;
  return month === undefined ? undefined : (dayOf(2026, Number(month), Number(date)) ?? undefined);
}
