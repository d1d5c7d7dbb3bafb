import { decimalsOf, decimalsWithin, scaleOf } from "./exact.ts";
import type { OrderRow, PlanningData, PlanningTable } from "./planning-data.ts";
import type { ProductCodes } from "./product-codes.ts";
import type { Report } from "./report.ts";

/** In which decimals each product counts, and which product each sound row is about; -1 for a row that is left out. */
export interface Exactness {
  readonly decimals: Uint8Array;
  readonly scales: Float64Array;
  readonly forecast: Int32Array;
  readonly orders: Int32Array;
  readonly plan: Int32Array;
}

export function exactness(data: PlanningData, codes: ProductCodes, report: Report): Exactness {
  const count = codes.products.length;
  const most = new Uint8Array(count);
  const totals = new Float64Array(count);
  const note = (index: number, value: number | null) => {
    if (value === null) return;
    if (!Number.isInteger(value)) most[index] = Math.max(most[index] ?? 0, decimalsOf(value));
    totals[index] = (totals[index] ?? 0) + Math.abs(value);
  };
  /** Leaves out what is below zero where that has no meaning, and what is no number. */
  const sound = (index: number, value: number | null, table: PlanningTable, row: number, below = false) => {
    if (value === null || (Number.isFinite(value) && (below || value >= 0))) return true;
    report("error", "balance-not-a-quantity", { product: codes.products[index]?.code ?? "", value: String(value) }, table, row);
    return false;
  };
  const forecast = codes.forecast.slice();
  data.forecast.forEach(({ quantity }, row) => {
    const index = forecast[row] ?? -1;
    if (sound(index, quantity, "forecast", row)) note(index, quantity);
    else forecast[row] = -1;
  });
  const plan = codes.plan.slice();
  data.plan.forEach(({ planned, actual }, row) => {
    const index = plan[row] ?? -1;
    if (sound(index, planned, "plan", row) && sound(index, actual, "plan", row)) {
      note(index, planned);
      note(index, actual);
    } else plan[row] = -1;
  });
  const orders = codes.orders.slice();
  const twice = repeated(data.orders, orders);
  data.orders.forEach(({ no, line, ordered, shipped }, row) => {
    const index = orders[row] ?? -1;
    if (twice.has(row)) report("warning", "balance-order-twice", { order: no, line: line ?? "" }, "orders", row);
    else if (sound(index, ordered, "orders", row, true) && sound(index, shipped, "orders", row, true)) {
      note(index, ordered);
      note(index, shipped);
      if (ordered >= 0 && (shipped ?? 0) > ordered)
        report("note", "balance-order-overshipped", { order: no, line: line ?? "" }, "orders", row);
      return;
    }
    orders[row] = -1;
  });
  for (const [row, { usable }] of data.stock.entries()) if (Number.isFinite(usable)) note(codes.stock[row] ?? -1, usable);
  for (const [index, { safetyStock, minimumLot, lotMultiple, maximumLot }] of codes.products.entries())
    for (const value of [safetyStock, minimumLot, lotMultiple, maximumLot]) note(index, value);
  const decimals = most.map((wanted, index) => decimalsWithin(wanted, totals[index] ?? 0));
  return { decimals, scales: Float64Array.from(decimals, scaleOf), forecast, orders, plan };
}

/**
 * Rows of orders that say again what an earlier one said, as where an export was pasted twice. An order line may well have
 * several rows, for deliveries on several days; without a line number two rows that agree may be two orders.
 * Rows are told apart by their numbers first: hundreds of thousands of texts are slow to tell apart.
 */
function repeated(orders: readonly OrderRow[], products: Int32Array): Set<number> {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(orders.length + 1))).fill(-1);
  const before = new Int32Array(orders.length).fill(-1);
  const found = new Set<number>();
  orders.forEach((order, row) => {
    if (order.line === null) return;
    const mixed = Math.imul(products[row] ?? 0, 31) ^ Math.imul(order.due, 0x9e3779b1) ^ Math.imul(Math.trunc(order.ordered), 0x85ebca6b);
    const slot = (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    let other = slots[slot] ?? -1;
    before[row] = other;
    slots[slot] = row;
    while (other >= 0 && !found.has(row)) {
      if (isSame(order, orders[other])) found.add(row);
      other = before[other] ?? -1;
    }
  });
  return found;
}

function isSame(one: OrderRow, other: OrderRow | undefined): boolean {
  return (
    one.no === other?.no &&
    one.line === other.line &&
    one.product === other.product &&
    one.due === other.due &&
    one.ordered === other.ordered
  );
}
