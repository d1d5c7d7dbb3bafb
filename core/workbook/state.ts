import type { Language } from "../words/language.ts";
import { type CellValue, isCellError } from "./cells.ts";
import type { Survey } from "./host.ts";

/**
 * The hidden sheet that keeps what Concord has to remember: plain cells in three columns (kind, key,
 * value), so that it survives every program and library.
 */
export const STATE_SHEET = "_concord";
export const STATE_HEADINGS = ["kind", "key", "value"] as const;

/** The layout of tables and of this sheet that this version of Concord knows. */
export const SCHEMA_VERSION = 1;

/**
 * - `book`: `schema`, `id`, `language`
 * - `table`: where a table was last seen and under which headings (JSON)
 * - `made`: the sheet that Concord made for a table or document
 * - `look`: a name for the formats that a sheet was given, so that they are given once
 * - `document`: the sheet of a document (JSON)
 * - `number`: the highest number given in a scope
 * - `recorded`: a document's row as it was last recorded (JSON)
 * - `baseline`: a part of the balance as a meeting saw it (JSON)
 * - `sealed`: what a document said when it was approved or filed (JSON), `digest`: the same cell by cell
 */
export type StateKind = "book" | "table" | "made" | "look" | "document" | "number" | "recorded" | "sealed" | "digest" | "baseline";

export interface StateEntry {
  readonly kind: StateKind;
  readonly key: string;
  /** `null` forgets the entry. */
  readonly value: string | null;
}

export class State {
  private readonly values = new Map<string, string>();
  /** Where each entry's value stands in the hidden sheet, and what stands there, forgotten ones too. */
  readonly cells = new Map<string, { readonly row: number; readonly value: CellValue }>();
  /** The first row below all entries. */
  end = 1;
  exists = false;

  get(kind: StateKind, key: string): string | undefined {
    return this.values.get(stateKey(kind, key));
  }

  /** The entries of one kind whose key begins with `prefix`, as [key, value]. */
  *entries(kind: StateKind, prefix = ""): Generator<readonly [string, string]> {
    const start = stateKey(kind, prefix);
    for (const [id, value] of this.values) {
      if (id.startsWith(start)) yield [id.slice(kind.length + 1), value];
    }
  }

  set(kind: StateKind, key: string, value: string): void {
    this.values.set(stateKey(kind, key), value);
  }

  static read(survey: Survey): State {
    const state = new State();
    const sheet = survey.whole.find((cells) => cells.sheet === STATE_SHEET);
    if (!sheet) return state;
    state.exists = true;
    state.end = Math.max(1, sheet.values.length);
    sheet.values.forEach((row, index) => {
      const [kind, key, value] = [row[0], row[1], row[2]];
      if (index === 0 || typeof kind !== "string" || kind === "" || key === null || key === undefined) return;
      if (isCellError(key)) return;
      const id = `${kind}\t${String(key)}`;
      state.cells.set(id, { row: index, value: value ?? null });
      if (value !== null && value !== undefined && !isCellError(value)) state.values.set(id, String(value));
    });
    return state;
  }
}

export function stateKey(kind: StateKind, key: string): string {
  return `${kind}\t${key}`;
}

/** The workbook's language, from the rows of the hidden sheet alone: where a menu is made there is no time to read more. */
export function notedLanguage(rows: readonly (readonly unknown[])[]): Language | undefined {
  const noted = rows.find(([kind, key]) => kind === "book" && key === "language")?.[2];
  return noted === "zh-CN" || noted === "en" ? noted : undefined;
}
