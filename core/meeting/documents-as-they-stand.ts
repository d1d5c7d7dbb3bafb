import type { SheetLayout } from "../workbook/sheet-layout.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { minutesAsTheyStand } from "./minutes-as-they-stand.ts";

/** By the first part of a document's id. */
const kinds: Readonly<Record<string, (snapshot: Snapshot, id: string) => SheetLayout | null>> = {
  minutes: minutesAsTheyStand,
};

/** A document as its sheet now says it; null where the sheet was not read or is no document that can leave the workbook so. */
export function documentAsItStands(snapshot: Snapshot, id: string): SheetLayout | null {
  return kinds[id.split(":")[0] ?? ""]?.(snapshot, id) ?? null;
}
