import type { Minutes } from "../base/plain-date.ts";
import type { Code } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";

type Status = Code<"attendance">;

/** A meeting's hours, and the minutes around them that are nobody's fault. */
export interface Hours {
  readonly start: Minutes | null;
  readonly end: Minutes | null;
  readonly lateGrace: number;
  readonly earlyGrace: number;
}

/** What a row of the sign-in says beside a status. */
export interface SignedSays {
  readonly arrived: Value;
  readonly left: Value;
  /** Something stands where people sign. */
  readonly isSigned: boolean;
  readonly delegate: Value;
  readonly reason: Value;
}

const THERE: ReadonlySet<Value> = new Set<Status>(["present", "late", "leftEarly"]);
const AWAY: ReadonlySet<Value> = new Set<Status>(["leave", "absent"]);

export function isThere(status: Value): boolean {
  return THERE.has(status);
}

/** Whether nobody has said yet that somebody came or did not. */
export function isUnsaid(status: Value): boolean {
  return status === "expected" || status === "" || status === null;
}

/** Whole minutes after the start; null within the grace, and where that cannot be told. */
export function minutesLate(arrived: Value, { start, lateGrace }: Hours): number | null {
  if (typeof arrived !== "number" || start === null) return null;
  return arrived - start > lateGrace ? arrived - start : null;
}

/**
 * The attendance that follows from the rest of a row; `""` where nothing does: who left no trace is not
 * taken to be absent. Whoever sends a delegate is on leave, and a time or signature is the delegate's.
 * Late and left early is left early, with the minutes late beside it.
 */
export function statusFrom({ arrived, left, isSigned, delegate, reason }: SignedSays, hours: Hours): Status | "" {
  if (delegate !== "" && delegate !== null) return "leave";
  if (arrived !== null || left !== null || isSigned) {
    if (isEarly(left, hours)) return "leftEarly";
    return minutesLate(arrived, hours) === null ? "present" : "late";
  }
  return reason === "" || reason === null ? "" : "leave";
}

function isEarly(left: Value, { end, earlyGrace }: Hours): boolean {
  return typeof left === "number" && end !== null && end - left > earlyGrace;
}

/** What a person chose and what the times say, where these cannot both be right. */
export function contradicts(status: Value, says: SignedSays, hours: Hours): "times" | "away" | "delegate" | null {
  const hasDelegate = says.delegate !== "" && says.delegate !== null;
  if (isThere(status) && hasDelegate) return "delegate";
  if (AWAY.has(status) && !hasDelegate && (says.arrived !== null || says.isSigned)) return "away";
  if (says.arrived === null || hours.start === null) return null;
  const isLate = minutesLate(says.arrived, hours) !== null;
  return (status === "present" && isLate) || (status === "late" && !isLate) ? "times" : null;
}
