import { effectOf } from "./effect.ts";
import type { Gap, ImbalanceKind, Suggestion } from "./imbalance.ts";
import type { Study } from "./study.ts";
import { defersProduction, reallocates } from "./suggest-for-component.ts";
import { movesInTime, shiftsLine } from "./suggest-for-line.ts";
import { addsProduction, cutsProduction, defersOrders, delaysProduction, expeditesProduction } from "./suggest-for-product.ts";

/** A way out, not tried yet; null where there is none of its sort. */
export type Draft = Omit<Suggestion, "effect">;
type Maker = (study: Study, gap: Gap) => Draft | null;

const makers: Readonly<Record<ImbalanceKind, readonly Maker[]>> = {
  shortage: [expeditesProduction, addsProduction, defersOrders],
  belowSafety: [expeditesProduction, addsProduction],
  excess: [delaysProduction, cutsProduction],
  overload: [shiftsLine, movesInTime("expedite"), movesInTime("defer")],
  componentShortage: [defersProduction, reallocates],
};

/** What could be done about an imbalance: only what makes it smaller, the most effective first, and of those what harms least elsewhere. */
export function suggestionsFor(study: Study, gap: Gap): Suggestion[] {
  return makers[gap.kind]
    .flatMap((make) => {
      const draft = make(study, gap);
      if (!draft || draft.changes.length === 0) return [];
      return [{ ...draft, effect: effectOf(study, gap, draft.changes) }];
    })
    .filter(({ effect }) => effect.after < effect.before)
    .sort((a, b) => a.effect.after - b.effect.after || a.effect.worse.length - b.effect.worse.length);
}
