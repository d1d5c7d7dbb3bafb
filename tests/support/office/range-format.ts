import type { Area, LineStyle, Style } from "../../../core/index.ts";
import { cellsOf } from "../../../desk/workbook/cells-of.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { colourOf, type ExcelObject, flagOf, invalid, numberOf, oneOf, textOf } from "./excel-object.ts";

/** Excel's widths are points; the workbook counts digits of 7 pixels. */
const POINTS_PER_CHARACTER = 5.25;

const HORIZONTAL = { Left: "left", Center: "center", Right: "right", General: "general" } as const;
const VERTICAL = { Top: "top", Center: "center", Bottom: "bottom" } as const;
const WEIGHTS = { Hairline: "hair", Thin: "thin", Medium: "medium" } as const;
const LINES: Readonly<Record<string, LineStyle>> = { None: "none", Continuous: "thin", Double: "double" };

export function rangeFormatObject(book: Book, sheet: Sheet, area: Area): ExcelObject {
  const lay = (style: Style): void => {
    book.guardCells(sheet, area);
    sheet.format(area, style);
  };
  return {
    type: "RangeFormat",
    set: {
      horizontalAlignment: (value) => lay({ horizontal: oneOf(HORIZONTAL, value) }),
      verticalAlignment: (value) => lay({ vertical: oneOf(VERTICAL, value) }),
      wrapText: (value) => lay({ wrap: flagOf(value) }),
      indentLevel: (value) => lay({ indent: numberOf(value) }),
      columnWidth: (value) => {
        book.guardBuild(sheet);
        if (area.rows !== MAX_ROWS) invalid("the width of a part of a column");
        for (let column = area.column; column < area.column + area.columns; column++)
          sheet.columns.set(column, { ...sheet.columns.get(column), width: numberOf(value) / POINTS_PER_CHARACTER });
      },
      rowHeight: (value) => {
        book.guardBuild(sheet);
        if (area.columns !== MAX_COLUMNS) invalid("the height of a part of a row");
        for (let row = area.row; row < area.row + area.rows; row++)
          sheet.rows.set(row, { ...sheet.rows.get(row), height: numberOf(value) });
      },
    },
    own: {
      font: () => ({
        type: "RangeFont",
        set: {
          name: (value) => lay({ font: textOf(value) }),
          size: (value) => lay({ size: numberOf(value) }),
          bold: (value) => lay({ bold: flagOf(value) }),
          italic: (value) => lay({ italic: flagOf(value) }),
          color: (value) => lay({ color: colourOf(value) }),
        },
      }),
      fill: () => ({
        type: "RangeFill",
        set: { color: (value) => lay({ fill: colourOf(value) }) },
        call: {
          clear: () => {
            lay({ fill: null });
            return undefined;
          },
        },
      }),
      protection: () => ({
        type: "FormatProtection",
        get: { locked: () => lockedIn(book, sheet, area) },
        set: { locked: (value) => lay({ locked: flagOf(value) }) },
      }),
      borders: () => ({
        type: "RangeBorderCollection",
        item: (side) => borderObject(book, sheet, parts(area, side)),
      }),
    },
    call: {
      autofitRows: () => {
        book.guardBuild(sheet);
        for (let row = area.row; row < area.row + area.rows; row++) {
          const { height: _, ...rest } = sheet.rows.get(row) ?? {};
          sheet.rows.set(row, rest);
        }
        return undefined;
      },
    },
  };
}

/** `null` where some cells are locked and some are not. */
function lockedIn(book: Book, sheet: Sheet, area: Area): boolean | null {
  const found = new Set([...cellsOf(area)].map(({ row, column }) => book.workbook.styles.at(sheet.styleAt(row, column)).locked !== false));
  return found.size > 1 ? null : ([...found][0] ?? true);
}

type Side = "top" | "bottom" | "left" | "right";

/** The cells, and which of their sides, that a border of a range is. */
function parts(area: Area, side: unknown): { readonly area: Area; readonly side: Side }[] {
  const { row, column, rows, columns } = area;
  const all = {
    EdgeTop: [{ area: { ...area, rows: 1 }, side: "top" }],
    EdgeBottom: [{ area: { ...area, row: row + rows - 1, rows: 1 }, side: "bottom" }],
    EdgeLeft: [{ area: { ...area, columns: 1 }, side: "left" }],
    EdgeRight: [{ area: { ...area, column: column + columns - 1, columns: 1 }, side: "right" }],
    InsideHorizontal: [
      { area: { ...area, rows: rows - 1 }, side: "bottom" },
      { area: { ...area, row: row + 1, rows: rows - 1 }, side: "top" },
    ],
    InsideVertical: [
      { area: { ...area, columns: columns - 1 }, side: "right" },
      { area: { ...area, column: column + 1, columns: columns - 1 }, side: "left" },
    ],
  } as const satisfies Record<string, readonly { area: Area; side: Side }[]>;
  return [...oneOf<readonly { readonly area: Area; readonly side: Side }[]>(all, side)];
}

function borderObject(book: Book, sheet: Sheet, places: readonly { readonly area: Area; readonly side: Side }[]): ExcelObject {
  const lay = (border: (side: Side) => NonNullable<Style["border"]>): void => {
    for (const { area, side } of places) {
      book.guardCells(sheet, area);
      sheet.format(area, { border: border(side) });
    }
  };
  return {
    type: "RangeBorder",
    set: {
      style: (value) => lay((side) => ({ [side]: oneOf(LINES, value) })),
      weight: (value) => lay((side) => ({ [side]: oneOf<LineStyle>(WEIGHTS, value) })),
      color: (value) => {
        const color = colourOf(value);
        lay(() => ({ color }));
      },
    },
  };
}
