/** Neighbours that get one value. */
export interface Stroke<V = number> {
  readonly first: number;
  readonly count: number;
  readonly value: V;
}

/** More runs than these are set one by one: to find what saves a call would take longer than the call. */
const MOST_RUNS = 80;

/**
 * The fewest strokes that give every place its value, where a later stroke may go over a part of an
 * earlier one.
 * @example strokesOf([9, 7, 9]) // [{ first: 0, count: 3, value: 9 }, { first: 1, count: 1, value: 7 }]
 */
export function strokesOf(values: readonly number[]): Stroke[] {
  const runs = runsOf(values);
  if (runs.length > MOST_RUNS) return runs;
  const next = joinsOf(runs);
  const strokes = (from: number, to: number): Stroke[] => {
    const run = runs[from];
    if (!run || from > to) return [];
    const joined = next[from]?.[to];
    if (joined === undefined) return [run, ...strokes(from + 1, to)];
    const [first, ...rest] = strokes(joined, to);
    const wider = first ? { ...run, count: first.first + first.count - run.first } : run;
    return [wider, ...strokes(from + 1, joined - 1), ...rest];
  };
  return strokes(0, runs.length - 1);
}

/** For each stretch of runs, the later run of the same value to which its first one is best drawn through, if any. */
function joinsOf(runs: readonly Stroke[]): readonly (readonly (number | undefined)[])[] {
  const fewest = runs.map((): number[] => []);
  const joins = runs.map((): (number | undefined)[] => []);
  const cost = (from: number, to: number): number => (from > to ? 0 : (fewest[from]?.[to] ?? 0));
  for (let from = runs.length - 1; from >= 0; from--) {
    for (let to = from; to < runs.length; to++) {
      let [best, join]: [number, number | undefined] = [1 + cost(from + 1, to), undefined];
      for (let later = from + 1; later <= to; later++) {
        if (runs[later]?.value !== runs[from]?.value) continue;
        const through = cost(from + 1, later - 1) + cost(later, to);
        if (through < best) [best, join] = [through, later];
      }
      const [line, chosen] = [fewest[from], joins[from]];
      if (line) line[to] = best;
      if (chosen) chosen[to] = join;
    }
  }
  return joins;
}

/** Neighbours of one value as one. */
export function runsOf<V>(values: readonly V[]): Stroke<V>[] {
  const found: { first: number; count: number; value: V }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (last?.value === value) last.count++;
    else found.push({ first: index, count: 1, value });
  });
  return found;
}
