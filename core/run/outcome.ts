import { hashText } from "../base/hash.ts";
import { toIso } from "../base/plain-date.ts";
import type { OutFile } from "../files/out-file.ts";
import type { Message, Problem } from "../words/message.ts";
import { problem } from "../words/message.ts";
import type { Edit } from "../workbook/edits.ts";
import type { Receipt } from "../workbook/host.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { Context } from "./command.ts";
import type { PreviewLine } from "./draft.ts";
import type { Undo } from "./undo-data.ts";

export interface Outcome {
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
  /** What really changed: sheets made, rows added, cells changed. Concord's own notes do not count. */
  readonly changes: number;
  readonly preview: readonly PreviewLine[];
  /** How many edits the host made, or would make; none where there was nothing to do. */
  readonly edits: number;
  /** Stands for exactly what would be done, or was: a run that expects it does that or nothing. */
  readonly hash: string;
  /** The workbook changed since the preview: nothing was done, and this is what would be done now. */
  readonly isOutdated: boolean;
  /** How to take it back, where it can be. */
  readonly undo?: Undo;
  /** For the person to keep or send; of a preview, those that there would be. */
  readonly files?: readonly OutFile[];
  readonly snapshot: Snapshot | undefined;
}

/** The id that a new workbook is given, which tells of the moment. */
export function newBookId(context: Context): string {
  return hashText(JSON.stringify([toIso(context.today), context.now, context.user.name]));
}

/** How many sheets, rows and cells a person would count. */
export function changesIn(preview: readonly PreviewLine[]): number {
  return preview.reduce((sum, { change, after }) => sum + (change === "refresh" ? Number(after) : 1), 0);
}

/** The same edits of another moment have the same hash. */
export function hashOf(edits: readonly Edit[], bookId: string): string {
  return hashText(JSON.stringify(edits, (_, value: unknown) => (value === bookId ? "" : value)));
}

export function refused(problems: readonly Problem[], snapshot?: Snapshot): Outcome {
  return { report: [], problems, changes: 0, preview: [], edits: 0, hash: hashOf([], ""), isOutdated: false, snapshot };
}

/** @param isPartly some of it is written already; running again goes on */
export function cancelled(isPartly: boolean): Outcome {
  return refused([problem("note", isPartly ? "cancelled-midway" : "cancelled")]);
}

/** What a host refused, or a cell that another keeps changing, means that nothing was done. */
export function settled(done: Outcome, receipt: Receipt): Outcome {
  const failures: Problem[] = [];
  if (receipt.refused) failures.push(problem("error", receipt.refused.code as Problem["code"], receipt.refused.params));
  const stale = receipt.stale[0];
  if (stale) failures.push(problem("error", "changed-meanwhile", {}, stale));
  const remarks = (receipt.remarks ?? []).map(({ code, params }) => problem("note", code as Problem["code"], params));
  if (failures.length === 0) return remarks.length === 0 ? done : { ...done, problems: [...done.problems, ...remarks] };
  const { undo: _, files: __, ...rest } = done;
  return { ...rest, report: [], problems: [...failures, ...done.problems, ...remarks], changes: 0, preview: [], edits: 0 };
}
