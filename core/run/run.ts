import { hashText } from "../base/hash.ts";
import { chain, type MaybePromise } from "../base/maybe-promise.ts";
import { toIso } from "../base/plain-date.ts";
import type { Fields } from "../tables/field.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Message, type Problem, problem, say, type WordKey } from "../words/message.ts";
import type { Host, Receipt } from "../workbook/host.ts";
import type { Patch } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { SCHEMA_VERSION, type State } from "../workbook/state.ts";
import type { Command, Context, Decision, InputOf, Item, Reads } from "./command.ts";
import type { PreviewLine } from "./draft.ts";
import { type Lowered, lowerPatch } from "./lower-patch.ts";
import { readCommandInput } from "./read-input.ts";
import { readSnapshot } from "./read-snapshot.ts";

export interface Outcome {
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
  /** What really changed: sheets made, rows added, cells changed. Concord's own notes do not count. */
  readonly changes: number;
  readonly preview: readonly PreviewLine[];
  /** How many edits the host made, or would make; none where there was nothing to do. */
  readonly edits: number;
  readonly snapshot: Snapshot | undefined;
}

/** Settings and the calendar decide on everything; the Log is written to by everything. */
const ALWAYS = ["settings", "companyCalendar", "log"] as const;

export interface RunOptions {
  /** Only says what would be done. */
  readonly dryRun?: boolean;
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
  return attempt(host, bound(command, input.values as InputOf<F>, input.items), context, options, ATTEMPTS);
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
  return chain(
    readSnapshot(
      host,
      (state) => {
        const reads = command.reads(state, context);
        return { ...reads, tables: [...reads.tables, ...ALWAYS] };
      },
      context.language,
    ),
    (snapshot) => {
      const schema = Number(snapshot.state.get("book", "schema") ?? SCHEMA_VERSION);
      if (schema > SCHEMA_VERSION) return refused([problem("error", "workbook-newer", { schema, known: SCHEMA_VERSION })], snapshot);
      const decision = command.decide(snapshot, context);
      const keyless = withoutKeys(snapshot, decision.patch);
      if (keyless.length > 0) return refused([...keyless, ...decision.problems], snapshot);
      const target = { language: snapshot.language, bookId: bookId(context) };
      const lowered = lowerPatch(snapshot, decision.patch, target);
      const done = {
        report: decision.report,
        problems: decision.problems,
        changes: lowered.preview.length,
        preview: lowered.preview,
        edits: lowered.edits.length,
        snapshot,
      };
      if (options.dryRun || lowered.edits.length === 0) return done;
      const logged =
        lowered.preview.length === 0
          ? lowered
          : lowerPatch(snapshot, [...decision.patch, ...logPatch(snapshot, command, decision, lowered, context)], target);
      return chain(host.apply(logged.edits), (receipt) => {
        if (receipt.stale.length > 0 && left > 1) return attempt(host, command, context, options, left - 1);
        return settled(done, receipt);
      });
    },
  );
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

/** One row of the Log for a command that changed something, written last. */
function logPatch(snapshot: Snapshot, command: Bound, decision: Decision, lowered: Lowered, context: Context): Patch {
  const key = `${command.id}-${hashText(JSON.stringify([lowered.edits, toIso(context.today), context.now]))}`;
  return [
    { kind: "table", table: "log" },
    {
      kind: "rows",
      table: "log",
      rows: [
        {
          key,
          values: {
            no: key,
            date: context.today,
            time: context.now,
            user: context.user.name,
            command: say(snapshot.language, command.title),
            subject: [...new Set(lowered.preview.map((line) => line.at.sheet))].slice(0, 3).join(" · "),
            changes: lowered.preview.length,
            note: decision.report
              .map((line) => say(snapshot.language, line.code, line.params))
              .join(" ")
              .slice(0, 500),
          },
        },
      ],
    },
  ];
}

function bookId(context: Context): string {
  return hashText(JSON.stringify([toIso(context.today), context.now, context.user.name]));
}

/** What a host refused, or a cell that another keeps changing, means that nothing was done. */
function settled(done: Outcome, receipt: Receipt): Outcome {
  const failures: Problem[] = [];
  if (receipt.refused) failures.push(problem("error", receipt.refused.code as Problem["code"], receipt.refused.params));
  const stale = receipt.stale[0];
  if (stale) failures.push(problem("error", "changed-meanwhile", {}, stale));
  return failures.length === 0
    ? done
    : { ...done, report: [], problems: [...failures, ...done.problems], changes: 0, preview: [], edits: 0 };
}

function refused(problems: readonly Problem[], snapshot?: Snapshot): Outcome {
  return { report: [], problems, changes: 0, preview: [], edits: 0, snapshot };
}
