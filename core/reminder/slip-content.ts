import { type CellPlace, cellAddress } from "../base/place.ts";
import { toIso } from "../base/plain-date.ts";
import { showResponsible } from "../meeting/question-cells.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Level } from "../tracking/escalation.ts";
import { type Language, nameIn } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { Slip, SlipLine } from "./reminder-plan.ts";

/** Who signs slips. */
export interface Issuer {
  readonly organiser: string;
  readonly name: string;
}

/** An item of a slip in words. */
export interface SlipEntry {
  /** Why it is on the slip, and its level where it was raised. */
  readonly mark: string;
  readonly task: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly ask: string;
  readonly place: string;
  readonly at: CellPlace;
  readonly isLate: boolean;
}

export interface SlipContent {
  readonly title: string;
  readonly subject: string;
  readonly greeting: string;
  readonly intro: string;
  readonly sections: readonly { readonly title: string; readonly entries: readonly SlipEntry[] }[];
  readonly issued: string;
}

/** What a slip says, in the words of a language, for any program to show. */
export function slipContent(slip: Slip, issuer: Issuer, language: Language): SlipContent {
  const { lines, date, to } = slip;
  const title = slipTitle(slip, language);
  const own = lines.filter(isOwn);
  const known = lines.filter((line) => !isOwn(line));
  const late = lines.filter(isLate).length;
  const params = { title, n: own.length, late: own.filter(isLate).length, date: toIso(date) };
  const subject = own.length === 0 ? "slip-subject-known" : params.late > 0 ? "slip-subject-late" : "slip-subject";
  const section = (code: WordKey, part: readonly SlipLine[]): SlipContent["sections"] =>
    part.length === 0 ? [] : [{ title: say(language, code), entries: part.map((line) => entryOf(line, language)) }];
  return {
    title,
    subject: say(language, subject, own.length === 0 ? { ...params, n: known.length } : params),
    greeting: say(language, to.department === "" ? "slip-greeting" : "slip-greeting-of", { name: to.name, department: to.department }),
    intro: say(language, late > 0 ? "slip-intro-late" : "slip-intro", { n: lines.length, late }),
    sections: [...section("slip-section-own", own), ...section("slip-section-known", known)],
    issued: say(language, "slip-issued", {
      by: [issuer.organiser, issuer.name].filter((part) => part !== "").join(" "),
      date: toIso(date),
    }),
  };
}

/** Who answers for an item, and below it who helps. */
export function whoText(line: SlipLine, language: Language): string {
  const help = line.support === "" ? "" : `\n${say(language, "slip-support")}${language === "en" ? ": " : "："}${line.support}`;
  return `${showResponsible(line)}${help}`;
}

/** Its owner's, to do; otherwise it is somebody else's, to follow up. */
export function isOwn({ role }: SlipLine): boolean {
  return role === "owner" || role === "support" || role === "organiser";
}

/** Whatever is past its date: an item as well as minutes, a paper or an answer. */
export function isLate({ daysLate }: Pick<SlipLine, "daysLate">): boolean {
  return daysLate !== null;
}

/** The level that a slip is given for: whoever only supports an item has no card for it. */
export function highestLevel(lines: readonly SlipLine[]): Level {
  return Math.max(0, ...lines.filter(({ role }) => role !== "support").map(({ level }) => level)) as Level;
}

export function slipTitle({ lines }: Slip, language: Language): string {
  return say(language, `slip-title-${highestLevel(lines)}`);
}

/** @example "逾期 4 个工作日" */
export function stateOf({ reason, daysLate }: SlipLine, language: Language): string {
  const named = nameIn(language, choiceSet("reminderReason")[reason] ?? { zh: "", en: "" });
  if (daysLate === null) return named;
  const late = say(language, daysLate > 0 ? "slip-days-late" : "slip-just-late", { n: daysLate });
  return reason === "overdue" ? late : joined([named, late], language);
}

/** @example "督办（黄牌）：逾期满 3 个工作日" */
export function levelText({ level, why }: Pick<SlipLine, "level" | "why">, language: Language): string {
  const named = say(language, `level-${level}`);
  return why === "" ? named : `${named}${language === "en" ? ": " : "："}${why}`;
}

export function askOf(line: SlipLine, language: Language): string {
  if (line.role === "support") return say(language, "slip-ask-support");
  if (isOwn(line)) return say(language, `slip-ask-${line.reason}`);
  return say(language, line.role === "head" ? "slip-ask-head" : "slip-ask-above");
}

export function dueText({ due }: Pick<SlipLine, "due">, language: Language): string {
  return due === null ? say(language, "slip-no-due") : toIso(due);
}

/** @example "待办事项!A12" */
function placeText({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${cellAddress(row, column)}`;
}

function entryOf(line: SlipLine, language: Language): SlipEntry {
  const { item, task, level, reminded, postponed, at } = line;
  const fact = (label: WordKey, text: string): SlipEntry["facts"] => (text === "" ? [] : [{ label: say(language, label), text }]);
  return {
    mark: joined(
      [
        stateOf(line, language),
        ...(level > 0 ? [say(language, `level-${level}`)] : []),
        ...(line.role === "support" ? [say(language, "slip-supporting")] : []),
      ],
      language,
    ),
    task,
    facts: [
      ...fact("slip-no", item),
      ...fact("slip-who", showResponsible(line)),
      ...fact("slip-support", line.support),
      ...fact("slip-due", dueText(line, language)),
      ...fact("slip-why", line.why),
      ...fact("slip-state", reminded + postponed > 0 ? say(language, "slip-history", { reminded, postponed }) : ""),
    ],
    ask: askOf(line, language),
    place: placeText(at),
    at,
    isLate: isLate(line),
  };
}

function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === "en" ? ", " : "，");
}
