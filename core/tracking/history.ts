import type { Day } from "../base/plain-date.ts";
import type { Code } from "../tables/choices.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

/** Something that happened to a resolution or an action. Each event changes something: no two in a row say the same. */
export interface HistoryEvent {
  /** The number of the resolution or action. */
  readonly item: string;
  /** The day that it counts for. */
  readonly on: Day;
  readonly event: Code<"historyEvent">;
  /** What was before and after, as a person reads it; `""` where there is nothing to tell. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** Who did it, or noticed it where it was typed in a sheet. */
  readonly by: string;
  readonly how: Code<"historySource">;
  /** The meeting at which it happened; `""` in between. */
  readonly meeting: string;
}

export type HistoryRow = TableRow<"history">;

/** The history of every item that has one, the first event first, whatever the order of the sheet. */
export function histories(snapshot: Snapshot): ReadonlyMap<string, readonly HistoryRow[]> {
  const found = new Map<string, HistoryRow[]>();
  for (const row of rowsOf(snapshot, "history")) {
    if (orderIn(row) === 0) continue;
    const rows = found.get(row.values.item);
    if (rows) rows.push(row);
    else found.set(row.values.item, [row]);
  }
  for (const rows of found.values()) rows.sort((a, b) => orderIn(a) - orderIn(b));
  return found;
}

/** The place of a row in its item's history, from its number: `CX-2026-W47-1-A3-H2` is the second. 0 where it tells none. */
function orderIn({ key, values }: HistoryRow): number {
  const before = `${values.item}-H`;
  return values.item !== "" && key.startsWith(before) ? Number(/^\d+$/.exec(key.slice(before.length))?.[0] ?? 0) : 0;
}

/**
 * Rows for events, numbered below their items. They are written before what they tell of: cut off in
 * between, running again meets the same events at the end of the history, and goes on from there.
 * The command has to read the table `history`.
 */
export function historyChanges(snapshot: Snapshot, events: readonly HistoryEvent[]): Change[] {
  if (events.length === 0) return [];
  const known = histories(snapshot);
  const byItem = new Map<string, HistoryEvent[]>();
  for (const event of events) byItem.set(event.item, [...(byItem.get(event.item) ?? []), event]);
  const rows = [...byItem].flatMap(([item, fresh]) => numbered(item, fresh, known.get(item) ?? []));
  return [
    { kind: "table", table: "history" },
    { kind: "rows", table: "history", rows },
  ];
}

function numbered(item: string, fresh: readonly HistoryEvent[], before: readonly HistoryRow[]): RowChange[] {
  const last = before.at(-1);
  const start = last ? orderIn(last) : 0;
  return fresh.slice(metAlready(fresh, before)).map((event, index): RowChange => {
    const no = `${item}-H${start + index + 1}`;
    return { key: no, values: { no, ...event } };
  });
}

/** How many of the events, from the first, are what the history ends with. */
function metAlready(fresh: readonly HistoryEvent[], before: readonly HistoryRow[]): number {
  for (let count = Math.min(fresh.length, before.length); count > 0; count--) {
    const end = before.slice(-count);
    if (end.every((row, index) => isSame(row, fresh[index]))) return count;
  }
  return 0;
}

function isSame({ values }: HistoryRow, event: HistoryEvent | undefined): boolean {
  return event !== undefined && SAID.every((field) => values[field] === event[field]);
}

/** Who wrote it down, and when, may be another the second time. */
const SAID = ["event", "from", "to", "reason", "meeting"] as const;
