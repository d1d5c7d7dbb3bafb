import { type Problem, problem } from "../words/message.ts";
import { isCellError } from "../workbook/cells.ts";
import { formulaKey } from "../workbook/host.ts";
import { type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { trackedTables } from "./live-columns.ts";

/** Light cells in which a person typed over the formula: they are theirs, and said. */
export function overwritten(snapshot: Snapshot): Problem[] {
  return trackedTables.flatMap((id) => {
    const table = tableIn(snapshot, id);
    if (!table) return [];
    return ["light", "daysLate"].flatMap((field) => {
      const column = table.place.columns.get(field);
      if (column === undefined) return [];
      return table.rows.flatMap((row): Problem[] => {
        const value = table.cells.values[row.row]?.[column] ?? null;
        const isTyped = value !== null && value !== "" && !isCellError(value) && !table.cells.formulas.has(formulaKey(row.row, column));
        return isTyped
          ? [problem("note", "formula-overwritten", { value: String(value) }, { sheet: table.place.sheet, row: row.row, column })]
          : [];
      });
    });
  });
}
