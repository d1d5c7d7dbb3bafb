import { prepare } from "../balance/compute-balance.ts";
import { type Study, studyOf } from "../balance/study.ts";
import type { Day } from "../base/plain-date.ts";
import { settingsIn } from "../register/book-settings.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { readPlanning } from "./read-planning.ts";

/** The balance as the planning tables stand, with the periods back to a day. */
export function planningStudy(snapshot: Snapshot, today: Day, since: Day = today): Study {
  return studyOf(prepare(readPlanning(snapshot, settingsIn(snapshot).balance, today, since).data));
}
