import type { Baseline } from "../balance/baseline.ts";
import type { Day } from "../base/plain-date.ts";
import { type Problem, problem } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { baselineOf, meetingsWithBaseline, meetingWithBaseline } from "./baseline-store.ts";

export interface ChosenBaseline {
  readonly meeting: string;
  readonly baseline: Baseline;
}

/** The meetings that a person may choose instead are named one by one up to so many. */
const NAMED = 6;

/** The balance that a meeting saw, by default the last meeting before today, else the latest that is kept; or what to do where it is not kept. */
export function chosenBaseline(snapshot: Snapshot, no: string, today: Day): ChosenBaseline | Problem {
  const kept = meetingsWithBaseline(snapshot);
  const meeting = no || (meetingWithBaseline(snapshot, today) ?? kept.at(-1));
  if (meeting === undefined) return problem("error", "baseline-none-yet");
  const baseline = baselineOf(snapshot.state, meeting);
  if (baseline) return { meeting, baseline };
  if (kept.length === 0) return problem("error", "baseline-none-yet");
  return problem("error", "baseline-not-kept", { no: meeting, kept: kept.slice(-NAMED).reverse().join(", ") });
}
