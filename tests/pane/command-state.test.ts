import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PreviewLine, problem } from "../../core/index.ts";
import { type CommandEvent, type CommandState, idle, isBusy, needsWord, nextState } from "../../pane/command/command-state.ts";
import type { Answer } from "../../pane/runner.ts";

const line = (row: number, change: PreviewLine["change"] = "cell", sheet = "决议"): PreviewLine => ({
  at: { sheet, row, column: 0 },
  change,
  key: `R${row}`,
  field: "",
  before: null,
  after: "x",
});

const answer = (part: Partial<Answer> = {}): Answer => ({
  report: [],
  problems: [],
  lines: [line(1), line(2)],
  changes: 2,
  hash: "h",
  isOutdated: false,
  canUndo: true,
  ...part,
});

const follow = (...events: CommandEvent[]): CommandState => events.reduce(nextState, idle);
const started: CommandEvent = { type: "start", command: "plan-meetings", input: { series: "周会" } };
const previewed = (part?: Partial<Answer>): CommandEvent => ({ type: "previewed", answer: answer(part) });
const finished = (part?: Partial<Answer>): CommandEvent => ({ type: "finished", answer: answer(part) });

describe("a command in the pane", () => {
  it("goes from its form over the preview to the result", () => {
    const form = follow({ type: "ask", command: "plan-meetings", input: {} });
    expect(form.step).toBe("form");
    const preview = [started, previewed()].reduce(nextState, form);
    expect(preview).toMatchObject({ step: "preview", isOutdated: false, input: { series: "周会" } });
    expect([{ type: "run" } as const, finished()].reduce(nextState, preview)).toMatchObject({ step: "done", isUndone: false });
  });

  it("goes back to the form with input that cannot be read", () => {
    const missing = problem("error", "input-missing", { field: "resolution", label: "决议编号" });
    const unsound = problem("error", "owner-missing", { item: "x" });
    expect(follow(started, previewed({ changes: 0, problems: [unsound, missing] }))).toMatchObject({ step: "form", problems: [missing] });
  });

  it("shows a refusal as the result, since there is nothing to agree to", () => {
    const refused = { changes: 0, lines: [], problems: [problem("error", "no-series")] };
    expect(follow(started, previewed(refused)).step).toBe("done");
  });

  it("shows the new preview when the workbook changed meanwhile", () => {
    const state = follow(started, previewed(), { type: "run" }, finished({ isOutdated: true, hash: "new" }));
    expect(state).toMatchObject({ step: "preview", isOutdated: true, answer: { hash: "new" } });
  });

  it("says how far it is, and forgets what it waited for once it goes on", () => {
    const obstacle = problem("error", "excel-editing-cell");
    const waiting = follow(started, previewed(), { type: "run" }, { type: "obstructed", obstacle });
    expect(waiting).toMatchObject({ step: "running", obstacle });
    expect(nextState(waiting, { type: "stepped", done: 1, of: 4 })).toMatchObject({ fraction: 0.25, obstacle: null });
    expect(nextState(waiting, { type: "stepped", done: 1, of: 0 })).toMatchObject({ fraction: null });
  });

  it("goes on where it waited for the end of an edit", () => {
    const preview = follow(started, { type: "editing", phase: "preview", expecting: null });
    expect(nextState(preview, { type: "retry" }).step).toBe("previewing");
    const run = follow(started, previewed(), { type: "run" }, { type: "editing", phase: "run", expecting: "h" });
    expect(nextState(run, { type: "retry" }).step).toBe("running");
  });

  it("begins with a new preview after something broke, since some of it may be written", () => {
    const broken = follow(started, previewed(), { type: "run" }, { type: "broke", phase: "run", detail: "?" });
    expect(nextState(broken, { type: "retry" }).step).toBe("previewing");
  });

  it("undoes once; what could not be undone can be tried again", () => {
    const done = follow(started, previewed(), { type: "run" }, finished());
    const undone = [{ type: "undo" } as const, { type: "undone", answer: answer({ canUndo: false }) } as const].reduce(nextState, done);
    expect(undone).toMatchObject({ step: "done", isUndone: true });
    expect(nextState(undone, { type: "undo" })).toBe(undone);
    const refused = answer({ changes: 0, canUndo: false, problems: [problem("error", "changed-meanwhile")] });
    const tried = [{ type: "undo" } as const, { type: "undone", answer: refused } as const].reduce(nextState, done);
    expect(tried).toMatchObject({ step: "done", isUndone: false, answer: { canUndo: true } });
  });

  it("shows what was started outside the pane, without a way to cancel it", () => {
    const running = follow({ type: "arriving", command: "record-minutes" });
    expect(running).toMatchObject({ step: "running", canCancel: false });
    expect(nextState(running, finished())).toMatchObject({ step: "done", command: "record-minutes" });
  });

  it("is never closed or replaced while the workbook is written to, whatever happens", () => {
    const event = fc.constantFrom<CommandEvent>(
      started,
      { type: "ask", command: "other", input: {} },
      { type: "arriving", command: "other" },
      { type: "close" },
      { type: "change", input: { a: 1 } },
      { type: "cancel" },
      { type: "stepped", done: 2, of: 3 },
      { type: "retry" },
      previewed(),
      { type: "undo" },
    );
    const running = follow({ type: "start", command: "plan-meetings", input: {} }, previewed(), { type: "run" });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const state = events.reduce(nextState, running);
        expect(state).toMatchObject({ step: "running", command: "plan-meetings" });
        expect(isBusy(state)).toBe(true);
      }),
    );
  });
});

describe("whether a person is asked first", () => {
  it("is so for a sheet that is made, and for more than one row", () => {
    expect(needsWord(answer({ lines: [line(0, "sheet")] }))).toBe(true);
    expect(needsWord(answer({ lines: [line(1), line(2)] }))).toBe(true);
    expect(needsWord(answer({ lines: [line(1), line(1, "cell", "待办事项")] }))).toBe(true);
  });

  it("is not so for the cells of one row, or nothing", () => {
    expect(needsWord(answer({ lines: [line(1), line(1), line(1, "row")] }))).toBe(false);
    expect(needsWord(answer({ lines: [] }))).toBe(false);
  });
});
