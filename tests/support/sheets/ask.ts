import type { Language } from "../../../core/index.ts";
import type { Question, Reply } from "../../../sheets-script/wire.ts";
import type { AppsScript } from "./apps-script.ts";

export const PERSON = { name: "顾婷", department: "运营管理部", language: "zh-CN" as Language };

let id = 0;

/** Asks the script as the sidebar does, one run for each question. */
export function reply(script: AppsScript, question: Question, person = PERSON): Reply {
  return JSON.parse(String(script.run("concordServe", JSON.stringify({ id: ++id, person, ...question })))) as Reply;
}

/** The value of an answer that has one. */
export function ask<T>(script: AppsScript, question: Question, person = PERSON): T {
  const answered = reply(script, question, person);
  if ("problem" in answered) throw new Error(`${answered.problem.code}: ${JSON.stringify(answered.problem.params)}`);
  return answered.value as T;
}
