/**
 * A linear program in the form that solvers take: make `cost · x` as small as can be, with each x between its bounds and
 * each row of the matrix, row by row in compressed form, between its own. Where there is no bound it is ±`UNBOUNDED`.
 */
export interface LinearProgram {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  /** Where each row begins in `indices` and `values`; one more than there are rows. */
  readonly starts: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** Solvers take a bound from 1e20 on for none; unlike Infinity it crosses as JSON. */
export const UNBOUNDED = 1e30;

/** The x found, one per column; `null` where the solver found none. */
export type Solution = readonly number[] | null;

/** Builds a linear program column by column and row by row. */
export class ProgramBuilder {
  private readonly cost: number[] = [];
  private readonly upper: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** A column from 0 up. @returns its index */
  column(cost: number, upper = UNBOUNDED): number {
    this.upper.push(upper);
    return this.cost.push(cost) - 1;
  }

  /** A row: the terms add up to something between the bounds. */
  row(lower: number, upper: number, terms: readonly (readonly [column: number, factor: number])[]): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [column, factor] of terms) {
      this.indices.push(column);
      this.values.push(factor);
    }
    this.starts.push(this.indices.length);
  }

  build(): LinearProgram {
    const { cost, upper, rowLower, rowUpper, starts, indices, values } = this;
    return { cost, lower: cost.map(() => 0), upper, rowLower, rowUpper, starts, indices, values };
  }
}
