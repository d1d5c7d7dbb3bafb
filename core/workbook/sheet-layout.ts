import type { CellInput } from "./cells.ts";
import type { Chart } from "./chart.ts";
import type { Group, Highlight, PageSetup, Style, Validation, Visibility } from "./edits.ts";

/** A cell of a layout; it spans `columns` columns from `column` on. */
export interface LayoutCell {
  readonly column: number;
  readonly columns: number;
  readonly value: CellInput;
  readonly style: Style;
}

export interface LayoutRow {
  /** Stands in the hidden key column, so that the row is known wherever it is moved. */
  readonly marker: string;
  /** Points. */
  readonly height: number;
  readonly cells: readonly LayoutCell[];
}

/** A sheet as Concord lays it out, told without any host. */
export interface SheetLayout {
  readonly name: string;
  readonly visibility: Visibility;
  /** Widths of all columns in characters, the hidden key column (if any) first. */
  readonly widths: readonly number[];
  /** Column 0 holds markers and is hidden. */
  readonly hasMarkers: boolean;
  readonly rows: readonly LayoutRow[];
  readonly validations: readonly Validation[];
  readonly highlights: readonly Highlight[];
  readonly charts?: readonly Chart[];
  /** Outline groups of rows and of columns; of an axis that is left out the outline stays as it is. */
  readonly groups?: { readonly rows?: readonly Group[]; readonly columns?: readonly Group[] };
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly page?: PageSetup;
  readonly tab?: string;
  /** The sheet after which a new one is put. */
  readonly after?: string;
  /** Lay out again whenever it differs, since nobody types here; else it is laid out once. */
  readonly isOurs: boolean;
  readonly named?: readonly { readonly name: string; readonly row: number; readonly column: number }[];
}
