import type { ChangeReason } from "../balance/change-reasons.ts";
import { CAUSES, type ChangeCause, largestChange } from "../balance/compare-baseline.ts";
import type { GapChange, GapFate } from "../balance/compare-gaps.ts";
import { exactSum } from "../balance/exact.ts";
import { type ChangedProduct, hasChange, type SinceBaseline } from "../balance/since-baseline.ts";
import { listed, show } from "../imbalance/say-imbalance.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";

/** Cause by cause how much and why: "Sales -60: new order SO-7 60 (2026-W50)." */
export function sayReasons({ periods, reasons }: ChangedProduct, language: Language): string {
  const said = CAUSES.flatMap((cause) => {
    const amount = largestChange(periods, (change) => change[cause]);
    if (amount === 0) return [];
    const own = reasons.filter((reason) => reason.cause === cause).map((reason) => sayReason(reason, language));
    const because = own.length > 0 ? listed(own, language) : say(language, "reason-unknown");
    return [say(language, "reason-of", { cause: sayCause(cause, language), amount: signed(amount), reasons: because })];
  });
  return said.join(say(language, "reason-next")) + say(language, "reason-end");
}

function sayReason({ kind, order, line, period, fromPeriod, before, now }: ChangeReason, language: Language): string {
  return say(language, `reason-${kind}`, {
    order: line === null ? order : `${order}-${line}`,
    period,
    from: fromPeriod,
    before: show(before),
    now: show(now),
    less: show(exactSum([before, -now])),
  });
}

export function sayCause(cause: ChangeCause, language: Language): string {
  return say(language, `cause-${cause}`);
}

/** How many products changed, and what became of the imbalances. */
export function sayOutcome({ changed, gaps, comparison: { rest } }: SinceBaseline, language: Language): string {
  const counted = countFates(gaps).map(({ fate, n }) => `${say(language, `fate-${fate}`)} ${n}`);
  return say(language, changed.length > 0 ? "changes-outcome-text" : "changes-outcome-none", {
    n: changed.length,
    rest: rest.periods.some(hasChange) ? say(language, "changes-outcome-rest", { n: rest.now }) : "",
    gaps:
      counted.length === 0
        ? say(language, "changes-gaps-none")
        : say(language, "changes-gaps-some", { counted: counted.join(say(language, "list-and")) }),
  });
}

/** How many imbalances met each fate that some met. */
export function countFates(gaps: readonly GapChange[]): { readonly fate: GapFate; readonly n: number }[] {
  const counts = new Map<GapFate, number>();
  for (const { fate } of gaps) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return [...counts].map(([fate, n]) => ({ fate, n }));
}

export function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${show(value)}`;
}
