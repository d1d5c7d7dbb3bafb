/// <reference types="google-apps-script" />
import { type Area, type Edit, joinAreas, type LineStyle, type Style } from "../../../core/index.ts";
import { lineWord, sidesOf } from "../lines.ts";
import { bordersOf, type Group, isOfLetters, type Letters, type Look, looksOf, wholeSize } from "../looks.ts";
import { addressOf, askRanges, type KnownSheet, type Range, rangeOf } from "../sheets-at-hand.ts";

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

/** A call that gives looks to one range, or to a list of them. */
type Call = { readonly area: Area; make(range: Range): unknown } | { readonly areas: readonly Area[]; make(list: RangeList): unknown };

/** Cells of one call that says each cell's own look: beyond this it takes longer than the calls it saves. */
const MOST_CELLS = 20_000;

/**
 * Lays looks over areas: a call for each value of each property, however many areas have it, or one for
 * all of its values. @param soon whose ranges are needed right after: asked for along with its own
 */
export function format(known: KnownSheet, edits: readonly Extract<Edit, { kind: "format" }>[], soon: readonly Area[]): void {
  const { bounds, looks, letters } = looksOf(edits);
  const ofLetters = looks.filter(({ property }) => isOfLetters(property)).flatMap((look) => callsOf(look, bounds));
  const atOnce = known.isDressed ? undefined : callsOfLetters(letters, bounds);
  const calls = [
    ...(atOnce && atOnce.length < ofLetters.length ? atOnce : ofLetters),
    ...looks.filter(({ property }) => !isOfLetters(property)).flatMap((look) => callsOf(look, bounds)),
    ...bordersOf(edits).flatMap(({ value, areas }) => callsOfLines(value, joinAreas(areas))),
  ];
  make(known, calls, soon);
  known.isDressed = true;
}

function make(known: KnownSheet, calls: readonly Call[], soon: readonly Area[]): void {
  askRanges(known, [...calls.flatMap((call) => ("area" in call ? [call.area] : [])), ...soon]);
  const lists = new Map<string, RangeList>();
  const listOf = (areas: readonly Area[]): RangeList => {
    const addresses = areas.map(addressOf);
    const key = addresses.join();
    const list = lists.get(key) ?? known.sheet.getRangeList(addresses);
    lists.set(key, list);
    return list;
  };
  for (const call of calls) {
    if ("area" in call) call.make(rangeOf(known, call.area));
    else call.make(listOf(call.areas));
  }
}

function callsOf({ property, groups }: Look, bounds: Area): Call[] {
  // A cell is locked by the sheet's protection, and text has no indent here.
  if (property === "locked" || property === "indent") return [];
  const cells = cellsIn(groups, bounds);
  // What a cell has that is given nothing cannot be said.
  if (groups.length > 1 && cells && property === "horizontal")
    return [
      {
        area: bounds,
        make: (range: Range) => range.setHorizontalAlignments(cells.map((line) => line.map((id) => sideOf(groups[id]?.value)))),
      },
    ];
  if (groups.length > 1 && cells && property === "numberFormat")
    return [
      { area: bounds, make: (range: Range) => range.setNumberFormats(cells.map((line) => line.map((id) => String(groups[id]?.value)))) },
    ];
  return groups.map(({ value, areas }) => callOf(areas, (range) => lay(range, { [property]: value })));
}

function callOf(areas: readonly Area[], make: (range: Range | RangeList) => unknown): Call {
  const [first] = areas;
  return first && areas.length === 1 ? { area: first, make } : { areas, make };
}

/** The letters of a new sheet, which has no looks yet that a style could leave out. */
function callsOfLetters(groups: readonly Group<Letters>[], bounds: Area): Call[] {
  const styles = groups.map(({ value }) => textStyle(value));
  const cells = cellsIn(groups, bounds);
  if (cells && groups.some(({ areas }) => areas.length > 1))
    return [{ area: bounds, make: (range: Range) => range.setTextStyles(cells.map((line) => line.map((id) => styles[id] as TextStyle))) }];
  return groups.flatMap(({ areas }, id) =>
    areas.map((area): Call => ({ area, make: (range: Range) => range.setTextStyle(styles[id] as TextStyle) })),
  );
}

