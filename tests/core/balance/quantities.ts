import fc from "fast-check";

/** Quantities as planners have them: pieces, or kilograms with up to three decimals. */
export const quantity = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 100_000_000 }).map((thousandths) => thousandths / 1000),
);

/** Two lists of as many periods. */
export const twoPlans = fc
  .integer({ min: 1, max: 30 })
  .chain((periods) => fc.tuple(...[0, 1].map(() => fc.array(quantity, { minLength: periods, maxLength: periods }))))
  .map(([first = [], second = []]) => [first, second] as const);

/** In thousandths, where sums of such quantities are exact. */
export function thousandths(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 1000), 0);
}
