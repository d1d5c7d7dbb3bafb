import type { Area, LineStyle, Style } from "../../../core/index.ts";
import { cellsOf } from "../../../desk/workbook/cells-of.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { type Implementation, ownOf, ServiceException, type Word } from "./kernel.ts";
import { type Cells, colourOf, insistOnSize, oneOf, type Run } from "./run.ts";

const HORIZONTAL = { left: "left", center: "center", right: "right", normal: "general" } as const;
const VERTICAL = { top: "top", middle: "center", bottom: "bottom" } as const;
const WEIGHT = { bold: true, normal: false } as const;
const SLANT = { italic: true, normal: false } as const;
const WRAP = { WRAP: true, OVERFLOW: false, CLIP: false } as const;
const LINES: Readonly<Record<string, LineStyle>> = {
  SOLID: "thin",
  SOLID_MEDIUM: "medium",
  SOLID_THICK: "medium",
  DOUBLE: "double",
  DOTTED: "hair",
  DASHED: "hair",
};

type Sides = readonly [
  top: boolean | null,
  left: boolean | null,
  bottom: boolean | null,
  right: boolean | null,
  vertical: boolean | null,
  horizontal: boolean | null,
];

/** The looks that a range and a list of ranges are given alike. @param self the object, for chaining */
export function lookSetters(run: Run, cells: () => readonly Cells[], self: () => object): Implementation {
  const lay = (style: Style): object => {
    for (const { sheet, area } of cells()) {
      run.document.insistMayEdit(run.user, sheet, area);
      sheet.format(area, style);
    }
    return self();
  };
  return {
    setBackground: (color: string | null) => lay({ fill: color === null ? null : colourOf(color) }),
    setFontColor: (color: string) => lay({ color: colourOf(color) }),
    setFontFamily: (font: string) => lay({ font }),
    setFontSize: (size: number) => lay({ size }),
    setFontWeight: (weight: string) => lay({ bold: oneOf<boolean>(WEIGHT, weight) }),
    setFontStyle: (style: string) => lay({ italic: oneOf<boolean>(SLANT, style) }),
    setHorizontalAlignment: (word: string) => lay({ horizontal: oneOf(HORIZONTAL, word) }),
    setVerticalAlignment: (word: string) => lay({ vertical: oneOf(VERTICAL, word) }),
    setWrap: (wrap: boolean) => lay({ wrap }),
    setWrapStrategy: ({ word }: Word) => lay({ wrap: oneOf<boolean>(WRAP, word) }),
    setNumberFormat: (numberFormat: string) => lay({ numberFormat }),
    setBorder: (...given: readonly unknown[]) => {
      const [color, style] = [given[6] as string | undefined, given[7] as Word | undefined];
      for (const { sheet, area } of cells()) {
        run.document.insistMayEdit(run.user, sheet, area);
        drawLines(sheet, area, given.slice(0, 6) as unknown as Sides, color, style?.word ?? "SOLID");
      }
      return self();
    },
  };
}

/** The looks that a range alone is given: each cell its own. */
export function cellLookSetters(run: Run, cells: Cells, self: () => object): Implementation {
  const { sheet, area } = cells;
  const each = (rows: readonly unknown[], styleOf: (given: never) => Style): object => {
    const lines = insistOnSize(cells, rows);
    run.document.insistMayEdit(run.user, sheet, area);
    lines.forEach((line, down) => {
      line.forEach((given, across) => {
        if (given === null || given === undefined) throw new ServiceException("A cell was given no look.");
        const style = styleOf(given as never);
        insistOnWhole(run, sheet, area.row + down, area.column + across, style);
        sheet.format({ row: area.row + down, column: area.column + across, rows: 1, columns: 1 }, style);
      });
    });
    return self();
  };
  return {
    setHorizontalAlignments: (words: readonly unknown[]) => each(words, (word: string) => ({ horizontal: oneOf(HORIZONTAL, word) })),
    setNumberFormats: (formats: readonly unknown[]) => each(formats, (numberFormat: string) => ({ numberFormat })),
    setTextStyles: (styles: readonly unknown[]) => each(styles, (style: object) => lettersIn(style)),
    setTextStyle: (style: object) => {
      run.document.insistMayEdit(run.user, sheet, area);
      const letters = lettersIn(style);
      for (const { row, column } of cellsOf(area)) insistOnWhole(run, sheet, row, column, letters);
      sheet.format(area, letters);
      return self();
    },
  };
}

