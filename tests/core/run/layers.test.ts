import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layered } from "../../../core/run/layers.ts";
import type { Area } from "../../../core/workbook/cells.ts";
import type { Style } from "../../../core/workbook/edits.ts";
import type { LayoutRow } from "../../../core/workbook/sheet-layout.ts";

const STYLES: readonly Style[] = [
  { size: 9, wrap: false, numberFormat: "0" },
  { size: 9, wrap: false, numberFormat: "0.0" },
  { size: 8, wrap: false, numberFormat: "General", fill: "DDEBF7" },
  // Says less than the others, so that nothing may be laid below it.
  { size: 8, bold: true },
];
const COLUMNS = 4;

type Grid = readonly (readonly number[])[];

/** For each row the style of each column by its number; -1 is a cell without one. */
const grids: fc.Arbitrary<Grid> = fc.array(fc.array(fc.constantFrom(-1, 0, 0, 0, 1, 2, 3), { minLength: COLUMNS, maxLength: COLUMNS }), {
  minLength: 40,
  maxLength: 120,
});

function rowsOf(grid: Grid): LayoutRow[] {
  return grid.map((line) => ({
    marker: "",
    height: 0,
    cells: line.flatMap((at, column) => {
      const style = STYLES[at];
      return style ? [{ column, columns: 1, value: null, style }] : [];
    }),
  }));
}

function piecesOf(grid: Grid): Map<Style, Area[]> {
  const found = new Map<Style, Area[]>();
  grid.forEach((line, row) => {
    line.forEach((at, column) => {
      const style = STYLES[at];
      if (style) found.set(style, [...(found.get(style) ?? []), { row, column, rows: 1, columns: 1 }]);
    });
  });
  return found;
}

/** The look of each cell once all is laid, one over the other. */
function laid(looks: Iterable<readonly [Style, readonly Area[]]>): Map<string, Style> {
  const cells = new Map<string, Style>();
  for (const [style, areas] of looks)
    for (const { row, column, rows, columns } of areas)
      for (let down = 0; down < rows; down++)
        for (let across = 0; across < columns; across++) {
          const key = `${row + down} ${column + across}`;
          cells.set(key, { ...cells.get(key), ...style });
        }
  return cells;
}

describe("looks laid over one another", () => {
  it("give every cell just its own look, and one without a look none", () => {
    fc.assert(
      fc.property(grids, (grid) => {
        expect(laid(layered(piecesOf(grid), rowsOf(grid), (style) => style))).toEqual(laid(piecesOf(grid)));
      }),
    );
  });

  it("take one rectangle where rows of another look stand between, each of which gets only what differs", () => {
    const grid = Array.from({ length: 200 }, (_, row) => Array.from({ length: COLUMNS }, () => row % 2));
    const looks = layered(piecesOf(grid), rowsOf(grid), (style) => style);
    expect(looks.map(([style, areas]) => [style, areas.length])).toEqual([
      [STYLES[0], COLUMNS],
      // The last row stands below the ground, and so says all of its look.
      [STYLES[1], COLUMNS],
      [{ numberFormat: "0.0" }, 99 * COLUMNS],
    ]);
  });
});
