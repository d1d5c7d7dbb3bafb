import type { Area } from "../workbook/cells.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** Where a document's lists of people and departments come from. */
export type SuggestionLists = Partial<Record<"people" | "departments", { readonly sheet: string; readonly area: Area }>>;

/** Names that a list offers; people are added below. */
const ROWS = 300;

export function suggestionLists({ places }: Snapshot): SuggestionLists {
  const found: { -readonly [list in keyof SuggestionLists]: SuggestionLists[list] } = {};
  for (const id of ["people", "departments"] as const) {
    const place = places.get(id);
    const column = place?.columns.get("name");
    if (place && column !== undefined) found[id] = { sheet: place.sheet, area: { row: place.headRow + 1, column, rows: ROWS, columns: 1 } };
  }
  return found;
}
