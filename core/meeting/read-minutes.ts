import type { CellPlace } from "../base/place.ts";
import { readCell } from "../tables/cell-values.ts";
import { blankOf, type Value } from "../tables/field.ts";
import type { WordKey } from "../words/message.ts";
import { isCellError } from "../workbook/cells.ts";
import { formulaKey, type SheetCells } from "../workbook/host.ts";
import { fieldsIn, type PlacedFields, placedFields } from "./minutes-columns.ts";
import { type BlockId, blockOf, blocks, type FormField, headRows, headSpan, nextFields } from "./minutes-form.ts";

/** A field as it stands in the sheet. */
export interface ReadField {
  readonly value: Value;
  /** What stands there where it could not be read, and why. */
  readonly wrong?: { readonly code: WordKey; readonly text: string };
  readonly at: CellPlace;
}

export interface ReadRow {
  readonly block: BlockId;
  /** The key in the hidden column; `""` for a row that is new. */
  readonly key: string;
  /** The sheet's row, from 0. */
  readonly row: number;
  readonly fields: Readonly<Record<string, ReadField>>;
  /** A copy of a row above that kept its hidden key. */
  readonly isCopy: boolean;
}

/** A field's text as it stands; `""` where there is none. */
export function textOf(row: ReadRow, field: string): string {
  return String(row.fields[field]?.value ?? "");
}

/** Whether nothing was typed in a row; its printed number does not count. */
export function isEmptyRow(row: ReadRow): boolean {
  return Object.entries(row.fields).every(([field, read]) => field === "no" || (!read.wrong && (read.value === "" || read.value === null)));
}

export interface ReadMinutes {
  readonly sheet: string;
  readonly head: Readonly<Record<string, ReadField>>;
  readonly rows: readonly ReadRow[];
  /** Blocks of which nothing is left in the sheet. */
  readonly missing: readonly BlockId[];
  /** The last row of each block, after which a new one belongs to it. */
  readonly ends: ReadonlyMap<BlockId, number>;
  /** Where the fields stand in this sheet. */
  readonly placed: PlacedFields;
}

const BLOCK_MARKER = /^(review|sales|production|balance|topics|actions|open)(#{1,2}|~|:(.*))$/;

/**
 * Reads a minutes sheet by the markers of its hidden column, wherever rows were moved, inserted or
 * deleted. A row without a marker belongs to the block above it.
 */
export function readMinutes(cells: SheetCells, dateSystem: 1900 | 1904, near: number): ReadMinutes {
  const rows: ReadRow[] = [];
  const head: Record<string, ReadField> = {};
  const ends = new Map<BlockId, number>();
  const seen = new Set<string>();
  const placed = new Map<BlockId, readonly FormField[]>();
  let current: BlockId | undefined;
  const field = (row: number, spec: Pick<FormField, "column" | "columns" | "type">): ReadField =>
    readField(cells, row, spec, dateSystem, near);
  for (let row = 0; row < cells.values.length; row++) {
    const marker = cells.values[row]?.[0];
    const text = typeof marker === "string" ? marker : "";
    const block = BLOCK_MARKER.exec(text);
    if (block) current = block[1] as BlockId;
    else if (text !== "") current = undefined;
    readHeadRow(head, text, row, field);
    if (!current) continue;
    ends.set(current, row);
    if (block?.[2] === "##") placed.set(current, placedFields(blockOf(current), cells.values[row] ?? []));
    if (block && (block[2]?.startsWith("#") || block[2] === "~")) continue;
    const key = block?.[3] ?? "";
    const values = Object.fromEntries(fieldsIn(placed, current).map((spec) => [spec.id, field(row, spec)]));
    const id = `${current}:${key}`;
    const isCopy = key !== "" && seen.has(id);
    if (key !== "") seen.add(id);
    rows.push({ block: current, key: isCopy ? "" : key, row, fields: values, isCopy });
  }
  return { sheet: cells.sheet, head, rows, missing: blocks.map((block) => block.id).filter((id) => !ends.has(id)), ends, placed };
}

function readHeadRow(
  head: Record<string, ReadField>,
  marker: string,
  row: number,
  field: (row: number, spec: Pick<FormField, "column" | "columns" | "type">) => ReadField,
): void {
  const match = /^(head|next):(\d+)$/.exec(marker);
  if (!match) return;
  const fields = (match[1] === "head" ? headRows : nextFields)[Number(match[2])] ?? [];
  fields.forEach((spec, index) => {
    const [column, columns] = headSpan(fields, index);
    head[spec.id] = field(row, { column, columns, type: "text" });
  });
}

/** A field's value from any cell of its span, since an inserted row has no merged cells. */
export function readField(
  cells: SheetCells,
  row: number,
  spec: Pick<FormField, "column" | "columns" | "type">,
  dateSystem: 1900 | 1904,
  near: number,
): ReadField {
  const line = cells.values[row] ?? [];
  for (let column = spec.column; column < spec.column + spec.columns; column++) {
    const at = { sheet: cells.sheet, row, column };
    const value = line[column] ?? null;
    if (value === null || value === "") {
      if (value === null && cells.formulas.has(formulaKey(row, column)))
        return { value: blankOf(spec.type), wrong: { code: "not-calculated", text: "" }, at };
      continue;
    }
    if (isCellError(value)) return { value: blankOf(spec.type), wrong: { code: "cell-error", text: value.error }, at };
    const read = readCell(spec.type, value, { dateSystem, near });
    const text = typeof read.value === "string" ? read.value.trim() : read.value;
    return read.wrong === undefined ? { value: text, at } : { value: text, wrong: { code: read.wrong, text: String(value) }, at };
  }
  return { value: blankOf(spec.type), at: { sheet: cells.sheet, row, column: spec.column } };
}
