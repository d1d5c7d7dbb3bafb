import { freezeBaseline, MOST_IMBALANCES } from "../balance/baseline.ts";
import { URGENCY } from "../balance/imbalance.ts";
import type { Day } from "../base/plain-date.ts";
import { gapsNow } from "../imbalance/imbalance-rows.ts";
import { planningStudy } from "../planning/planning-study.ts";
import { settingsIn } from "../register/book-settings.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { baselineEntries } from "./baseline-store.ts";

/** Of a small factory every product is kept, as figures of some tens of kilobytes: some 80 products over a quarter. */
const ROOM = 9_000;

/** The balance as a meeting sees it, to be kept with its minutes; nothing where nothing is balanced. */
export function frozenBalance(snapshot: Snapshot, meeting: string, today: Day): StateEntry[] {
  const study = planningStudy(snapshot, today);
  if (study.balance.products.length === 0) return [];
  const expected = rowsOf(snapshot, "expectedChanges").map(({ values }) => values.product);
  const imbalances = gapsNow(snapshot, study)
    .sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind))
    .slice(0, MOST_IMBALANCES);
  const baseline = freezeBaseline(study, { imbalances, also: expected, room: ROOM, on: today });
  return baselineEntries(snapshot, meeting, baseline, settingsIn(snapshot).balance.baselines);
}
