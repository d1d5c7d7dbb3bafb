import type { Balance, ProductBalance } from "./balance.ts";
import { type ADDED, sumOfProducts } from "./family-total.ts";
import { findGaps } from "./gaps.ts";
import type { Gap } from "./imbalance.ts";
import type { BalanceRules } from "./planning-data.ts";

/**
 * The balance as a meeting saw it, compact enough to be kept with the meeting: the figures of the products that were talked
 * about, sums of the rest, and the imbalances. Plain data, one list entry for each of `periods`.
 */
export interface Baseline {
  readonly rules: BalanceRules;
  /** Keys, the then current period first. */
  readonly periods: readonly string[];
  /** By order of the products then. */
  readonly products: readonly BaselineProduct[];
  readonly rest: { readonly products: number } & FrozenFigures;
  readonly imbalances: readonly Pick<Gap, "key" | "kind" | "subject" | "from" | "to" | "amount" | "unit">[];
}

const FROZEN = [
  "opening",
  "forecast",
  "ordered",
  "orders",
  "demand",
  "planned",
  "production",
  "lost",
  "closing",
] as const satisfies readonly (typeof ADDED)[number][];
type FrozenFigures = Readonly<Record<(typeof FROZEN)[number], readonly number[]>>;

export interface BaselineProduct extends FrozenFigures {
  readonly product: string;
}

/**
 * Freezes a balance. @param imbalances those found, with the keys they are kept under @param also codes of products that no
 * imbalance is about but a resolution's expected changes are
 */
export function freezeBaseline(
  balance: Balance,
  rules: BalanceRules,
  imbalances: readonly Gap[] = findGaps(balance),
  also: readonly string[] = [],
): Baseline {
  const kept = new Set([...also, ...imbalances.flatMap((gap) => productsOf(balance, gap))]);
  const [inside, outside] = [true, false].map((wanted) => balance.products.filter(({ product }) => kept.has(product.code) === wanted));
  return {
    rules,
    periods: balance.periods.map(({ key }) => key),
    products: (inside ?? []).map((each) => ({ product: each.product.code, ...frozen(each) })),
    rest: { products: outside?.length ?? 0, ...frozen(sumOfProducts(outside ?? [], balance.periods.length)) },
    imbalances: imbalances.map(({ key, kind, subject, from, to, amount, unit }) => ({ key, kind, subject, from, to, amount, unit })),
  };
}

/** The products behind an imbalance: all that load the line or take the component in its periods. */
function productsOf(balance: Balance, { kind, subject, from, to }: Gap): string[] {
  const [first, last] = [from, to].map((key) => balance.periods.findIndex((period) => period.key === key));
  const within = (figures: readonly number[]) => figures.slice(first, (last ?? 0) + 1).some((figure) => figure > 0);
  if (kind === "overload")
    return balance.lines
      .filter(({ line }) => line === subject)
      .flatMap(({ loads }) => loads.filter(({ hours }) => within(hours)).map(({ product }) => product));
  if (kind === "componentShortage")
    return balance.components
      .filter(({ component }) => component === subject)
      .flatMap(({ needs }) => needs.filter(({ needed }) => within(needed)).map(({ product }) => product));
  return [subject];
}

function frozen(figures: Pick<ProductBalance, (typeof FROZEN)[number]>): FrozenFigures {
  return Object.fromEntries(FROZEN.map((figure) => [figure, figures[figure]])) as FrozenFigures;
}
