import { type Edit, joinAreas, type LineStyle, type Style } from "../../../core/index.ts";
import { lineWord, sidesOf } from "../lines.ts";
import { bordersOf, wholeLooksOf, wholeSize } from "../looks.ts";
import { colour, gridRange, type Request, type Schema } from "./api.ts";

/** Lays looks over areas: a request for each area that gets one whole look. */
export function lookRequests(sheetId: number, edits: readonly Extract<Edit, { kind: "format" }>[]): Request[] {
  const looks = wholeLooksOf(edits).flatMap(({ value, areas }): Request[] => {
    const { format, fields } = cellFormat(value);
    if (fields.length === 0) return [];
    const cell = { userEnteredFormat: format };
    const names = fields.map((field) => `userEnteredFormat.${field}`).join();
    return areas.map((area) => ({ repeatCell: { range: gridRange(sheetId, area), cell, fields: names } }));
  });
  const lines = bordersOf(edits).flatMap(({ value, areas }) =>
    joinAreas(areas).map((area): Request => ({ updateBorders: { range: gridRange(sheetId, area), ...borders(value) } })),
  );
  return [...looks, ...lines];
}

interface Dressed {
  readonly format: Schema<"CellFormat">;
  /** A field that is named and not set is taken from the cells. */
  readonly fields: readonly string[];
}

const HORIZONTAL = { left: "LEFT", center: "CENTER", right: "RIGHT", general: undefined } as const;
const VERTICAL = { top: "TOP", center: "MIDDLE", bottom: "BOTTOM" } as const;

/** A cell is locked by the sheet's protection, and text has no indent here. */
function cellFormat({ font, size, bold, italic, color, fill, horizontal, vertical, wrap, numberFormat }: Style): Dressed {
  const letters = {
    ...(font === undefined ? {} : { fontFamily: font }),
    ...(size === undefined ? {} : { fontSize: wholeSize(size) }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(color === undefined ? {} : { foregroundColorStyle: colour(color) }),
  };
  const rest: Schema<"CellFormat"> = {
    ...(fill === undefined ? {} : { backgroundColorStyle: fill === null ? undefined : colour(fill) }),
    ...(horizontal === undefined ? {} : { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(vertical === undefined ? {} : { verticalAlignment: VERTICAL[vertical] }),
    ...(wrap === undefined ? {} : { wrapStrategy: wrap ? "WRAP" : "OVERFLOW_CELL" }),
    ...(numberFormat === undefined ? {} : { numberFormat: shownAs(numberFormat) }),
  };
  const fields = [...Object.keys(letters).map((name) => `textFormat.${name}`), ...Object.keys(rest)];
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { format: Object.keys(letters).length === 0 ? given : { ...given, textFormat: letters }, fields };
}

/** A pattern goes with the kind of what it shows; none is as the program likes. */
function shownAs(pattern: string): Schema<"CellFormat">["numberFormat"] {
  if (pattern === "General") return undefined;
  const code = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return { type: kindOf(pattern, /[yd]/i.test(code), /[hs]/i.test(code), code.includes("%")), pattern };
}

function kindOf(pattern: string, hasDay: boolean, hasTime: boolean, isRate: boolean): string {
  if (pattern === "@") return "TEXT";
  if (hasDay || hasTime) return hasDay && hasTime ? "DATE_TIME" : hasDay ? "DATE" : "TIME";
  return isRate ? "PERCENT" : "NUMBER";
}

function borders(border: NonNullable<Style["border"]>): Omit<NonNullable<Request["updateBorders"]>, "range"> {
  const { top, bottom, left, right, horizontal, vertical } = sidesOf(border);
  const drawn = (name: string, line: LineStyle | undefined): object =>
    line === undefined
      ? {}
      : { [name]: line === "none" ? { style: "NONE" } : { style: lineWord(line), colorStyle: colour(border.color ?? "000000") } };
  return {
    ...drawn("top", top),
    ...drawn("bottom", bottom),
    ...drawn("left", left),
    ...drawn("right", right),
    ...drawn("innerHorizontal", horizontal),
    ...drawn("innerVertical", vertical),
  };
}
