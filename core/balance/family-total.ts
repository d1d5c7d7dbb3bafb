import type { FamilyTotal, ProductBalance, Quantities } from "./balance.ts";
import { decimalsWithin, fromUnits, inUnits, scaleOf } from "./exact.ts";
import { byCode } from "./product-codes.ts";

/** The figures that add up over products. */
export const ADDED = [
  "opening",
  "forecast",
  "ordered",
  "orders",
  "forecastLeft",
  "demand",
  "planned",
  "production",
  "lost",
  "closing",
  "safety",
] as const satisfies readonly (keyof Quantities)[];

/** The sums of each family's products. */
export function familyTotals(products: readonly ProductBalance[]): FamilyTotal[] {
  const families = new Map<string, ProductBalance[]>();
  for (const each of products) {
    const { family } = each.product;
    if (family === "") continue;
    const members = families.get(family);
    if (members) members.push(each);
    else families.set(family, [each]);
  }
  return [...families]
    .sort(([a], [b]) => byCode(a, b))
    .map(([family, members]) => ({
      family,
      unit: members.every(({ product }) => product.unit === members[0]?.product.unit) ? (members[0]?.product.unit ?? "") : "",
      products: members.map(({ product }) => product.code),
      ...sumOfProducts(members, members[0]?.closing.length ?? 0),
    }));
}

/** @param width how many periods; the sums of no product are 0 in each */
export function sumOfProducts(members: readonly ProductBalance[], width: number): Quantities {
  const decimals = members.reduce((most, each) => Math.max(most, each.decimals), 0);
  const sums = ADDED.map((figure) => [
    figure,
    sumOfLists(
      members.map((each) => each[figure]),
      width,
      decimals,
    ),
  ]);
  return Object.fromEntries(sums) as Record<(typeof ADDED)[number], number[]>;
}

/** Adds lists of quantities of so many decimals, period by period; of fewer, where the sums are too large for them. */
function sumOfLists(lists: readonly (readonly number[])[], width: number, decimals: number): number[] {
  const scale = scaleOf(decimals);
  const sums = new Float64Array(width);
  let largest = 0;
  for (const list of lists)
    for (let period = 0; period < sums.length; period++) {
      const sum = (sums[period] ?? 0) + inUnits(list[period] ?? 0, scale);
      sums[period] = sum;
      largest = Math.max(largest, Math.abs(sum));
    }
  const kept = decimalsWithin(decimals, largest / scale);
  return kept < decimals ? sumOfLists(lists, width, kept) : fromUnits(sums, scale);
}
