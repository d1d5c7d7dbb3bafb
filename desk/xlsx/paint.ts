/** Looks as the elements of a styles part. Each changes what it is told to and leaves the rest of its element. */
import type { Highlight, LineStyle, Style } from "../../core/index.ts";
import { append, attribute, child, children, create, type Element, ensure, remove, set } from "./xml.ts";

const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];
const BORDER_ORDER = ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"];
const SIDES = ["left", "right", "top", "bottom"] as const;

export function paintFont(font: Element, style: Style): void {
  for (const [name, value] of [
    ["b", style.bold],
    ["i", style.italic],
  ] as const) {
    if (value === true) set(ensure(font, name, FONT_ORDER), { val: undefined });
    else if (value === false) remove(child(font, name));
  }
  if (style.size !== undefined) set(ensure(font, "sz", FONT_ORDER), { val: style.size });
  if (style.color !== undefined) paintColor(ensure(font, "color", FONT_ORDER), style.color);
  if (style.font !== undefined) {
    set(ensure(font, "name", FONT_ORDER), { val: style.font });
    // These describe the font that was there before; a scheme would even win over the name.
    for (const name of ["family", "charset", "scheme"]) remove(child(font, name));
  }
}

export function paintFill(element: Element, fill: string | null): void {
  for (const old of children(element)) element.removeChild(old);
  const pattern = append(element, "patternFill", { patternType: fill === null ? "none" : "solid" });
  if (fill !== null) {
    paintColor(append(pattern, "fgColor"), fill);
    append(pattern, "bgColor", { indexed: 64 });
  }
}

export function paintBorder(element: Element, border: NonNullable<Style["border"]>): void {
  for (const side of SIDES) {
    const line: LineStyle | undefined = border[side];
    const target = ensure(element, side, BORDER_ORDER);
    if (line === "none") {
      set(target, { style: undefined });
      remove(child(target, "color"));
    } else if (line !== undefined) {
      set(target, { style: line });
      if (!child(target, "color")) append(target, "color", { auto: true });
    }
    const color = child(target, "color");
    if (color && border.color !== undefined && attribute(target, "style") !== undefined) paintColor(color, border.color);
  }
}

/** The differential format of a highlight, in no place yet. */
export function paintHighlight(list: Element, style: Highlight["style"]): Element {
  const format = create(list, "dxf");
  if (style.bold !== undefined || style.color !== undefined) {
    const font = append(format, "font");
    if (style.bold !== undefined) append(font, "b", { val: style.bold });
    if (style.color !== undefined) paintColor(append(font, "color"), style.color);
  }
  if (typeof style.fill === "string") {
    // Excel shows the background of a solid fill here; other programs look at either.
    const pattern = append(append(format, "fill"), "patternFill", { patternType: "solid" });
    paintColor(append(pattern, "fgColor"), style.fill);
    paintColor(append(pattern, "bgColor"), style.fill);
  }
  return format;
}

export function paintColor(element: Element, color: string): void {
  set(element, { auto: undefined, indexed: undefined, theme: undefined, tint: undefined, rgb: `FF${color.toUpperCase()}` });
}
