import type { Grid, Series } from "./argument-reader.ts";
import { type Fault, isFault } from "./fault.ts";
import type { Answer, AnswerCell } from "./sheet-function.ts";

/** An answer for each cell of a range; a cell that could not be read is answered by its fault. */
export function forEach<A>(cells: Grid<A>, compute: (a: A) => AnswerCell): Answer {
  return cells.rows.map((row) => row.map((cell) => (isFault(cell) ? cell : compute(cell))));
}

/** The same for two ranges of one size; a single cell goes with every cell of the other range. */
export function forEachPair<A, B>(first: Grid<A>, second: Grid<B>, compute: (a: A, b: B) => AnswerCell): Answer {
  const [one, other] = [single(first), single(second)];
  if (one === undefined && other === undefined && !sameSize(first, second)) return sizesDiffer(first, second);
  const pair = (a: A | Fault | undefined, b: B | Fault | undefined): AnswerCell => {
    if (a === undefined || b === undefined) throw new RangeError("a range whose rows are of several lengths");
    return isFault(a) ? a : isFault(b) ? b : compute(a, b);
  };
  if (one !== undefined) return second.rows.map((row) => row.map((b) => pair(one, b)));
  return first.rows.map((row, r) => row.map((a, c) => pair(a, other === undefined ? second.rows[r]?.[c] : other)));
}

/** Values in the direction of the range that they belong to. */
export function inLine({ lies }: Series, values: readonly AnswerCell[]): Answer {
  return lies === "down" ? values.map((value) => [value]) : [values];
}

/** The cell of a range that has but one. */
function single<T>({ rows }: Grid<T>): T | Fault | undefined {
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
}

function sameSize(first: Grid<unknown>, second: Grid<unknown>): boolean {
  return sizeOf(first) === sizeOf(second);
}

function sizesDiffer(first: Grid<unknown>, second: Grid<unknown>): Fault {
  return {
    code: "function-sizes-differ",
    params: { size: sizeOf(second), like: sizeOf(first) },
    argument: second.parameter,
    other: first.parameter,
  };
}

function sizeOf({ rows }: Grid<unknown>): string {
  return `${rows.length} × ${rows[0]?.length ?? 0}`;
}
