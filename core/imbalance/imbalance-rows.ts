import { findGaps } from "../balance/gaps.ts";
import type { Gap, Imbalance } from "../balance/imbalance.ts";
import { type KnownGap, keepKeys } from "../balance/imbalance-keys.ts";
import type { Study } from "../balance/study.ts";
import type { Day } from "../base/plain-date.ts";
import type { Code } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";
import type { Language } from "../words/language.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { saySuggestion, sayWhy } from "./say-imbalance.ts";

/** The imbalances that the register knows, so that what is found again keeps its key. */
export function knownGaps(snapshot: Snapshot): KnownGap[] {
  return rowsOf(snapshot, "imbalances").flatMap(({ key, values }): KnownGap[] => {
    const { kind, subject, from, to } = values;
    return key === "" || kind === "" ? [] : [{ key, kind: kind as Code<"imbalanceKind">, subject, from, to }];
  });
}

/** What is out of balance now, under the keys of the register. */
export function gapsNow(snapshot: Snapshot, study: Study): Gap[] {
  return keepKeys(findGaps(study.balance), knownGaps(snapshot), study.prepared.data.periods);
}

/**
 * The rows of the register that say what is out of balance now. Who looks after one, and what was decided of it, stays;
 * one that is gone is marked as resolved, and one that comes back is open again. It counts as seen once a day.
 */
export function imbalanceRows(snapshot: Snapshot, found: readonly Imbalance[], today: Day): RowChange[] {
  const keys = new Set(found.map(({ key }) => key));
  const gone = rowsOf(snapshot, "imbalances").filter(
    ({ key, values }) => key !== "" && values.kind !== "" && !keys.has(key) && values.status !== "resolved" && values.lastSeen !== null,
  );
  return [
    ...found.map((each) => rowOf(each, standing(snapshot, each.key), today, snapshot.language)),
    ...gone.map(({ key }): RowChange => ({ key, values: { status: "resolved" } })),
  ].filter(({ values }) => Object.keys(values).length > 0);
}

function standing(snapshot: Snapshot, key: string): TableRow<"imbalances"> | undefined {
  return rowsOf(snapshot, "imbalances").find((row) => row.key === key);
}

function rowOf(found: Imbalance, row: TableRow<"imbalances"> | undefined, today: Day, language: Language): RowChange {
  const { key, kind, subject, from, to, amount, unit } = found;
  const best = found.suggestions[0];
  const isAgain = row !== undefined && row.values.lastSeen !== null && row.values.lastSeen < today;
  const wanted: Record<string, Value> = {
    kind,
    subject,
    from,
    to,
    amount,
    unit,
    why: sayWhy(found, language),
    suggestion: best ? saySuggestion(best, language) : "",
    firstSeen: row?.values.firstSeen ?? today,
    lastSeen: today,
    timesSeen: row ? (row.values.timesSeen ?? 0) + (isAgain || row.values.lastSeen === null ? 1 : 0) : 1,
    status: row === undefined || row.values.status === "" || row.values.status === "resolved" ? "open" : row.values.status,
  };
  if (!row) return { key, values: { no: key, ...wanted } };
  const stands = row.values as Readonly<Record<string, Value>>;
  return { key, values: Object.fromEntries(Object.entries(wanted).filter(([field, value]) => (stands[field] ?? null) !== value)) };
}
