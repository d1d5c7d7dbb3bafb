import { type Day, parseIso } from "../base/plain-date.ts";
import type { State } from "../workbook/state.ts";

/** The day of the meeting that a document belongs to; 0 where it is not known. */
export function documentDate(state: State, id: string): Day {
  const text = state.get("document", id);
  if (text === undefined) return 0;
  try {
    const { date } = JSON.parse(text) as { readonly date?: string };
    return parseIso(date ?? "") ?? 0;
  } catch {
    return 0;
  }
}
