import type { Area, CellValue, Chart, Highlight, PageSetup, Style, Validation, Visibility } from "../../core/index.ts";
import { cellsOf } from "./cells-of.ts";
import type { RowMove } from "./row-move.ts";
import type { StyleBook } from "./style-book.ts";

export interface Cell {
  value: CellValue;
  /** Without `=`. `value` is then the last computed result. */
  formula?: string;
  /** Index into the workbook's `StyleBook`. */
  style: number;
}

export interface Column {
  /** Characters of the default font. */
  width?: number;
  hidden?: boolean;
  style?: number;
  /** How many outline groups it is in; it carries the button of a folded group. */
  level?: number;
  isCollapsed?: boolean;
}

export interface Row {
  /** Points. */
  height?: number;
  hidden?: boolean;
  /** The look of the row's cells that do not exist yet. */
  style?: number;
  /** How many outline groups it is in; it carries the button of a folded group. */
  level?: number;
  isCollapsed?: boolean;
}

export interface Table {
  name: string;
  /** With its heading row, and its totals row where it has one. */
  area: Area;
  hasTotals: boolean;
  /** Its own filter hides rows. */
  hidesRows?: boolean;
  /** The part of the opened file that holds it. */
  part?: string;
}

/** A person's chart of the opened file: carried along, not modelled further. */
export interface CarriedChart {
  readonly part: string;
}

/** A chart of ours: as an edit told it, or as the opened file holds it. */
export interface OurChart {
  readonly name: string;
  readonly told?: Chart;
  readonly part?: string;
}

/** The parts of a sheet that can change apart from each other; a file's writer rewrites only those. */
export type Aspect =
  | "cells"
  | "columns"
  | "rows"
  | "merges"
  | "validations"
  | "highlights"
  | "tables"
  | "charts"
  | "protection"
  | "page"
  | "freeze"
  | "view"
  | "properties";

/** A sheet in memory. Mutate it through its methods: they note what changed. */
export class Sheet {
  visibility: Visibility = "visible";
  tab?: string;
  gridlines = true;
  isProtected = false;
  page?: PageSetup;
  freeze: { rows: number; columns: number } = { rows: 0, columns: 0 };
  /** The filter of the sheet itself (a native table has its own). A change of it counts as one of `tables`. */
  filter?: { area: Area; hidesRows: boolean };
  merges: Area[] = [];
  validations: Validation[] = [];
  /** All formula rules, a person's and ours, in order of priority. Other kinds of rules of an opened file are carried along. */
  highlights: Highlight[] = [];
  readonly tables: Table[] = [];
  readonly carriedCharts: CarriedChart[] = [];
  ourCharts: readonly OurChart[] = [];
  readonly columns = new Map<number, Column>();
  readonly rows = new Map<number, Row>();
  /** Row, then column. */
  readonly cells = new Map<number, Map<number, Cell>>();
  /** The part of the opened file that holds this sheet; a sheet made here has none. */
  part?: string;
  readonly changed = new Set<Aspect>();
  /** Cells changed since the file was opened, by row. */
  readonly changedCells = new Map<number, Set<number>>();
  /** Rows inserted and deleted since the file was opened, in order: a writer moves along what is not modelled here. */
  readonly rowMoves: RowMove[] = [];

  constructor(
    public name: string,
    private readonly styles: StyleBook,
  ) {}

  /** Whether rows stand elsewhere than in the opened file. */
  get rowsMoved(): boolean {
    return this.rowMoves.length > 0;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** The look of a cell, whether or not there is one. */
  styleAt(row: number, column: number): number {
    return this.cell(row, column)?.style ?? this.rows.get(row)?.style ?? this.columns.get(column)?.style ?? 0;
  }

  /** The cell, made where there is none; use it only to change it. */
  touch(row: number, column: number): Cell {
    let line = this.cells.get(row);
    if (!line) {
      line = new Map();
      this.cells.set(row, line);
    }
    let cell = line.get(column);
    if (!cell) {
      cell = { value: null, style: this.styleAt(row, column) };
      line.set(column, cell);
    }
    let touched = this.changedCells.get(row);
    if (!touched) {
      touched = new Set();
      this.changedCells.set(row, touched);
    }
    touched.add(column);
    this.changed.add("cells");
    return cell;
  }

  setValue(row: number, column: number, value: CellValue): void {
    const cell = this.touch(row, column);
    cell.value = value;
    delete cell.formula;
  }

  setFormula(row: number, column: number, formula: string, value: CellValue): void {
    const cell = this.touch(row, column);
    cell.formula = formula;
    cell.value = value;
  }

  format(area: Area, style: Style): void {
    // An area holds few looks and many cells.
    const known = new Map<number, number>();
    for (const { row, column } of cellsOf(area)) {
      const before = this.styleAt(row, column);
      const after = known.get(before) ?? this.styles.over(before, style);
      known.set(before, after);
      if (after !== before) this.touch(row, column).style = after;
    }
  }

  /** The smallest area from A1 that holds every value and formula; zero rows where there is none. */
  used(): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    for (const [row, line] of this.cells) {
      for (const [column, cell] of line) {
        if (cell.value === null && cell.formula === undefined) continue;
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
      }
    }
    return { rows, columns };
  }
}
