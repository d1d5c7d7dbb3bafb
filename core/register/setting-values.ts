import { type Day, parseIso, parseTime, timeFromSerial, toIso, toTime } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { readCell } from "../tables/cell-values.ts";
import type { Setting } from "../tables/setting.ts";
import { type SettingCode, settingCodes, settingOf } from "../tables/setting-list.ts";
import { type Language, nameIn } from "../words/language.ts";
import { type Message, message } from "../words/message.ts";

/** A setting's value: text, a whole number, minutes of a day, a day, or a choice's code; `""` where none is given. */
export type SettingValue = string | number;

type Reading = { readonly value: SettingValue; readonly wrong?: undefined } | { readonly value?: undefined; readonly wrong: Message };

/** What a meeting number's pattern may hold, and what would break the sheets and lists that bear such numbers. */
const TOKENS = ["{yyyy}", "{yy}", "{MM}", "{dd}", "{isoYear}", "{W}", "{seq}", "{seq:00}", "{seq:000}"];
const COUNTER = /^\{seq(?::0+)?\}$/;
const UNFIT = /[\s\\/?*[\]:,;|#'"{}]/;

const AREA_AND_CITY = /^[A-Za-z][\w+-]*(?:\/[A-Za-z][\w+-]*){1,2}$/;
const FROM_GREENWICH = /^(?:UTC|GMT|Z)(?:[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?)?$/i;

/** A setting as it stands where nobody changed it, in the words of a workbook's language. */
export function standardOf(code: SettingCode, language: Language): string {
  const { standard } = settingOf(code);
  return typeof standard === "string" ? standard : standard[language === "en" ? 1 : 0];
}

/** The setting that goes by this code or name, in either language. */
export function settingNamed(name: string): SettingCode | undefined {
  const wanted = foldText(name);
  return settingCodes.find((code) => [code, settingOf(code).zh, settingOf(code).en].some((known) => foldText(known) === wanted));
}

/**
 * What keeps a text from being a setting's value, to be shown while a person types; `null` where nothing
 * does. Blank is sound: the standard holds then.
 * @example settingProblem("planWeeks", "99", "en")?.code // "setting-not-integer"
 */
export function settingProblem(code: SettingCode, text: string, language: Language): Message | null {
  return readSetting(code, text, language).wrong ?? null;
}

/** Reads a setting's text; `dateSystem` is that of the workbook in which a date was typed as a date. */
export function readSetting(code: SettingCode, typed: string, language: Language, dateSystem: 1900 | 1904 = 1900): Reading {
  const setting = settingOf(code);
  const text = typed.trim();
  const wrong = (key: Message["code"], params: Message["params"] = {}): Reading => ({
    wrong: message(key, { setting: nameIn(language, setting), value: text, ...params }),
  });
  if (text === "") return { value: "" };
  if (code === "meetingPattern" || code === "archivePattern" || code === "slipPattern") return readPattern(text, wrong);
  if (code === "noticePattern") return readDocumentPattern(text, wrong);
  if (code === "timeZone") return AREA_AND_CITY.test(text) || FROM_GREENWICH.test(text) ? { value: text } : wrong("setting-not-zone");
  switch (setting.type) {
    case "text":
      return { value: text };
    case "integer": {
      const [least, most] = setting.range ?? [0, 1e9];
      const digits = text.normalize("NFKC");
      const isWithin = /^\d+$/.test(digits) && Number(digits) >= least && Number(digits) <= most;
      return isWithin ? { value: Number(digits) } : wrong("setting-not-integer", { least, most });
    }
    case "time": {
      const value = /^0?\.\d+$/.test(text) ? timeFromSerial(Number(text)) : parseTime(text);
      return value === null ? wrong("setting-not-time") : { value };
    }
    case "date": {
      const day = parseIso(text) ?? (readCell("date", Number(text) || text, { dateSystem }).value as Day | null);
      return day === null ? wrong("setting-not-date") : { value: day };
    }
    default: {
      const found = choicesOf(setting).find(([choice, named]) =>
        [choice, named.zh, named.en].some((name) => foldText(name) === foldText(text)),
      );
      if (found) return { value: found[0] };
      const choices = choicesOf(setting).map(([, named]) => nameIn(language, named));
      return wrong("setting-not-choice", { choices: choices.join(language === "en" ? ", " : "、") });
    }
  }
}

/**
 * Numbers made by a pattern name sheets and are listed and split apart, so they hold no white space and
 * no signs; they are counted by one counter, and a token that nobody knows would stand in them as it is.
 */
function readPattern(text: string, wrong: (key: Message["code"], params?: Message["params"]) => Reading): Reading {
  const tokens = text.match(/\{[^{}]*\}/g) ?? [];
  const unknown = tokens.find((token) => !TOKENS.includes(token) && !COUNTER.test(token));
  if (unknown !== undefined) return wrong("setting-pattern-token", { token: unknown, known: TOKENS.join(" ") });
  if (tokens.filter((token) => COUNTER.test(token)).length !== 1) return wrong("setting-pattern-counter", { token: "{seq}" });
  const [sign] = UNFIT.exec(text.replace(/\{[^{}]*\}/g, "")) ?? [];
  return sign === undefined ? { value: text } : wrong("setting-pattern-sign", { sign: sign.trim() === "" ? "␣" : sign });
}

const DOCUMENT_TOKENS = ["{no}", "{version}"];

/** A document's number is told from all others by the meeting's number and which one of it this is. */
function readDocumentPattern(text: string, wrong: (key: Message["code"], params?: Message["params"]) => Reading): Reading {
  const tokens = text.match(/\{[^{}]*\}/g) ?? [];
  const unknown = tokens.find((token) => !DOCUMENT_TOKENS.includes(token));
  if (unknown !== undefined) return wrong("setting-pattern-token", { token: unknown, known: DOCUMENT_TOKENS.join(" ") });
  const missing = DOCUMENT_TOKENS.find((token) => tokens.filter((each) => each === token).length !== 1);
  return missing === undefined ? { value: text } : wrong("setting-pattern-counter", { token: missing });
}

function choicesOf(setting: Setting): [string, { readonly zh: string; readonly en: string }][] {
  return Object.entries(setting.choices ?? {});
}

/** A value as a form takes it: a choice by its code, a date as `YYYY-MM-DD`, a time as `HH:MM`. */
export function settingForForm(code: SettingCode, value: SettingValue): string {
  if (typeof value === "string") return value;
  const { type } = settingOf(code);
  return type === "date" ? toIso(value) : type === "time" ? toTime(value) : String(value);
}

/** A value as it stands in the workbook: a choice by its name in the workbook's language. */
export function settingForCell(code: SettingCode, value: SettingValue, language: Language): string {
  const named = settingOf(code).choices?.[String(value)];
  return named ? nameIn(language, named) : settingForForm(code, value);
}
