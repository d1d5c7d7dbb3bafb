import type { Snapshot } from "../workbook/snapshot.ts";
import type { RuleOptions } from "./minutes-rules.ts";

/** Rows of a list from which a document's cells suggest names. */
const ROWS = 300;

/** Where a document's suggestions for people and departments come from. */
export function suggestions(snapshot: Snapshot): RuleOptions["lists"] {
  const found: RuleOptions["lists"] = {};
  for (const id of ["people", "departments"] as const) {
    const place = snapshot.places.get(id);
    const column = place?.columns.get("name");
    if (place && column !== undefined) found[id] = { sheet: place.sheet, area: { row: place.headRow + 1, column, rows: ROWS, columns: 1 } };
  }
  return found;
}
