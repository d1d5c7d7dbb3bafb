import type { LinePlan } from "./columns.ts";
import type { Prepared } from "./compute-balance.ts";
import { inUnits } from "./exact.ts";
import type { PlanChange } from "./plan-change.ts";
import type { ProductUnits } from "./product-units.ts";

/**
 * The data with changes made, what was read left as it is. Plans and forecasts do not fall below zero. A change of a product or
 * period that the balance has not is left out; amounts are rounded to the product's decimals.
 */
export function withChanges(prepared: Prepared, changes: readonly PlanChange[]): Prepared {
  const units = [...prepared.units];
  const fresh = new Set<number>();
  for (const change of changes) {
    const index = prepared.codes.indexOf.get(change.product) ?? -1;
    const period = prepared.horizon.periods.findIndex(({ key }) => key === change.period);
    const before = units[index];
    if (!before || period < 0) continue;
    const own = fresh.has(index) ? before : copyOf(before);
    fresh.add(index);
    units[index] = changed(own, period, change);
  }
  return { ...prepared, units };
}

function copyOf(units: ProductUnits): ProductUnits {
  const { forecast, ordered, orders, planned, supply, byLine } = units;
  return {
    ...units,
    forecast: forecast.slice(),
    ordered: ordered.slice(),
    orders: orders.slice(),
    planned: planned.slice(),
    supply: supply.slice(),
    byLine: byLine.map((each) => ({ line: each.line, planned: each.planned.slice() })),
  };
}

function changed(units: ProductUnits, period: number, { what, amount, line }: PlanChange): ProductUnits {
  const more = inUnits(amount, units.scale);
  if (what === "forecast") raise(units.forecast, period, more);
  else if (what === "order") {
    units.orders[period] = (units.orders[period] ?? 0) + more;
    raise(units.ordered, period, more);
  } else {
    const { byLine, onLine } = lineOf(units, line || units.product.line);
    const made = raise(onLine.planned, period, more);
    raise(units.planned, period, made);
    raise(units.supply, period, made);
    return { ...units, byLine };
  }
  return units;
}

function lineOf({ byLine, planned }: ProductUnits, line: string): { readonly byLine: readonly LinePlan[]; readonly onLine: LinePlan } {
  const known = byLine.find((each) => each.line === line);
  if (known) return { byLine, onLine: known };
  const onLine = { line, planned: new Float64Array(planned.length) };
  return { byLine: [...byLine, onLine], onLine };
}

/** Adds in place, not below zero. @returns by how much it rose */
function raise(figures: Float64Array, period: number, more: number): number {
  const before = figures[period] ?? 0;
  const after = Math.max(0, before + more);
  figures[period] = after;
  return after - before;
}
