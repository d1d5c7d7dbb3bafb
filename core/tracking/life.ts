import type { CellPlace } from "../base/place.ts";
import { type Day, toIso } from "../base/plain-date.ts";
import { LONGEST_CELL } from "../resolution/soundness.ts";
import type { Context, Decision, Reads } from "../run/command.ts";
import { key, type Value } from "../tables/field.ts";
import type { Language } from "../words/language.ts";
import { message, type Problem, problem, say, type WordKey } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import type { Cause } from "./events.ts";
import { causeIn, keepingTrack } from "./keep-track.ts";
import type { TrackedTable } from "./live-columns.ts";
import { trackingDocuments, withTracking } from "./with-tracking.ts";

/** One item or several, by their numbers. */
export const itemNumbers = key("事项编号", "Item nos.", { required: true });

/** What a step in the life of an item is decided on. */
export const lifeReads: Reads = {
  tables: ["resolutions", "actions", "history", "meetings", "people", "departments"],
  documents: trackingDocuments,
};

/** A resolution that is tracked itself, or an action, in the middle of its life. */
export interface LivingItem {
  readonly table: TrackedTable;
  readonly row: TableRow<"actions"> | TableRow<"resolutions">;
  /** The last status that could be; what was typed after it may be impossible. */
  readonly status: string;
  readonly at: (field: string) => CellPlace;
}

/** What a step changes; nothing where it was taken already. */
export interface Step {
  readonly values: Readonly<Record<string, Value>>;
  readonly problems?: readonly Problem[];
}

interface Steps {
  readonly items: string;
  readonly cause?: Partial<Cause>;
  readonly done: WordKey;
  readonly decide: (item: LivingItem, snapshot: Snapshot) => Step | Problem;
}

/** Takes one step with each item: what can be done is done, of the others it is said why not. */
export function takeSteps(register: Snapshot, context: Context, { items, cause, done, decide }: Steps): Decision {
  const decision = keepingTrack(register, context, causeIn(context, cause), (snapshot): Decision => {
    const problems: Problem[] = [];
    const rows = new Map<TrackedTable, RowChange[]>();
    const stepped: string[] = [];
    const taken: string[] = [];
    for (const no of numbersIn(items)) {
      const item = livingItem(snapshot, no);
      if ("code" in item) {
        problems.push(item);
        continue;
      }
      const step = decide(item, snapshot);
      if ("code" in step) {
        problems.push(step);
        continue;
      }
      problems.push(...(step.problems ?? []));
      const isTaken = Object.keys(step.values).length === 0;
      (isTaken ? taken : stepped).push(no);
      if (!isTaken) rows.set(item.table, [...(rows.get(item.table) ?? []), { key: no, values: step.values }]);
    }
    const comma = snapshot.language === "en" ? ", " : "、";
    return {
      patch: stepped.length + taken.length === 0 ? [] : [...rows].map(([table, own]): Change => ({ kind: "rows", table, rows: own })),
      report: [
        ...(stepped.length > 0 ? [message(done, { n: stepped.length, items: stepped.join(comma) })] : []),
        ...(taken.length > 0 ? [message("step-taken", { items: taken.join(comma) })] : []),
      ],
      problems,
    };
  });
  // What was taken already may have been cut off before the lights and the summary followed it.
  const isRefused = decision.patch.length === 0 && decision.report.length === 0;
  return isRefused ? decision : { ...decision, patch: withTracking(register, decision.patch, context) };
}

function numbersIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter((no) => no !== ""))];
}

/** The item of a number. A resolution that is split may be given more parts. */
export function livingItem(snapshot: Snapshot, no: string, maySplit = false): LivingItem | Problem {
  const row = rowByKey(snapshot, "actions", no) ?? rowByKey(snapshot, "resolutions", no);
  const table = row && "kind" in row.values ? "resolutions" : "actions";
  const data = tableIn(snapshot, table);
  if (row && data) {
    const at = (field: string): CellPlace => cellOf(data, row, field);
    const hasParts = rowsOf(snapshot, "actions").some(({ key: other, values }) => values.resolution === no && other !== no);
    if (hasParts && !(maySplit && table === "resolutions")) return problem("error", "item-split", { item: no }, at("status"));
    if ("kind" in row.values && row.values.kind === "undecided") return problem("error", "item-undecided", { item: no }, at("kind"));
    return { table, row, status: row.values.lastStatus || row.values.status, at };
  }
  return problem("error", "item-unknown", { no });
}

/** What was typed and cannot be is mended by a step that says what is; a status that was typed too early is taken for seen. */
export function stepTo(item: LivingItem, values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const stands = item.row.values as Readonly<Record<string, Value>>;
  const isStep = ([field, value]: [string, Value]): boolean =>
    (stands[field] ?? null) !== value || (field === "status" && value !== item.status);
  return Object.fromEntries(Object.entries(values).filter(isStep));
}

/** What is closed has to be opened again first. */
export function closedProblem(item: LivingItem): Problem {
  return problem("error", "item-closed", { item: item.row.key }, item.at("status"));
}

/** A day that is still to come cannot be told of. */
export function dayToCome(item: LivingItem, on: Day, today: Day): Problem | undefined {
  return on > today ? problem("error", "day-to-come", { item: item.row.key, date: toIso(on) }) : undefined;
}

/**
 * What stands in the result of an item with a note below it, with its day, so that nothing is written over.
 * @example an item without any, `已下单` on 2026-11-26: `11-26 已下单`
 */
export function noted(item: LivingItem, note: string, on: Day, language: Language): string | Problem {
  const before = item.row.values.result;
  const line = say(language, "dated-note", { date: toIso(on).slice(5), note });
  if (note === "" || before === line || before.endsWith(`\n${line}`)) return before;
  const after = before === "" ? line : `${before}\n${line}`;
  if (after.length <= LONGEST_CELL) return after;
  return problem("error", "cell-too-long", { item: item.row.key, length: after.length, longest: LONGEST_CELL }, item.at("result"));
}
