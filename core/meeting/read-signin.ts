import type { CellPlace } from "../base/place.ts";
import type { CellValue } from "../workbook/cells.ts";
import type { SheetCells } from "../workbook/host.ts";
import { type ReadField, readField } from "./read-minutes.ts";
import { COUNTS_ROW, countCells, signInColumn, signInColumns } from "./signin-form.ts";

export interface SignedRow {
  /** The number of the attendance row, from the hidden column; `""` for a row that is new. */
  readonly key: string;
  /** The sheet's row, from 0. */
  readonly row: number;
  readonly fields: Readonly<Record<string, ReadField>>;
}

export interface ReadSignIn {
  readonly sheet: string;
  readonly rows: readonly SignedRow[];
  /** The head's two counts, as far as their row is there. */
  readonly counts: Partial<Record<keyof typeof countCells, { readonly value: CellValue; readonly at: CellPlace }>>;
  /** The row below which rows belong to the table no longer. */
  readonly end: number;
}

/** Reads a sign-in sheet by its hidden column, wherever rows were moved, inserted or deleted. */
export function readSignIn(cells: SheetCells, dateSystem: 1900 | 1904): ReadSignIn {
  const rows: SignedRow[] = [];
  const counts: { -readonly [count in keyof ReadSignIn["counts"]]: ReadSignIn["counts"][count] } = {};
  const seen = new Set<string>();
  let isWithin = false;
  let end = 0;
  cells.values.forEach((line, row) => {
    const said = line[0];
    const marker = typeof said === "string" ? said : "";
    if (marker !== "") isWithin = marker.startsWith("signin:") || marker === "signin##";
    if (marker === COUNTS_ROW)
      for (const [count, column] of Object.entries(countCells) as [keyof typeof countCells, number][])
        counts[count] = { value: line[column] ?? null, at: { sheet: cells.sheet, row, column } };
    if (!isWithin || marker === "signin##") return;
    end = row;
    const key = marker.slice("signin:".length);
    const fields = Object.fromEntries(
      signInColumns.map(({ id, type }) => [id, readField(cells, row, { column: signInColumn(id), columns: 1, type }, dateSystem, 0)]),
    );
    // A copied row kept its hidden number: the first has it.
    rows.push({ key: seen.has(key) ? "" : key, row, fields });
    if (key !== "") seen.add(key);
  });
  return { sheet: cells.sheet, rows, counts, end };
}

/** Whether nothing was typed in a row; its printed number does not count. */
export function isUnsigned({ fields }: SignedRow): boolean {
  return Object.entries(fields).every(([id, { value, wrong }]) => id === "order" || (!wrong && (value === "" || value === null)));
}

/** A row that nobody has and nobody wrote in. */
export function isSpare(row: SignedRow): boolean {
  return row.key === "" && isUnsigned(row);
}

/** A field's text as it stands; `""` where there is none. */
export function saidIn({ fields }: SignedRow, id: string): string {
  return String(fields[id]?.value ?? "");
}
