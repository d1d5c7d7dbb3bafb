import { Numbers } from "../register/numbers.ts";
import type { Context, Decision } from "../run/command.ts";
import type { RowOf, Value } from "../tables/field.ts";
import type { Tables } from "../tables/tables.ts";
import { message, type Problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Change, Patch, RowChange } from "../workbook/patch.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { type Cause, eventsBetween, responsibleOf, type Seen } from "./events.ts";
import { type HistoryEvent, histories, historyChanges } from "./history.ts";
import { type TrackedTable, trackedTables } from "./live-columns.ts";
import { settledParents } from "./parents.ts";
import { assignment, type HandProblem, upkeepOf } from "./upkeep.ts";

/** A register with everything taken over that people did in its sheets. */
export interface Tended {
  readonly snapshot: Snapshot;
  readonly rows: ReadonlyMap<TrackedTable, readonly RowChange[]>;
  readonly events: readonly HistoryEvent[];
  readonly problems: readonly HandProblem[];
  /** Rows that got a number. */
  readonly numbered: number;
  readonly numbers: Numbers;
}

/** The cause of what a command itself does. */
export function causeIn(context: Context, more: Partial<Cause> = {}): Cause {
  return { on: context.today, by: context.user.name, how: "pane", meeting: "", ...more };
}

/** What hand edits come to: as good as what commands do, so every command that tracks begins with them. */
export function tend(snapshot: Snapshot, context: Context): Tended {
  const numbers = new Numbers(snapshot);
  const cause = causeIn(context, { how: "sheet" });
  const known = histories(snapshot);
  const found = trackedTables.map((table) => ({ table, ...upkeepOf(snapshot, table, { cause, numbers, histories: known }) }));
  return {
    snapshot: afterPatch(
      snapshot,
      found.map(({ table, rows }): Change => ({ kind: "rows", table, rows })),
    ),
    rows: new Map(found.map(({ table, rows }) => [table, rows])),
    events: found.flatMap(({ events }) => events),
    problems: found.flatMap(({ problems }) => problems),
    numbered: found.reduce((sum, part) => sum + part.numbered, 0),
    numbers,
  };
}

/**
 * Lets a command decide on a register that is up to date with its sheets, and keeps the history of what
 * it does. The command has to read `actions`, `resolutions` and `history`, as far as the workbook has them.
 */
export function keepingTrack(snapshot: Snapshot, context: Context, cause: Cause, decide: (tended: Snapshot) => Decision): Decision {
  const tended = tend(snapshot, context);
  const decision = decide(tended.snapshot);
  const isRefused = decision.patch.length === 0 && decision.problems.some(({ severity }) => severity === "error");
  return isRefused ? decision : withHistory(snapshot, tended, decision, cause);
}

/** A decision on a tended register, with what was tended, the history of both, and what was split settled. */
export function withHistory(snapshot: Snapshot, tended: Tended, decision: Decision, cause: Cause): Decision {
  const { language } = snapshot;
  const events = [...tended.events];
  const own = changesOf(decision.patch);
  for (const change of own.values()) events.push(...eventsOf(tended.snapshot, change, cause, language));
  const standing = afterPatch(tended.snapshot, decision.patch);
  for (const { table, key, values } of settledParents(standing, cause.on)) {
    const row = rowByKey(standing, table, key);
    const change = { table, key, values: { ...own.get(idOf(table, key))?.values, ...values } };
    if (row) events.push(...eventsBetween(key, row.values, { ...row.values, ...values }, { ...cause, reason: "" }, language));
    own.set(idOf(table, key), change);
  }
  const begun = withBeginnings(snapshot, standing, events);
  const noticed = tended.events.length;
  return {
    ...decision,
    patch: [...rowsFirst(snapshot, tended, own, decision.patch, begun)],
    report: noticed === 0 ? decision.report : [...decision.report, message("typed-changes", { n: noticed })],
    problems: [...decision.problems, ...tended.problems.filter((found) => !isMended(found, own)).map(plainly)],
  };
}

/** What a command puts right is not said any more. */
function isMended({ item, mendedBy }: HandProblem, own: ReadonlyMap<string, Owned>): boolean {
  return trackedTables.some((table) => own.get(idOf(table, item))?.values[mendedBy] !== undefined);
}

function plainly({ item: _, mendedBy: __, ...found }: HandProblem): Problem {
  return found;
}

interface Owned extends RowChange {
  readonly table: TrackedTable;
}

function idOf(table: TrackedTable, key: string): string {
  return `${table} ${key}`;
}

function isTracked(table: string): table is TrackedTable {
  return trackedTables.some((tracked) => tracked === table);
}

/** What a patch changes in the tracked tables, a change for each row, with what is seen of it from now on. */
function changesOf(patch: Patch): Map<string, Owned> {
  const found = new Map<string, Owned>();
  for (const change of patch) {
    if (change.kind !== "rows" || !isTracked(change.table)) continue;
    for (const row of change.rows) {
      const id = idOf(change.table, row.key);
      found.set(id, { ...found.get(id), ...row, table: change.table, values: { ...found.get(id)?.values, ...row.values } });
    }
  }
  return found;
}

