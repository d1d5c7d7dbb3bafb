import type { Area, LineStyle, Style } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { type Implementation, ServiceException, type Word } from "./kernel.ts";
import { type Cells, colourOf, oneOf, type Run } from "./run.ts";

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

function drawLines(sheet: Sheet, area: Area, sides: Sides, color: string | undefined, word: string): void {
  const [top, left, bottom, right, vertical, horizontal] = sides;
  const line = LINES[word];
  if (line === undefined) throw new ServiceException(`Invalid argument: ${word}`);
  const draw = (part: Area, side: "top" | "bottom" | "left" | "right", isDrawn: boolean | null): void => {
    if (isDrawn === null || part.rows < 1 || part.columns < 1) return;
    const border = {
      [side]: isDrawn ? line : "none",
      ...(isDrawn && color !== undefined && color !== null ? { color: colourOf(color) } : {}),
    };
    sheet.format(part, { border });
  };
  const [lastRow, lastColumn] = [area.row + area.rows - 1, area.column + area.columns - 1];
  draw({ ...area, rows: 1 }, "top", top);
  draw({ ...area, row: lastRow, rows: 1 }, "bottom", bottom);
  draw({ ...area, columns: 1 }, "left", left);
  draw({ ...area, column: lastColumn, columns: 1 }, "right", right);
  draw({ ...area, rows: area.rows - 1 }, "bottom", horizontal);
  draw({ ...area, row: area.row + 1, rows: area.rows - 1 }, "top", horizontal);
  draw({ ...area, columns: area.columns - 1 }, "right", vertical);
  draw({ ...area, column: area.column + 1, columns: area.columns - 1 }, "left", vertical);
}
