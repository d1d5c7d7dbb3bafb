import type { Baseline, BaselineProduct, FrozenOrder } from "./baseline.ts";
import { openUnits } from "./columns.ts";
import { CAUSES, type ChangeCause, type PeriodChange, receivedIn } from "./compare-baseline.ts";
import { exactSum } from "./exact.ts";
import { type Study, unitsOf } from "./study.ts";

/**
 * Something in the tables that is behind a change, as far as the baseline tells: an order, a period of the forecast or the plan,
 * a count. `before` and `now` are the figures that differ; of an order what was and is open of it.
 */
export interface ChangeReason {
  readonly cause: ChangeCause;
  readonly kind:
    | "newOrder"
    | "goneOrder"
    | "shippedOrder"
    | "lateOrder"
    | "movedOrder"
    | "changedOrder"
    | "forecast"
    | "demand"
    | "lost"
    | "plan"
    | "received"
    | "remaining"
    | "counted"
    | "rules";
  /** Key of the period it is about; `""` where it is about none. */
  readonly period: string;
  /** Of an order that was moved, the period it was due in. */
  readonly fromPeriod: string;
  /** Number and line of an order. */
  readonly order: string;
  readonly line: number | null;
  readonly before: number;
  readonly now: number;
}

/** Finds why a product's closing changed. */
export type ReasonFinder = (before: BaselineProduct, changes: readonly PeriodChange[]) => ChangeReason[];

/** What of the tables is behind the change of a product's closing, cause by cause, the largest first in each; of a cause that changed nothing, nothing. */
export function reasonFinder(study: Study, baseline: Baseline): ReasonFinder {
  const from = Math.max(0, baseline.periods.indexOf(study.periods[0]?.key ?? ""));
  const passed = baseline.periods.slice(0, from);
  const received = receivedIn(study, passed);
  return (before, changes) => {
    const now = study.products.get(before.product);
    if (!now) return [];
    const periods = changes.map(({ period }) => period);
    const differing = (cause: ChangeCause, kind: ChangeReason["kind"], was: readonly number[], is: readonly number[]): ChangeReason[] =>
      periods.flatMap((period, at) => {
        const [then, here] = [was[from + at] ?? 0, is[at] ?? 0];
        return then === here ? [] : [{ ...NOTHING, cause, kind, period, before: then, now: here }];
      });
    const production = (): ChangeReason[] => {
      const receipts = receiptsOf(before, passed, received.get(before.product));
      const plans = [...receipts, ...differing("production", "plan", before.planned, now.planned)];
      return plans.length > 0 ? plans : differing("production", "remaining", before.production, now.production);
    };
    const sales = (): ChangeReason[] => {
      const sold = [...orderReasons(study, before, from, periods), ...differing("sales", "forecast", before.forecast, now.forecast)];
      if (sold.length > 0) return sold;
      return [...differing("sales", "demand", before.demand, now.demand), ...differing("sales", "lost", before.lost, now.lost)];
    };
    const stock = (): ChangeReason[] => {
      const counted = now.opening[0] ?? 0;
      return [{ ...NOTHING, cause: "stock", kind: "counted", before: exactSum([counted, -(changes[0]?.stock ?? 0)]), now: counted }];
    };
    const data = (): ChangeReason[] => [{ ...NOTHING, cause: "data", kind: "rules" }];
    return CAUSES.flatMap((cause) =>
      changes.some((change) => change[cause] !== 0) ? largestFirst({ production, sales, stock, data }[cause]()) : [],
    );
  };
}

const NOTHING = { period: "", fromPeriod: "", order: "", line: null, before: 0, now: 0 } as const;

function largestFirst(reasons: readonly ChangeReason[]): ChangeReason[] {
  const size = ({ kind, before, now }: ChangeReason): number =>
    kind === "lateOrder" || kind === "movedOrder" ? now : Math.abs(now - before);
  return [...reasons].sort((a, b) => size(b) - size(a));
}

