import { type Day, toIso } from "../base/plain-date.ts";
import type { Numbers } from "../register/numbers.ts";
import type { Value } from "../tables/field.ts";
import { tableOf } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import { type Problem, problem, say } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { cellOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { type Cause, eventsBetween, responsibleOf, type Seen } from "./events.ts";
import { handEdits } from "./hand-edits.ts";
import type { HistoryEvent, HistoryRow } from "./history.ts";
import { isClosed } from "./light.ts";
import type { TrackedTable } from "./live-columns.ts";

/** What is wrong with a row that somebody typed in, and the field that a command changes where it mends it. */
export interface HandProblem extends Problem {
  readonly item: string;
  readonly mendedBy: string;
}

export interface Upkeep {
  readonly rows: readonly RowChange[];
  /** What people did in the sheet since it was last looked at. */
  readonly events: readonly HistoryEvent[];
  readonly problems: readonly HandProblem[];
  /** Rows that were typed by hand and got a number. */
  readonly numbered: number;
}

interface UpkeepOptions {
  readonly cause: Cause;
  readonly numbers: Numbers;
  readonly histories: ReadonlyMap<string, readonly HistoryRow[]>;
}

/**
 * What hand edits left to do in a tracked table: rows without a number get one, dates typed as text
 * become dates, oddly spelled words those of the list, and what was changed is followed and remembered.
 */
export function upkeepOf(snapshot: Snapshot, id: TrackedTable, options: UpkeepOptions): Upkeep {
  const table = tableIn(snapshot, id);
  const rows: RowChange[] = [];
  const events: HistoryEvent[] = [];
  const problems: HandProblem[] = [];
  let numbered = 0;
  for (const row of table?.rows ?? []) {
    const isSecond = row.key !== "" && table?.byKey.get(row.key) !== row;
    const isNew = row.key === "" || isSecond;
    if (!table || (isNew && row.values.task === "")) continue;
    const values: Record<string, Value> = plainly(id, row);
    let key = row.key;
    if (isNew) {
      key = options.numbers.below(row.values.meeting || `X-${toIso(options.cause.on)}`, id === "actions" ? "A" : "R");
      Object.assign(values, begun(row, key, options.cause.on));
      numbered++;
    }
    const standing = { ...row, key, values: { ...row.values, ...values } } as TableRow<TrackedTable>;
    const told = options.histories.get(key) ?? [];
    const finishedOn = lastFinish(told);
    const reason = newReason(standing.values, told, snapshot.language);
    const edits = handEdits(standing, { today: options.cause.on, language: snapshot.language, finishedOn, reason });
    Object.assign(values, edits.values);
    for (const { severity, code, params, field, mendedBy } of edits.problems)
      problems.push({ ...problem(severity, code, params, cellOf(table, row, field)), item: key, mendedBy });
    events.push(...happened(standing, edits.values, { finishedOn, reason, isNew }, options.cause, snapshot));
    if (Object.keys(values).length > 0) rows.push({ key, values, row: row.row });
  }
  return { rows, events, problems, numbered };
}

/** A row that somebody typed. What was typed and cannot be read is left for the person to correct. */
function begun(row: TableRow<TrackedTable>, no: string, today: Day): Record<string, Value> {
  return {
    no,
    ...(row.values.status === "" && !("status" in row.raw) ? { status: "assigned" } : {}),
    ...(row.values.assignedOn === null && !("assignedOn" in row.raw) ? { assignedOn: today } : {}),
  };
}

/** What could be read but live formulas cannot see: dates that stand as text, words spelled in another way. */
function plainly(id: TrackedTable, row: TableRow<TrackedTable>): Record<string, Value> {
  const fields = tableOf(id).fields;
  const values = row.values as Readonly<Record<string, Value>>;
  return Object.fromEntries(
    Object.keys(row.raw).flatMap((field): [string, Value][] => {
      const value = values[field];
      const type = fields[field]?.type;
      const isRead = type === "date" ? typeof value === "number" : typeof type === "object" && value !== "";
      return isRead && value !== undefined ? [[field, value]] : [];
    }),
  );
}

function lastFinish(rows: readonly HistoryRow[]): Day | undefined {
  return rows.filter(({ values }) => values.event === "done").at(-1)?.values.on ?? undefined;
}

/**
 * The reason in a row where it is a new one; `""` where an event of its history was explained by it
 * already. An event that stands there although the row does not say so yet, since the last run was cut
 * off, is the one that is about to be told.
 */
function newReason(
  { reason, lastDue, lastStatus }: TableRow<TrackedTable>["values"],
  told: readonly HistoryRow[],
  language: Language,
): string {
  if (reason === "") return "";
  const events = told.map(({ values }) => values.event);
  const last = (...of: readonly string[]): number => Math.max(...of.map((event) => events.lastIndexOf(event as (typeof events)[number])));
  const begun = new Set<number>();
  if (told[last("postponed")]?.values.to !== (lastDue === null ? "" : toIso(lastDue))) begun.add(last("postponed"));
  if (lastStatus !== "cancelled" && last("cancelled") > last("reopened")) begun.add(last("cancelled"));
  if (isClosed(lastStatus) && last("reopened") > last("done", "verified", "cancelled")) begun.add(last("reopened"));
  const more = `${reason}${say(language, "reason-join")}`;
  const isTold = told.some(
    ({ values }, index) => EXPLAINED.has(values.event) && !begun.has(index) && (values.reason === reason || values.reason.startsWith(more)),
  );
  return isTold ? "" : reason;
}

/** Events that the reason in a row explains. */
const EXPLAINED: ReadonlySet<string> = new Set(["postponed", "cancelled", "reopened"]);

/** Nobody knows the history of a row that is seen for the first time: it begins there. */
function happened(
  row: TableRow<TrackedTable>,
  seen: Readonly<Record<string, Value>>,
  { finishedOn, reason, isNew }: { readonly finishedOn: Day | undefined; readonly reason: string; readonly isNew: boolean },
  cause: Cause,
  snapshot: Snapshot,
): HistoryEvent[] {
  const { values } = row;
  if (isNew) return [assignment(row.key, values, cause)];
  if (values.lastStatus === "") return [];
  const progress = (seen.lastProgress ?? values.lastProgress) as number | null;
  const after: Seen = { ...values, ...seen, status: String(seen.lastStatus ?? values.lastStatus), reason, progress };
  const before: Seen = {
    ...values,
    status: values.lastStatus,
    due: values.lastDue,
    owner: values.lastOwner,
    department: "",
    progress: values.lastProgress,
    doneOn: finishedOn ?? after.doneOn,
  };
  return eventsBetween(row.key, before, after, cause, snapshot.language);
}

/** How an item begins. */
export function assignment(item: string, values: Seen, cause: Cause): HistoryEvent {
  const { by, how, meeting } = cause;
  const on = values.assignedOn ?? cause.on;
  return { item, on, event: "assigned", from: "", to: responsibleOf(values), reason: "", approvedBy: "", by, how, meeting };
}
