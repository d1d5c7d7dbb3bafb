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

export function showStatus(status: string, language: Language): string {
  return showValue({ choice: "actionStatus" }, status, language);
}
