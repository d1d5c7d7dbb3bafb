import type { Day } from "../base/plain-date.ts";
import { toIso } from "../base/plain-date.ts";
import { htmlText } from "../files/html.ts";
import type { OutFile } from "../files/out-file.ts";
import { showResponsible } from "../meeting/question-cells.ts";
import { choiceSet } from "../tables/choices.ts";
import { nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Addressee } from "./addressees.ts";
import type { ReminderPlan, Slip, SlipLine } from "./reminder-plan.ts";
import { highestLevel, isLate, isOwn, stateOf } from "./slip-content.ts";
import { filesOf, type Sending } from "./slip-files.ts";
import { htmlPage } from "./slip-text.ts";
import { adviceOf, itemList, vacancyAdvice } from "./unreached.ts";

/** The level from which items are listed to the organiser. */
const RAISED = 2;

/** Items of slips, each once, by the first who sees to it. */
export function itemsOf(slips: readonly Slip[]): SlipLine[] {
  const found = new Map<string, SlipLine>();
  for (const line of slips.flatMap(({ lines }) => lines).sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))) {
    const key = `${line.item}\t${line.reason}`;
    if (!found.has(key)) found.set(key, line);
  }
  return [...found.values()];
}

/** What the organiser keeps of a day's reminders: who was told, what was raised, whom nobody could tell. */
export function summaryFiles(plan: ReminderPlan, date: Day, to: Addressee | undefined, sending: Sending): OutFile[] {
  const { language } = sending;
  const items = itemsOf(plan.slips);
  const params = { date: toIso(date), n: plan.slips.length, items: items.length, late: items.filter(isLate).length };
  const title = `${say(language, "summary-slips")} ${params.date}`;
  const intro = say(language, "summary-slips-intro", params);
  const sections = sectionsOf(plan, items, sending).filter(({ lines }) => lines.length > 0);
  const text = [title, "", intro, ...sections.flatMap((part) => ["", `■ ${part.title}`, ...part.lines]), ""].join("\n");
  const html = htmlPage(
    title,
    [
      `<p>${htmlText(intro)}</p>`,
      ...sections.map(
        (part) =>
          `<h2 style="font-size:15px;margin:14px 0 0">${htmlText(part.title)}</h2><ul>${part.lines.map((line) => `<li>${htmlText(line)}</li>`).join("")}</ul>`,
      ),
    ],
    language,
  );
  return filesOf(title, { subject: say(language, "summary-slips-subject", params), text, html }, to, sending);
}

function sectionsOf(
  { slips, undeliverable, vacancies }: ReminderPlan,
  items: readonly SlipLine[],
  { language }: Sending,
): { readonly title: string; readonly lines: readonly string[] }[] {
  const of = (what: string, numbers: readonly string[]): string =>
    say(language, "summary-slips-of", { what, n: numbers.length, items: itemList(numbers, language) });
  const raised = items.filter(({ level }) => level >= RAISED).sort((a, b) => b.level - a.level);
  return [
    {
      title: say(language, "summary-slips-undeliverable"),
      lines: [
        ...undeliverable.map((each) =>
          of(
            adviceOf(each, language),
            each.concerns.map(({ item }) => item),
          ),
        ),
        ...vacancies.map((each) => of(vacancyAdvice(each, language), each.items)),
      ],
    },
    {
      title: say(language, "summary-slips-raised"),
      lines: raised.map((line) =>
        say(language, "summary-slips-item", {
          level: say(language, `level-${line.level}`),
          item: line.item,
          task: line.task.replace(/\s*\n\s*/g, " "),
          who: showResponsible(line),
          state: stateOf(line, language),
          why: line.why,
        }),
      ),
    },
    {
      title: say(language, "summary-slips-people"),
      lines: slips.map(({ no, to, lines }) =>
        say(language, "summary-slips-person", {
          no,
          who: showResponsible({ department: to.department, owner: to.name }),
          n: lines.length,
          late: lines.filter(isLate).length,
          level: say(language, `level-${highestLevel(lines)}`),
          how: nameIn(language, choiceSet("reminderHow")[to.email === "" ? "text" : "mail"] ?? { zh: "", en: "" }),
        }),
      ),
    },
  ];
}
