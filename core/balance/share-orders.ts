import { proposeAllocation } from "./allocation.ts";
import { inUnits } from "./exact.ts";
import type { OrderRow } from "./planning-data.ts";
import { type Study, unitsOf } from "./study.ts";
import { openOrders } from "./why.ts";

/** How a product's orders are served from what is there for them. */
export interface SharingRule {
  /** The place of the period up to whose end supply and orders count; null for the one in which orders are short the most. */
  readonly period: number | null;
  readonly within: "share" | "due";
  /** In the product's lot multiple, where it has one. */
  readonly wholeLots: boolean;
  /** What a person settled, by the row of the orders table: it is kept, and the rest shared out. */
  readonly settled: ReadonlyMap<number, number>;
}

export interface OrderPart {
  /** Of the orders table. */
  readonly row: number;
  readonly order: OrderRow;
  readonly asked: number;
  readonly given: number;
  readonly short: number;
  readonly isSettled: boolean;
  /** What its priority gets of all that is asked in it, what a person settled apart: 1 for all. */
  readonly tierRate: number;
}

export interface SharedProduct {
  readonly product: string;
  readonly period: string;
  /** In stock and made up to the period's end, with returns that come back until then; 0 where it is owed already. */
  readonly available: number;
  readonly asked: number;
  readonly given: number;
  /** The open orders due by then, by priority, then due date. */
  readonly parts: readonly OrderPart[];
}

/**
 * Shares what there is of a product up to a period among the open orders due by then. Forecast takes nothing: it is nobody's yet.
 * @returns null where there are no such orders
 */
export function shareOrders(study: Study, code: string, rule: SharingRule): SharedProduct | null {
  const units = unitsOf(study, code);
  const at = rule.period ?? shortestPeriod(study, code);
  const period = study.periods[at];
  if (!units || !period) return null;
  const { scale, lots } = units;
  const asking = openOrders(study, code).filter((each) => each.period <= at);
  if (asking.length === 0) return null;
  const available = Math.max(0, supplyUntil(study, code, at));
  const settled = asking.map(({ row, open }) => {
    const kept = rule.settled.get(row);
    return kept === undefined ? null : Math.min(open, Math.max(0, inUnits(kept, scale)));
  });
  const taken = settled.reduce<number>((sum, kept) => sum + (kept ?? 0), 0);
  const free = asking.flatMap((each, place) => (settled[place] === null ? [{ ...each, id: idOf(place) }] : []));
  const proposal = proposeAllocation({
    available: Math.max(0, available - taken) / scale,
    lot: rule.wholeLots ? lots.multiple / scale : 0,
    within: rule.within,
    requests: free.map(({ id, order, open }) => ({ id, asked: open / scale, priority: order.priority, due: order.due })),
  });
  const given = new Map(proposal.given.map(({ id, quantity }) => [id, inUnits(quantity, scale)]));
  const shares = asking.map((_, place) => settled[place] ?? given.get(idOf(place)) ?? 0);
  const rates = tierRates(free.map(({ id, order, open }) => ({ priority: order.priority, open, given: given.get(id) ?? 0 })));
  const parts = asking.map(({ row, order, open }, place): OrderPart => {
    const share = shares[place] ?? 0;
    return {
      row,
      order,
      asked: open / scale,
      given: share / scale,
      short: (open - share) / scale,
      isSettled: settled[place] !== null,
      tierRate: rates.get(order.priority) ?? 1,
    };
  });
  const sum = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0) / scale;
  return {
    product: code,
    period: period.key,
    available: available / scale,
    asked: sum(asking.map(({ open }) => open)),
    given: sum(shares),
    parts: parts.sort((a, b) => rank(a.order.priority) - rank(b.order.priority)),
  };
}

/** Whether open orders alone ask for more than there is by some period's end. */
export function areOrdersShort({ asked, available }: SharedProduct): boolean {
  return asked > available;
}

/** The first of the periods at whose end orders lack most; where they never lack anything, the last. */
function shortestPeriod(study: Study, code: string): number {
  const asking = openOrders(study, code);
  let [worst, most] = [study.periods.length - 1, 0];
  let asked = 0;
  let next = 0;
  const supply = supplies(study, code);
  const inTime = [...asking].sort((a, b) => a.period - b.period);
  for (const [at, there] of supply.entries()) {
    for (; (inTime[next]?.period ?? Number.POSITIVE_INFINITY) <= at; next++) asked += inTime[next]?.open ?? 0;
    const lack = asked - Math.max(0, there);
    if (lack > most) [worst, most] = [at, lack];
  }
  return worst;
}

function supplyUntil(study: Study, code: string, at: number): number {
  return supplies(study, code)[at] ?? 0;
}

/** What there is to give at each period's end, in units. `orders` of the balance are net of returns, which are put back here. */
function supplies(study: Study, code: string): number[] {
  const units = unitsOf(study, code);
  if (!units) return [];
  const asked = new Float64Array(study.periods.length);
  for (const { period, open } of openOrders(study, code)) asked[period] = (asked[period] ?? 0) + open;
  let there = units.opening;
  return study.periods.map((_, at) => {
    there += (units.supply[at] ?? 0) + (asked[at] ?? 0) - (units.orders[at] ?? 0);
    return there;
  });
}

function tierRates(asks: readonly { readonly priority: number | null; readonly open: number; readonly given: number }[]) {
  const sums = new Map<number | null, { open: number; given: number }>();
  for (const { priority, open, given } of asks) {
    const tier = sums.get(priority) ?? { open: 0, given: 0 };
    sums.set(priority, { open: tier.open + open, given: tier.given + given });
  }
  return new Map([...sums].map(([priority, { open, given }]) => [priority, open === 0 ? 1 : given / open]));
}

/** In the order in which orders are listed. */
function idOf(place: number): string {
  return String(place).padStart(9, "0");
}

function rank(priority: number | null): number {
  return priority ?? Number.MAX_SAFE_INTEGER;
}
