import type { Day } from "../base/plain-date.ts";
import type { ChartKind } from "../workbook/chart.ts";
import type { Bound, Figure } from "./figure.ts";

/** A row of a section's figures. */
export interface SectionRow {
  readonly label: string;
  /** Of a stretch of time; a row of something else has none. */
  readonly from?: Day;
  readonly until?: Day;
}

/** A row while its figures are worked out: what stands in its own cells. */
export interface At {
  readonly label: Bound<string>;
  readonly from: Bound;
  readonly until: Bound;
  /** The row's index among its section's rows. */
  readonly index: number;
  /** The figure of another column, which stands to the left, as its cell. */
  readonly other: (column: number) => Figure;
  /** The figures of a column in the rows above, as their cells. */
  readonly above: (column: number) => Figure;
}

export interface SectionColumn {
  readonly heading: string;
  readonly figure: (at: At) => Figure;
  /** The rows add up to something; else there is no total. */
  readonly hasTotal: boolean;
  /** Parts of 1; one that there is nothing to make of is not a number. */
  readonly isRate?: boolean;
}

/** A chart over some of a section's columns, which stand next to each other or not. */
export interface SectionChart {
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  readonly description: string;
  readonly series: readonly { readonly column: number; readonly color: string; readonly hasLabels?: boolean }[];
  readonly categories: string;
  readonly values: string;
}

/** One figure that is seen first. */
export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly shows:
    | { readonly kind: "total"; readonly column: number }
    /** The totals of some columns, without those of `less`, as a part of the totals of others; blank where these are nothing. */
    | { readonly kind: "rate"; readonly of: readonly number[]; readonly less?: readonly number[]; readonly among: readonly number[] }
    /** Something that no column adds up to. */
    | { readonly kind: "figure"; readonly figure: Figure }
    | { readonly kind: "mean"; readonly sum: Figure; readonly less: Figure; readonly count: Figure };
}

/** A part of the dashboard: figures in a table, charts over them, and the few that are seen first. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly rowHeading: string;
  readonly rows: readonly SectionRow[];
  readonly columns: readonly SectionColumn[];
  readonly charts: readonly SectionChart[];
  readonly tiles: readonly Tile[];
}