/** Weeks that are over and in which something else was received than planned, as far as that was recorded. */
function receiptsOf(
  { planned }: BaselineProduct,
  passed: readonly string[],
  received: ReadonlyMap<number, number> = new Map(),
): ChangeReason[] {
  return [...received].flatMap(([place, now]): ChangeReason[] => {
    const before = planned[place] ?? 0;
    return before === now ? [] : [{ ...NOTHING, cause: "production", kind: "received", period: passed[place] ?? "", before, now }];
  });
}

/** What is known of one order line, of all its rows. */
interface OrderState {
  readonly order: string;
  readonly line: number | null;
  /** Open, by place among the compared periods; below zero it was due in one that is over. */
  readonly open: Map<number, number>;
  /** Ordered by all its rows, and by those that are open. */
  ordered: number;
  orderedOpen: number;
}

function orderReasons(study: Study, { product, open }: BaselineProduct, from: number, periods: readonly string[]): ChangeReason[] {
  if (open === undefined) return [];
  const then = statesOf(open.map(([no, line, period, quantity, ordered]): FrozenOrder => [no, line, period - from, quantity, ordered]));
  const now = statesOf(ordersNow(study, product));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    const kind = kindOf(was, is);
    const place = firstOf(is) ?? firstOf(was) ?? 0;
    const period = periods[Math.max(0, place)];
    // What lies beyond the periods that both have changes none of their closings.
    if (kind === null || period === undefined) return [];
    return [
      {
        cause: "sales",
        kind,
        period,
        fromPeriod: kind === "movedOrder" ? (periods[firstOf(was) ?? -1] ?? "") : "",
        order: is?.order ?? was?.order ?? "",
        line: is?.line ?? was?.line ?? null,
        before: sumOfOpen(was),
        now: sumOfOpen(is),
      } as const,
    ];
  });
}

/** What happened to an order line; null where nothing did that would change demand. */
function kindOf(was: OrderState | undefined, is: OrderState | undefined): ChangeReason["kind"] | null {
  const [placeThen, place] = [firstOf(was), firstOf(is)];
  const [before, now] = [sumOfOpen(was), sumOfOpen(is)];
  if (placeThen === undefined) return now === 0 ? null : "newOrder";
  // Due in a week that is over, it was expected to be gone by now.
  if (placeThen < 0) return now === 0 ? null : "lateOrder";
  if (!is) return "goneOrder";
  if (now === 0) return "shippedOrder";
  if (is.ordered !== was?.ordered && is.orderedOpen !== was?.ordered) return "changedOrder";
  if (place !== placeThen) return "movedOrder";
  return now === before || place === 0 ? null : "shippedOrder";
}

/** All rows of a product's orders that fall in the balance, shipped and closed ones too. */
function ordersNow(study: Study, product: string): FrozenOrder[] {
  const { data, horizon } = study.prepared;
  const scale = unitsOf(study, product)?.scale ?? 1;
  return (study.ordersOf.get(product) ?? []).flatMap((row): FrozenOrder[] => {
    const order = data.orders[row];
    const period = order ? horizon.indexOf(order.due) : 0;
    if (!order || order.ordered < 0 || period >= horizon.periods.length) return [];
    return [[order.no, order.line, Math.max(0, period), openUnits(order, scale) / scale, order.ordered]];
  });
}

function statesOf(orders: readonly FrozenOrder[]): Map<string, OrderState> {
  const states = new Map<string, OrderState>();
  for (const [no, line, period, open, ordered] of orders) {
    const key = `${no}\t${line ?? ""}`;
    const state = states.get(key) ?? { order: no, line, open: new Map<number, number>(), ordered: 0, orderedOpen: 0 };
    state.ordered = exactSum([state.ordered, ordered]);
    if (open > 0) {
      state.orderedOpen = exactSum([state.orderedOpen, ordered]);
      state.open.set(period, exactSum([state.open.get(period) ?? 0, open]));
    }
    states.set(key, state);
  }
  return states;
}

function sumOfOpen(state: OrderState | undefined): number {
  return exactSum([...(state?.open.values() ?? [])]);
}

function firstOf(state: OrderState | undefined): number | undefined {
  return state && state.open.size > 0 ? Math.min(...state.open.keys()) : undefined;
}
