import type { LineStyle, Style } from "../../core/index.ts";
import { formatCode } from "./number-formats.ts";
import { attribute, child, children, type Element, flag, integer } from "./xml.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The looks of a styles part's cell formats, in order. Colours of the theme are left out: the file keeps them. */
export function readStyles(root: Element): Style[] {
  const list = (name: string, item: string) => children(child(root, name), item);
  const fonts = list("fonts", "font").map(readFont);
  const fills = list("fills", "fill").map(readFill);
  const borders = list("borders", "border").map(readBorder);
  const codes = new Map(
    list("numFmts", "numFmt").map((format) => [integer(format, "numFmtId", -1), attribute(format, "formatCode") ?? ""]),
  );
  return list("cellXfs", "xf").map((xf) => {
    const format = integer(xf, "numFmtId", 0);
    const code = codes.get(format) ?? formatCode(format);
    return {
      ...fonts[integer(xf, "fontId", 0)],
      ...fills[integer(xf, "fillId", 0)],
      ...borders[integer(xf, "borderId", 0)],
      ...readAlignment(child(xf, "alignment")),
      ...(code === undefined ? {} : { numberFormat: code }),
      ...(flag(child(xf, "protection"), "locked", true) ? {} : { locked: false }),
    };
  });
}

/** The look of a conditional format, from a `dxf` of the styles part or of an extension. */
export function readHighlightStyle(dxf: Element | undefined): Pick<Style, "fill" | "color" | "bold"> {
  const font = child(dxf, "font");
  const pattern = child(child(dxf, "fill"), "patternFill");
  // Here, unlike in cells, a solid fill shows its background.
  const fill = rgb(child(pattern, "bgColor")) ?? rgb(child(pattern, "fgColor"));
  const color = rgb(child(font, "color"));
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(color === undefined ? {} : { color }),
    ...(child(font, "b") ? { bold: flag(child(font, "b"), "val", true) } : {}),
  };
}

export function rgb(color: Element | undefined): string | undefined {
  const value = attribute(color, "rgb");
  return value !== undefined && /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(value) ? value.slice(-6).toUpperCase() : undefined;
}

function readFont(font: Element): Style {
  const name = attribute(child(font, "name"), "val");
  const size = Number(attribute(child(font, "sz"), "val"));
  const color = rgb(child(font, "color"));
  return {
    ...(name === undefined ? {} : { font: name }),
    ...(size > 0 ? { size } : {}),
    ...(child(font, "b") ? { bold: flag(child(font, "b"), "val", true) } : {}),
    ...(child(font, "i") ? { italic: flag(child(font, "i"), "val", true) } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

function readFill(fill: Element): Style {
  const pattern = child(fill, "patternFill");
  if (!pattern) return {};
  if (attribute(pattern, "patternType") !== "solid") return { fill: null };
  const color = rgb(child(pattern, "fgColor"));
  return color === undefined ? {} : { fill: color };
}

const LINES: Readonly<Record<string, LineStyle>> = { thin: "thin", medium: "medium", hair: "hair", double: "double" };

function readBorder(border: Element): Style {
  const found: Mutable<NonNullable<Style["border"]>> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = child(border, side);
    const style = LINES[attribute(line, "style") ?? ""];
    if (style === undefined) continue;
    found[side] = style;
    const color = rgb(child(line, "color"));
    if (color !== undefined) found.color = color;
  }
  return Object.keys(found).length === 0 ? {} : { border: found };
}

function readAlignment(alignment: Element | undefined): Style {
  const horizontal = attribute(alignment, "horizontal");
  const vertical = attribute(alignment, "vertical");
  const indent = integer(alignment, "indent", 0);
  return {
    ...(horizontal === "left" || horizontal === "center" || horizontal === "right" ? { horizontal } : {}),
    ...(vertical === "top" || vertical === "center" || vertical === "bottom" ? { vertical } : {}),
    ...(flag(alignment, "wrapText") ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}
