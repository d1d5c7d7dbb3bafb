import { isSealed, sealOf } from "../archive/seal.ts";
import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { minutesOf } from "../meeting/minutes-versions.ts";
import { lastNotice, noticeId } from "../meeting/notice-version.ts";
import type { WordKey } from "../words/message.ts";
import { cellOf, rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { documentPlace } from "./cells.ts";

/** A sheet that Concord made of a meeting. */
export interface MeetingDocument {
  readonly kind: WordKey;
  readonly version: number;
  readonly at: CellPlace;
  /** Nothing of it changes any more: who approved or filed it, and when; `null` while it is open. */
  readonly sealed: { readonly by: string; readonly on: Day | null } | null;
}

/** To whom a document went. */
export interface Sending {
  /** A choice of `documentKind`. */
  readonly document: string;
  readonly version: number;
  readonly sentOn: Day | null;
  readonly names: readonly string[];
  readonly at: CellPlace;
}

export interface Filed {
  readonly no: string;
  /** A choice of `documentKind`. */
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly filedOn: Day | null;
  readonly at: CellPlace;
}

/** Every sheet of a meeting that is there, older versions before newer ones. */
export function documentsOf(snapshot: Snapshot, no: string): MeetingDocument[] {
  const notices = Array.from({ length: lastNotice(snapshot, no) }, (_, index) => index + 1);
  const made: readonly (readonly [WordKey, string, number])[] = [
    ...notices.map((version) => ["notice-sheet", noticeId(no, version), version] as const),
    ["signin-sheet", `signin:${no}`, 1],
    ...minutesOf(snapshot.state, no).map(({ id, version }) => ["minutes-sheet", id, version] as const),
  ];
  return made.flatMap(([kind, id, version]): MeetingDocument[] => {
    const at = documentPlace(snapshot, id);
    if (!at) return [];
    const seal = sealOf(snapshot.state, id);
    const sealed = seal ? { by: seal.by, on: seal.on } : isSealed(snapshot, id) ? { by: "", on: null } : null;
    return [{ kind, version, at, sealed }];
  });
}

/** One line for each time that a document went out. */
export function sendingsOf(snapshot: Snapshot, no: string): Sending[] {
  const table = tableIn(snapshot, "distribution");
  if (!table) return [];
  const found = new Map<string, Sending>();
  for (const row of table.rows) {
    const { meeting, document, version, sentOn, name } = row.values;
    if (meeting !== no || name === "") continue;
    const key = `${document} ${version ?? 1} ${sentOn ?? ""}`;
    const before = found.get(key);
    const at = before?.at ?? cellOf(table, row, "name");
    found.set(key, { document, version: version ?? 1, sentOn, names: [...(before?.names ?? []), name], at });
  }
  return [...found.values()];
}

export function filedOf(snapshot: Snapshot, no: string): Filed[] {
  const table = tableIn(snapshot, "archive");
  if (!table) return [];
  return rowsOf(snapshot, "archive")
    .filter(({ values }) => values.meeting === no)
    .map((row) => ({
      no: row.key,
      kind: row.values.kind,
      title: row.values.title,
      place: row.values.place,
      filedOn: row.values.filedOn,
      at: cellOf(table, row, "no"),
    }));
}
