/** The significant digits that a workbook keeps of a number. */
const DIGITS = 15;
/** `toFixed` gives no more. */
const MOST_DECIMALS = 100;

/**
 * Two quantities together, rounded where a workbook's own numbers end: a balance that comes to nothing is
 * then 0, and not a hair below it, which would count as a shortage.
 * @example plus(0.1, 0.2) // 0.3
 * @example plus(1000000.3, -1000000.1) // 0.2
 */
export function plus(a: number, b: number): number {
  const sum = a + b;
  if (Number.isInteger(a) && Number.isInteger(b)) return sum;
  const largest = Math.max(Math.abs(a), Math.abs(b));
  const decimals = DIGITS - 1 - Math.floor(Math.log10(largest));
  if (decimals <= 0 || decimals > MOST_DECIMALS) return sum;
  // A hair below zero is rounded to a negative zero, which the added zero makes a plain one.
  return Number(sum.toFixed(decimals)) + 0;
}

/** The quantity of a period; 0 after the last. */
export function at(quantities: readonly number[], period: number): number {
  return quantities[period] ?? 0;
}
