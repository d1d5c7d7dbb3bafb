import type { Area, RowMove } from "../../../core/index.ts";
import { movedArea, movedLines } from "../moved.ts";
import type { Room } from "../room.ts";
import type { Axis } from "./api.ts";

/** A sheet as it will be after the requests so far: each of them is made knowing this, without asking Google. */
export interface SheetAhead {
  readonly id: number;
  readonly name: string;
  readonly isNew: boolean;
  grid: Room;
  frozen: Room;
  merges: readonly Area[];
  hasFilter: boolean;
  /** The protections of the whole sheet. */
  protections: readonly number[];
  readonly charts: readonly { readonly id: number; readonly title: string }[];
  /** Which of its conditional formats are ours, by their place in the list. */
  readonly ourRules: readonly number[];
  /** How many groups each line is in, where it is in any. */
  levels: Readonly<Record<Axis, ReadonlyMap<number, number>>>;
  /** Pixels of the lines that were sized by these requests. */
  sizes: Readonly<Record<Axis, Map<number, number>>>;
  /** The latest first. */
  moves: readonly RowMove[];
}

/** What a new sheet has. */
const NEW_GRID: Room = { rows: 1000, columns: 26 };

export function newSheet(id: number, name: string): SheetAhead {
  return {
    id,
    name,
    isNew: true,
    grid: NEW_GRID,
    frozen: { rows: 0, columns: 0 },
    merges: [],
    hasFilter: false,
    protections: [],
    charts: [],
    ourRules: [],
    levels: { rows: new Map(), columns: new Map() },
    sizes: { rows: new Map(), columns: new Map() },
    moves: [],
  };
}

/** Whatever stands below goes along. */
export function moveRows(sheet: SheetAhead, move: RowMove): void {
  const { kind, count } = move;
  sheet.grid = { ...sheet.grid, rows: sheet.grid.rows + (kind === "insertRows" ? count : -count) };
  sheet.merges = sheet.merges.flatMap((area) => movedArea(area, move) ?? []).filter(({ rows, columns }) => rows * columns > 1);
  sheet.levels = { ...sheet.levels, rows: movedLines(sheet.levels.rows, move, inBoth) };
  // New rows are as high as the one that they are put after.
  sheet.sizes = { ...sheet.sizes, rows: movedLines(sheet.sizes.rows, move, (above) => above) };
  sheet.moves = [move, ...sheet.moves];
}

/** A row between two is in the groups that both are in. */
function inBoth(above = 0, below = 0): number | undefined {
  return Math.min(above, below) || undefined;
}
