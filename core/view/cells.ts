import type { CellPlace } from "../base/place.ts";
import { newestMinutes } from "../meeting/minutes-versions.ts";
import { cellOf, type Snapshot, sheetFacts, type TableData, type TableRow } from "../workbook/snapshot.ts";

/** The first of these fields that says something in a row; the row's first cell where none does. */
export function firstCell(table: TableData, row: TableRow, fields: readonly string[]): CellPlace {
  const values = row.values as Readonly<Record<string, unknown>>;
  return cellOf(table, row, fields.find((field) => (values[field] ?? "") !== "") ?? "");
}

/** The first cell that is seen of a document that Concord made, as long as its sheet is there. */
export function documentPlace(snapshot: Snapshot, id: string): CellPlace | null {
  const sheet = snapshot.state.get("made", id);
  const facts = sheet === undefined ? undefined : sheetFacts(snapshot.survey, sheet);
  return facts ? { sheet: facts.name, row: 0, column: 1 } : null;
}

/** Where the newest minutes of a meeting stand; nothing where Concord made none, or their sheet is gone. */
export function minutesPlace(snapshot: Snapshot, no: string): CellPlace | null {
  const newest = newestMinutes(snapshot.state, no);
  return newest ? documentPlace(snapshot, newest.id) : null;
}
