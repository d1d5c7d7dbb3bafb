import {
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { LayoutCell, LineStyle, Style } from "../../core/index.ts";
import type { Page } from "./page.ts";
import { paragraphOf } from "./paragraph.ts";

/** A cell by its column on the page, from 0, with the text that the sheet shows. */
export type ShownCell = Omit<LayoutCell, "value"> & { readonly text: string };

export interface ShownRow {
  readonly cells: readonly ShownCell[];
  /** Points. */
  readonly height: number;
  /** Stands again on every page that the table goes on to. */
  readonly isHeading: boolean;
  readonly block: string;
  /** One text across the page, without a frame. */
  readonly isLine: boolean;
}

const LINES: Record<LineStyle, { readonly style: (typeof BorderStyle)[keyof typeof BorderStyle]; readonly size: number }> = {
  none: { style: BorderStyle.NONE, size: 0 },
  thin: { style: BorderStyle.SINGLE, size: 4 },
  medium: { style: BorderStyle.SINGLE, size: 12 },
  hair: { style: BorderStyle.DOTTED, size: 2 },
  double: { style: BorderStyle.DOUBLE, size: 4 },
};
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.CENTER, bottom: VerticalAlign.BOTTOM } as const;
const SIDES = ["top", "bottom", "left", "right"] as const;
/** Twips at the sides of a text. */
const PADDING = 30;
/** A row taller than this, in points, may go on over the page's end. */
const KEPT_WHOLE = 240;
/** A row grows with its text by itself; the sheet's height counts only as room to write in. */
const ROOMY = 48;

/** A block of a sheet as a table on the page's columns. */
export function tableOf(rows: readonly ShownRow[], page: Page): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.width, type: WidthType.DXA },
    columnWidths: [...page.columns],
    borders: Object.fromEntries([...SIDES, "insideHorizontal", "insideVertical"].map((side) => [side, LINES.none])),
    rows: rows.map((row) => rowOf(row, page)),
  });
}

function rowOf({ cells, height, isHeading }: ShownRow, page: Page): TableRow {
  const { columns, scale } = page;
  const children: TableCell[] = [];
  let next = 0;
  const gap = (until: number): void => {
    if (until > next) children.push(cellOf({ column: next, columns: until - next, text: "", style: {} }, page));
  };
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    gap(cell.column);
    children.push(cellOf(cell, page));
    next = cell.column + cell.columns;
  }
  gap(columns.length);
  return new TableRow({
    children,
    tableHeader: isHeading,
    cantSplit: height <= KEPT_WHOLE,
    height: { value: Math.round(Math.min(height, ROOMY) * scale * 20), rule: HeightRule.ATLEAST },
  });
}

function cellOf({ column, columns, text, style }: ShownCell, { columns: widths, scale }: Page): TableCell {
  const { fill, vertical = "bottom" } = style;
  const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
  const options: ITableCellOptions = {
    children: [paragraphOf({ text, style }, scale)],
    columnSpan: columns,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VERTICAL[vertical],
    margins: { left: PADDING, right: PADDING },
    borders: bordersOf(style),
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: "auto", fill } } : {}),
  };
  return new TableCell(options);
}

function bordersOf({ border }: Style): NonNullable<ITableCellOptions["borders"]> {
  return Object.fromEntries(SIDES.map((side) => [side, { ...LINES[border?.[side] ?? "none"], color: border?.color ?? "auto" }]));
}
