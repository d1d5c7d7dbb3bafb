import type { CountedRow, Figure } from "./figure.ts";
import type { At } from "./section.ts";

/** What stands where there is nothing to make a rate of. */
export const NO_RATE = "–";

/** One column as a part of another, in the same row. */
export function rateIn(
  { other }: At,
  { of, less, among }: { readonly of: number; readonly less?: number; readonly among: number },
  value: number | null | undefined,
  rows: readonly CountedRow[],
): Figure {
  const [part, whole] = [other(of).formula, other(among).formula];
  const over = less === undefined ? part : `(${part}-${other(less).formula})`;
  return { formula: `IF(${whole}=0,"${NO_RATE}",${over}/${whole})`, value: value ?? Number.NaN, rows };
}
