import { inUnits } from "./exact.ts";
import type { Exactness } from "./exactness.ts";
import { addSpread, type Horizon } from "./horizon.ts";
import type { ForecastRow, OrderRow, PlanRow, Product } from "./planning-data.ts";
import { byCode } from "./product-codes.ts";
import type { StockCount } from "./stock-count.ts";

/** Every product's figures in one list each, `width` periods for a product. */
export interface Columns {
  readonly width: number;
  readonly forecast: Float64Array;
  readonly ordered: Float64Array;
  readonly orders: Float64Array;
  readonly planned: Float64Array;
  readonly supply: Float64Array;
  readonly overdue: Float64Array;
  readonly beyond: Float64Array;
}

export interface LinePlan {
  readonly line: string;
  readonly planned: Float64Array;
}

export function newColumns(products: number, width: number): Columns {
  const column = () => new Float64Array(products * width);
  return {
    width,
    forecast: column(),
    ordered: column(),
    orders: column(),
    planned: column(),
    supply: column(),
    overdue: new Float64Array(products),
    beyond: new Float64Array(products),
  };
}

export function addForecast({ width, forecast }: Columns, rows: readonly ForecastRow[], exact: Exactness, horizon: Horizon): void {
  rows.forEach(({ period, quantity }, row) => {
    const index = exact.forecast[row] ?? -1;
    if (index < 0) return;
    addSpread(horizon, period.start, period.end, inUnits(quantity, exact.scales[index] ?? 1), forecast, index * width);
  });
}

/**
 * An order's open part is demand of the period it is due in, of the current one where it is overdue. The forecast of that
 * period is eaten by all that was ordered, what was shipped of it included; of a closed order by what was shipped.
 * Overdue orders eat no forecast: it was that of a period that is over.
 */
export function addOrders(columns: Columns, rows: readonly OrderRow[], exact: Exactness, horizon: Horizon): void {
  rows.forEach((order, row) => {
    const index = exact.orders[row] ?? -1;
    if (index < 0) return;
    const scale = exact.scales[index] ?? 1;
    const open = openUnits(order, scale);
    const at = horizon.indexOf(order.due);
    if (at >= columns.width) add(columns.beyond, index, open);
    else if (at < 0) {
      add(columns.overdue, index, open);
      add(columns.orders, index * columns.width, open);
    } else {
      add(columns.orders, index * columns.width + at, open);
      add(columns.ordered, index * columns.width + at, eatingUnits(order, scale));
    }
  });
}

/** What is still to be shipped of an order, or to come back of a return, which is below zero. */
export function openUnits({ ordered, shipped, closed }: OrderRow, scale: number): number {
  if (closed) return 0;
  const asked = inUnits(ordered, scale);
  const done = inUnits(shipped ?? 0, scale);
  return asked < 0 ? Math.min(0, asked + Math.abs(done)) : Math.max(0, asked - Math.max(0, done));
}

function eatingUnits({ ordered, shipped, closed }: OrderRow, scale: number): number {
  return inUnits(Math.max(0, closed && shipped !== null ? shipped : ordered), scale);
}

/**
 * A plan comes in over the days of its period. Where the stock was counted within it, what was received by then is in that
 * stock: only the rest still comes, in the days after the count. A plan whose period is over before the current one comes no more.
 * @returns for products not made on their own line alone, their plan by line
 */
export function addPlan(
  { width, planned, supply }: Columns,
  rows: readonly PlanRow[],
  exact: Exactness,
  horizon: Horizon,
  products: readonly Product[],
  stock: readonly StockCount[],
): Map<number, LinePlan[]> {
  const current = horizon.periods[0];
  const byLine = planLines(rows, exact, products, { width, planned });
  if (!current) return byLine;
  rows.forEach(({ period, planned: quantity, actual, line }, row) => {
    const index = exact.plan[row] ?? -1;
    if (index < 0 || period.end < current.start) return;
    const scale = exact.scales[index] ?? 1;
    const units = inUnits(quantity, scale);
    const onLine = severalLines(byLine, index)?.find((each) => each.line === (line || products[index]?.line));
    addSpread(horizon, period.start, period.end, units, planned, index * width);
    if (onLine) addSpread(horizon, period.start, period.end, units, onLine.planned, 0);
    const asOf = stock[index]?.asOf ?? null;
    const counted = asOf === null ? period.start <= current.end : period.start <= asOf && asOf <= period.end;
    const rest = counted ? Math.max(0, units - inUnits(actual ?? 0, scale)) : units;
    const from = counted ? Math.min(period.end, Math.max(period.start, current.start, asOf === null ? 0 : asOf + 1)) : period.start;
    addSpread(horizon, from, period.end, rest, supply, index * width);
  });
  return byLine;
}

/** The lines that products are planned on, where they are not just their own one. One line alone takes the whole plan as it is. */
function planLines(
  rows: readonly PlanRow[],
  exact: Exactness,
  products: readonly Product[],
  { width, planned }: Pick<Columns, "width" | "planned">,
): Map<number, LinePlan[]> {
  const first: string[] = [];
  const several = new Map<number, Set<string>>();
  rows.forEach(({ line }, row) => {
    const index = exact.plan[row] ?? -1;
    if (index < 0) return;
    const made = line || (products[index]?.line ?? "");
    const known = first[index];
    if (known === undefined) first[index] = made;
    else if (known !== made) several.set(index, (several.get(index) ?? new Set([known])).add(made));
  });
  const plans = new Map<number, LinePlan[]>();
  first.forEach((line, index) => {
    const lines = several.get(index);
    if (lines)
      plans.set(
        index,
        [...lines].sort(byCode).map((each) => ({ line: each, planned: new Float64Array(width) })),
      );
    else if (line !== products[index]?.line) plans.set(index, [{ line, planned: planned.subarray(index * width, (index + 1) * width) }]);
  });
  return plans;
}

function severalLines(plans: ReadonlyMap<number, LinePlan[]>, index: number): LinePlan[] | undefined {
  const found = plans.get(index);
  return found && found.length > 1 ? found : undefined;
}

function add(figures: Float64Array, at: number, units: number): void {
  figures[at] = (figures[at] ?? 0) + units;
}