type Values = RowOf<Tables["actions"]>;

function eventsOf(tended: Snapshot, { table, key, values }: Owned, cause: Cause, language: Snapshot["language"]): HistoryEvent[] {
  const row = rowByKey(tended, table, key);
  if (!row) {
    const begun = { ...BLANK, ...values } as Values;
    const first = assignment(key, begun, cause);
    const since = eventsBetween(key, { ...begun, status: "assigned", progress: null }, begun, cause, language);
    return [first, ...since];
  }
  // A status that cannot be was not taken for seen.
  const before: Seen = { ...row.values, status: row.values.lastStatus || row.values.status };
  const after: Seen = { ...row.values, status: before.status, ...values };
  return eventsBetween(key, before, after, cause, language);
}

const BLANK = {
  status: "",
  due: null,
  owner: "",
  department: "",
  progress: null,
  doneOn: null,
  carried: null,
  postponed: null,
  result: "",
  evidence: "",
  reason: "",
  assignedOn: null,
} satisfies Seen;

/** An item whose history begins in the middle of its life is told from its beginning. */
function withBeginnings(snapshot: Snapshot, standing: Snapshot, events: readonly HistoryEvent[]): HistoryEvent[] {
  const known = histories(snapshot);
  const begun = new Set<string>();
  return events.flatMap((event) => {
    const isFirst = !begun.has(event.item) && !known.has(event.item) && event.event !== "assigned";
    begun.add(event.item);
    const row = rowByKey(standing, "actions", event.item) ?? rowByKey(standing, "resolutions", event.item);
    if (!isFirst || !row || row.values.assignedOn === null) return [event];
    const how = row.values.meeting === "" ? "sheet" : "minutes";
    const to = event.event === "reassigned" ? event.from : responsibleOf(row.values);
    const beginning = assignment(event.item, row.values, { on: event.on, by: "", how, meeting: row.values.meeting });
    return [{ ...beginning, to }, event];
  });
}

/** What is remembered of a row, so that a later hand edit is told from what a command did. */
function withSeen({ values }: RowChange, stands: Values | undefined): Record<string, Value> {
  const after = { ...BLANK, ...stands, ...values } as Values;
  const seen: Record<string, Value> = {};
  if (values.status !== undefined || !stands) seen.lastStatus = after.status;
  if (values.due !== undefined || !stands) seen.lastDue = after.due;
  if (values.owner !== undefined || values.department !== undefined || !stands) seen.lastOwner = responsibleOf(after);
  if (values.progress !== undefined || !stands) seen.lastProgress = after.progress;
  if ((stands?.firstDue ?? null) === null && after.due !== null && seen.lastDue !== undefined) seen.firstDue = values.firstDue ?? after.due;
  return seen;
}

/** The patch with one change for each tracked row, and the history before the first of them. */
function rowsFirst(
  snapshot: Snapshot,
  tended: Tended,
  own: ReadonlyMap<string, Owned>,
  patch: Patch,
  events: readonly HistoryEvent[],
): Change[] {
  const rows = new Map<TrackedTable, RowChange[]>(trackedTables.map((table) => [table, mergedRows(tended, own, table)]));
  const others: Change[] = [];
  let first: number | undefined;
  for (const change of patch) {
    if (change.kind !== "rows" || !isTracked(change.table)) {
      others.push(change);
      continue;
    }
    first ??= others.length;
    const merged = rows.get(change.table);
    if (merged && merged.length > 0) others.push({ kind: "rows", table: change.table, rows: merged });
    rows.delete(change.table);
  }
  const left = [...rows].flatMap(([table, merged]): Change[] => (merged.length > 0 ? [{ kind: "rows", table, rows: merged }] : []));
  const given = new Set(
    patch.flatMap((change) => (change.kind === "state" ? change.entries.map(({ kind, key }) => `${kind} ${key}`) : [])),
  );
  const numbers = tended.numbers.entries().filter(({ kind, key }) => !given.has(`${kind} ${key}`));
  const at = first ?? others.length;
  return [...others.slice(0, at), ...historyChanges(snapshot, events), ...left, ...others.slice(at), { kind: "state", entries: numbers }];
}

function mergedRows(tended: Tended, own: ReadonlyMap<string, Owned>, table: TrackedTable): RowChange[] {
  const merged = new Map<string, RowChange>((tended.rows.get(table) ?? []).map((row) => [row.key, row]));
  for (const { table: of, ...change } of own.values()) {
    if (of !== table) continue;
    const before = merged.get(change.key);
    const stands = rowsOf(tended.snapshot, table).length > 0 ? rowByKey(tended.snapshot, table, change.key)?.values : undefined;
    const values = { ...before?.values, ...change.values, ...withSeen(change, stands as Values | undefined) };
    merged.set(change.key, { ...before, ...change, values });
  }
  return [...merged.values()];
}
