import type { Language, OutFile, Problem, ViewId, Watch } from "../../core/index.ts";
import { answerOf, failed } from "../../pane/answer-of.ts";
import type { Answer, Runner } from "../../pane/runner.ts";
import type { DailyState, DailyWork, Post, Sent } from "../post.ts";
import { problemOf } from "../trouble.ts";
import type { Question } from "../wire.ts";
import { problemHere } from "../words/words.ts";
import type { Asking } from "./script-run.ts";

/** How often it asks how far a run is. */
const LOOK_AGAIN = 1_500;

/** What a script can do that other hosts leave to the person: send mail, and work every day by itself. */
export interface SheetsRunner extends Runner {
  readonly post: Post;
  readonly daily: DailyWork;
}

/** The pane's runner: a whole command is one question to the script. */
export function sheetsRunner(asking: Pick<Asking, "ask">, language: () => Language): SheetsRunner {
  let last: Promise<unknown> = Promise.resolve();
  let courses = 0;
  /** What is being read right now, and what is asked for once that has come. */
  const reading = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<unknown>>();

  /** One after the other: the order of what is sent at once is not kept. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const answered = (question: Question): Promise<Answer> =>
    asking.ask<Answer>(question).catch((error: unknown) => answerOf(failed(problemOf(error, language()))));

  const told = <T>(question: Question): Promise<T | Problem> =>
    asking.ask<T>(question).catch((error: unknown) => problemOf(error, language()));

  const sent = (question: Question): Promise<Sent> =>
    inTurn(() => asking.ask<Sent>(question).catch((error: unknown) => ({ report: [], problems: [problemOf(error, language())] })));

  /** A view that is asked for again and again while it is read is read once more, not each time. */
  const read = (key: string, question: Question): Promise<unknown> => {
    const now = reading.get(key);
    if (now === undefined) {
      const mine = asking.ask<unknown>(question).finally(() => reading.delete(key));
      reading.set(key, mine);
      return mine;
    }
    const waiting = next.get(key);
    if (waiting !== undefined) return waiting;
    const then = now
      .catch(() => undefined)
      .then(() => {
        next.delete(key);
        return read(key, question);
      });
    next.set(key, then);
    return then;
  };

  return {
    async view<V extends ViewId>(view: V, input?: Parameters<Runner["view"]>[1]) {
      try {
        return (await read(`${view} ${input?.meeting ?? ""}`, { kind: "view", view, ...(input ? { input } : {}) })) as never;
      } catch (error) {
        const trouble = problemOf(error, language());
        throw Object.assign(new Error(trouble.code, { cause: error }), trouble);
      }
    },

    preview: (command, input) => answered({ kind: "preview", command, input }),

    run: (command, input, { expecting, watch } = {}) =>
      inTurn(async () => {
        const course = `${Date.now()}-${++courses}`;
        const stop = watch ? follow(asking, course, watch) : () => {};
        try {
          return await answered({
            kind: "run",
            command,
            input,
            ...(expecting === undefined ? {} : { expecting }),
            ...(watch ? { course } : {}),
          });
        } finally {
          stop();
        }
      }),

    undo: () => inTurn(() => answered({ kind: "undo" })),

    reveal: (at) => told<null>({ kind: "reveal", at }),

    post: {
      plan: (mail) => told({ kind: "mail-plan", mail }),
      send: (mail, again) => sent({ kind: "mail-send", mail, again }),
    },

    daily: {
      state: () => told<DailyState>({ kind: "daily" }),
      turn: (isOn) => told<DailyState>({ kind: "daily", turn: isOn }),
      sendWaiting: () => sent({ kind: "send-waiting" }),
    },

    /** A script cannot set up a page: the way to print one by hand. */
    pdf: (): Promise<OutFile | Problem> => Promise.resolve(problemHere("note", language(), "sheets-print")),
  };
}

/** Asks how far a run is while it goes on, and hands on that it was called off. */
function follow(asking: Pick<Asking, "ask">, course: string, watch: Watch): () => void {
  let isCalledOff = false;
  const timer = setInterval(() => {
    if (watch.isCancelled && !isCalledOff) {
      isCalledOff = true;
      asking.ask({ kind: "cancel", course }).catch(() => {
        isCalledOff = false;
      });
    }
    asking.ask<readonly [number, number] | null>({ kind: "progress", course }).then(
      (far) => far && watch.step(far[0], far[1]),
      // How far it is matters less than that it goes on.
      () => undefined,
    );
  }, LOOK_AGAIN);
  return () => clearInterval(timer);
}
