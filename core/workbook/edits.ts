/**
 * The changes a host can make, as plain data. Core works out rows, columns and formats; a host
 * translates each kind into its own calls and decides nothing.
 */
import type { Area, CellInput, CellPlace, CellValue } from "./cells.ts";
import type { Chart } from "./chart.ts";

export type LineStyle = "none" | "thin" | "medium" | "hair" | "double";

/** A look. A property that is left out stays as the cell has it. Colours are `RRGGBB`. */
export interface Style {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  /** `null` means no fill. */
  readonly fill?: string | null;
  readonly border?: {
    readonly top?: LineStyle;
    readonly bottom?: LineStyle;
    readonly left?: LineStyle;
    readonly right?: LineStyle;
    readonly color?: string;
  };
  readonly horizontal?: "left" | "center" | "right" | "general";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  readonly locked?: boolean;
}

/** What a cell may hold. `suggest` shows the choices but keeps anything typed. */
export type ValidationRule =
  | { readonly type: "list"; readonly values: readonly string[]; readonly suggest?: boolean }
  | { readonly type: "listFrom"; readonly sheet: string; readonly area: Area; readonly suggest?: boolean }
  | { readonly type: "date"; readonly from: number; readonly to: number }
  | { readonly type: "number"; readonly from: number; readonly to: number; readonly whole: boolean };

export interface Validation {
  readonly areas: readonly Area[];
  readonly rule: ValidationRule;
  /** Shown when a value is refused. */
  readonly title: string;
  readonly message: string;
}

/** A conditional format. `formula` is relative to the first cell of the first area. */
export interface Highlight {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly style: Pick<Style, "fill" | "color" | "bold">;
}

/** How a sheet prints. Margins in millimetres, header and footer in Excel's codes (`&P`, `&N`). */
export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  readonly paper: "A4" | "A3";
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Pages across; as many pages down as it takes unless `fitHeight` says otherwise. */
  readonly fitWidth: number;
  readonly fitHeight?: number;
  /** The first and last row (from 0) repeated on each page. */
  readonly repeatRows?: readonly [number, number];
  readonly printArea?: Area;
  readonly header?: string;
  readonly footer?: string;
  readonly centred: boolean;
}

/** Rows or columns that fold away together, counted from 0. One that lies within another is a level deeper; two side by side need a line between them. */
export interface Group {
  readonly first: number;
  readonly count: number;
  readonly isCollapsed: boolean;
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export type Edit =
  /** Adds an empty sheet at the end, or after `after`. A sheet of that name that exists already stays. */
  | {
      readonly kind: "addSheet";
      readonly sheet: string;
      readonly after?: string;
      readonly visibility: Visibility;
      readonly tab?: string;
      readonly gridlines: boolean;
    }
  /**
   * Writes a rectangle from (row, column). `expect`, where given, is what stood there when the
   * decision was made: a host that finds something else writes nothing and says `stale`.
   */
  | {
      readonly kind: "cells";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly CellInput[])[];
      readonly expect?: readonly (readonly (CellValue | undefined)[])[];
    }
  | { readonly kind: "format"; readonly sheet: string; readonly areas: readonly Area[]; readonly style: Style }
  | { readonly kind: "merge"; readonly sheet: string; readonly areas: readonly Area[] }
  /** Takes apart every merge in the area. */
  | { readonly kind: "unmerge"; readonly sheet: string; readonly area: Area }
  /** Column widths in characters of the default font. */
  | { readonly kind: "widths"; readonly sheet: string; readonly column: number; readonly widths: readonly number[] }
  /** Row heights in points. */
  | { readonly kind: "heights"; readonly sheet: string; readonly row: number; readonly heights: readonly number[] }
  | { readonly kind: "hideColumns"; readonly sheet: string; readonly column: number; readonly count: number; readonly hidden: boolean }
  /** Inserts empty rows before `row`; everything below moves down. They look like the row above. */
  | { readonly kind: "insertRows"; readonly sheet: string; readonly row: number; readonly count: number }
  /** Takes whole rows away; everything below moves up. */
  | { readonly kind: "deleteRows"; readonly sheet: string; readonly row: number; readonly count: number }
  /** Takes a sheet away with all that is in it; a host refuses to take the last one that shows. */
  | { readonly kind: "removeSheet"; readonly sheet: string }
  /** Each validation replaces what its areas had; other areas keep theirs. */
  | { readonly kind: "validate"; readonly sheet: string; readonly validations: readonly Validation[] }
  /** Replaces the conditional formats whose formula holds `MARK`; a person's own stay. */
  | { readonly kind: "highlight"; readonly sheet: string; readonly highlights: readonly Highlight[] }
  /**
   * The charts of ours on the sheet, those whose name begins with `OUR_CHARTS`, become exactly these;
   * a person's own stay.
   */
  | { readonly kind: "chart"; readonly sheet: string; readonly charts: readonly Chart[] }
  /**
   * The outline of `count` rows or columns from `first` on becomes exactly these groups, at most seven
   * levels deep; none is no outline. The row or column right after a group carries its button. What is
   * in no collapsed group shows.
   */
  | {
      readonly kind: "group";
      readonly sheet: string;
      readonly axis: "rows" | "columns";
      readonly first: number;
      readonly count: number;
      readonly groups: readonly Group[];
    }
  | { readonly kind: "freeze"; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly kind: "page"; readonly sheet: string; readonly page: PageSetup }
  /** Makes the area (heading row first) a native table, or resizes the one of that name. Hosts without native tables put a filter. */
  | { readonly kind: "table"; readonly sheet: string; readonly name: string; readonly area: Area }
  | { readonly kind: "name"; readonly name: string; readonly at: CellPlace }
  /** One that is not there stays so. */
  | { readonly kind: "removeName"; readonly name: string }
  /** `null` takes the protection off. Cells are locked or not by their style. */
  | { readonly kind: "protect"; readonly sheet: string; readonly protect: boolean };

export type EditKind = Edit["kind"];

/**
 * Every conditional format of ours holds this, which is always true: so ours are told from a
 * person's, whatever a host or a library did to the order of rules.
 */
export const MARK = 'N("concord")=0';
