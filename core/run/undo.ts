import { chain, type MaybePromise } from "../base/maybe-promise.ts";
import { message, say } from "../words/message.ts";
import type { Edit } from "../workbook/edits.ts";
import type { Host } from "../workbook/host.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { sheetsOf, standingOf } from "./changed-since.ts";
import type { Context, Reads } from "./command.ts";
import { finished } from "./finished.ts";
import { logRow } from "./log-row.ts";
import { lowerPatch } from "./lower-patch.ts";
import { mannerOf } from "./manner.ts";
import { cancelled, hashOf, newBookId, type Outcome, refused, settled } from "./outcome.ts";
import { CANCELLED, readWatched } from "./read-snapshot.ts";
import type { RunOptions } from "./run.ts";
import { countOf, takeBack } from "./take-back.ts";
import type { Undo } from "./undo-data.ts";
import { DECIDED, hostWatch, step } from "./watch.ts";

/** Another's change between reading and writing is met by looking again, this often. */
const ATTEMPTS = 3;

/**
 * Takes a command back. Refused, with the cells, where what it wrote was changed since: then nothing
 * changes. The Log keeps its row of the command, and gets one that says it was undone.
 */
export function undo(host: Host, taken: Undo, context: Context, options: UndoOptions = {}): MaybePromise<Outcome> {
  return finished(host, () => attempt(host, taken, context, options, ATTEMPTS));
}

type UndoOptions = Pick<RunOptions, "watch" | "atOnce">;

function attempt(host: Host, taken: Undo, context: Context, options: UndoOptions, left: number): MaybePromise<Outcome> {
  const { watch, atOnce } = options;
  // Settings say how to write, and nothing else here: they are read where somebody asks.
  const tables: Reads["tables"] = atOnce ? ["log", "settings"] : ["log"];
  const reads = { tables, documents: [], sheets: sheetsOf(taken) };
  return chain(
    readWatched(host, () => reads, context.language, watch),
    (snapshot): MaybePromise<Outcome> => {
      if (snapshot === CANCELLED) return cancelled(false);
      const { problems, cells } = standingOf(snapshot, taken);
      if (problems.length > 0) return refused(problems, snapshot);
      const changes = countOf(taken, cells);
      const edits = takeBack(snapshot, taken, cells);
      const removals = taken.made.map((sheet): Edit => ({ kind: "removeSheet", sheet }));
      const logged = logOf(snapshot, taken, edits, changes, context);
      const all = [...edits, ...logged, ...removals];
      step(watch, DECIDED);
      if (watch?.isCancelled) return cancelled(false);
      const done: Outcome = {
        report: [message("undone", { command: say(context.language, taken.command), n: changes })],
        problems: [],
        changes,
        preview: [],
        edits: all.length,
        hash: hashOf(all, newBookId(context)),
        isOutdated: false,
        snapshot,
      };
      return chain(host.apply(all, watch && hostWatch(watch), mannerOf(snapshot, atOnce)), (receipt) => {
        if (receipt.stale.length > 0 && left > 1) return attempt(host, taken, context, options, left - 1);
        return receipt.cancelled ? cancelled(receipt.cancelled === "midway") : settled(done, receipt);
      });
    },
  );
}

function logOf(snapshot: Snapshot, taken: Undo, edits: readonly Edit[], changes: number, context: Context): readonly Edit[] {
  const { language } = snapshot;
  const row = logRow(
    {
      id: "undo",
      command: say(language, "undo-of", { command: say(language, taken.command) }),
      edits,
      sheets: sheetsOf(taken),
      changes,
      note: "",
    },
    context,
  );
  return lowerPatch(snapshot, row, { language, bookId: newBookId(context) }).edits;
}
