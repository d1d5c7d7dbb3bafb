import type { Outcome, Problem } from "../core/index.ts";
import type { Answer } from "./runner.ts";

/** What an answer is made of. */
export type Done = Pick<Outcome, "report" | "problems" | "preview" | "changes" | "edits" | "hash" | "isOutdated" | "undo" | "files">;

/** An outcome as the pane is told of it: without what only a host can use. */
export function answerOf({ report, problems, preview, changes, hash, isOutdated, undo, files }: Done): Answer {
  return { report, problems, lines: preview, changes, hash, isOutdated, canUndo: undo !== undefined, ...(files ? { files } : {}) };
}

/** Nothing came of it but a problem. */
export function failed(trouble: Problem): Done {
  return { report: [], problems: [trouble], preview: [], changes: 0, edits: 0, hash: "", isOutdated: false };
}
