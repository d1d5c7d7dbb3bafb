import type { Gap } from "./imbalance.ts";
import type { Period } from "./planning-data.ts";

/** An imbalance as the register has it from before. */
export type KnownGap = Pick<Gap, "key" | "kind" | "subject" | "from" | "to">;

/**
 * Gives what is found again the key that it was known by. It is the same imbalance where kind and subject are, and its periods
 * overlap those it had or begin right after them: a week that passed, or a range that shifted by a week, makes no new one. Of
 * several, the one that shares most periods; every key is given once.
 * @param periods all that are known, history included; a period that is no longer among them is over
 */
export function keepKeys<G extends Gap>(found: readonly G[], known: readonly KnownGap[], periods: readonly Period[]): G[] {
  const place = new Map(periods.map(({ key }, index) => [key, index]));
  const at = (period: string) => place.get(period) ?? -1;
  const knownOf = new Map<string, KnownGap[]>();
  for (const old of known) knownOf.set(subjectOf(old), [...(knownOf.get(subjectOf(old)) ?? []), old]);
  const pairs = found.flatMap((gap, index) =>
    (knownOf.get(subjectOf(gap)) ?? []).map((old) => ({
      index,
      key: old.key,
      shared: Math.min(at(gap.to), at(old.to)) - Math.max(at(gap.from), at(old.from)) + 1,
    })),
  );
  const keys = new Map<number, string>();
  const given = new Set<string>();
  for (const { index, key, shared } of pairs.sort((a, b) => b.shared - a.shared || a.index - b.index)) {
    if (shared < 0 || keys.has(index) || given.has(key)) continue;
    keys.set(index, key);
    given.add(key);
  }
  const taken = new Set(known.map(({ key }) => key));
  return found.map((gap, index) => ({ ...gap, key: keys.get(index) ?? freeKey(gap.key, taken) }));
}

function subjectOf({ kind, subject }: KnownGap): string {
  return `${kind} ${subject}`;
}

function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted;
  for (let number = 2; taken.has(key); number++) key = `${wanted} ${number}`;
  taken.add(key);
  return key;
}
