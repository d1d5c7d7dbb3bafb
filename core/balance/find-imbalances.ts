import { findGaps } from "./gaps.ts";
import { type Gap, type Imbalance, URGENCY } from "./imbalance.ts";
import { type KnownGap, keepKeys } from "./imbalance-keys.ts";
import type { Study } from "./study.ts";
import { suggestionsFor } from "./suggestions.ts";
import { whyOf } from "./why.ts";

/**
 * Everything that is out of balance, with why and what could be done. @param known what the register has from before, whose
 * keys are kept @param most so many get suggestions, the most urgent and soonest: each tries the balance several times, and
 * nobody discusses a thousand.
 */
export function findImbalances(study: Study, known: readonly KnownGap[] = [], most = 500): Imbalance[] {
  const gaps = keepKeys(findGaps(study.balance), known, study.prepared.data.periods);
  const tried = new Set(mostUrgent(study, gaps).slice(0, most));
  return gaps.map((gap) => ({ ...gap, why: whyOf(study, gap), suggestions: tried.has(gap) ? suggestionsFor(study, gap) : [] }));
}

function mostUrgent({ periods }: Study, gaps: readonly Gap[]): Gap[] {
  const place = new Map(periods.map(({ key }, index) => [key, index]));
  const rank = ({ kind, from }: Gap) => URGENCY.indexOf(kind) * periods.length + (place.get(from) ?? 0);
  return [...gaps].sort((a, b) => rank(a) - rank(b));
}
