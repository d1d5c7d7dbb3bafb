import { type Day, toIso } from "../base/plain-date.ts";
import { canFollow, daysSettled, isFinished, showStatus } from "../resolution/status.ts";
import type { Value } from "../tables/field.ts";
import type { Language } from "../words/language.ts";
import type { Params, Problem, WordKey } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { responsibleOf } from "./events.ts";
import type { TrackedTable } from "./live-columns.ts";
import { shareOf } from "./progress.ts";

/** What a person's own edits of a row come to. */
export interface HandEdits {
  /** What follows from them, and what was last seen from now on. */
  readonly values: Readonly<Record<string, Value>>;
  readonly problems: readonly Found[];
}

interface Found {
  readonly severity: Problem["severity"];
  readonly code: WordKey;
  readonly params: Params;
  /** The field in whose cell it stands. */
  readonly field: string;
  /** The field that a command changes where it mends this. */
  readonly mendedBy: string;
}

interface Options {
  readonly today: Day;
  readonly language: Language;
  /** The day on which the item was last finished, as its history tells. */
  readonly finishedOn: Day | undefined;
  /** The reason that stands in the row, where none of its events was explained by it yet. */
  readonly reason: string;
}

type Row = TableRow<TrackedTable>;

/**
 * Compares a row with how it was last seen. What was typed is as good as what a command did: a later
 * date counts as a postponement, a new status settles its day. What cannot be is said and not taken
 * for seen, so that it is said again until it is mended; a status or date that was cleared is put back.
 */
export function handEdits(row: Row, options: Options): HandEdits {
  const values: Record<string, Value> = {};
  const problems: Found[] = [];
  const edits = { values, problems };
  seeDue(row, options, edits);
  seeStatus(row, options, edits);
  seeProgress(row, edits);
  seeDays(row, options, edits);
  const owner = responsibleOf(row.values);
  if (owner !== row.values.lastOwner && owner !== "") values.lastOwner = owner;
  return edits;
}

interface Edits {
  readonly values: Record<string, Value>;
  readonly problems: Found[];
}

function seeDue({ key, values, raw }: Row, { reason }: Options, edits: Edits): void {
  const { due, lastDue, firstDue } = values;
  if (due === null) {
    if (lastDue === null || "due" in raw) return;
    edits.values.due = lastDue;
    edits.problems.push(found("warning", "due-put-back", { item: key, due: toIso(lastDue) }, "due"));
    return;
  }
  if (firstDue === null) edits.values.firstDue = lastDue ?? due;
  if (due === lastDue) return;
  edits.values.lastDue = due;
  if (lastDue === null || due < lastDue) return;
  edits.values.postponed = (values.postponed ?? 0) + 1;
  if (reason === "") edits.problems.push(found("warning", "due-overtyped", { item: key, due: toIso(due) }, "due"));
}

function seeStatus(row: Row, options: Options, edits: Edits): void {
  const { key, values, raw } = row;
  const before = values.lastStatus;
  const seen = (status: string): void => {
    edits.values.lastStatus = status;
    Object.assign(edits.values, daysSettled(status, options.today, { ...values, status: before }));
  };
  if (values.status === "") {
    if (before === "" || "status" in raw) return;
    edits.values.status = before;
    const params = { item: key, status: showStatus(before, options.language) };
    edits.problems.push(found("warning", "status-put-back", params, "status"));
  } else if (values.status === before) {
    const status = statusByDay(row.values, options.today);
    if (status !== undefined) Object.assign(edits.values, { status, lastStatus: status });
  } else if (before === "") {
    // Seen for the first time: nobody knows since when it is so.
    edits.values.lastStatus = values.status;
  } else {
    const wrong = wrongStatus(row, options, edits.values.postponed !== undefined);
    if (wrong) edits.problems.push(wrong);
    else seen(values.status);
  }
  const status = String(edits.values.status ?? values.status);
  if (isFinished(status)) seeFinished(row, options, edits);
  else if (values.doneOn !== null && edits.values.doneOn === undefined && status !== "cancelled" && status !== "split")
    edits.problems.push(found("warning", "done-on-open", { item: key, date: toIso(values.doneOn) }, "doneOn"));
}

