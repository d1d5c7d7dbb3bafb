import type { Receipt } from "../../core/index.ts";

export type Refusal = NonNullable<Receipt["refused"]>;
/** What the person is told besides. */
export type Remark = NonNullable<Receipt["remarks"]>[number];

/** What Google said, as a refusal that a person can read; its own words where they are not known. */
export function refusalOf(error: unknown): Refusal {
  const detail = wordsOf(error);
  if (/protected cell or object|protected range|do not have permission to edit/i.test(detail))
    return { code: "sheets-protected", params: {} };
  if (/permission to call|Authorization|PERMISSION_DENIED/i.test(detail)) return { code: "sheets-not-permitted", params: { detail } };
  return { code: "sheets-failed", params: { detail } };
}

/** Whether Google may well do in a moment what it has just not done. */
export function isPassing(error: unknown): boolean {
  return /^Service (?:error|.*failed|.*timed out)|try again later|internal error|server error|currently unavailable|backend error|deadline|empty response/i.test(
    wordsOf(error),
  );
}

/** What an error says. */
export function wordsOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}

/** The script's time is nearly up: what is written stays, and running again goes on. */
export const TIME_UP: Refusal = { code: "sheets-time-up", params: {} };
