import type { Day } from "../base/plain-date.ts";
import type { Balance, ProductBalance } from "./balance.ts";
import { type ADDED, sumOfProducts } from "./family-total.ts";
import { findGaps } from "./gaps.ts";
import type { Gap } from "./imbalance.ts";
import type { BalanceRules } from "./planning-data.ts";
import { placeOf, type Study } from "./study.ts";
import { openOrders } from "./why.ts";

/**
 * The balance as a meeting saw it, compact enough to be kept with the meeting: the figures of the products that were talked
 * about, sums of the rest, and the imbalances. Plain data, one list entry for each of `periods`.
 */
export interface Baseline {
  /** The day on which it was frozen; unknown of those that an older Concord froze. */
  readonly on?: Day;
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
export type FrozenFigures = Readonly<Record<(typeof FROZEN)[number], readonly number[]>>;

export interface BaselineProduct extends FrozenFigures {
  readonly product: string;
  /** Of the first period's open orders, those due before it. */
  readonly overdue?: number;
  /** The open orders; unknown where there were too many to keep. */
  readonly open?: readonly FrozenOrder[];
}

/** An open order as it was; `period` is its place in `Baseline.periods`. A list, since there are many of them. */
export type FrozenOrder = readonly [no: string, line: number | null, period: number, open: number, ordered: number];

/** So many imbalances are kept, the first of the list: one of thousands is no meeting's. */
export const MOST_IMBALANCES = 300;

/** Whether there may have been imbalances that a baseline does not tell of. */
export function isCut({ imbalances }: Pick<Baseline, "imbalances">): boolean {
  return imbalances.length >= MOST_IMBALANCES;
}

/** So many orders are kept, those of the first products. */
const MOST_ORDERS = 1000;

export interface Freezing {
  /** Those found, with the keys they are kept under. */
  readonly imbalances?: readonly Gap[];
  /** Products that no imbalance is about but a resolution's expected changes are. */
  readonly also?: readonly string[];
  /** As many figures as there is room for: while there is some left, products that are next to be out of balance are kept, too. */
  readonly room?: number;
  readonly on?: Day;
}

/** Freezes a balance. */
export function freezeBaseline(study: Study, { imbalances = findGaps(study.balance), also = [], room = 0, on }: Freezing = {}): Baseline {
  const { balance } = study;
  const kept = new Set([...also, ...imbalances.flatMap((gap) => productsOf(balance, gap))]);
  const figures = FROZEN.length * balance.periods.length;
  for (const { product } of [...balance.products].sort((a, b) => leastLeft(a) - leastLeft(b)))
    if ((kept.size + 1) * figures <= room) kept.add(product.code);
  const [inside, outside] = [true, false].map((wanted) => balance.products.filter(({ product }) => kept.has(product.code) === wanted));
  let orders = MOST_ORDERS;
  return {
    ...(on === undefined ? {} : { on }),
    rules: study.prepared.data.rules,
    periods: balance.periods.map(({ key }) => key),
    products: (inside ?? []).map((each) => {
      const open = openOrders(study, each.product.code).map(({ order: { no, line, ordered }, open: units, period, scale }): FrozenOrder => {
        return [no, line, period, units / scale, ordered];
      });
      orders -= open.length;
      return { product: each.product.code, ...frozen(each), overdue: each.overdue, ...(orders >= 0 ? { open } : {}) };
    }),
    rest: { products: outside?.length ?? 0, ...frozen(sumOfProducts(outside ?? [], balance.periods.length)) },
    imbalances: imbalances.map(({ key, kind, subject, from, to, amount, unit }) => ({ key, kind, subject, from, to, amount, unit })),
  };
}

/** The least that a product has above its safety stock, in parts of its largest demand. */
function leastLeft({ gap, demand }: ProductBalance): number {
  return Math.min(...gap, Number.POSITIVE_INFINITY) / Math.max(1, ...demand);
}

/** The products behind an imbalance: all that load the line or take the component in its periods. */
function productsOf(balance: Balance, { kind, subject, from, to }: Gap): string[] {
  const [first, last] = [placeOf(balance, from), placeOf(balance, to)];
  const within = (figures: readonly number[]) => figures.slice(first, last + 1).some((figure) => figure > 0);
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
