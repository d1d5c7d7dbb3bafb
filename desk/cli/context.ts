import { userInfo } from "node:os";
import { type Context, dayOf, type Language, parseIso, say } from "../../core/index.ts";
import type { Arguments } from "./arguments.ts";
import { WrongUse } from "./wrong-use.ts";

/** With a given day the time of day is given too, so that the same command line gives the same file. */
const MORNING = 9 * 60;

export function languageOf({ language = "zh-CN" }: Pick<Arguments, "language">): Language {
  if (language === "zh-CN" || language === "en") return language;
  throw new WrongUse(`--language: zh-CN | en (${language}?)`);
}

export function contextOf(given: Arguments): Context {
  const clock = new Date();
  const day = given.today === undefined ? dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate()) : parseIso(given.today);
  if (day === null) throw new WrongUse(say(languageOf(given), "today-unreadable", { value: given.today ?? "" }));
  return {
    today: day,
    now: given.today === undefined ? clock.getHours() * 60 + clock.getMinutes() : MORNING,
    user: { name: given.user ?? userInfo().username, department: given.department ?? "" },
    language: languageOf(given),
  };
}
