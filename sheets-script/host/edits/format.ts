/// <reference types="google-apps-script" />
import { type Area, cellAddress, type Edit, type LineStyle, type Style } from "../../../core/index.ts";
import { looksOf } from "../looks.ts";
import type { KnownSheet } from "../sheets-at-hand.ts";

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

const HORIZONTAL = { left: "left", center: "center", right: "right", general: "normal" } as const;
const VERTICAL = { top: "top", center: "middle", bottom: "bottom" } as const;

/** Lays looks over areas: one call for each value of each property, however many areas have it. */
export function format({ sheet }: KnownSheet, edits: readonly Extract<Edit, { kind: "format" }>[]): void {
  const lists = new Map<string, RangeList>();
  const listOf = (areas: readonly Area[]): RangeList => {
    const addresses = areas.map(addressOf);
    const key = addresses.join();
    const list = lists.get(key) ?? sheet.getRangeList(addresses);
    lists.set(key, list);
    return list;
  };
  for (const { property, value, areas } of looksOf(edits)) {
    // A cell is locked by the sheet's protection, and text has no indent here.
    if (property !== "locked" && property !== "indent") lay(listOf(areas), { [property]: value });
  }
}

function lay(list: RangeList, style: Style): void {
  if (style.font !== undefined) list.setFontFamily(style.font);
  // Sheets has whole sizes only.
  if (style.size !== undefined) list.setFontSize(Math.round(style.size));
  if (style.bold !== undefined) list.setFontWeight(style.bold ? "bold" : "normal");
  if (style.italic !== undefined) list.setFontStyle(style.italic ? "italic" : "normal");
  if (style.color !== undefined) list.setFontColor(hex(style.color));
  if (style.fill !== undefined) list.setBackground(style.fill === null ? NO_COLOUR : hex(style.fill));
  if (style.horizontal !== undefined) list.setHorizontalAlignment(HORIZONTAL[style.horizontal]);
  if (style.vertical !== undefined) list.setVerticalAlignment(VERTICAL[style.vertical]);
  if (style.wrap !== undefined) list.setWrap(style.wrap);
  if (style.numberFormat !== undefined) list.setNumberFormat(style.numberFormat);
  if (style.border !== undefined) drawLines(list, style.border);
}

/** `null` takes a colour away; the types have no word for it. */
const NO_COLOUR = null as unknown as string;

/** A style's lines are those of every cell, so lines inside a range are its cells' bottoms and right sides. */
function drawLines(list: RangeList, { color, ...lines }: NonNullable<Style["border"]>): void {
  const { top, bottom, left, right } = lines;
  const [horizontal, vertical] = [bottom ?? top, right ?? left];
  const kinds = new Set([top, bottom, left, right].filter((line) => line !== undefined));
  for (const kind of kinds) {
    const drawn = (line: LineStyle | undefined): boolean => (line === kind ? kind !== "none" : UNCHANGED);
    list.setBorder(
      drawn(top),
      drawn(left),
      drawn(bottom),
      drawn(right),
      drawn(vertical),
      drawn(horizontal),
      hex(color ?? "000000"),
      lineOf(kind),
    );
  }
}

/** `null` leaves a line as it is; the types have no word for it. */
const UNCHANGED = null as unknown as boolean;

function lineOf(line: LineStyle): GoogleAppsScript.Spreadsheet.BorderStyle {
  const { BorderStyle } = SpreadsheetApp;
  switch (line) {
    case "medium":
      return BorderStyle.SOLID_MEDIUM;
    case "hair":
      return BorderStyle.DOTTED;
    case "double":
      return BorderStyle.DOUBLE;
    default:
      return BorderStyle.SOLID;
  }
}

function hex(color: string): string {
  return `#${color.toLowerCase()}`;
}

function addressOf({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}
