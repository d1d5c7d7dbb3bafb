import { prepare } from "../balance/compute-balance.ts";
import { findGaps } from "../balance/gaps.ts";
import type { Gap } from "../balance/imbalance.ts";
import { keepKeys } from "../balance/imbalance-keys.ts";
import { type Study, studyOf } from "../balance/study.ts";
import type { Day } from "../base/plain-date.ts";
import { knownGaps } from "../imbalance/imbalance-rows.ts";
import { readPlanning } from "../planning/read-planning.ts";
import { settingsIn } from "../register/book-settings.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** The balance as the planning tables stand, with the periods back to a day. */
export function planningStudy(snapshot: Snapshot, today: Day, since: Day = today): Study {
  return studyOf(prepare(readPlanning(snapshot, settingsIn(snapshot).balance, today, since).data));
}

/** What is out of balance now, under the keys of the register. */
export function gapsNow(snapshot: Snapshot, study: Study): Gap[] {
  return keepKeys(findGaps(study.balance), knownGaps(snapshot), study.prepared.data.periods);
}
