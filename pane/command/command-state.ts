import type { Problem } from "../../core/index.ts";
import type { Answer, Input } from "../runner.ts";

/** Which part of the work a command waits in, or failed in, so that it can go on there. */
export type Phase = "preview" | "run";

interface Task {
  readonly command: string;
  readonly input: Input;
}

/** Where the one command that the person is busy with stands. */
export type CommandState =
  | { readonly step: "idle" }
  /** Its form is filled in. */
  | (Task & { readonly step: "form"; readonly problems: readonly Problem[] })
  | (Task & { readonly step: "previewing" })
  | (Task & { readonly step: "preview"; readonly answer: Answer; readonly isOutdated: boolean })
  | (Task & {
      readonly step: "running";
      readonly fraction: number | null;
      readonly isCancelling: boolean;
      readonly canCancel: boolean;
      /** What the person has to put right before it goes on. */
      readonly obstacle: Problem | null;
    })
  /** A cell is being edited; it goes on by itself. */
  | (Task & { readonly step: "waiting"; readonly phase: Phase; readonly expecting: string | null })
  | (Task & { readonly step: "done"; readonly answer: Answer; readonly isUndone: boolean })
  | (Task & { readonly step: "undoing"; readonly answer: Answer })
  /** Something broke that nobody foresaw. */
  | (Task & { readonly step: "broken"; readonly phase: Phase; readonly detail: string });

export type CommandEvent =
  | { readonly type: "ask"; readonly command: string; readonly input: Input }
  | { readonly type: "start"; readonly command: string; readonly input: Input }
  | { readonly type: "previewed"; readonly answer: Answer }
  | { readonly type: "run" }
  | { readonly type: "stepped"; readonly done: number; readonly of: number }
  | { readonly type: "obstructed"; readonly obstacle: Problem }
  | { readonly type: "cancel" }
  | { readonly type: "finished"; readonly answer: Answer }
  | { readonly type: "editing"; readonly phase: Phase; readonly expecting: string | null }
  | { readonly type: "retry" }
  | { readonly type: "broke"; readonly phase: Phase; readonly detail: string }
  | { readonly type: "undo" }
  | { readonly type: "undone"; readonly answer: Answer }
  /** One that was started outside the pane. */
  | { readonly type: "arriving"; readonly command: string }
  | { readonly type: "change"; readonly input: Input }
  | { readonly type: "close" };

export const idle: CommandState = { step: "idle" };

/** Whether the workbook is being worked on, so that nothing else may begin. */
export function isBusy({ step }: CommandState): boolean {
  return step === "previewing" || step === "running" || step === "undoing" || step === "waiting";
}

/** An event that no longer fits, such as an answer to a command that was closed, changes nothing. */
export function nextState(state: CommandState, event: CommandEvent): CommandState {
  switch (event.type) {
    case "ask":
      return isBusy(state) ? state : { step: "form", command: event.command, input: event.input, problems: [] };
    case "start":
      return isBusy(state) ? state : { step: "previewing", command: event.command, input: event.input };
    case "arriving":
      return isBusy(state) ? state : running({ command: event.command, input: {} }, false);
    case "close":
      return isBusy(state) && state.step !== "waiting" && state.step !== "previewing" ? state : idle;
    default:
      return state.step === "idle" ? state : within(state, event);
  }
}

type Active = Exclude<CommandState, { readonly step: "idle" }>;
type Within = Exclude<CommandEvent, { readonly type: "ask" | "start" | "arriving" | "close" }>;

function within(state: Active, event: Within): CommandState {
  const { command, input } = state;
  switch (event.type) {
    case "previewed":
      return state.step === "previewing" ? afterPreview(state, event.answer) : state;
    case "run":
      return state.step === "preview" || state.step === "previewing" ? running(state, true) : state;
    case "stepped":
      return state.step === "running"
        ? { ...state, fraction: event.of > 0 ? Math.min(1, event.done / event.of) : null, obstacle: null }
        : state;
    case "obstructed":
      return state.step === "running" ? { ...state, obstacle: event.obstacle } : state;
    case "cancel":
      return state.step === "running" ? { ...state, isCancelling: true } : state;
    case "finished":
      return state.step === "running" ? afterRun(state, event.answer) : state;
    case "editing":
      return state.step === "previewing" || state.step === "running"
        ? { step: "waiting", command, input, phase: event.phase, expecting: event.expecting }
        : state;
    case "retry":
      if (state.step !== "waiting" && state.step !== "broken") return state;
      return state.step === "waiting" && state.phase === "run" ? running(state, true) : { step: "previewing", command, input };
    case "broke":
      return state.step === "previewing" || state.step === "running" || state.step === "undoing"
        ? { step: "broken", command, input, phase: event.phase, detail: event.detail }
        : state;
    case "undo":
      return state.step === "done" && state.answer.canUndo ? { step: "undoing", command, input, answer: state.answer } : state;
    case "undone":
      return state.step === "undoing" ? afterUndo(state, event.answer) : state;
    case "change":
      return isBusy(state) ? state : { step: "previewing", command, input: event.input };
  }
}

function running({ command, input }: Task, canCancel: boolean): CommandState {
  return { step: "running", command, input, fraction: null, isCancelling: false, canCancel, obstacle: null };
}

/** Input that cannot be read goes back to the form; an answer that changes nothing and only complains is the result already. */
function afterPreview(state: Active, answer: Answer): CommandState {
  const { command, input } = state;
  const unread = answer.problems.filter(({ code }) => INPUT_PROBLEMS.has(code));
  if (unread.length > 0) return { step: "form", command, input, problems: unread };
  if (answer.changes === 0 && answer.problems.some(({ severity }) => severity === "error"))
    return { step: "done", command, input, answer, isUndone: false };
  return { step: "preview", command, input, answer, isOutdated: false };
}

function afterRun(state: Active, answer: Answer): CommandState {
  const { command, input } = state;
  return answer.isOutdated
    ? { step: "preview", command, input, answer, isOutdated: true }
    : { step: "done", command, input, answer, isUndone: false };
}

/** What could not be undone can still be, once the person has put right what stood against it. */
function afterUndo({ command, input }: Active, answer: Answer): CommandState {
  const isRefused = answer.changes === 0 && answer.problems.some(({ severity }) => severity === "error");
  return { step: "done", command, input, answer: isRefused ? { ...answer, canUndo: true } : answer, isUndone: !isRefused };
}

const INPUT_PROBLEMS: ReadonlySet<string> = new Set(["input-missing", "input-not-choice", "input-unreadable", "input-unknown"]);

/** Whether a person is asked before it is done: it makes a sheet, or changes more than one row. A sheet that only Concord writes holds nothing of theirs. */
export function needsWord(answer: Answer): boolean {
  if (answer.lines.some(({ change }) => change === "sheet")) return true;
  const theirs = answer.lines.filter(({ change }) => change !== "refresh");
  return new Set(theirs.map(({ at }) => `${at.sheet}\n${at.row}`)).size > 1;
}

/** One row at most was changed, or would be, and nothing was found amiss: the sheet shows it. */
export function speaksForItself(answer: Answer): boolean {
  const isAmiss = answer.problems.some(({ severity }) => severity !== "note");
  const isOneRow = answer.changes > 0 && answer.lines.every(({ change }) => change !== "refresh");
  return !isAmiss && isOneRow && !needsWord(answer);
}

/** The host cannot work while a person types in a cell. */
export function isEditing({ code }: Problem): boolean {
  return code === "excel-editing-cell";
}
