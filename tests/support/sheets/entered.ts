import { type CellValue, dayOf, parseIso, toSerial } from "../../../core/index.ts";
import { isDate, ServiceException } from "./kernel.ts";
import { serialOfInstant } from "./zones.ts";

/** What a cell becomes when a script sets it. */
export type Entered = { readonly value: CellValue } | { readonly formula: string };

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/i;
const MAX_TEXT = 50_000;

/**
 * Sheets reads a text as a person's typing: what looks like a formula, a number, a date, a truth value
 * or an error becomes one, unless an apostrophe or the format for plain text says otherwise. In a cell
 * of plain text an apostrophe is a letter like any other.
 */
export function entered(given: unknown, isPlainText: boolean, zone: string): Entered {
  if (isDate(given)) return { value: serialOfInstant(given.getTime(), zone) };
  if (given === null || given === "") return { value: null };
  if (typeof given === "number" || typeof given === "boolean") return { value: isPlainText ? String(given) : given };
  if (typeof given !== "string") throw new ServiceException(`A cell cannot hold ${Object.prototype.toString.call(given)}.`);
  if (given.length > MAX_TEXT)
    throw new ServiceException(`Your input contains more than the maximum of ${MAX_TEXT} characters in a single cell.`);
  if (isPlainText) return { value: given };
  if (given.startsWith("'")) return { value: given.length === 1 ? null : given.slice(1) };
  if (/^[=+].|^-[^\d\s.,$¥]/.test(given) && !/^\+[\d.,$¥]/.test(given)) return { formula: given.replace(/^[=+]/, "") };
  const text = given.trim();
  if (ERRORS.test(text)) return { value: { error: text.toUpperCase() } };
  if (/^(?:true|false)$/i.test(text)) return { value: /^true$/i.test(text) };
  return { value: numberIn(text) ?? dateIn(text) ?? given };
}

function numberIn(text: string): number | undefined {
  const number = /^[+-]?[$¥￥]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?(%?)$/i.exec(text.normalize("NFKC"));
  if (!number) return undefined;
  const value = Number(text.normalize("NFKC").replace(/[$¥￥,%]/g, ""));
  return number[1] === "%" ? value / 100 : value;
}

function dateIn(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text) ?? [];
  if (hours !== undefined) return (Number(hours) * 60 + Number(minutes)) / 1440;
  const [, year, month, date] = /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?$/.exec(text) ?? [];
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const day = year === undefined ? monthAndDay(text) : parseIso(iso);
  return day === undefined || day === null ? undefined : toSerial(day, 1900);
}

/** `1/2` and `5 Mar` are days of this year, whichever that is. */
function monthAndDay(text: string): number | undefined {
  const [, month, date] = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ?? [];
  const isWord =
    /^(?:\d{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[- ]\d{1,4})?$/i.test(text) && /\d/.test(text);
  if (isWord) return dayOf(2026, 1, 1) ?? undefined;
  return month === undefined ? undefined : (dayOf(2026, Number(month), Number(date)) ?? undefined);
}

const dated = new Map<string, boolean>();

/** Whether a number format shows a day or a time: then a script is given a date, not a number. */
export function showsDate(format: string | undefined): boolean {
  if (format === undefined) return false;
  const known = dated.get(format);
  if (known !== undefined) return known;
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  const shows = /[ymdhs]/i.test(code) && !/general/i.test(code);
  dated.set(format, shows);
  return shows;
}
