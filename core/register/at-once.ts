import { type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { settingsIn } from "./book-settings.ts";

/** Whether Google Sheets is to write a batch all at once; where there are no settings yet nobody could say. */
export function writesAtOnce(snapshot: Snapshot): boolean | undefined {
  return tableIn(snapshot, "settings") ? settingsIn(snapshot).writesAtOnce : undefined;
}
