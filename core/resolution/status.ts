import type { Day } from "../base/plain-date.ts";
import { showValue } from "../tables/cell-values.ts";
import type { Language } from "../words/language.ts";

/** From each status, the ones that can follow. Verified comes only after done; whatever is closed can be reopened. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
  "": ["assigned", "confirmed", "inProgress", "done", "postponed", "cancelled", "split"],
  assigned: ["confirmed", "inProgress", "done", "postponed", "cancelled", "split"],
  confirmed: ["assigned", "inProgress", "done", "postponed", "cancelled", "split"],
  inProgress: ["assigned", "confirmed", "done", "postponed", "cancelled", "split"],
  postponed: ["assigned", "confirmed", "inProgress", "done", "cancelled", "split"],
  done: ["verified", "inProgress"],
  verified: ["inProgress"],
  cancelled: ["assigned", "inProgress"],
  split: ["done", "verified", "cancelled", "assigned"],
};

/** Whether one status can follow another (clause 三(四)2-3). */
export function canFollow(before: string, after: string): boolean {
  return before === after || (FOLLOWING[before] ?? []).includes(after);
}

/** What is finished is measured by the day on which it was. */
export function isFinished(status: string): boolean {
  return status === "done" || status === "verified";
}

/**
 * The days that a new status settles. Reopening takes the day of finishing back, so that a second
 * finish is dated by itself.
 */
export function daysSettled(
  status: string,
  day: Day,
  before: { readonly status: string; readonly confirmedOn: Day | null; readonly doneOn: Day | null; readonly verifiedOn: Day | null },
): Record<string, Day | null> {
  if (status === "done") return { doneOn: before.doneOn ?? day };
  if (status === "verified") return { verifiedOn: before.verifiedOn ?? day };
  if (status === "cancelled" || status === "split") return {};
  const reopened = isFinished(before.status) ? { doneOn: null, verifiedOn: null } : {};
  // Handed back, it has to be confirmed anew.
  if (status === "assigned" && before.status !== "") return { confirmedOn: null, ...reopened };
  return status === "confirmed" ? { confirmedOn: before.confirmedOn ?? day, ...reopened } : reopened;
}

export function showStatus(status: string, language: Language): string {
  return showValue({ choice: "actionStatus" }, status, language);
}
