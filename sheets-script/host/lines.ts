import type { LineStyle, Style } from "../../core/index.ts";

type Border = NonNullable<Style["border"]>;

/** The lines of some cells: around them, and between them. One that is left out stays as it is. */
export type Sides = Pick<Border, "top" | "bottom" | "left" | "right"> & {
  readonly horizontal: LineStyle | undefined;
  readonly vertical: LineStyle | undefined;
};

/** A style's lines are those of every cell, so lines inside a range are its cells' bottoms and right sides. */
export function sidesOf({ color: _, ...lines }: Border): Sides {
  const { top, bottom, left, right } = lines;
  return { ...lines, horizontal: bottom ?? top, vertical: right ?? left };
}

/** What Sheets calls a line that is drawn. */
export function lineWord(line: LineStyle): "SOLID" | "SOLID_MEDIUM" | "DOTTED" | "DOUBLE" {
  switch (line) {
    case "medium":
      return "SOLID_MEDIUM";
    case "hair":
      return "DOTTED";
    case "double":
      return "DOUBLE";
    default:
      return "SOLID";
  }
}
