import type { Balance, ComponentCoverage, LineLoad, ProductBalance } from "./balance.ts";
import { exactSum } from "./exact.ts";
import type { Gap, ImbalanceKind } from "./imbalance.ts";
import type { Period } from "./planning-data.ts";

/** How much is out of balance in each period, of one kind and subject; 0 where nothing is. */
export interface Amounts {
  readonly kind: ImbalanceKind;
  readonly subject: string;
  readonly unit: string;
  readonly amounts: readonly number[];
  /** Of a shortage: what of each amount is lost for good. */
  readonly lost?: readonly number[];
}

/** Every run of periods in which something is out of balance: products first, then lines, then components, each in its order. */
export function findGaps(balance: Balance): Gap[] {
  return [
    ...balance.products.flatMap(productAmounts),
    ...balance.lines.map(lineAmounts),
    ...balance.components.map(componentAmounts),
  ].flatMap((amounts) => gapsIn(amounts, balance.periods));
}

/** A period that is short is not below safety as well. */
export function productAmounts({ product, closing, lost, gap, excess }: ProductBalance): Amounts[] {
  const of = (kind: ImbalanceKind, amounts: readonly number[]): Amounts => ({ kind, subject: product.code, unit: product.unit, amounts });
  const short = closing.map((stock, period) => exactSum([Math.max(0, -stock), lost[period] ?? 0]));
  return [
    { ...of("shortage", short), lost },
    of(
      "belowSafety",
      gap.map((below, period) => (short[period] === 0 ? Math.max(0, -below) : 0)),
    ),
    of("excess", excess),
  ];
}

export function lineAmounts({ line, over }: LineLoad): Amounts {
  return { kind: "overload", subject: line, unit: "", amounts: over };
}

export function componentAmounts({ component, unit, balance }: ComponentCoverage): Amounts {
  return { kind: "componentShortage", subject: component, unit, amounts: balance.map((left) => Math.max(0, -left)) };
}

function gapsIn(found: Amounts, periods: readonly Period[]): Gap[] {
  const gaps: Gap[] = [];
  let from = 0;
  while (from < periods.length) {
    let to = from;
    while (to < periods.length && (found.amounts[to] ?? 0) > 0) to += 1;
    if (to > from) gaps.push(gapOf(found, periods, from, to));
    from = to + 1;
  }
  return gaps;
}

function gapOf(found: Amounts, periods: readonly Period[], from: number, to: number): Gap {
  const { kind, subject, unit, amounts } = found;
  const [first, last] = [periods[from]?.key ?? "", periods[to - 1]?.key ?? ""];
  return {
    key: `${kind} ${subject} ${first}`,
    kind,
    subject,
    from: first,
    to: last,
    amount: amountWithin(found, from, to),
    unit,
    periods: periods.slice(from, to).map(({ key }, index) => ({ period: key, amount: amounts[from + index] ?? 0 })),
  };
}

/** The one figure for periods from `from` up to, not including, `to`: see `Gap.amount`. */
export function amountWithin({ kind, amounts, lost }: Amounts, from: number, to: number): number {
  const within = amounts.slice(from, to);
  if (kind === "overload") return exactSum(within);
  if (!lost?.some((quantity) => quantity > 0)) return Math.max(0, ...within);
  // What was lost before is short still, besides what is owed or lost now.
  return Math.max(0, ...within.map((amount, index) => exactSum([amount, ...lost.slice(from, from + index)])));
}
