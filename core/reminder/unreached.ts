import type { Language } from "../words/language.ts";
import { type Problem, problem, say } from "../words/message.ts";
import type { Addressee } from "./addressees.ts";
import type { ReminderPlan, Undeliverable, Vacancy } from "./reminder-plan.ts";

/** What to do about somebody who cannot be told. */
export function adviceOf({ why, name }: Pick<Undeliverable, "why" | "name">, language: Language): string {
  if (why === "left") return say(language, "reminder-left", { name });
  if (why === "unknown") return say(language, "reminder-unknown", { name });
  return say(language, name === "" ? "reminder-no-owner" : "reminder-nobody", { name });
}

/** What to fill in so that a role is somebody's. */
export function vacancyAdvice({ role, why, name }: Pick<Vacancy, "role" | "why" | "name">, language: Language): string {
  // A department that supports is told by its head.
  if (role === "support" && why === "nobody") return say(language, "vacant-head", { name });
  switch (role) {
    case "support":
    case "head":
    case "chair":
    case "executive":
    case "generalManager":
    case "organiser":
      return say(language, `vacant-${role}`, { name });
    default:
      return say(language, "vacant-named", { name });
  }
}

/** So many items are named. */
const NAMED = 6;

export function itemList(items: readonly string[], language: Language): string {
  const comma = language === "en" ? ", " : "、";
  return items.length <= NAMED ? items.join(comma) : `${items.slice(0, NAMED).join(comma)}…`;
}

/** Everybody who cannot be told, each with what to do, at the first row concerned. */
export function unreachedProblems({ undeliverable, vacancies, slips }: ReminderPlan, language: Language): Problem[] {
  const withoutAddress = slips.map(({ to }) => to).filter(({ email }: Addressee) => email === "");
  const comma = language === "en" ? ", " : "、";
  const of = (what: string, items: readonly string[]) => ({ what, n: items.length, items: itemList(items, language) });
  return [
    ...undeliverable.map((found) => {
      const items = found.concerns.map(({ item }) => item);
      return problem("warning", "reminders-of-items", of(adviceOf(found, language), items), found.concerns[0]?.at);
    }),
    ...vacancies.map((vacancy) => problem("warning", "reminders-of-items", of(vacancyAdvice(vacancy, language), vacancy.items))),
    ...(withoutAddress.length === 0
      ? []
      : [problem("note", "reminder-no-address", { n: withoutAddress.length, names: withoutAddress.map(({ name }) => name).join(comma) })]),
  ];
}
