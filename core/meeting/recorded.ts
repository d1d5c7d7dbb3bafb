import { hashText } from "../base/hash.ts";
import type { Value } from "../tables/field.ts";
import type { State, StateEntry } from "../workbook/state.ts";

/** Texts longer than this are remembered by their hash; a comparison needs no more. */
const LONGEST = 120;

/**
 * A field's value as it is remembered between two recordings. White space at its ends and the kind of
 * its line breaks are nobody's change, and blank is blank.
 */
export function remembered(value: Value): Value {
  if (typeof value !== "string") return value;
  const text = value.replace(/\r\n?/g, "\n").trim();
  if (text === "") return null;
  return text.length > LONGEST ? `#${hashText(text)}` : text;
}

/** What a document's row said when it was last laid out or recorded. */
export function recordedEntry(document: string, row: string, values: Readonly<Record<string, Value>>): StateEntry {
  const kept = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, remembered(value)]));
  return { kind: "recorded", key: `${document} ${row}`, value: JSON.stringify(kept) };
}

export type Recorded = Readonly<Record<string, Value>>;

export function recordedOf(state: State, document: string, row: string): Recorded | undefined {
  const text = state.get("recorded", `${document} ${row}`);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Recorded;
  } catch {
    return undefined;
  }
}

/** The rows of a document that were laid out or recorded. */
export function recordedRows(state: State, document: string): string[] {
  return [...state.entries("recorded", `${document} `)].map(([key]) => key.slice(document.length + 1));
}
