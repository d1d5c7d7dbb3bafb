import type { CellPlace } from "../base/place.ts";
import type { RowOf } from "../tables/field.ts";
import type { TableId, Tables } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import type { Problem } from "../words/message.ts";
import type { SheetCells, SheetFacts, Survey } from "./host.ts";
import type { Place } from "./place.ts";
import type { State } from "./state.ts";

/** A row as it was read. */
export interface TableRow<T extends TableId = TableId> {
  /** The key fields' values, joined; `""` for a row that somebody typed without a number. */
  readonly key: string;
  readonly values: RowOf<Tables[T]>;
  /** What stands in the cells that could not be read as their field. */
  readonly raw: Readonly<Record<string, string>>;
  /** The sheet's row, from 0. */
  readonly row: number;
  /** Of a table typed wide: the column of this row's value. */
  readonly column?: number;
}

export interface TableData<T extends TableId = TableId> {
  readonly id: T;
  readonly place: Place;
  readonly rows: readonly TableRow<T>[];
  readonly byKey: ReadonlyMap<string, TableRow<T>>;
  /** The row below the last one that holds anything typed. */
  readonly end: number;
  /** The first row at or below `end` that holds something that is not this table's; none where left out. */
  readonly below?: number;
  readonly cells: SheetCells;
  /** Cells that could not be read, rows with one key, headings that were renamed or lost. */
  readonly problems: readonly Problem[];
}

/** What a command decides on: plain data, read in one go. */
export interface Snapshot {
  readonly survey: Survey;
  readonly state: State;
  /** The workbook's language. */
  readonly language: Language;
  /** Every table found, read or not. */
  readonly places: ReadonlyMap<TableId, Place>;
  /** The tables that the command asked for and that exist. */
  readonly tables: ReadonlyMap<TableId, TableData>;
  /** The document sheets that the command asked for and that exist, by document id. */
  readonly documents: ReadonlyMap<string, SheetCells>;
  /** Every sheet that was read whole, by its name in lower case. */
  readonly sheets: ReadonlyMap<string, SheetCells>;
}

export function tableIn<T extends TableId>(snapshot: Snapshot, id: T): TableData<T> | undefined {
  return snapshot.tables.get(id) as TableData<T> | undefined;
}

/** The rows of a table; none where the workbook has no such table. */
export function rowsOf<T extends TableId>(snapshot: Snapshot, id: T): readonly TableRow<T>[] {
  return tableIn(snapshot, id)?.rows ?? [];
}

export function rowByKey<T extends TableId>(snapshot: Snapshot, id: T, key: string): TableRow<T> | undefined {
  return tableIn(snapshot, id)?.byKey.get(key);
}

/** The cell of a row's field, where the table has that column. */
export function cellOf(table: TableData, row: TableRow, field: string): CellPlace {
  return { sheet: table.place.sheet, row: row.row, column: table.place.columns.get(field) ?? row.column ?? table.place.column };
}

export function sheetFacts(survey: Survey, name: string): SheetFacts | undefined {
  const wanted = name.toLowerCase();
  return survey.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}
