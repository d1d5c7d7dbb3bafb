import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { Problem } from "../../core/index.ts";
import type { Arrivals } from "../arrivals.ts";
import type { Answer, Input, Runner } from "../runner.ts";
import { type CommandState, idle, isBusy, isEditing, needsWord, nextState } from "./command-state.ts";

/** How often a command looks whether the cell is still being edited. */
const LOOK_AGAIN = 1500;

export interface CommandControl {
  readonly state: CommandState;
  readonly isBusy: boolean;
  /** Shows the command's form, with these values filled in. */
  readonly ask: (command: string, input?: Input) => void;
  /** Begins at once: a preview where a person should have a look, else the command itself. */
  readonly start: (command: string, input?: Input) => void;
  /** Begins again with other input. */
  readonly change: (input: Input) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly retry: () => void;
  readonly close: () => void;
}

/** Drives the one command at a time that the pane runs. `onDone` is called when the workbook may have changed. */
export function useCommand(runner: Runner, arrivals: Arrivals | undefined, onDone: () => void): CommandControl {
  const [state, send] = useReducer(nextState, idle);
  const latest = useRef(state);
  latest.current = state;
  const isCancelled = useRef(false);
  /** Answers to a work that was given up are nobody's. */
  const work = useRef(0);

  const run = useCallback(
    async (command: string, input: Input, expecting: string) => {
      const mine = ++work.current;
      isCancelled.current = false;
      const watch = {
        step: (done: number, of: number) => send({ type: "stepped", done, of }),
        waiting: (obstacle: Problem) => send({ type: "obstructed", obstacle }),
        get isCancelled() {
          return isCancelled.current;
        },
      };
      try {
        const answer = await runner.run(command, input, { expecting, watch });
        if (mine !== work.current) return;
        if (answer.problems.some(isEditing) && !isCancelled.current) send({ type: "editing", phase: "run", expecting });
        else send({ type: "finished", answer });
      } catch (error) {
        if (mine === work.current) send({ type: "broke", phase: "run", detail: detailOf(error) });
      }
      onDone();
    },
    [runner, onDone],
  );

  const preview = useCallback(
    async (command: string, input: Input) => {
      const mine = ++work.current;
      try {
        const answer = await runner.preview(command, input);
        if (mine !== work.current) return;
        if (answer.problems.some(isEditing)) return send({ type: "editing", phase: "preview", expecting: null });
        if (isPlain(answer)) {
          send({ type: "run" });
          await run(command, input, answer.hash);
        } else send({ type: "previewed", answer });
      } catch (error) {
        if (mine === work.current) send({ type: "broke", phase: "preview", detail: detailOf(error) });
      }
    },
    [runner, run],
  );

  const start = useCallback(
    (command: string, input: Input = {}) => {
      if (isBusy(latest.current)) return;
      send({ type: "start", command, input });
      void preview(command, input);
    },
    [preview],
  );

  const retry = useCallback(() => {
    const now = latest.current;
    if (now.step !== "waiting" && now.step !== "broken") return;
    send({ type: "retry" });
    if (now.step === "waiting" && now.phase === "run" && now.expecting !== null) void run(now.command, now.input, now.expecting);
    else void preview(now.command, now.input);
  }, [preview, run]);

  useEffect(() => {
    if (state.step !== "waiting") return;
    const timer = setTimeout(retry, LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [state, retry]);

  useEffect(() => {
    if (!arrivals) return;
    const receive = (): void => {
      const arrival = arrivals.take();
      if (!arrival) return;
      if (isBusy(latest.current)) {
        void arrival.answer.catch(() => undefined).finally(onDone);
        return;
      }
      const mine = ++work.current;
      send({ type: "arriving", command: arrival.command });
      arrival.answer
        .then(
          (answer) => mine === work.current && send({ type: "finished", answer }),
          (error) => mine === work.current && send({ type: "broke", phase: "run", detail: detailOf(error) }),
        )
        .finally(onDone);
    };
    receive();
    return arrivals.subscribe(receive);
  }, [arrivals, onDone]);

  return useMemo(
    () => ({
      state,
      isBusy: isBusy(state),
      ask: (command, input = {}) => send({ type: "ask", command, input }),
      start,
      change: (input) => {
        const now = latest.current;
        if (now.step === "idle" || isBusy(now)) return;
        send({ type: "change", input });
        void preview(now.command, input);
      },
      confirm: () => {
        const now = latest.current;
        if (now.step !== "preview") return;
        send({ type: "run" });
        void run(now.command, now.input, now.answer.hash);
      },
      cancel: () => {
        isCancelled.current = true;
        send({ type: "cancel" });
      },
      undo: () => {
        send({ type: "undo" });
        runner
          .undo()
          .then(
            (answer) => send({ type: "undone", answer }),
            (error) => send({ type: "broke", phase: "run", detail: detailOf(error) }),
          )
          .finally(onDone);
      },
      retry,
      close: () => {
        const { step } = latest.current;
        if (step !== "running" && step !== "undoing") work.current++;
        send({ type: "close" });
      },
    }),
    [state, start, preview, run, retry, runner, onDone],
  );
}

/** Nothing stands against it and there is too little to show: it is done at once. */
function isPlain(answer: Answer): boolean {
  const isWrong = answer.problems.some(({ severity }) => severity === "error");
  return !isWrong && !needsWord(answer);
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
