import type { EffectCheck } from "../balance/check-effects.ts";
import { CAUSES, type PeriodChange } from "../balance/compare-baseline.ts";
import { roundTo } from "../balance/exact.ts";
import type { Gap } from "../balance/imbalance.ts";
import type { EffectReview, Verdict } from "../balance/review-effect.ts";
import { changeOf, hasChange } from "../balance/since-baseline.ts";
import { nameOfKind } from "../imbalance/say-imbalance.ts";
import { choiceSet } from "../tables/choices.ts";
import { type Language, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import { sayCause } from "./say-changes.ts";

/** So many are named one by one; the rest is counted. */
const NAMED = 3;

/** What is left of the list if all is carried out together. */
export function sayCheck({ better, unchanged, worse, clears }: EffectCheck, language: Language): string {
  if (clears) return say(language, "check-clears");
  const gone = better.filter(({ after }) => after === 0);
  const named = worse
    .slice(0, NAMED)
    .map(({ gap, before }) => say(language, "check-grows", { gap: nameOf(gap, language), before: show(before), after: show(gap.amount) }));
  return [
    say(language, "check-sum", { gone: gone.length, smaller: better.length - gone.length, same: unchanged.length, worse: worse.length }),
    ...(named.length > 0 ? [say(language, "check-worse", { named: named.join(say(language, "list-and")) })] : []),
  ].join("");
}

/** How one resolution came out, with its figures; `closing` is what became of the stock that it was about. */
export function sayReview(
  { before, after, done, movedTo, demandGrew }: EffectReview,
  closing: PeriodChange | null,
  language: Language,
): string {
  const told = done.map(({ change: { product, period, amount: wanted }, done: amount }) =>
    amount === null
      ? say(language, "review-untold", { product, period, expected: signed(wanted) })
      : say(language, "review-done", { product, period, expected: signed(wanted), done: signed(amount) }),
  );
  return [
    ...(before > 0 ? [say(language, "review-amount", { before: show(before), after: show(after) })] : []),
    ...told.slice(0, NAMED),
    ...(closing && hasChange(closing) ? [sayClosing(closing, language)] : []),
    ...(movedTo ? [say(language, "review-moved", { gap: nameOf(movedTo, language) })] : []),
    ...(demandGrew > 0 ? [say(language, "review-grew", { n: show(demandGrew) })] : []),
  ].join("");
}

/** Closing then and now, and the causes that the difference is made of. */
function sayClosing(closing: PeriodChange, language: Language): string {
  const causes = CAUSES.filter((cause) => closing[cause] !== 0).map((cause) => `${sayCause(cause, language)} ${signed(closing[cause])}`);
  return say(language, "review-closing", {
    period: closing.period,
    before: show(closing.before),
    now: show(closing.now),
    amount: signed(changeOf(closing)),
    causes: causes.join(say(language, "list-and")),
  });
}

/** All verdicts of a meeting in one line. */
export function sayVerdicts(meeting: string, verdicts: readonly Verdict[], language: Language): string {
  const counted = Object.entries(choiceSet("effectVerdict")).flatMap(([code, choice]) => {
    const n = verdicts.filter((verdict) => verdict === code).length;
    return n === 0 ? [] : [`${nameIn(language, choice)} ${n}`];
  });
  return say(language, "verdicts-of", { no: meeting, counted: counted.join(say(language, "list-and")) });
}

function nameOf({ kind, subject, from }: Pick<Gap, "kind" | "subject" | "from">, language: Language): string {
  return `${nameOfKind(kind, language)} ${subject} ${from}`;
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${show(value)}`;
}

function show(value: number): string {
  return String(roundTo(value, 2));
}
