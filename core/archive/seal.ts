import { type Day, parseIso, toIso } from "../base/plain-date.ts";
import { type DocumentCells, fingerprint, type Kept, keepCells } from "../files/fingerprint.ts";
import { minutesVersion } from "../meeting/minutes-versions.ts";
import { rowByKey, type Snapshot, sheetFacts } from "../workbook/snapshot.ts";
import type { State, StateEntry } from "../workbook/state.ts";

/** What is remembered of a document that must not change any more. */
export interface Seal {
  readonly fingerprint: string;
  readonly on: Day;
  /** Who approved it, or filed it. */
  readonly by: string;
}

export function sealOf(state: State, id: string): Seal | undefined {
  const text = state.get("sealed", id);
  if (text === undefined) return undefined;
  try {
    const { fingerprint: kept = "", on = "", by = "" } = JSON.parse(text) as Readonly<Record<string, string>>;
    return { fingerprint: kept, on: parseIso(on) ?? 0, by };
  } catch {
    return undefined;
  }
}

/** What the document said then, cell by cell. */
export function keptOf(state: State, id: string): Kept {
  return [...state.entries("digest", `${id} `)]
    .map(([key, text]) => [Number(key.slice(id.length + 1)), text] as const)
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text);
}

/** The fingerprint last of all: a document without one is not sealed yet, and sealing it is gone on with. */
export function sealEntries(id: string, document: DocumentCells, on: Day, by: string): StateEntry[] {
  const digests = keepCells(document).map((value, index): StateEntry => ({ kind: "digest", key: `${id} ${index}`, value }));
  const seal = { fingerprint: fingerprint(document), on: toIso(on), by };
  return [...digests, { kind: "sealed", key: id, value: JSON.stringify(seal) }];
}

/** The ids of all sealed documents, of one meeting or of any. */
export function sealedIds(state: State, meeting: string): string[] {
  return [...state.entries("sealed")].map(([id]) => id).filter((id) => meeting === "" || meetingOf(id) === meeting);
}

/** The meeting that a document's id names: `notice:CX-2026-W47-1:2` is of `CX-2026-W47-1`. */
export function meetingOf(id: string): string {
  const [, paper] = /^paper:(.+)-P\d+$/.exec(id) ?? [];
  return paper ?? /^\w+:(.+?)(?::\d+)?$/.exec(id)?.[1] ?? "";
}

const APPROVED = new Set(["approved", "distributed", "archived"]);

/** Sealed, or so by its register and its protected sheet, where the hidden sheet was lost. */
export function isSealed(snapshot: Snapshot, id: string): boolean {
  if (sealOf(snapshot.state, id)) return true;
  const minutes = minutesVersion(id);
  const sheet = snapshot.state.get("made", id);
  if (!minutes || sheet === undefined || !sheetFacts(snapshot.survey, sheet)?.isProtected) return false;
  // What Concord remembers of a document it loses with the hidden sheet.
  if (snapshot.state.get("recorded", `${id} head`) !== undefined) return false;
  return APPROVED.has(rowByKey(snapshot, "meetings", minutes.meeting)?.values.state ?? "");
}

/** A document as its sheet now says it. */
export function documentCells(snapshot: Snapshot, id: string): DocumentCells | undefined {
  const cells = snapshot.documents.get(id);
  return cells && { cells, dateSystem: snapshot.survey.dateSystem, hasMarkers: true };
}
