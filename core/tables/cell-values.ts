import { parseTime, timeFromSerial, timeToSerial, toIso, toSerial, toTime } from "../base/plain-date.ts";
import { readDate } from "../base/read-date.ts";
import { readQuantity } from "../base/read-quantity.ts";
import { foldText } from "../base/text.ts";
import type { Language } from "../words/language.ts";
import { nameIn } from "../words/language.ts";
import type { WordKey } from "../words/message.ts";
import { choiceSet } from "./choices.ts";
import type { FieldType, Value } from "./field.ts";
import { blankOf } from "./field.ts";

/** What a cell of a given type was read as; `wrong` is the code of what could not be read. */
export type Reading = { readonly value: Value; readonly wrong?: undefined } | { readonly value: Value; readonly wrong: WordKey };

export interface ReadingOptions {
  readonly dateSystem: 1900 | 1904;
  /** The day that dates without a year are nearest to. */
  readonly near?: number;
}

const YES = new Set(["是", "有", "y", "yes", "true", "√", "✓", "1", "对"].map(foldText));
const NO = new Set(["否", "无", "n", "no", "false", "×", "x", "0"].map(foldText));

/** Reads a plain cell value as a field's type. Blank is blank, never wrong. */
export function readCell(type: FieldType, raw: string | number | boolean | null, options: ReadingOptions): Reading {
  if (raw === null || (typeof raw === "string" && raw.trim() === "")) return { value: blankOf(type) };
  if (typeof type === "object") return readChoice(type.choice, String(raw));
  switch (type) {
    case "key":
      return { value: String(raw).trim() };
    case "text":
    case "long":
      return { value: typeof raw === "string" ? raw : String(raw) };
    case "date":
      return readDay(raw, options);
    case "time":
      return readMinutes(raw);
    case "flag":
      return readFlag(raw);
    default:
      return readNumber(type, raw);
  }
}

function readDay(raw: string | number | boolean, options: ReadingOptions): Reading {
  if (typeof raw === "boolean") return { value: null, wrong: "date-unreadable" };
  const read = readDate(
    raw,
    options.near === undefined ? { dateSystem: options.dateSystem } : { dateSystem: options.dateSystem, near: options.near },
  );
  if (read.kind === "day") return { value: read.day };
  return { value: null, wrong: read.kind === "vague" ? "date-vague" : "date-unreadable" };
}

function readMinutes(raw: string | number | boolean): Reading {
  // 930 is a time that lacks its colon, not a day's midnight.
  const isWhole = typeof raw === "number" && raw >= 1 && Number.isInteger(raw);
  const value = typeof raw === "string" ? parseTime(raw) : typeof raw === "number" && !isWhole ? timeFromSerial(raw) : null;
  return value === null ? { value, wrong: "time-unreadable" } : { value };
}

function readFlag(raw: string | number | boolean): Reading {
  if (typeof raw === "boolean") return { value: raw };
  const folded = foldText(String(raw));
  if (YES.has(folded)) return { value: true };
  if (NO.has(folded)) return { value: false };
  return { value: null, wrong: "flag-unreadable" };
}

function readNumber(type: FieldType, raw: string | number | boolean): Reading {
  if (typeof raw === "number") return { value: raw };
  const value = readQuantity(String(raw));
  return value === undefined ? { value: null, wrong: type === "percent" ? "percent-unreadable" : "number-unreadable" } : { value };
}

/** Reads a word as one of a list, by code, either language's name or a known spelling. */
function readChoice(set: Parameters<typeof choiceSet>[0], raw: string): Reading {
  const wanted = foldText(raw);
  for (const [code, choice] of Object.entries(choiceSet(set))) {
    const spellings = [code, choice.zh, choice.en, ...(choice.also ?? [])];
    if (spellings.some((spelling) => foldText(spelling) === wanted)) return { value: code };
  }
  return { value: "", wrong: "choice-unknown" };
}

/** What is written to a cell for a value: dates and times as serial numbers, choices by name. */
export function writeCell(type: FieldType, value: Value, language: Language, dateSystem: 1900 | 1904): string | number | boolean | null {
  if (value === null || value === "") return null;
  if (typeof type === "object") {
    const choice = choiceSet(type.choice)[String(value)];
    return choice ? nameIn(language, choice) : String(value);
  }
  if (type === "date" && typeof value === "number") return toSerial(value, dateSystem);
  if (type === "time" && typeof value === "number") return timeToSerial(value);
  if (type === "flag") return nameIn(language, value ? { zh: "是", en: "Yes" } : { zh: "否", en: "No" });
  return value;
}

/** A value as a person reads it, for messages and previews. */
export function showValue(type: FieldType, value: Value, language: Language): string {
  if (value === null || value === "") return language === "en" ? "(blank)" : "(空)";
  if (type === "date" && typeof value === "number") return toIso(value);
  if (type === "time" && typeof value === "number") return toTime(value);
  if (type === "percent" && typeof value === "number") return `${Math.round(value * 100)}%`;
  return String(writeCell(type, value, language, 1900));
}
