import { fill, type Language, type Message, message, type Problem, problem } from "../../core/index.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

export type SheetsWord = keyof typeof zhCN;
type Params = Message["params"];

const languages: Readonly<Record<Language, Readonly<Record<SheetsWord, string>>>> = { "zh-CN": zhCN, en };

/** What only Google Sheets says. Its sentences cross to the pane whole, so that no other host carries them. */
export function sayHere(language: Language, word: SheetsWord, params: Params = {}): string {
  return fill(languages[language][word], params);
}

export function messageHere(language: Language, word: SheetsWord, params: Params = {}): Message {
  return message("host-says", { sentence: sayHere(language, word, params) });
}

export function problemHere(severity: Problem["severity"], language: Language, word: SheetsWord, params: Params = {}): Problem {
  return problem(severity, "host-says", { sentence: sayHere(language, word, params) });
}
