import type { Area, Edit } from "../../../core/index.ts";
import { pixelsHigh, pixelsWide, uncut } from "../edits/size.ts";
import type { Room } from "../room.ts";
import { runsOf } from "../strokes.ts";
import { type Axis, dimensionRange, type Request } from "./api.ts";
import type { SheetAhead } from "./sheet-ahead.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;

/** Pixels of a line that nobody sized. */
export const NEW_LINE = { columns: 100, rows: 21 } as const;

export function widthRequests(sheet: SheetAhead, { column, widths }: EditOf<"widths">): Request[] {
  return sized(sheet, "columns", column, widths.map(pixelsWide));
}

/** No height means as high as its text, which is what a new row is. */
export function heightRequests(sheet: SheetAhead, { row, heights }: EditOf<"heights">): Request[] {
  const pixels = heights.map(pixelsHigh);
  return runsOf(pixels.map((height) => height > 0)).flatMap(({ first, count, value }) => {
    if (value) return sized(sheet, "rows", row + first, pixels.slice(first, first + count));
    // How high its text is nobody knows here: charts over it are placed as over a line of text.
    for (let line = row + first; line < row + first + count; line++) sheet.sizes.rows.set(line, NEW_LINE.rows);
    return sheet.isNew ? [] : [{ autoResizeDimensions: { dimensions: dimensionRange(sheet.id, "rows", row + first, count) } }];
  });
}

function sized(sheet: SheetAhead, axis: Axis, from: number, pixels: readonly number[]): Request[] {
  pixels.forEach((value, index) => {
    sheet.sizes[axis].set(from + index, value);
  });
  return runsOf(pixels).map(({ first, count, value }) => ({
    updateDimensionProperties: {
      range: dimensionRange(sheet.id, axis, from + first, count),
      properties: { pixelSize: value },
      fields: "pixelSize",
    },
  }));
}

export function shownRequest(sheet: SheetAhead, axis: Axis, first: number, count: number, hidden: boolean): Request {
  return {
    updateDimensionProperties: {
      range: dimensionRange(sheet.id, axis, first, count),
      properties: { hiddenByUser: hidden },
      fields: "hiddenByUser",
    },
  };
}

/** @param merges those of the same batch, which may come later */
export function freezeRequests(sheet: SheetAhead, edit: EditOf<"freeze">, merges: readonly Area[]): Request[] {
  const { rows, columns } = uncut(edit, [...sheet.merges, ...merges]);
  return frozenRequests(sheet, { rows: rows ?? sheet.frozen.rows, columns: columns ?? sheet.frozen.columns });
}

export function frozenRequests(sheet: SheetAhead, after: Room): Request[] {
  if (after.rows === sheet.frozen.rows && after.columns === sheet.frozen.columns) return [];
  sheet.frozen = after;
  return [
    {
      updateSheetProperties: {
        properties: { sheetId: sheet.id, gridProperties: { frozenRowCount: after.rows, frozenColumnCount: after.columns } },
        fields: "gridProperties.frozenRowCount,gridProperties.frozenColumnCount",
      },
    },
  ];
}

/** Rows and columns at the ends of a sheet that is too small for some cells. */
export function roomRequests(sheet: SheetAhead, rows: number, columns: number): Request[] {
  const [down, across] = [Math.max(0, rows - sheet.grid.rows), Math.max(0, columns - sheet.grid.columns)];
  sheet.grid = { rows: sheet.grid.rows + down, columns: sheet.grid.columns + across };
  const added = (dimension: string, length: number): Request[] =>
    length > 0 ? [{ appendDimension: { sheetId: sheet.id, dimension, length } }] : [];
  return [...added("ROWS", down), ...added("COLUMNS", across)];
}
