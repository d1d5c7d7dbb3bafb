import { openUnits } from "./columns.ts";
import { exactSum, inUnits } from "./exact.ts";
import type { Gap, Why, WhyOrder } from "./imbalance.ts";
import { byCode } from "./product-codes.ts";
import { placeOf, type Study, unitsOf } from "./study.ts";

/** Why something is out of balance: the figures of its worst period, and the rows behind them. */
export function whyOf(study: Study, gap: Gap): Why {
  const worst = gap.periods.reduce((most, each) => (each.amount > most.amount ? each : most), { period: gap.from, amount: 0 }).period;
  const at = placeOf(study, worst);
  if (gap.kind === "overload") return whyOverload(study, gap.subject, worst, at);
  if (gap.kind === "componentShortage") return whyComponent(study, gap.subject, worst, at);
  const found = study.products.get(gap.subject);
  const production = sumTo(found?.production, at);
  const opening = found?.opening[0] ?? 0;
  return {
    period: worst,
    opening,
    production,
    ordered: sumTo(found?.orders, at),
    forecast: sumTo(found?.forecastLeft, at),
    orders: gap.kind === "shortage" ? ordersNotReached(study, gap.subject, at) : [],
    products: [],
  };
}

function whyOverload({ lines }: Study, line: string, worst: string, at: number): Why {
  const found = lines.get(line);
  const products = (found?.loads ?? []).map(({ product, hours }) => ({ product, amount: hours[at] ?? 0 }));
  return {
    period: worst,
    opening: found?.available[at] ?? 0,
    production: 0,
    ordered: found?.load[at] ?? 0,
    forecast: 0,
    orders: [],
    products: largestFirst(products),
  };
}

function whyComponent({ components }: Study, component: string, worst: string, at: number): Why {
  const found = components.get(component);
  const products = (found?.needs ?? []).map(({ product, needed }) => ({ product, amount: sumTo(needed, at) }));
  return {
    period: worst,
    opening: found?.stock ?? 0,
    production: sumTo(found?.supply, at),
    ordered: sumTo(found?.needed, at),
    forecast: 0,
    orders: [],
    products: largestFirst(products),
  };
}

/**
 * Stock and production up to a period's end serve the orders due by then: each that was given a share gets that, then the others
 * what is left, those due first before others, and then those that come first by number.
 */
function ordersNotReached(study: Study, code: string, at: number): WhyOrder[] {
  const units = unitsOf(study, code);
  if (!units) return [];
  const { horizon } = study.prepared;
  const asking = openOrders(study, code).filter((each) => each.period <= at);
  let left = units.opening - asking.reduce((sum, { allocated }) => sum + (allocated ?? 0), 0);
  for (let period = 0; period <= at; period++) left += units.supply[period] ?? 0;
  const short: WhyOrder[] = [];
  for (const { order, open, period, allocated } of asking) {
    const reached = allocated ?? Math.min(open, Math.max(0, left));
    if (allocated === null) left -= open;
    if (reached === open) continue;
    const { no, line, customer } = order;
    short.push({
      no,
      line,
      customer,
      period: horizon.periods[period]?.key ?? "",
      open: open / units.scale,
      short: (open - reached) / units.scale,
      ...(allocated === null ? {} : { given: allocated / units.scale }),
    });
  }
  return short;
}

/** The open orders of a product that fall in the balance, by due date, then number and line; quantities and shares in units. */
export function openOrders({ prepared, ordersOf }: Study, code: string) {
  const { data, horizon, units, codes } = prepared;
  const scale = units[codes.indexOf.get(code) ?? -1]?.scale ?? 1;
  return (ordersOf.get(code) ?? [])
    .flatMap((row) => {
      const order = data.orders[row];
      if (!order) return [];
      const open = openUnits(order, scale);
      const share = order.allocated ?? null;
      const allocated = share === null ? null : Math.min(Math.max(0, open), Math.max(0, inUnits(share, scale)));
      return [{ row, order, open, scale, period: Math.max(0, horizon.indexOf(order.due)), allocated }];
    })
    .filter(({ open, period }) => open > 0 && period < horizon.periods.length)
    .sort(
      (a, b) =>
        a.order.due - b.order.due ||
        byCode(a.order.no, b.order.no) ||
        (a.order.line ?? 0) - (b.order.line ?? 0) ||
        (a.order.priority ?? 0) - (b.order.priority ?? 0) ||
        b.open - a.open,
    );
}

function sumTo(figures: readonly number[] | undefined, at: number): number {
  return exactSum((figures ?? []).slice(0, at + 1));
}

function largestFirst<T extends { readonly product: string; readonly amount: number }>(list: readonly T[]): T[] {
  return list.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount || byCode(a.product, b.product));
}
