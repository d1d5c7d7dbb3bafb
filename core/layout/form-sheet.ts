import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { PageSetup, Style, Validation } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { rowHeight } from "./fit.ts";
import { headerText } from "./header-text.ts";
import { styles } from "./styles.ts";

/** A label and the text beside it, with the columns (from 1) that each spans. */
export interface Labelled {
  readonly label: string;
  readonly value: string | number;
  readonly labelAt: Span;
  readonly valueAt: Span;
}

/** The first column and how many. */
export type Span = readonly [column: number, columns: number];

export interface FormOptions {
  readonly name: string;
  readonly language: Language;
  readonly orientation: PageSetup["orientation"];
  /** Printed at the top right. */
  readonly formNumber: string;
  /** Printed at the bottom left. */
  readonly footer: string;
  /** The sheet after which it is put. */
  readonly after?: string;
  readonly repeatRows?: readonly [number, number];
}

/** Margins in millimetres, as the minutes have them, and what of the A4 page they leave. */
const MARGINS = {
  portrait: { top: 14, bottom: 14, left: 12, right: 10 },
  landscape: { top: 12, bottom: 13, left: 10, right: 10 },
} as const;
const PAGE = { portrait: [188, 269], landscape: [277, 185] } as const;
const POINTS_PER_MM = 72 / 25.4;
/** A character of the default font and a column's padding, in points. */
const CHARACTER = 5.25;
const PADDING = 3.75;
/** A form that is longer than its page by no more than this still prints on one. */
const SQUEEZE = 1.15;

/** A document on a grid of columns, laid out row by row: the hidden key column, then the page. */
export class FormSheet {
  private readonly rows: LayoutRow[] = [];
  private readonly validations: Validation[] = [];

  /** @param grid characters of the page's columns */
  constructor(private readonly grid: readonly number[]) {}

  /** The row that comes next, from 0. */
  get next(): number {
    return this.rows.length;
  }

  /** A row as high as its texts need. */
  row(marker: string, cells: readonly LayoutCell[], least = 18): void {
    const texts = cells.flatMap(({ column, columns, value, style }) =>
      typeof value === "string" && value !== "" ? [{ text: value, width: this.width(column, columns), size: style.size ?? 9 }] : [],
    );
    this.rows.push({ marker, height: rowHeight(texts, least), cells });
  }

  /** One text across the page. */
  wide(marker: string, value: string, style: Style, least = 18): void {
    this.row(marker, [{ column: 1, columns: this.grid.length, value: value === "" ? null : value, style }], least);
  }

  section(marker: string, title: string): void {
    this.wide(marker, title, styles.section, 20);
  }

  labelled(marker: string, fields: readonly Labelled[], least = 20): void {
    const cells = fields.flatMap(({ label, value, labelAt, valueAt }): LayoutCell[] => [
      { column: labelAt[0], columns: labelAt[1], value: label, style: styles.label },
      { column: valueAt[0], columns: valueAt[1], value: value === "" ? null : value, style: styles.field },
    ]);
    this.row(marker, cells, least);
  }

  validate(validation: Validation): void {
    this.validations.push(validation);
  }

  layout({ name, language, orientation, formNumber, footer, after, repeatRows }: FormOptions): SheetLayout {
    const fits = this.height * this.scale(orientation) <= PAGE[orientation][1] * POINTS_PER_MM * SQUEEZE;
    return {
      name,
      visibility: "visible",
      widths: [6, ...this.grid],
      hasMarkers: true,
      rows: this.rows,
      validations: this.validations,
      highlights: [],
      isOurs: false,
      tab: "2F5597",
      freeze: { rows: 2, columns: 0 },
      ...(after === undefined ? {} : { after }),
      page: {
        orientation,
        paper: "A4",
        margins: MARGINS[orientation],
        fitWidth: 1,
        ...(fits ? { fitHeight: 1 } : {}),
        ...(repeatRows ? { repeatRows } : {}),
        printArea: { row: 0, column: 1, rows: this.rows.length, columns: this.grid.length },
        header: `&R&8 ${headerText(formNumber)}`,
        footer: `&L&8 ${headerText(footer)}&C&8${say(language, "page-footer")}`,
        centred: true,
      },
    };
  }

  private width(column: number, columns: number): number {
    return this.grid.slice(column - 1, column - 1 + columns).reduce((sum, width) => sum + width, 0);
  }

  private get height(): number {
    return this.rows.reduce((sum, { height }) => sum + height, 0);
  }

  /** How much smaller than life the page prints so that its width fits. */
  private scale(orientation: PageSetup["orientation"]): number {
    const wide = this.grid.reduce((sum, width) => sum + width * CHARACTER + PADDING, 0);
    return Math.min(1, (PAGE[orientation][0] * POINTS_PER_MM) / wide);
  }
}
