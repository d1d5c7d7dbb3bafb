import { type Day, toIso } from "../base/plain-date.ts";
import { isFinished, showStatus } from "../resolution/status.ts";
import { showValue } from "../tables/cell-values.ts";
import type { Code } from "../tables/choices.ts";
import type { RowOf, Value } from "../tables/field.ts";
import type { Tables } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import type { HistoryEvent } from "./history.ts";

/** What of a resolution or an action its history tells. */
export type Seen = Pick<
  RowOf<Tables["actions"]>,
  | "status"
  | "due"
  | "owner"
  | "department"
  | "progress"
  | "doneOn"
  | "carried"
  | "postponed"
  | "result"
  | "evidence"
  | "reason"
  | "assignedOn"
>;

/** How a change came about. */
export interface Cause {
  readonly on: Day;
  readonly by: string;
  readonly how: Code<"historySource">;
  readonly meeting: string;
  /** Why, where the item's own cells do not say it. */
  readonly reason?: string;
  readonly approvedBy?: string;
}

/** Who answers for an item: its owner, else its department. */
export function responsibleOf({ owner, department }: Pick<Seen, "owner" | "department">): string {
  return owner === "" ? department : owner;
}

/**
 * What happened to an item between two looks at it, in the order of its life; nothing where both are alike.
 * A date that moves is a postponement where it counts as one.
 */
export function eventsBetween(item: string, before: Seen, after: Seen, cause: Cause, language: Language): HistoryEvent[] {
  const { on, by, how, meeting, approvedBy = "" } = cause;
  const base = { item, on, by, how, meeting, approvedBy: "", reason: "" };
  const status = (code: string): string => (code === "" ? "" : showStatus(code, language));
  const day = (value: Day | null): string => (value === null ? "" : toIso(value));
  const why = cause.reason ?? after.reason;
  const events: HistoryEvent[] = [];
  const [was, is] = [responsibleOf(before), responsibleOf(after)];
  if (was !== is && was !== "") events.push({ ...base, event: "reassigned", from: was, to: is, reason: cause.reason ?? "" });
  if (before.due !== after.due) {
    const isPostponed = (after.postponed ?? 0) > (before.postponed ?? 0);
    const reason = isPostponed ? why : (cause.reason ?? "");
    events.push({
      ...base,
      event: isPostponed ? "postponed" : "dueChanged",
      from: day(before.due),
      to: day(after.due),
      reason,
      approvedBy,
    });
  }
  const event = before.status === after.status ? undefined : eventOf(before.status, after.status);
  const isMoving = before.progress !== after.progress && after.progress !== null && after.progress !== (before.progress ?? 0);
  if (event !== undefined && !(event === "postponed" && before.due !== after.due) && !(event === "progress" && isMoving))
    events.push({
      ...base,
      event,
      on: event === "done" ? (after.doneOn ?? on) : on,
      from: status(before.status),
      to: status(after.status),
      reason: reasonOf(event, before, after, why),
      approvedBy: event === "cancelled" ? approvedBy : "",
    });
  else if (
    event === undefined &&
    isFinished(after.status) &&
    before.doneOn !== null &&
    after.doneOn !== null &&
    before.doneOn !== after.doneOn
  )
    events.push({ ...base, event: "done", on: after.doneOn, from: day(before.doneOn), to: day(after.doneOn) });
  if (isMoving && !isFinished(after.status)) {
    const shown = (value: Value): string => showValue("percent", value ?? 0, language);
    events.push({ ...base, event: "progress", from: shown(before.progress), to: shown(after.progress), reason: after.result });
  }
  if ((after.carried ?? 0) > (before.carried ?? 0))
    events.push({ ...base, event: "carried", from: String(before.carried ?? 0), to: String(after.carried) });
  return events;
}

const CLOSED = ["done", "verified", "cancelled"];

function eventOf(before: string, after: string): Code<"historyEvent"> | undefined {
  if (CLOSED.includes(before) && !CLOSED.includes(after)) return "reopened";
  if (after === "inProgress") return "progress";
  return EVENTS.find((event) => event === after);
}

/** Statuses whose coming is an event of the same name. */
const EVENTS = ["assigned", "confirmed", "done", "verified", "postponed", "cancelled", "split"] as const;

function reasonOf(event: Code<"historyEvent">, before: Seen, after: Seen, why: string): string {
  if (event === "cancelled" || event === "reopened" || event === "postponed") return why;
  if (event === "done") return after.evidence !== before.evidence || after.evidence !== "" ? after.evidence : after.result;
  return event === "progress" ? after.result : "";
}
