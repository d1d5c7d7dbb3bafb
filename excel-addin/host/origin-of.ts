export interface Insertion {
  readonly row: number;
  readonly count: number;
}

/** Where a row stood before these insertions, the latest of which comes first; nothing for an inserted row. */
export function originOf(insertions: readonly Insertion[], row: number): number | undefined {
  let origin = row;
  for (const { row: first, count } of insertions) {
    if (origin >= first + count) origin -= count;
    else if (origin >= first) return undefined;
  }
  return origin;
}
