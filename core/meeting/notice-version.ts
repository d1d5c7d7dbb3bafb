import { hashText } from "../base/hash.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";

/** Which notice of a meeting is to go out: one more than the last, or the last again where it still says what holds. */
export interface NoticeVersion {
  /** `notice:<meeting>`, from the second on `notice:<meeting>:<version>`. */
  readonly id: string;
  readonly version: number;
  /** When and where the meeting was to be by the notice before; `""` where that is not known. */
  readonly before: string;
}

interface Said {
  /** Stands for everything the notice said. */
  readonly said?: string;
  readonly when?: string;
}

export function noticeId(no: string, version: number): string {
  return version === 1 ? `notice:${no}` : `notice:${no}:${version}`;
}

/** The highest version that ever went out, by the sheets, what is remembered and who was told; 0 for none. */
export function lastNotice(snapshot: Snapshot, no: string): number {
  const ids = (["made", "document"] as const).flatMap((kind) => [...snapshot.state.entries(kind, `notice:${no}`)].map(([id]) => id));
  const versions = ids.map((id) =>
    id === noticeId(no, 1) ? 1 : Number(id.startsWith(`notice:${no}:`) ? id.slice(`notice:${no}:`.length) : 0),
  );
  const told = rowsOf(snapshot, "distribution").filter(({ values }) => values.meeting === no && values.document === "notice");
  return Math.max(0, ...versions.filter(Number.isInteger), ...told.map(({ values }) => values.version ?? 1));
}

/** @param stillHolds whether the last one is taken to hold where nothing is remembered of what it said */
export function nextNotice(snapshot: Snapshot, no: string, content: string, stillHolds: boolean): NoticeVersion {
  const last = lastNotice(snapshot, no);
  const remembered = saidBy(snapshot, noticeId(no, last));
  const isSame = last > 0 && (remembered.said === undefined ? stillHolds : remembered.said === hashText(content));
  const version = isSame ? last : last + 1;
  return { id: noticeId(no, version), version, before: saidBy(snapshot, noticeId(no, version - 1)).when ?? "" };
}

/** What is remembered of a notice, written before its sheet: cut off in between, the same one is finished. */
export function noticeEntry(id: string, date: string, content: string, when: string): StateEntry {
  return { kind: "document", key: id, value: JSON.stringify({ date, said: hashText(content), when }) };
}

function saidBy({ state }: Snapshot, id: string): Said {
  try {
    return JSON.parse(state.get("document", id) ?? "{}") as Said;
  } catch {
    return {};
  }
}
