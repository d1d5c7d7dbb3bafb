import type { OrderRow, Period, PlanningData, PlanRow, Product, StockRow } from "../../../core/balance/planning-data.ts";
import { dayOf } from "../../../core/base/plain-date.ts";
import { isoWeekKey } from "../../../core/calendar/weeks.ts";

/** The Monday of 2026-W48. */
export const MONDAY = dayOf(2026, 11, 23) ?? 0;

/** Weeks from 2026-W48 on; `before` of them are history. */
function weeks(count: number, before = 0): Period[] {
  return Array.from({ length: before + count }, (_, index) => {
    const start = MONDAY + (index - before) * 7;
    return { key: isoWeekKey(start), kind: "week" as const, start, end: start + 6 };
  });
}

const nothingKnown: Product = {
  code: "",
  name: "",
  family: "",
  unit: "",
  safetyStock: null,
  safetyDays: null,
  minimumLot: null,
  lotMultiple: null,
  maximumLot: null,
  maximumCover: null,
  line: "",
  hoursPerUnit: null,
  otherLines: [],
};

export function product(code: string, more: Partial<Product> = {}): Product {
  return { ...nothingKnown, code, ...more };
}

/** An order of product "P", due on the Monday of a week from the current one, 0. */
export function order(week: number, ordered: number, more: Partial<OrderRow> = {}): OrderRow {
  return {
    no: `SO-${week}`,
    line: null,
    customer: "",
    product: "P",
    ordered,
    shipped: null,
    due: MONDAY + week * 7,
    priority: null,
    closed: false,
    ...more,
  };
}

/** The days of a week from the current one, 0. */
export const week = (index: number) => ({ start: MONDAY + index * 7, end: MONDAY + index * 7 + 6 });

export const forecastOf = (quantities: readonly number[], code = "P") =>
  quantities.map((quantity, index) => ({ product: code, period: week(index), quantity }));

export const planOf = (quantities: readonly number[], code = "P", more: Partial<PlanRow> = {}): PlanRow[] =>
  quantities.map((planned, index) => ({ product: code, period: week(index), line: "", planned, actual: null, ...more }));

/** In stock at the end of the Sunday before the current week. */
export const stockOf = (usable: number, code = "P", asOf: number | null = MONDAY - 1): StockRow => ({ product: code, usable, asOf });

/** Data of so many weeks without anything in them but what is given. */
export function planning(
  count: number,
  given: Partial<Omit<PlanningData, "rules">> & { readonly rules?: Partial<PlanningData["rules"]> },
): PlanningData {
  return {
    periods: weeks(count),
    products: [],
    forecast: [],
    orders: [],
    plan: [],
    stock: [],
    lines: [],
    capacity: [],
    components: [],
    supply: [],
    ...given,
    rules: { current: isoWeekKey(MONDAY), backward: 0, forward: 0, fence: 0, unmet: "backlog", lateness: 0, ...given.rules },
  };
}
