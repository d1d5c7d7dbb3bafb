import { type Baseline, isCut } from "./baseline.ts";
import { findGaps } from "./gaps.ts";
import { type Gap, URGENCY } from "./imbalance.ts";
import { keepKeys } from "./imbalance-keys.ts";
import type { Study } from "./study.ts";

export type GapFate = "new" | "worse" | "better" | "gone" | "over";

/** What became of an imbalance since a baseline; with 0 where it is not there, then or now. */
export interface GapChange extends Pick<Gap, "key" | "kind" | "subject" | "from" | "to" | "unit"> {
  readonly fate: GapFate;
  readonly before: number;
  readonly now: number;
}

const FATES: readonly GapFate[] = ["new", "worse", "better", "gone", "over"];

/**
 * Imbalances that came up since a baseline, that are gone, or that grew or shrank, by their keys: what is new first, the most
 * urgent first in each. One whose periods are over is neither solved nor there. Unchanged ones are left out, and where not all
 * were kept so are those that were not among them: they may have been there.
 */
export function compareGaps(study: Study, baseline: Baseline): GapChange[] {
  const now = keepKeys(findGaps(study.balance), baseline.imbalances, study.prepared.data.periods);
  const known = new Map(baseline.imbalances.map((gap) => [gap.key, gap]));
  const there = new Set(now.map(({ key }) => key));
  const from = baseline.periods.indexOf(study.periods[0]?.key ?? "");
  const isOver = ({ to }: Pick<Gap, "to">): boolean => from < 0 || baseline.periods.indexOf(to) < from;
  const changes = [
    ...now.map((gap) => changeOf(gap, known.get(gap.key)?.amount ?? 0, gap.amount)),
    ...baseline.imbalances
      .filter(({ key }) => !there.has(key))
      .map((gap) => ({ ...changeOf(gap, gap.amount, 0), fate: isOver(gap) ? "over" : "gone" }) as const),
  ];
  return changes
    .filter(({ before, now: amount, fate }) => Math.abs(before - amount) > LEAST && !(fate === "new" && isCut(baseline)))
    .sort((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind));
}

/** Hours and components are worked out to the millionth. */
const LEAST = 1e-6;

function changeOf(
  { key, kind, subject, from, to, unit }: Pick<Gap, "key" | "kind" | "subject" | "from" | "to" | "unit">,
  before: number,
  now: number,
): GapChange {
  return { key, kind, subject, from, to, unit, before, now, fate: before === 0 ? "new" : now > before ? "worse" : "better" };
}
