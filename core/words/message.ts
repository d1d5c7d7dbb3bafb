import type { CellPlace } from "../base/place.ts";
import { cellAddress } from "../base/place.ts";
import { firstWords } from "./first-words.ts";
import type { Language } from "./language.ts";
import type { zhCN } from "./zh-cn.ts";

export type Params = Readonly<Record<string, string | number>>;
export type WordKey = keyof typeof zhCN;
export type Words = Readonly<Record<WordKey, string>>;

/** What happened, as a code; `say` turns it into a sentence. */
export interface Message {
  readonly code: WordKey;
  readonly params: Params;
}

/** What is wrong, where it stands, and whether it kept anything from being done. */
export interface Problem extends Message {
  /** An error kept its row from being registered; a warning and a note did not. */
  readonly severity: "error" | "warning" | "note";
  readonly at?: CellPlace;
}

const languages: Record<Language, Partial<Words>> = { ...firstWords };

/**
 * Takes over all that is said. Reading a workbook does it, so that a page which shows before that need not wait
 * for hundreds of sentences in two languages: there is nothing to say of a workbook that nobody has read.
 */
export function learn(words: Readonly<Record<Language, Words>>): void {
  Object.assign(languages, words);
}

/**
 * A word or sentence. `{name}` is filled from the parameters, `{n|row|rows}` chooses by number.
 * @example say("en", "report-rows-added", { table: "Actions", n: 2 }) // "Actions: 2 rows added"
 */
export function say(language: Language, code: WordKey, params: Params = {}): string {
  return fill(languages[language][code] ?? "", params);
}

/** A sentence with its gaps filled. @example fill("{n} {n|row|rows} added", { n: 2 }) // "2 rows added" */
export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return value === undefined ? "" : String(value);
  });
}

export function message(code: WordKey, params: Params = {}): Message {
  return { code, params };
}

export function problem(severity: Problem["severity"], code: WordKey, params: Params = {}, at?: CellPlace): Problem {
  return at ? { severity, code, params, at } : { severity, code, params };
}

/** A problem as a sentence that begins with its cell. */
export function sayProblem(language: Language, found: Problem): string {
  const sentence = say(language, found.code, found.params);
  if (!found.at) return sentence;
  return `${found.at.sheet}!${cellAddress(found.at.row, found.at.column)} ${sentence}`;
}