/** A day that was typed beside a status takes the item on to the next one: confirmed, or verified after it was done. */
function statusByDay({ status, confirmedOn, doneOn, verifiedOn }: Row["values"], today: Day): "confirmed" | "verified" | undefined {
  if (status === "assigned" && confirmedOn !== null) return "confirmed";
  const isVerified = status === "done" && doneOn !== null && verifiedOn !== null && doneOn <= verifiedOn && verifiedOn <= today;
  return isVerified ? "verified" : undefined;
}

/** What keeps a status that was typed from following the last one. */
function wrongStatus({ key, values }: Row, { language, reason }: Options, isPostponed: boolean): Found | undefined {
  const { status, lastStatus: before } = values;
  // Done and verified at once, with the day on which it was done.
  const isBoth = status === "verified" && values.doneOn !== null && canFollow(before, "done");
  if (!canFollow(before, status) && !isBoth) {
    const params = { item: key, before: showStatus(before, language), after: showStatus(status, language) };
    return found("error", "status-impossible", params, "status");
  }
  if (status === "postponed" && !isPostponed) return found("error", "postpone-needs-date", { item: key }, "due", "status");
  if (status === "cancelled" && reason === "") return found("error", "cancel-needs-reason", { item: key }, "reason", "status");
  return undefined;
}

/** A finished item has its day: one that was cleared comes back from its history. */
function seeFinished({ key, values, raw }: Row, { today, finishedOn }: Options, edits: Edits): void {
  const doneOn = edits.values.doneOn === undefined ? values.doneOn : (edits.values.doneOn as Day | null);
  if (doneOn === null) {
    if ("doneOn" in raw) return;
    if (finishedOn !== undefined && values.lastStatus !== "") edits.values.doneOn = finishedOn;
    else edits.problems.push(found("warning", "done-undated", { item: key }, "doneOn"));
  } else if (doneOn > today && doneOn !== finishedOn)
    edits.problems.push(found("warning", "done-to-come", { item: key, date: toIso(doneOn) }, "doneOn"));
  else if (values.verifiedOn !== null && values.verifiedOn < doneOn)
    edits.problems.push(
      found("warning", "verified-before-done", { item: key, done: toIso(doneOn), verified: toIso(values.verifiedOn) }, "verifiedOn"),
    );
}

/** 75 is seventy-five per cent where cells show no percentages, as it is for commands. */
function seeProgress({ key, values }: Row, edits: Edits): void {
  const share = shareOf(values.progress);
  if (share === null || share === values.lastProgress) return;
  if (share < 0 || share > 1) {
    edits.problems.push(found("error", "progress-out-of-range", { item: key }, "progress"));
    return;
  }
  edits.values.lastProgress = share;
  if (share !== values.progress && values.lastStatus !== "") edits.values.progress = share;
}

/** Days that are still to come, or before the item was there: a slip of the pen, such as another year. */
function seeDays({ key, values }: Row, { today }: Options, edits: Edits): void {
  for (const field of ["confirmedOn", "verifiedOn"] as const) {
    const day = values[field];
    if (day !== null && day > today) edits.problems.push(found("warning", "day-to-come", { item: key, date: toIso(day) }, field));
  }
  const { doneOn, assignedOn } = values;
  // Once it is verified, somebody has seen to it.
  if (values.status !== "done" || doneOn === null || assignedOn === null || doneOn >= assignedOn) return;
  const params = { item: key, done: toIso(doneOn), assigned: toIso(assignedOn) };
  edits.problems.push(found("warning", "done-before-assigned", params, "doneOn"));
}

function found(severity: Problem["severity"], code: WordKey, params: Params, field: string, mendedBy = field): Found {
  return { severity, code, params, field, mendedBy };
}
