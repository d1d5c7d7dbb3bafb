import { inUnits } from "./exact.ts";
import { FreeHours, wholeLots } from "./free-hours.ts";
import type { Gap } from "./imbalance.ts";
import { lotUnits } from "./lots.ts";
import type { PlanChange } from "./plan-change.ts";
import type { ProductUnits } from "./product-units.ts";
import { placeOf, type Study, unitsOf } from "./study.ts";
import type { Draft } from "./suggestions.ts";
import { openOrders } from "./why.ts";

/** Where an imbalance of a product stands, in its units. */
interface Place {
  readonly units: ProductUnits;
  readonly from: number;
  readonly to: number;
  /** The period with the largest amount. */
  readonly worst: number;
  readonly amount: number;
  /** What brings the stock back to the safety stock. */
  readonly need: number;
}

function placed(study: Study, gap: Gap): Place | null {
  const units = unitsOf(study, gap.subject);
  const found = study.products.get(gap.subject);
  if (!units || !found) return null;
  const from = placeOf(study, gap.from);
  const amounts = gap.periods.map(({ amount }) => amount);
  const amount = inUnits(gap.amount, units.scale);
  const safety = gap.kind === "shortage" ? inUnits(found.safety[from] ?? 0, units.scale) : 0;
  return { units, from, to: placeOf(study, gap.to), worst: from + amounts.indexOf(Math.max(...amounts)), amount, need: amount + safety };
}

/** A change of a product's plan. */
export function planChange(study: Study, units: ProductUnits, period: number, quantity: number, line: string): PlanChange {
  const amount = quantity / units.scale;
  return { product: units.product.code, period: study.periods[period]?.key ?? "", what: "plan", amount, line };
}

/** More of it, in whole lots, when it is first missing: on its own line, else earlier there, else on another line; where no line has room, on its own. */
export function addsProduction(study: Study, gap: Gap): Draft | null {
  const place = placed(study, gap);
  if (!place) return null;
  const { units, from, need } = place;
  const quantity = lotUnits(need, units.lots);
  if (quantity <= 0) return null;
  const hours = new FreeHours(study);
  const { line, otherLines } = units.product;
  const earlier = Array.from({ length: from + 1 }, (_, back) => ({ line, period: from - back }));
  const places = [...earlier, ...otherLines.map((other) => ({ line: other, period: from }))];
  const best = places.find((each) => hours.room(units, each.line, each.period) >= quantity) ?? { line, period: from };
  return { kind: "add", changes: [planChange(study, units, best.period, quantity, best.line)], orders: [] };
}

/** Later production made earlier: the nearest after the worst period first, else after the first one. */
export function expeditesProduction(study: Study, gap: Gap): Draft | null {
  const place = placed(study, gap);
  if (!place) return null;
  const { units, from, worst, need } = place;
  const changes = (first: number) => moved(study, units, need, periodsFrom(first, study.periods.length - 1), () => from);
  const found = changes(worst + 1);
  return { kind: "expedite", changes: found.length > 0 ? found : changes(from + 1), orders: [] };
}

/** Orders that wait until the shortage is over: what shares leave out first, then those of least priority, then those due last. */
export function defersOrders(study: Study, gap: Gap): Draft | null {
  const place = placed(study, gap);
  const until = place ? study.periods[place.to + 1]?.key : undefined;
  if (!place || until === undefined) return null;
  const { units, worst } = place;
  let rest = place.amount;
  const changes: PlanChange[] = [];
  const orders: string[] = [];
  const last = (priority: number | null) => priority ?? Number.MAX_SAFE_INTEGER;
  const candidates = openOrders(study, gap.subject)
    .filter(({ period }) => period <= worst)
    .reverse()
    .sort((a, b) => last(b.order.priority) - last(a.order.priority));
  const parts = [
    ...candidates.flatMap((each) => (each.allocated === null ? [] : [{ ...each, open: each.open - each.allocated }])),
    ...candidates.map((each) => ({ ...each, open: each.allocated ?? each.open })),
  ];
  for (const { order, open, period } of parts) {
    const waits = Math.min(open, rest);
    if (waits <= 0) continue;
    rest -= waits;
    const change = { product: gap.subject, what: "order", line: "" } as const;
    changes.push({ ...change, period: study.periods[period]?.key ?? "", amount: -waits / units.scale });
    changes.push({ ...change, period: until, amount: waits / units.scale });
    orders.push(order.no);
  }
  return { kind: "deferOrders", changes, orders };
}

/** Production that comes after all that is too much for its time: what is made last before the worst period waits until the excess is over. */
export function delaysProduction(study: Study, gap: Gap): Draft | null {
  const place = placed(study, gap);
  if (!place || place.to + 1 >= study.periods.length) return null;
  const { units, worst, to, amount } = place;
  return { kind: "defer", changes: moved(study, units, amount, periodsFrom(0, worst).reverse(), () => to + 1), orders: [] };
}

/** Less production, the last before the worst period first. */
export function cutsProduction(study: Study, gap: Gap): Draft | null {
  const place = placed(study, gap);
  if (!place) return null;
  const { units, worst, amount } = place;
  return { kind: "cancel", changes: moved(study, units, amount, periodsFrom(0, worst).reverse(), () => null), orders: [] };
}

function periodsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Takes so much out of the plans of periods, in whole lots and in their order, and puts it where `target` says, on the same line. */
export function moved(
  study: Study,
  units: ProductUnits,
  wanted: number,
  periods: readonly number[],
  target: (period: number) => number | null,
): PlanChange[] {
  const changes: PlanChange[] = [];
  let rest = wanted;
  for (const period of periods)
    for (const { line, planned } of units.byLine) {
      const quantity = rest > 0 ? wholeLots(rest, Math.min(planned[period] ?? 0, units.supply[period] ?? 0), units.lots.multiple) : 0;
      if (quantity <= 0) continue;
      rest -= quantity;
      changes.push(planChange(study, units, period, -quantity, line));
      const to = target(period);
      if (to !== null) changes.push(planChange(study, units, to, quantity, line));
    }
  return changes;
}