const LETTERS = ["font", "size", "bold", "italic", "color"] as const;

/** Whether a text style takes away what it does not name is not documented: nobody may count on either. */
function insistOnWhole({ document }: Run, sheet: Sheet, row: number, column: number, style: Style): void {
  if (!LETTERS.some((name) => name in style)) return;
  const there = document.workbook.styles.at(sheet.styleAt(row, column));
  if (LETTERS.some((name) => there[name] !== undefined && style[name] === undefined))
    throw new Error("What becomes of looks that a text style leaves out is not documented.");
}

function lettersIn(style: object): Style {
  return ownOf<Style>(style);
}

export function textStyleBuilder({ kernel }: Run): object {
  let made: Style = {};
  const add = (more: Style): object => {
    made = { ...made, ...more };
    return self;
  };
  const self: object = kernel.serve("Spreadsheet.TextStyleBuilder", {
    setFontFamily: (font: string) => add({ font }),
    setFontSize: (size: number) => add({ size }),
    setBold: (bold: boolean) => add({ bold }),
    setItalic: (italic: boolean) => add({ italic }),
    setForegroundColor: (color: string) => add({ color: colourOf(color) }),
    build: () => kernel.serve("Spreadsheet.TextStyle", {}, made),
  });
  return self;
}

function drawLines(sheet: Sheet, area: Area, sides: Sides, color: string | undefined, word: string): void {
  const [top, left, bottom, right, innerVertical, innerHorizontal] = sides;
  const line = LINES[word];
  if (line === undefined) throw new ServiceException(`Invalid argument: ${word}`);
  for (const [side, isDrawn] of Object.entries({ top, left, bottom, right, innerVertical, innerHorizontal })) {
    if (isDrawn === null) continue;
    const drawn = isDrawn && color !== undefined && color !== null ? colourOf(color) : undefined;
    drawLine(sheet, area, side as Side, isDrawn ? line : "none", drawn);
  }
}

export type Side = "top" | "left" | "bottom" | "right" | "innerVertical" | "innerHorizontal";

/** A line along one side of some cells, or between all of them. @param color `RRGGBB` */
export function drawLine(sheet: Sheet, area: Area, side: Side, line: LineStyle, color: string | undefined): void {
  const draw = (part: Area, edge: "top" | "bottom" | "left" | "right"): void => {
    if (part.rows < 1 || part.columns < 1) return;
    sheet.format(part, { border: { [edge]: line, ...(color === undefined ? {} : { color }) } });
  };
  const [lastRow, lastColumn] = [area.row + area.rows - 1, area.column + area.columns - 1];
  switch (side) {
    case "top":
      return draw({ ...area, rows: 1 }, "top");
    case "bottom":
      return draw({ ...area, row: lastRow, rows: 1 }, "bottom");
    case "left":
      return draw({ ...area, columns: 1 }, "left");
    case "right":
      return draw({ ...area, column: lastColumn, columns: 1 }, "right");
    case "innerHorizontal":
      draw({ ...area, rows: area.rows - 1 }, "bottom");
      return draw({ ...area, row: area.row + 1, rows: area.rows - 1 }, "top");
    case "innerVertical":
      draw({ ...area, columns: area.columns - 1 }, "right");
      return draw({ ...area, column: area.column + 1, columns: area.columns - 1 }, "left");
  }
}
