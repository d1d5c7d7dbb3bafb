import type { Area, Style } from "../../core/index.ts";

/** One property of looks, and the cells that get each of its values. */
export interface Look {
  readonly property: keyof Style;
  readonly groups: readonly Group[];
}

/** Cells that get one value. */
export interface Group<V = unknown> {
  readonly value: V;
  readonly areas: readonly Area[];
}

/** Formats as they come out where they lie over one another. */
export interface Looks {
  /** Around all of their cells. */
  readonly bounds: Area;
  readonly looks: readonly Look[];
  /** What the letters of the cells look like, as a whole: `looks` has the same property by property. */
  readonly letters: readonly Group<Letters>[];
}

/** The properties of a style that its letters have. */
const LETTERS = ["font", "size", "bold", "italic", "color"] as const;
export type Letters = Pick<Style, (typeof LETTERS)[number]>;

export function isOfLetters(property: keyof Style): boolean {
  return LETTERS.some((each) => each === property);
}

type Formats = readonly { readonly areas: readonly Area[]; readonly style: Style }[];

/** Sheets has whole sizes only. */
export function wholeSize(size: number): number {
  return Math.round(size);
}

/** What a list of formats comes to, lines around cells left out: those of neighbours depend on their order. */
export function looksOf(formats: Formats): Looks {
  const { grid, painted } = paint(formats);
  return {
    bounds: grid.bounds,
    looks: [...painted].map(([property, { values, cells }]) => ({ property, groups: grid.groups(cells, values) })),
    letters: combined(grid, painted, LETTERS),
  };
}

/** The same as whole looks: cells that come out alike are together, whatever gave them each property. */
export function wholeLooksOf(formats: Formats): Group<Style>[] {
  const { grid, painted } = paint(formats);
  return combined(grid, painted, [...painted.keys()]);
}

function paint(formats: Formats): { readonly grid: Grid; readonly painted: ReadonlyMap<keyof Style, Painted> } {
  const grid = new Grid(formats.flatMap(({ areas }) => areas));
  const painted = new Map<keyof Style, Painted>();
  for (const { areas, style } of formats) {
    for (const [name, value] of Object.entries(style)) {
      const property = name as keyof Style;
      if (property === "border") continue;
      const layer = painted.get(property) ?? { values: [], cells: grid.blank() };
      painted.set(property, layer);
      const id = idOf(layer.values, value);
      for (const area of areas) grid.paint(layer.cells, area, id);
    }
  }
  return { grid, painted };
}

/** The cells of a sheet that get a value of a list, by its number there; -1 where they get none. */
interface Painted {
  readonly values: unknown[];
  readonly cells: Int32Array;
}

function idOf(values: unknown[], value: unknown): number {
  const known = values.indexOf(value);
  return known < 0 ? values.push(value) - 1 : known;
}

/** Cells that get the same of some properties, together. */
function combined(grid: Grid, painted: ReadonlyMap<keyof Style, Painted>, properties: readonly (keyof Style)[]): Group<Style>[] {
  const given = properties.flatMap((property) => {
    const paint = painted.get(property);
    return paint ? [{ property, ...paint }] : [];
  });
  const ids = new Map<string, number>();
  const values: Style[] = [];
  const cells = grid.blank().map((_, index) => {
    const key = given.map(({ cells: each }) => each[index]).join();
    const known = ids.get(key);
    if (known !== undefined) return known;
    const look = Object.fromEntries(
      given.flatMap(({ property, values: all, cells: each }) => (each[index] === -1 ? [] : [[property, all[each[index] ?? -1]]])),
    ) as Style;
    const id = Object.keys(look).length === 0 ? -1 : values.push(look) - 1;
    ids.set(key, id);
    return id;
  });
  return grid.groups(cells, values);
}

