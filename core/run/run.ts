import { chain, type MaybePromise } from "../base/maybe-promise.ts";
import type { Fields } from "../tables/field.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem, say, type WordKey } from "../words/message.ts";
import type { Edit } from "../workbook/edits.ts";
import type { Host } from "../workbook/host.ts";
import type { Patch } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { SCHEMA_VERSION, type State } from "../workbook/state.ts";
import type { Command, Context, Decision, InputOf, Item, Reads } from "./command.ts";
import { finished } from "./finished.ts";
import { invert } from "./invert.ts";
import { logRow } from "./log-row.ts";
import { type Lowered, lowerPatch } from "./lower-patch.ts";
import { type AtOnce, mannerOf } from "./manner.ts";
import { cancelled, changesIn, hashOf, newBookId, type Outcome, refused, settled } from "./outcome.ts";
import { readCommandInput } from "./read-input.ts";
import { CANCELLED, readWatched } from "./read-snapshot.ts";
import type { Undo } from "./undo-data.ts";
import { DECIDED, hostWatch, step, type Watch } from "./watch.ts";

/** Settings and the calendar decide on everything; the Log is written to by everything. */
const ALWAYS = ["settings", "companyCalendar", "log"] as const;

export interface RunOptions {
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  /** The hash of a preview: where something else would be done by now, nothing is. */
  readonly expecting?: string;
  readonly watch?: Watch;
  /** Whether this workbook is to be written all at once; hosts that write no other way are not asked. */
  readonly atOnce?: AtOnce;
}

/** Another's change between reading and writing is met by deciding again on fresh data, this often. */
const ATTEMPTS = 3;

/**
 * Runs a command: reads once, decides, writes once. Wrong input and a workbook of a newer Concord
 * are refused with a problem before anything is read or written.
 */
export function run<F extends Fields>(
  host: Host,
  command: Command<F>,
  given: Readonly<Record<string, unknown>>,
  context: Context,
  options: RunOptions = {},
): MaybePromise<Outcome> {
  const input = readCommandInput(command as unknown as Command, given, context.language);
  if (input.problems.length > 0) return refused(input.problems);
  const begin = () => attempt(host, bound(command, input.values as InputOf<F>, input.items), context, options, ATTEMPTS);
  return options.dryRun ? begin() : finished(host, begin);
}

/** A command together with its input. */
interface Bound {
  readonly id: string;
  readonly title: WordKey;
  readonly reads: (state: State, context: Context) => Reads;
  readonly decide: (snapshot: Snapshot, context: Context) => Decision;
}

function bound<F extends Fields>(command: Command<F>, input: InputOf<F>, items: readonly Item[]): Bound {
  return {
    id: command.id,
    title: command.title,
    reads: (state, context) => command.reads(input, state, context),
    decide: (snapshot, context) => command.decide(snapshot, input, context, items),
  };
}

function attempt(host: Host, command: Bound, context: Context, options: RunOptions, left: number): MaybePromise<Outcome> {
  const { watch, expecting, dryRun = false } = options;
  const reads = (state: State): Reads => {
    const own = command.reads(state, context);
    return { ...own, tables: [...own.tables, ...ALWAYS] };
  };
  return chain(readWatched(host, reads, context.language, watch), (snapshot): MaybePromise<Outcome> => {
    if (snapshot === CANCELLED) return cancelled(false);
    const schema = Number(snapshot.state.get("book", "schema") ?? SCHEMA_VERSION);
    if (schema > SCHEMA_VERSION) return refused([problem("error", "workbook-newer", { schema, known: SCHEMA_VERSION })], snapshot);
    const decision = command.decide(snapshot, context);
    const keyless = withoutKeys(snapshot, decision.patch);
    if (keyless.length > 0) return refused([...keyless, ...decision.problems], snapshot);
    const target = { language: snapshot.language, bookId: newBookId(context) };
    const lowered = lowerPatch(snapshot, decision.patch, target);
    const done: Outcome = {
      report: decision.report,
      problems: decision.problems,
      changes: changesIn(lowered.preview),
      preview: lowered.preview,
      edits: lowered.edits.length,
      hash: hashOf(lowered.edits, target.bookId),
      isOutdated: false,
      ...(decision.files ? { files: decision.files } : {}),
      snapshot,
    };
    step(watch, DECIDED);
    if (dryRun) return done;
    if (expecting !== undefined && expecting !== done.hash) return { ...done, isOutdated: true };
    if (lowered.edits.length === 0) return done;
    if (watch?.isCancelled) return cancelled(false);
    const logged = lowered.preview.length === 0 ? lowered : withLog(snapshot, command, decision, lowered, context);
    return chain(host.apply(logged.edits, watch && hostWatch(watch), mannerOf(snapshot, options.atOnce)), (receipt) => {
      if (receipt.stale.length > 0 && left > 1) return attempt(host, command, context, options, left - 1);
      const made = { command: command.title, log: logged.log };
      if (receipt.cancelled === "before") return cancelled(false);
      if (receipt.cancelled === "midway") return calledOff(snapshot, logged.edits, receipt.applied, made);
      return settled(withUndo(done, lowered.preview.length === 0 ? undefined : invert(snapshot, logged.edits, made)), receipt);
    });
  });
}

/** The patch with its row of the Log, lowered together: both may want rows, columns and notes of the same sheets. */
function withLog(
  snapshot: Snapshot,
  { id, title }: Bound,
  { patch, report }: Decision,
  { edits, preview }: Lowered,
  context: Context,
): Lowered {
  const { language } = snapshot;
  const note = report.map(({ code, params }) => say(language, code, params)).join(" ");
  const sheets = preview.map(({ at }) => at.sheet);
  const row = logRow({ id, command: say(language, title), edits, sheets, changes: changesIn(preview), note }, context);
  return lowerPatch(snapshot, [...patch, ...row], { language, bookId: newBookId(context) });
}

/** What was written by then can be taken back, too: of the edit that it stopped in, what is there. */
function calledOff(snapshot: Snapshot, edits: readonly Edit[], applied: number, made: Parameters<typeof invert>[2]): Outcome {
  const next = edits[applied];
  const written = edits.slice(0, next?.kind === "cells" ? applied + 1 : applied);
  return withUndo(cancelled(true), invert(snapshot, written, made));
}

function withUndo(outcome: Outcome, undo: Undo | undefined): Outcome {
  return undo ? { ...outcome, undo } : outcome;
}

/** Rows cannot be told apart where the column of their numbers is gone: numbering them anew would break every reference. */
function withoutKeys(snapshot: Snapshot, patch: Patch): Problem[] {
  return patch.flatMap((change) => {
    const place = change.kind === "rows" && change.rows.length > 0 ? snapshot.places.get(change.table) : undefined;
    if (change.kind !== "rows" || !place) return [];
    const table = tableOf(change.table);
    return table.key
      .filter((field) => place.lost.includes(field))
      .map((field) => {
        const named = table.fields[field];
        const params = { field: named ? nameIn(snapshot.language, named) : field, table: nameIn(snapshot.language, table) };
        return problem("error", "heading-lost", params, { sheet: place.sheet, row: place.headRow, column: place.column });
      });
  });
}
