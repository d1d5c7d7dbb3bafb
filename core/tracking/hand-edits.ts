import { type Day, toIso } from "../base/plain-date.ts";
import { canFollow, daysSettled, isFinished, showStatus } from "../resolution/status.ts";
import type { Value } from "../tables/field.ts";
import type { Language } from "../words/language.ts";
import type { Params, Problem, WordKey } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { responsibleOf } from "./events.ts";
import type { TrackedTable } from "./live-columns.ts";

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
}

interface Options {
  readonly today: Day;
  readonly language: Language;
  /** The day on which the item was last finished, as its history tells. */
  readonly finishedOn: Day | undefined;
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
  seeDue(row, edits);
  seeStatus(row, options, edits);
  const owner = responsibleOf(row.values);
  if (owner !== row.values.lastOwner && owner !== "") values.lastOwner = owner;
  if (row.values.progress !== row.values.lastProgress && row.values.progress !== null) values.lastProgress = row.values.progress;
  return edits;
}

interface Edits {
  readonly values: Record<string, Value>;
  readonly problems: Found[];
}

function seeDue({ key, values, raw }: Row, edits: Edits): void {
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
  if (values.reason === "") edits.problems.push(found("warning", "due-overtyped", { item: key, due: toIso(due) }, "due"));
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
    if (before === "assigned" && values.confirmedOn !== null) Object.assign(edits.values, { status: "confirmed", lastStatus: "confirmed" });
  } else if (before === "") {
    // Seen for the first time: nobody knows since when it is so.
    edits.values.lastStatus = values.status;
  } else {
    const wrong = wrongStatus(row, options.language, edits.values.postponed !== undefined);
    if (wrong) edits.problems.push(wrong);
    else seen(values.status);
  }
  const status = String(edits.values.status ?? values.status);
  if (isFinished(status)) seeFinished(row, options, edits);
  else if (values.doneOn !== null && edits.values.doneOn === undefined && status !== "cancelled" && status !== "split")
    edits.problems.push(found("warning", "done-on-open", { item: key, date: toIso(values.doneOn) }, "doneOn"));
}

/** What keeps a status that was typed from following the last one. */
function wrongStatus({ key, values }: Row, language: Language, isPostponed: boolean): Found | undefined {
  const { status, lastStatus: before } = values;
  // Done and verified at once, with the day on which it was done.
  const isBoth = status === "verified" && values.doneOn !== null && canFollow(before, "done");
  if (!canFollow(before, status) && !isBoth) {
    const params = { item: key, before: showStatus(before, language), after: showStatus(status, language) };
    return found("error", "status-impossible", params, "status");
  }
  if (status === "postponed" && !isPostponed) return found("error", "postpone-needs-date", { item: key }, "due");
  if (status === "cancelled" && values.reason === "") return found("error", "cancel-needs-reason", { item: key }, "reason");
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

function found(severity: Problem["severity"], code: WordKey, params: Params, field: string): Found {
  return { severity, code, params, field };
}