/** The cells of some areas, by the areas' edges alone: hundreds of rows that look alike are one line of it. */
class Grid {
  readonly bounds: Area;
  private readonly rows: readonly number[];
  private readonly columns: readonly number[];
  private readonly rowAt: ReadonlyMap<number, number>;
  private readonly columnAt: ReadonlyMap<number, number>;
  /** Columns of the grid. */
  private readonly across: number;

  constructor(areas: readonly Area[]) {
    this.rows = edges(areas.flatMap(({ row, rows }) => [row, row + rows]));
    this.columns = edges(areas.flatMap(({ column, columns }) => [column, column + columns]));
    this.rowAt = new Map(this.rows.map((row, index) => [row, index]));
    this.columnAt = new Map(this.columns.map((column, index) => [column, index]));
    this.across = Math.max(0, this.columns.length - 1);
    this.bounds = this.area(0, 0, Math.max(0, this.rows.length - 1), this.across);
  }

  blank(): Int32Array {
    return new Int32Array(Math.max(0, this.rows.length - 1) * this.across).fill(-1);
  }

  paint(cells: Int32Array, { row, column, rows, columns }: Area, id: number): void {
    const [top, bottom] = [this.rowAt.get(row) ?? 0, this.rowAt.get(row + rows) ?? 0];
    const [left, right] = [this.columnAt.get(column) ?? 0, this.columnAt.get(column + columns) ?? 0];
    for (let down = top; down < bottom; down++) cells.fill(id, down * this.across + left, down * this.across + right);
  }

  /** The cells of each value as few areas: stretches of a row, one with those as wide below them. */
  groups<V>(cells: Int32Array, values: readonly V[]): Group<V>[] {
    const areas = values.map((): Area[] => []);
    let above = new Map<string, Stretch>();
    const close = ({ id, left, right, top }: Stretch, bottom: number): void => {
      areas[id]?.push(this.area(top, left, bottom - top, right - left));
    };
    const down = this.across === 0 ? 0 : cells.length / this.across;
    for (let row = 0; row < down; row++) {
      const here = new Map<string, Stretch>();
      for (let left = 0; left < this.across; ) {
        const id = cells[row * this.across + left] ?? -1;
        let right = left + 1;
        while (right < this.across && cells[row * this.across + right] === id) right++;
        const key = `${id} ${left} ${right}`;
        if (id >= 0) here.set(key, above.get(key) ?? { id, left, right, top: row });
        left = right;
      }
      for (const [key, stretch] of above) if (!here.has(key)) close(stretch, row);
      above = here;
    }
    for (const stretch of above.values()) close(stretch, down);
    return values.flatMap((value, id) => (areas[id]?.length ? [{ value, areas: areas[id] }] : []));
  }

  private area(top: number, left: number, down: number, across: number): Area {
    const [row = 0, column = 0] = [this.rows[top], this.columns[left]];
    return { row, column, rows: (this.rows[top + down] ?? row) - row, columns: (this.columns[left + across] ?? column) - column };
  }
}

interface Stretch {
  readonly id: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function edges(all: readonly number[]): number[] {
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Lines around cells, in order: areas that are given the same are one group, unless others were drawn over them in between. */
export function bordersOf(formats: Formats): Group<NonNullable<Style["border"]>>[] {
  const groups: { readonly id: string; readonly value: NonNullable<Style["border"]>; readonly areas: Area[] }[] = [];
  for (const { areas, style } of formats) {
    const { border } = style;
    if (border === undefined) continue;
    const id = JSON.stringify(border);
    for (const area of areas) {
      const like = findLike(groups, id, area);
      if (like) like.areas.push(area);
      else groups.push({ id, value: border, areas: [area] });
    }
  }
  return groups;
}

/** The latest group of the same value that nothing was laid over since. */
function findLike<G extends { readonly id: string; readonly areas: readonly Area[] }>(
  groups: readonly G[],
  id: string,
  area: Area,
): G | undefined {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (!group || group.id === id) return group;
    if (group.areas.some((each) => overlaps(each, area))) return undefined;
  }
  return undefined;
}

function overlaps(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
