import {
  type Context,
  type Host,
  type MaybePromise,
  type Problem,
  problem,
  type RunOptions,
  see,
  type Undo,
  views,
  type Watch,
} from "../core/index.ts";
import { answerOf, type Done, failed } from "./answer-of.ts";
import type { Runner } from "./runner.ts";

interface LocalOptions {
  readonly host: Host;
  readonly contextNow: () => Context;
  /** An error of the host that a person can do something about; nothing for a bug. */
  readonly troubleOf?: (error: unknown) => Problem | null;
  /** Waits so many milliseconds. */
  readonly delay?: (milliseconds: number) => Promise<void>;
}

/** How often it looks whether the cell is still being edited. */
const LOOK_AGAIN = 1000;

/** Loaded with the first command, so that the first screen need not wait for it. */
const engine = () => import("./engine.ts");

/**
 * The runner of a host in the same process. Whatever goes wrong is an answer: a host's refusal in its
 * own words, anything else as `unexpected`. A view, which has no place for a problem, rejects with an
 * error that is one.
 */
export function localRunner({ host, contextNow, troubleOf = () => null, delay = later }: LocalOptions): Runner {
  let lastUndo: Undo | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: never do two work on one workbook. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const problemOf = (error: unknown): Problem => troubleOf(error) ?? problem("error", "unexpected", { detail: detailOf(error) });

  const tried = async (work: () => MaybePromise<Done>): Promise<Done> => {
    try {
      return await work();
    } catch (error) {
      return failed(problemOf(error));
    }
  };

  /** Nothing can be written while a cell is edited: with somebody to tell, it waits for the end of that. */
  const patiently = async (work: () => MaybePromise<Done>, watch: Watch | undefined): Promise<Done> => {
    for (;;) {
      const done = await tried(work);
      const editing = done.problems.find(({ code }) => code === "excel-editing-cell");
      if (!editing || !watch?.waiting) return done;
      watch.waiting(editing);
      await delay(LOOK_AGAIN);
      if (watch.isCancelled) return failed(problem("note", "cancelled"));
    }
  };

  const started = async (command: string, input: Parameters<Runner["run"]>[1], options: RunOptions): Promise<Done> => {
    const { commandById, run } = await engine();
    const found = commandById(command);
    if (!found) throw new Error(`There is no command ${command}.`);
    return run(host, found, input, contextNow(), options);
  };

  return {
    async view(id, input) {
      try {
        return await see(host, views[id], contextNow(), input);
      } catch (error) {
        const trouble = problemOf(error);
        throw Object.assign(new Error(trouble.code, { cause: error }), trouble);
      }
    },

    async preview(command, input) {
      return answerOf(await tried(() => started(command, input, { dryRun: true })));
    },

    run(command, input, options = {}) {
      return inTurn(async () => {
        const done = await patiently(() => started(command, input, options), options.watch);
        // What wrote nothing leaves the command before it to be undone.
        if (done.undo || (done.edits > 0 && !done.isOutdated)) lastUndo = done.undo;
        return answerOf(done);
      });
    },

    undo() {
      return inTurn(async () => {
        const taken = lastUndo;
        if (!taken) return answerOf(failed(problem("note", "nothing-to-undo")));
        const done = await tried(async () => (await engine()).undo(host, taken, contextNow()));
        if (done.edits > 0) lastUndo = undefined;
        return answerOf(done);
      });
    },

    async reveal(at) {
      try {
        await host.reveal(at);
        return null;
      } catch (error) {
        return problemOf(error);
      }
    },
  };
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
