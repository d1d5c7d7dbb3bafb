/**
 * A linear program in the form that solvers take: make `cost · x` as small as can be, with each x from 0 up and
 * each row of the matrix, row by row in compressed form, between its bounds; `null` where a side has none, since it
 * crosses to other processes as JSON.
 */
export interface LinearProgram {
  readonly cost: readonly number[];
  readonly rowLower: readonly (number | null)[];
  readonly rowUpper: readonly (number | null)[];
  /** Where each row begins in `indices` and `values`; one more than there are rows. */
  readonly starts: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** The x found, one per column; `null` where the solver found none. */
export type Solution = readonly number[] | null;

/** Builds a linear program column by column and row by row. */
export class ProgramBuilder {
  private readonly cost: number[] = [];
  private readonly rowLower: (number | null)[] = [];
  private readonly rowUpper: (number | null)[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** A column from 0 up. @returns its index */
  column(cost: number): number {
    return this.cost.push(cost) - 1;
  }

  /** A row: the terms add up to something between the bounds. */
  row(lower: number | null, upper: number | null, terms: readonly (readonly [column: number, factor: number])[]): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [column, factor] of terms) {
      this.indices.push(column);
      this.values.push(factor);
    }
    this.starts.push(this.indices.length);
  }

  build(): LinearProgram {
    const { cost, rowLower, rowUpper, starts, indices, values } = this;
    return { cost, rowLower, rowUpper, starts, indices, values };
  }
}
