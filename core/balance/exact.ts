/**
 * Decimals kept exact: within a rule quantities are whole numbers of the smallest decimal that occurs ("units"),
 * which add up without rounding; dividing by the scale at the end gives back the decimal that a person would write.
 */

/** Whole numbers up to here add, and come from a multiplication by a power of ten, without error. A workbook keeps as many digits. */
const LARGEST = 1e15;
/** A billionth; what lies behind it came out of a division and was typed by nobody. */
const MOST_DECIMALS = 9;
/** A workbook's own results are off by so much, of their size and at all: 0.1 + 0.2 is meant to be 0.3, and 1000000.3 - 1000000.1 to be 0.2. */
const NOISE = 2 ** -50;
const LEAST_NOISE = 2.5e-10;

const POWERS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10 ** decimals);

/** The decimals that a number was meant to have, 0 to 9. @example decimalsOf(1.25) // 2 */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const scale = scaleOf(decimals);
    if (Math.abs(Math.round(value * scale) / scale - value) <= Math.max(Math.abs(value) * NOISE, LEAST_NOISE)) return decimals;
  }
  return MOST_DECIMALS;
}

/**
 * The decimals that can be kept where figures add up to `total` at most: those asked for, or fewer, so that whole
 * units stay exact. @example decimalsWithin(6, 1e12) // 3
 */
export function decimalsWithin(decimals: number, total: number): number {
  let kept = decimals;
  while (kept > 0 && total * scaleOf(kept) > LARGEST) kept -= 1;
  return kept;
}

/** Units in 1. @example scaleOf(2) // 100 */
export function scaleOf(decimals: number): number {
  return POWERS[decimals] ?? 1;
}

/** A quantity in units. @example inUnits(1.005, 1000) // 1005 */
export function inUnits(value: number, scale: number): number {
  return Math.round(value * scale);
}

/** Units as the quantities that they are. A hair below zero is plain zero. */
export function fromUnits(units: Float64Array, scale: number): number[] {
  // A list that grows keeps half as much memory again.
  const values = new Array<number>(units.length);
  for (let index = 0; index < units.length; index++) values[index] = (units[index] ?? 0) / scale + 0;
  return values;
}

/** A scale on which all these quantities, and what they add up to, are whole. */
export function commonScale(...lists: readonly (readonly number[])[]): number {
  let decimals = 0;
  let total = 0;
  for (const list of lists)
    for (const value of list) {
      decimals = Math.max(decimals, decimalsOf(value));
      total += Math.abs(value);
    }
  return scaleOf(decimalsWithin(decimals, total));
}

/** Quantities in units; as many as `length`, missing ones 0. */
export function listInUnits(values: readonly number[], scale: number, length: number = values.length): Float64Array {
  return Float64Array.from({ length }, (_, index) => inUnits(values[index] ?? 0, scale));
}

/** @example exactSum([0.1, 0.2]) // 0.3 */
export function exactSum(values: readonly number[]): number {
  const scale = commonScale(values);
  let units = 0;
  for (const value of values) units += inUnits(value, scale);
  return units / scale;
}

/** A sum of exact decimals is that decimal again. @example roundTo(0.1 + 0.2, 1) // 0.3 */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** Where a division's own error ends: what lies closer to a whole number is meant to be it. */
const CLOSE = 1e-9;

/** The whole units of a calculated quantity, rounded down, or up. @example wholeDown(19.999999999999996) // 20 */
export function wholeDown(value: number): number {
  return Math.floor(value + CLOSE);
}

export function wholeUp(value: number): number {
  return Math.ceil(value - CLOSE);
}
