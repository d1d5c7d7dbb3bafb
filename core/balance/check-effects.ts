import { balanceOf } from "./compute-balance.ts";
import { findGaps } from "./gaps.ts";
import type { Gap } from "./imbalance.ts";
import { keepKeys } from "./imbalance-keys.ts";
import type { PlanChange } from "./plan-change.ts";
import type { Study } from "./study.ts";
import { withChanges } from "./with-changes.ts";

/** What is left of the list if all of a meeting's resolutions are carried out together. */
export interface EffectCheck {
  /** Gone, and by how much smaller the others are; `after` is 0 for what is gone. */
  readonly better: readonly { readonly gap: Gap; readonly after: number }[];
  /** As large as before. */
  readonly unchanged: readonly Gap[];
  /** Larger than before: `before` is 0 for what was not there, such as a line that is now overloaded. */
  readonly worse: readonly { readonly gap: Gap; readonly before: number }[];
  /** Nothing is left at all. */
  readonly clears: boolean;
}

/** @param gaps what is out of balance now, with its keys */
export function checkEffects(study: Study, gaps: readonly Gap[], changes: readonly PlanChange[]): EffectCheck {
  const found = keepKeys(findGaps(balanceOf(withChanges(study.prepared, changes))), gaps, study.prepared.data.periods);
  const after = new Map(found.map((gap) => [gap.key, gap]));
  const before = new Map(gaps.map((gap) => [gap.key, gap]));
  const amountAfter = (gap: Gap) => after.get(gap.key)?.amount ?? 0;
  return {
    better: gaps.filter((gap) => amountAfter(gap) < gap.amount).map((gap) => ({ gap, after: amountAfter(gap) })),
    unchanged: gaps.filter((gap) => amountAfter(gap) === gap.amount),
    worse: found
      .filter((gap) => gap.amount > (before.get(gap.key)?.amount ?? 0))
      .map((gap) => ({ gap, before: before.get(gap.key)?.amount ?? 0 })),
    clears: found.length === 0,
  };
}
