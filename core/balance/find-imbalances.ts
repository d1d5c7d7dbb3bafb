import { findGaps } from "./gaps.ts";
import type { Imbalance } from "./imbalance.ts";
import { type KnownGap, keepKeys } from "./imbalance-keys.ts";
import type { Study } from "./study.ts";
import { suggestionsFor } from "./suggestions.ts";
import { whyOf } from "./why.ts";

/**
 * Everything that is out of balance, with why and what could be done. @param known what the register has from before, whose
 * keys are kept @param most so many get suggestions: each tries the balance several times. Nobody discusses a thousand.
 */
export function findImbalances(study: Study, known: readonly KnownGap[] = [], most = 500): Imbalance[] {
  return keepKeys(findGaps(study.balance), known, study.prepared.data.periods).map((gap, index) => ({
    ...gap,
    why: whyOf(study, gap),
    suggestions: index < most ? suggestionsFor(study, gap) : [],
  }));
}
