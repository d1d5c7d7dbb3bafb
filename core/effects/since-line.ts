import { changesSince } from "../balance/since-baseline.ts";
import type { Day } from "../base/plain-date.ts";
import { planningStudy } from "../planning/planning-study.ts";
import { say } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { baselineOf, meetingWithBaseline } from "./baseline-store.ts";
import { sayOutcome } from "./say-changes.ts";

/** What changed in the balance since the meeting before one, in a line of its minutes; `""` where that kept none, or nothing to compare. */
export function sinceLine(snapshot: Snapshot, meeting: { readonly date: Day }, today: Day): string {
  const no = meetingWithBaseline(snapshot, meeting.date);
  const baseline = no === undefined ? undefined : baselineOf(snapshot.state, no);
  if (no === undefined || !baseline) return "";
  const since = changesSince(planningStudy(snapshot, today, Math.min(baseline.on ?? today, today)), baseline);
  return since.comparison.periods.length === 0
    ? ""
    : say(snapshot.language, "minutes-since", { no, said: sayOutcome(since, snapshot.language) });
}
