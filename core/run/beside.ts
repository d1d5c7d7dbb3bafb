import { columnLetters, columnOf } from "../base/place.ts";
import { type CellInput, type CellValue, isCellError } from "../workbook/cells.ts";

/** How much of a sheet a layout takes, from its first cell on. */
export interface Laid {
  readonly rows: number;
  readonly columns: number;
}

/** A sheet as it stands. */
export interface Standing {
  /** One more than the last row in use. */
  readonly rows: number;
  readonly columnsIn: (row: number) => number;
  readonly at: (row: number, column: number) => { readonly value: CellValue; readonly formula?: string };
}

/** What the layout puts into each row, the hidden marker first. */
export type Wanted = readonly (readonly CellInput[])[];

/** What is to stand in cells that are not the layout's, by row and column; null empties one. */
export type Beside = ReadonlyMap<number, ReadonlyMap<number, CellInput>>;

/** What a row is about stands right of its marker, in so many columns. */
const WORDS = 4;

/**
 * What a person wrote beside a sheet of ours goes with its row, wherever the layout has it now, and keeps its distance from the
 * last column. Where the layout no longer has the row it goes below everything, behind what the row was about.
 * @param was how much the sheet's layout took before
 * @param now the columns that it takes now
 */
export function besideOf(stands: Standing, was: Laid, wanted: Wanted, now: number): Beside {
  const found = new Map<number, Map<number, CellInput>>();
  const put = (row: number, column: number, value: CellInput): void => {
    const line = found.get(row) ?? new Map<number, CellInput>();
    found.set(row, line.set(column, value));
  };
  const rows = rowFinder(wanted);
  const by = now - was.columns;
  let below = Math.max(wanted.length, was.rows, stands.rows) + 1;
  for (let row = 0; row < was.rows; row++) {
    const words = Array.from({ length: 1 + WORDS }, (_, column) => stands.at(row, column).value);
    const place = rows.next(row, words);
    const written = cellsBeside(stands, row, was.columns);
    if (written.length === 0) continue;
    for (const { column } of written) if (!found.get(row)?.has(column)) put(row, column, null);
    const moved = { from: row, beyond: was.columns, by };
    // Where a refresh was cut off, the row may stand twice, with what is beside it.
    const isTaken = (to: number): boolean => written.some(({ column }) => (found.get(to)?.get(column + by) ?? null) !== null);
    const isThere = (to: number): boolean =>
      written.every(({ column, input }) => sameInput(found.get(to)?.get(column + by), withRow(input, { ...moved, to })));
    if (place !== undefined && isTaken(place) && isThere(place)) continue;
    const to = place === undefined || isTaken(place) ? below : place;
    if (to === below) {
      for (const [index, word] of words.slice(1).entries()) put(below, 1 + index, word);
      below += 1;
    }
    for (const { column, input } of written) put(to, column + by, withRow(input, { ...moved, to }));
  }
  return found;
}

function sameInput(a: CellInput, b: CellInput): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function cellsBeside({ at, columnsIn }: Standing, row: number, first: number): { readonly column: number; readonly input: CellInput }[] {
  const cells = [];
  for (let column = first; column < columnsIn(row); column++) {
    const { value, formula } = at(row, column);
    if (formula !== undefined) cells.push({ column, input: { formula, value: isCellError(value) ? null : value } });
    else if (value !== null) cells.push({ column, input: value });
  }
  return cells;
}

/** Finds the row that says the same as one did before: its marker and what it is about; or its marker and code, where the name changed. */
function rowFinder(wanted: Wanted): { next: (row: number, words: readonly CellInput[]) => number | undefined } {
  const [exact, loose] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const add = (map: Map<string, number[]>, key: string, row: number): void => {
    map.set(key, [...(map.get(key) ?? []), row]);
  };
  wanted.forEach((line, row) => {
    if (markerOf(line) === "") return;
    add(exact, nameOf(line, 3), row);
    add(loose, nameOf(line, 2), row);
  });
  const met = new Map<string, number>();
  return {
    next: (row, words) => {
      // Rows without a marker are the head, which stays where it is.
      if (markerOf(words) === "") return row < wanted.length && markerOf(wanted[row] ?? []) === "" ? row : undefined;
      const name = nameOf(words, 3);
      const before = met.get(name) ?? 0;
      met.set(name, before + 1);
      const [same, like] = [exact.get(name), loose.get(nameOf(words, 2))];
      if (same) return same.length === 1 ? same[0] : same[before];
      return like?.length === 1 ? like[0] : undefined;
    },
  };
}

function markerOf([marker]: readonly CellInput[]): string {
  return typeof marker === "string" ? marker : "";
}

function nameOf(line: readonly CellInput[], columns: number): string {
  return JSON.stringify(Array.from({ length: columns }, (_, column) => line[column] ?? null));
}

/** A person's formula looks at its own row where that is now, and at what is beside the layout where that is now. */
function withRow(
  input: CellInput,
  { from, to, beyond, by }: { readonly from: number; readonly to: number; readonly beyond: number; readonly by: number },
): CellInput {
  if (typeof input !== "object" || input === null || isCellError(input)) return input;
  const parts = input.formula.split('"').map((part, index) =>
    index % 2 === 1
      ? part
      : part.replace(/(?<![\w.!$'])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.])/g, (whole, fixed, letters, held, number) => {
          if (Number(number) !== from + 1) return whole;
          const column = columnOf(letters);
          return `${fixed}${columnLetters(column >= beyond ? column + by : column)}${held}${to + 1}`;
        }),
  );
  return { ...input, formula: parts.join('"') };
}
