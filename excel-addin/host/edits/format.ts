import { type Area, joinAreas, type LineStyle, type Style } from "../../../core/index.ts";
import { addressOf, rangeAt } from "../references.ts";
import type { EditOf } from "./edit-of.ts";

type Line = Pick<Excel.Interfaces.RangeBorderUpdateData, "style" | "weight">;

const LINES: Readonly<Record<LineStyle, Line>> = {
  none: { style: "None" },
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  double: { style: "Double" },
};

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", general: "General" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

/** Lays a look over areas; what it leaves out stays. */
export function format(sheet: Excel.Worksheet, { areas, style }: EditOf<"format">): void {
  for (const area of joinAreas(areas)) lay(rangeAt(sheet, addressOf(area)), area, style);
}

function lay(range: Excel.Range, area: Area, style: Style): void {
  const { format: look } = range;
  const font = {
    ...(style.font === undefined ? {} : { name: style.font }),
    ...(style.size === undefined ? {} : { size: style.size }),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italic: style.italic }),
    ...(style.color === undefined ? {} : { color: `#${style.color}` }),
  };
  if (Object.keys(font).length > 0) look.font.set(font);
  look.set({
    ...(style.horizontal === undefined ? {} : { horizontalAlignment: HORIZONTAL[style.horizontal] }),
    ...(style.vertical === undefined ? {} : { verticalAlignment: VERTICAL[style.vertical] }),
    ...(style.wrap === undefined ? {} : { wrapText: style.wrap }),
    ...(style.indent === undefined ? {} : { indentLevel: style.indent }),
    ...(style.locked === undefined ? {} : { protection: { locked: style.locked } }),
  });
  if (style.fill === null) look.fill.clear();
  else if (style.fill !== undefined) look.fill.color = `#${style.fill}`;
  if (style.numberFormat !== undefined) range.numberFormat = forAll(style.numberFormat);
  if (style.border) drawLines(look.borders, area, style.border);
}

/** One value for every cell of a range, which Excel takes although its types ask for one per cell. */
function forAll(value: string): string[][] {
  return value as unknown as string[][];
}

/** A style's lines are those of every cell, so lines inside a range are its cells' bottoms and right sides. */
function drawLines(
  borders: Excel.RangeBorderCollection,
  area: Area,
  { top, bottom, left, right, color }: NonNullable<Style["border"]>,
): void {
  const sides = [
    ["EdgeTop", top],
    ["EdgeBottom", bottom],
    ["EdgeLeft", left],
    ["EdgeRight", right],
    ["InsideHorizontal", area.rows > 1 ? (bottom ?? top) : undefined],
    ["InsideVertical", area.columns > 1 ? (right ?? left) : undefined],
  ] as const;
  for (const [side, line] of sides) {
    if (line === undefined) continue;
    borders.getItem(side).set({ ...LINES[line], ...(color === undefined || line === "none" ? {} : { color: `#${color}` }) });
  }
}
