import { type Command, commandById, problem, type RunOptions, run, type Undo, undo } from "../../core/index.ts";
import { answerOf, type Done, failed } from "../../pane/answer-of.ts";
import type { Answer, Input } from "../../pane/runner.ts";
import { contextOf } from "../clock.ts";
import { SheetsHost } from "../host/sheets-host.ts";
import { underLock } from "../lock.ts";
import { asSettingsSay, undoManner } from "../manner.ts";
import { now } from "../now.ts";
import { problemOf } from "../trouble.ts";
import type { Person } from "../wire.ts";
import { forgetUndo, keepUndo, keptUndo } from "./undo-store.ts";

/** Says what a command would do; nothing of it is written, so nobody has to be kept out. */
export function previewCommand(id: string, input: Input, person: Person): Answer {
  return answerOf(
    tried(person, () => {
      const host = new SheetsHost();
      // A preview of a row of which half is written would say that all is done.
      if (host.isHalfDone) underLock(() => host.finish());
      return done(id, input, person, { dryRun: true });
    }),
  );
}

/** A whole command, from reading to writing, while nobody else works on the spreadsheet. */
export function runCommand(id: string, input: Input, person: Person, options: Omit<RunOptions, "dryRun"> = {}): Answer {
  return answerOf(
    tried(person, () =>
      underLock(() => {
        const outcome = done(id, input, person, options);
        // What wrote nothing leaves the command before it to be undone.
        if (outcome.edits === 0 || outcome.isOutdated) return outcome;
        return withWayBack(outcome, outcome.undo);
      }),
    ),
  );
}

export function undoLast(person: Person): Answer {
  return answerOf(
    tried(person, () => {
      const taken = keptUndo();
      if (!taken) return failed(problem("note", "nothing-to-undo"));
      return underLock(() => {
        const outcome = now(undo(new SheetsHost(), taken, contextOf(person), undoManner()));
        if (outcome.edits > 0) forgetUndo();
        return outcome;
      });
    }),
  );
}

function done(id: string, input: Input, person: Person, options: RunOptions): Done {
  return now(run(new SheetsHost(), commandNamed(id), input, contextOf(person), { ...options, ...asSettingsSay }));
}

function commandNamed(id: string): Command {
  const command = commandById(id);
  if (!command) throw new Error(`There is no command ${id}.`);
  return command;
}

/** A way back that cannot be kept is none. */
function withWayBack(outcome: Done, way: Undo | undefined): Done {
  if (way && keepUndo(way)) return outcome;
  if (!way) forgetUndo();
  const { undo: _, ...rest } = outcome;
  return rest;
}

/** Whatever goes wrong is an answer. */
function tried({ language }: Person, work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    return failed(problemOf(error, language));
  }
}
