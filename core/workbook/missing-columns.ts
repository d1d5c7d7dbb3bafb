import { tableIds, tableOf } from "../tables/tables.ts";
import type { Change } from "./patch.ts";
import type { Snapshot } from "./snapshot.ts";

/** Tables whose sheets a workbook of an older Concord lacks, or lacks columns of. */
export function missingColumns(snapshot: Snapshot): Change[] {
  return tableIds.flatMap((id): Change[] => {
    const place = snapshot.places.get(id);
    if (!place || snapshot.state.get("made", id) !== place.sheet) return [];
    const fields = Object.keys(tableOf(id).fields).filter((field) => !place.columns.has(field) && !place.lost.includes(field));
    return fields.length === 0 ? [] : [{ kind: "columns", table: id, fields }];
  });
}
