import type { Receipt } from "../../core/index.ts";

export type Refusal = NonNullable<Receipt["refused"]>;

/** What Google said, as a refusal that a person can read; its own words where they are not known. */
export function refusalOf(error: unknown): Refusal {
  const detail =
    error instanceof Error || (typeof error === "object" && error !== null && "message" in error)
      ? String((error as Error).message)
      : String(error);
  if (/protected cell or object|protected range|do not have permission to edit/i.test(detail))
    return { code: "sheets-protected", params: {} };
  if (/permission to call|Authorization|PERMISSION_DENIED/i.test(detail)) return { code: "sheets-not-permitted", params: { detail } };
  return { code: "sheets-failed", params: { detail } };
}

/** The script's time is nearly up: what is written stays, and running again goes on. */
export const TIME_UP: Refusal = { code: "sheets-time-up", params: {} };
