import { foldText } from "../base/text.ts";
import type { CellInput, CellValue } from "../workbook/cells.ts";
import { type Block, type BlockId, blockOf, type FormField, GRID } from "./minutes-form.ts";

/** Where the fields of the blocks stand in a sheet; a block that is left out stands as the form has it. */
export type PlacedFields = ReadonlyMap<BlockId, readonly FormField[]>;

export function fieldsIn(placed: PlacedFields | undefined, block: BlockId): readonly FormField[] {
  return placed?.get(block) ?? blockOf(block).fields;
}

/**
 * Where a block's fields stand by its line of headings, since forms laid out earlier had other columns
 * and fields. A field without its heading stands in its own place, unless another field is there; where
 * hardly a heading is known, the form's places hold.
 * @param headings the line's cells, the hidden column first
 */
export function placedFields(block: Block, headings: readonly (CellInput | CellValue | undefined)[]): readonly FormField[] {
  const texts = Array.from({ length: GRID.length + 1 }, (_, column) => {
    const text = column === 0 ? "" : headings[column];
    return typeof text === "string" ? foldText(text) : "";
  });
  const starts = texts.flatMap((text, column) => (text === "" ? [] : [column]));
  const endOf = (column: number): number => starts.find((start) => start > column) ?? GRID.length + 1;
  const found = new Map<string, FormField>();
  for (const column of starts) {
    const field = block.fields.find(({ id, zh, en }) => !found.has(id) && [zh, en].some((name) => foldText(name) === texts[column]));
    if (field) found.set(field.id, { ...field, column, columns: endOf(column) - column });
  }
  if (found.size * 2 < starts.length || found.size === 0) return block.fields;
  const isTaken = ({ column, columns }: FormField): boolean =>
    [...found.values()].some((other) => other.column < column + columns && column < other.column + other.columns);
  return block.fields.flatMap((field) => {
    const placed = found.get(field.id);
    if (placed) return [placed];
    return isTaken(field) ? [] : [field];
  });
}
