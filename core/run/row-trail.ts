interface Insertion {
  readonly row: number;
  readonly count: number;
}

/** Where the rows of one sheet went while a batch inserted others. */
export class RowTrail {
  private readonly insertions: Insertion[] = [];

  insert(row: number, count: number): void {
    this.insertions.push({ row, count });
  }

  /** How many insertions there are so far: a moment to count from. */
  get moment(): number {
    return this.insertions.length;
  }

  /** Where a row stands in the end that stood at `row` at a moment; from before the batch, where none is given. */
  forward(row: number, moment = 0): number {
    return this.insertions.slice(moment).reduce((at, { row: first, count }) => (at >= first ? at + count : at), row);
  }

  /** Where a row stood before the batch; nothing for one that it inserted. */
  origin(row: number): number | undefined {
    return this.insertions.reduceRight<number | undefined>((at, { row: first, count }) => {
      if (at === undefined || at < first) return at;
      return at < first + count ? undefined : at - count;
    }, row);
  }

  /** The rows inserted, as they stand in the end, in runs from the lowest up. */
  inserted(): { readonly row: number; readonly count: number }[] {
    const rows = new Set<number>();
    this.insertions.forEach(({ row, count }, index) => {
      for (let each = row; each < row + count; each++) rows.add(this.forward(each, index + 1));
    });
    const runs: { row: number; count: number }[] = [];
    for (const row of [...rows].sort((a, b) => b - a)) {
      const last = runs.at(-1);
      if (last && last.row === row + 1) {
        last.row = row;
        last.count++;
      } else runs.push({ row, count: 1 });
    }
    return runs;
  }
}
