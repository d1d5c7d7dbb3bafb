import type { Baseline } from "../balance/baseline.ts";
import { meetingsInOrder } from "../meeting/choose-meeting.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { State, StateEntry } from "../workbook/state.ts";

/** A cell holds 32,767 characters. */
const PART = 30_000;

/** What is to be remembered of the balance that a meeting saw, in as many cells as it takes; of older meetings only so many keep theirs. */
export function baselineEntries(snapshot: Snapshot, meeting: string, baseline: Baseline, kept: number): StateEntry[] {
  const text = JSON.stringify(baseline);
  const parts = Array.from({ length: Math.ceil(text.length / PART) }, (_, index): StateEntry => {
    return { kind: "baseline", key: partKey(meeting, index), value: text.slice(index * PART, (index + 1) * PART) };
  });
  const wanted = new Set(parts.map(({ key }) => key));
  const order = meetingsInOrder(snapshot).map(({ key }) => key);
  const last = order.indexOf(meeting);
  const latest = new Set([
    meeting,
    ...(last < 0 ? order : order.slice(0, last)).filter((no) => has(snapshot.state, no)).slice(-(kept - 1) || order.length),
  ]);
  const old = [...snapshot.state.entries("baseline")].map(([key]) => key);
  const gone = old.filter((key) =>
    meetingOf(key) === meeting ? !wanted.has(key) : !latest.has(meetingOf(key)) && order.indexOf(meetingOf(key)) < last,
  );
  return [...parts, ...gone.map((key): StateEntry => ({ kind: "baseline", key, value: null }))];
}

/** The balance as a meeting saw it; undefined where none is kept, or not whole. */
export function baselineOf(state: State, meeting: string): Baseline | undefined {
  let text = "";
  for (
    let part = state.get("baseline", partKey(meeting, 0)), index = 0;
    part !== undefined;
    part = state.get("baseline", partKey(meeting, ++index))
  )
    text += part;
  try {
    return text === "" ? undefined : (JSON.parse(text) as Baseline);
  } catch {
    return undefined;
  }
}

/** The meetings whose balance is kept, the latest last; those that the register no longer has come first. */
export function meetingsWithBaseline(snapshot: Snapshot): string[] {
  const kept = new Set([...snapshot.state.entries("baseline")].map(([key]) => meetingOf(key)).filter((no) => has(snapshot.state, no)));
  const known = meetingsInOrder(snapshot).flatMap(({ key }) => (kept.delete(key) ? [key] : []));
  return [...kept, ...known];
}

/** The latest meeting before a day whose balance is kept. */
export function meetingWithBaseline(snapshot: Snapshot, before: number): string | undefined {
  return meetingsInOrder(snapshot)
    .filter(({ key, values }) => (values.date ?? 0) < before && has(snapshot.state, key))
    .at(-1)?.key;
}

function has(state: State, meeting: string): boolean {
  return state.get("baseline", partKey(meeting, 0)) !== undefined;
}

function partKey(meeting: string, index: number): string {
  return `${meeting} ${index}`;
}

function meetingOf(key: string): string {
  return key.slice(0, key.lastIndexOf(" "));
}
