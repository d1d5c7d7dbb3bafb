import type { PeriodChange } from "../balance/compare-baseline.ts";
import { decimalsIn } from "../balance/since-baseline.ts";
import { figureWidth, rowHeight } from "../layout/fit.ts";
import type { Language } from "../words/language.ts";
import { type Params, say, type WordKey } from "../words/message.ts";
import type { CellInput } from "../workbook/cells.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow } from "../workbook/sheet-layout.ts";
import { check, head } from "./changes-looks.ts";

/** The hidden marker and what a row is about stand left of the periods. */
export const FIRST = 2;
/** The head and the lists need as much room as so many periods. */
const LEAST_PERIODS = 10;
const ITEM_WIDTH = 24;
const NUMBER_WIDTH = 8.5;
const CHECK_WIDTH = 4;

/** A page with what a row is about at the left, one column for each period, and a check at the right; written row by row. */
export class ChangesPage {
  protected readonly rows: LayoutRow[] = [];
  protected readonly columns: number;
  private readonly numberWidth: number;

  /** @param figures all that stand on the page: columns are as wide as the widest */
  protected constructor(
    private readonly language: Language,
    protected readonly periods: readonly string[],
    figures: readonly PeriodChange[],
  ) {
    this.columns = Math.max(LEAST_PERIODS, periods.length);
    const widest = figures.reduce((most, { before, now }) => Math.max(most, Math.abs(before), Math.abs(now)), 0);
    this.numberWidth = Math.max(NUMBER_WIDTH, figureWidth(widest, decimalsIn(figures)) + 2.5);
  }

  /** Columns of the page. */
  protected get width(): number {
    return 1 + this.columns + 1;
  }

  /** Of all columns, the hidden one first. */
  protected get widths(): number[] {
    return [6, ITEM_WIDTH, ...Array.from({ length: this.columns }, () => this.numberWidth), CHECK_WIDTH];
  }

  protected say(code: WordKey, params: Params = {}): string {
    return say(this.language, code, params);
  }

  protected add(marker: string, least: number, cells: readonly LayoutCell[]): void {
    const texts = cells.flatMap(({ column, columns, value, style }) =>
      typeof value === "string" && value !== "" && style.wrap === true
        ? [{ text: value, width: this.widthOf(column, columns), size: style.size ?? 9 }]
        : [],
    );
    this.rows.push({ marker, height: rowHeight(texts, least), cells });
  }

  private widthOf(column: number, columns: number): number {
    return this.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  protected wide(marker: string, value: string, style: Style, least = 18): void {
    this.add(marker, least, [{ column: 1, columns: this.width, value, style }]);
  }

  protected space(height = 8): void {
    this.rows.push({ marker: "", height, cells: [] });
  }

  /** Cells side by side from the first column on: how many columns each takes, its value and look. */
  protected line(marker: string, least: number, parts: readonly (readonly [columns: number, value: CellInput, style: Style])[]): void {
    let column = 1;
    const cells = parts.map(([columns, value, style]): LayoutCell => {
      const at = column;
      column += columns;
      return { column: at, columns, value, style };
    });
    this.add(marker, least, cells);
  }

  protected periodHeadings(label: string): void {
    const blank = Array.from({ length: this.columns + 1 - this.periods.length }, () => [1, null, head] as const);
    this.line("", 18, [
      [1, label, { ...head, horizontal: "left", indent: 1 }],
      ...this.periods.map((key) => [1, key, head] as const),
      ...blank,
    ]);
  }

  protected figures(
    marker: string,
    label: string,
    values: readonly CellInput[],
    style: Style,
    labelStyle: Style,
    last: CellInput = null,
  ): void {
    const blank = Array.from({ length: this.columns - values.length }, () => [1, null, style] as const);
    this.line(marker, 16, [[1, label, labelStyle], ...values.map((value) => [1, value, style] as const), ...blank, [1, last, check]]);
  }
}
