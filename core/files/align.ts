/** A pair of positions in two lists; one of them is null where the other list alone has it. */
export type Aligned = readonly [before: number | null, after: number | null];

/** The same numbers are one, whatever they stand for. Both lists rise. */
export function byPlace(before: readonly number[], after: readonly number[]): Aligned[] {
  const [there, here] = [new Map(before.map((place, index) => [place, index])), new Map(after.map((place, index) => [place, index]))];
  return [...new Set([...before, ...after])].map((place) => [there.get(place) ?? null, here.get(place) ?? null]);
}

/** Above this the middle of two lists is paired in order instead of by their longest common part. */
const MOST_STEPS = 4_000_000;

/**
 * Which items of two lists are one: equal ones, as many as possible, in order; what is between two of
 * them is paired in order, as items that changed; the rest were added or removed.
 */
export function align(before: readonly string[], after: readonly string[]): Aligned[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const shorter = Math.min(before.length, after.length);
  while (head + tail < shorter && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const pairs: Aligned[] = Array.from({ length: head }, (_, index) => [index, index]);
  let [from, to] = [head, head];
  for (const [i, j] of [...common(before, after, head, tail), [before.length - tail, after.length - tail] as const]) {
    const changed = Math.min(i - from, j - to);
    for (let step = 0; step < changed; step++) pairs.push([from + step, to + step]);
    for (let step = from + changed; step < i; step++) pairs.push([step, null]);
    for (let step = to + changed; step < j; step++) pairs.push([null, step]);
    if (i < before.length - tail) pairs.push([i, j]);
    [from, to] = [i + 1, j + 1];
  }
  for (let step = tail; step > 0; step--) pairs.push([before.length - step, after.length - step]);
  return pairs;
}

/** The longest common subsequence between the equal ends. */
function common(before: readonly string[], after: readonly string[], head: number, tail: number): (readonly [number, number])[] {
  const [rows, columns] = [before.length - tail - head, after.length - tail - head];
  if (rows * columns > MOST_STEPS) return [];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const isSame = before[head + row] === after[head + column];
      const line = lengths[row];
      if (line) line[column] = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const found: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (before[head + row] === after[head + column]) found.push([head + row++, head + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return found;
}