/** Which of the groups each cell of an area is in, where each is in one and there are not too many. */
function cellsIn(groups: readonly Group[], bounds: Area): number[][] | undefined {
  const size = bounds.rows * bounds.columns;
  const covered = groups.flatMap(({ areas }) => areas).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (covered !== size || size > MOST_CELLS) return undefined;
  const cells = Array.from({ length: bounds.rows }, () => Array.from({ length: bounds.columns }, () => 0));
  groups.forEach(({ areas }, id) => {
    for (const { row, column, rows, columns } of areas)
      for (let down = row; down < row + rows; down++)
        cells[down - bounds.row]?.fill(id, column - bounds.column, column - bounds.column + columns);
  });
  return cells;
}

function textStyle({ font, size, bold, italic, color }: Letters): TextStyle {
  const builder = SpreadsheetApp.newTextStyle();
  if (font !== undefined) builder.setFontFamily(font);
  if (size !== undefined) builder.setFontSize(wholeSize(size));
  if (bold !== undefined) builder.setBold(bold);
  if (italic !== undefined) builder.setItalic(italic);
  if (color !== undefined) builder.setForegroundColor(hex(color));
  return builder.build();
}

type Side = "left" | "center" | "right" | "normal";

function sideOf(value: unknown): Side {
  switch (value) {
    case "left":
    case "center":
    case "right":
      return value;
    default:
      return "normal";
  }
}

const VERTICAL = { top: "top", center: "middle", bottom: "bottom" } as const;

function lay(list: Range | RangeList, style: Style): void {
  if (style.font !== undefined) list.setFontFamily(style.font);
  if (style.size !== undefined) list.setFontSize(wholeSize(style.size));
  if (style.bold !== undefined) list.setFontWeight(style.bold ? "bold" : "normal");
  if (style.italic !== undefined) list.setFontStyle(style.italic ? "italic" : "normal");
  if (style.color !== undefined) list.setFontColor(hex(style.color));
  if (style.fill !== undefined) list.setBackground(style.fill === null ? NO_COLOUR : hex(style.fill));
  if (style.horizontal !== undefined) list.setHorizontalAlignment(sideOf(style.horizontal));
  if (style.vertical !== undefined) list.setVerticalAlignment(VERTICAL[style.vertical]);
  if (style.wrap !== undefined) list.setWrap(style.wrap);
  if (style.numberFormat !== undefined) list.setNumberFormat(style.numberFormat);
}

/** `null` takes a colour away; the types have no word for it. */
const NO_COLOUR = null as unknown as string;

function callsOfLines(border: NonNullable<Style["border"]>, areas: readonly Area[]): Call[] {
  const { top, bottom, left, right, horizontal, vertical } = sidesOf(border);
  const { color } = border;
  const kinds = new Set([top, bottom, left, right].filter((line) => line !== undefined));
  return [...kinds].map((kind) => {
    const drawn = (line: LineStyle | undefined): boolean => (line === kind ? kind !== "none" : UNCHANGED);
    return callOf(areas, (range) =>
      range.setBorder(
        drawn(top),
        drawn(left),
        drawn(bottom),
        drawn(right),
        drawn(vertical),
        drawn(horizontal),
        hex(color ?? "000000"),
        lineOf(kind),
      ),
    );
  });
}

/** `null` leaves a line as it is; the types have no word for it. */
const UNCHANGED = null as unknown as boolean;

function lineOf(line: LineStyle): GoogleAppsScript.Spreadsheet.BorderStyle {
  return SpreadsheetApp.BorderStyle[lineWord(line)];
}

function hex(color: string): string {
  return `#${color.toLowerCase()}`;
}
