import type { CellInput } from "../../../core/index.ts";
import type { EditOf } from "./edit-of.ts";

interface PlacedInput {
  readonly row: number;
  readonly column: number;
  readonly input: Exclude<CellInput, undefined>;
}

/** What an edit writes, cell by cell, without the cells that it leaves as they are. */
export function* inputsOf(edit: EditOf<"cells">): Generator<PlacedInput> {
  for (const [down, line] of edit.values.entries()) {
    for (const [across, input] of line.entries()) {
      if (input !== undefined) yield { row: edit.row + down, column: edit.column + across, input };
    }
  }
}
