import { describe, expect, it } from "vitest";
import { computeBalance } from "../../../core/balance/compute-balance.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { dayOf } from "../../../core/base/plain-date.ts";
import { forecastOf, MONDAY, order, planning, planOf, product, stockOf, week } from "./planning.ts";

const first = (data: PlanningData) => {
  const [found] = computeBalance(data).products;
  if (!found) throw new Error("there is no product");
  return found;
};
const codes = (data: PlanningData) => computeBalance(data).problems.map(({ code, table, row }) => `${code} ${table} ${row}`);

describe("at the edges, the balance", () => {
  it("has no cover to tell without demand, and no share of it to keep", () => {
    const found = first(planning(2, { products: [product("P", { safetyDays: 10 })], stock: [stockOf(5)] }));
    expect(found).toMatchObject({ demand: [0, 0], closing: [5, 5], safety: [0, 0], cover: [null, null] });
  });

  it("is empty without anything in it", () => {
    expect(computeBalance(planning(0, {}))).toEqual({
      periods: [],
      products: [],
      families: [],
      lines: [],
      components: [],
      problems: [expect.objectContaining({ code: "balance-no-periods" })],
    });
  });

  it("finds a line without hours overloaded by all its load, and one of unknown hours by none", () => {
    const { lines } = computeBalance(
      planning(2, {
        products: [product("P", { line: "A", hoursPerUnit: 2 }), product("Q", { line: "B", hoursPerUnit: 2 })],
        plan: [...planOf([10, 0]), ...planOf([10, 0], "Q")],
        capacity: [0, 1].map((index) => ({ line: "A", period: week(index), hours: 0 })),
      }),
    );
    expect(lines[0]).toMatchObject({ line: "A", load: [20, 0], available: [0, 0], utilisation: [null, 0], over: [20, 0] });
    expect(lines[1]).toMatchObject({ line: "B", load: [20, 0], available: [null, null], utilisation: [null, null], over: [0, 0] });
  });

  it("owes a negative stock, and says so", () => {
    const data = planning(1, { stock: [stockOf(-5)], forecast: forecastOf([10]) });
    expect(first(data).closing).toEqual([-15]);
    expect(codes(data)).toEqual(["balance-stock-negative stock 0"]);
  });

  it("lowers demand by returns, which eat no forecast", () => {
    const found = first(planning(1, { forecast: forecastOf([10]), orders: [order(0, -4), order(0, -3, { shipped: -1 })] }));
    expect(found).toMatchObject({ ordered: [0], orders: [-6], forecastLeft: [10], demand: [4] });
  });

  it("owes overdue orders now, without eating forecast for them, and leaves later ones out", () => {
    const found = first(
      planning(2, { forecast: forecastOf([10, 10]), orders: [order(-3, 7, { shipped: 2 }), order(2, 9)], rules: { forward: 2 } }),
    );
    expect(found).toMatchObject({ overdue: 5, orders: [5, 0], forecastLeft: [10, 10], demand: [15, 10], beyond: 9 });
  });

  it("has nothing open of a closed order, which ate what was shipped of it", () => {
    const found = first(planning(1, { forecast: forecastOf([100]), orders: [order(0, 50, { shipped: 30, closed: true })] }));
    expect(found).toMatchObject({ orders: [0], ordered: [30], forecastLeft: [70] });
  });

  it("counts the first of two rows of a product, and names what no row is about", () => {
    const data = planning(1, {
      products: [product("007", { safetyStock: 1 }), product("007", { safetyStock: 2 })],
      forecast: [...forecastOf([5], "7"), ...forecastOf([5], "X")],
    });
    expect(computeBalance(data).products.map((each) => [each.product.code, each.safety[0]])).toEqual([
      ["007", 1],
      ["7", 0],
      ["X", 0],
    ]);
    expect(codes(data)).toEqual([
      "balance-product-twice products 1",
      "balance-product-zeros forecast 0",
      "balance-product-unlisted forecast 1",
    ]);
  });

  it("says what is missing, overlaps or is unknown among the periods", () => {
    const full = planning(4, { forecast: forecastOf([1, 2, 4, 8]) });
    const gap = { ...full, periods: full.periods.filter((_, index) => index !== 2), orders: [order(2, 3)] };
    expect(first(gap)).toMatchObject({ forecast: [1, 6, 8], orders: [0, 3, 0] });
    expect(codes(gap)).toEqual(["balance-period-missing periods 2"]);
    const [one] = full.periods;
    expect(
      codes({ ...full, periods: [...full.periods, { key: "again", kind: "week", start: one?.start ?? 0, end: one?.end ?? 0 }] }),
    ).toEqual(["balance-period-overlaps periods 4"]);
    expect(codes({ ...full, rules: { ...full.rules, current: "2020-W01" } })).toEqual(["balance-current-unknown periods 0"]);
  });

  it("counts week 53 as a week", () => {
    const found = computeBalance(
      planning(8, { orders: [order(5, 4, { due: dayOf(2026, 12, 31) ?? 0 }), order(6, 2, { due: dayOf(2027, 1, 4) ?? 0 })] }),
    );
    expect(found.periods.map(({ key }) => key).slice(4, 7)).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
    expect(found.products[0]?.orders.slice(4, 7)).toEqual([0, 4, 2]);
  });

  it("keeps 10^12 exact, with the decimals that still fit", () => {
    const found = first(planning(2, { stock: [stockOf(1e12 + 0.5)], forecast: forecastOf([1e12, 1e12]), plan: planOf([0.25, 1e12]) }));
    expect(found.closing).toEqual([0.75, 0.75]);
  });

  it("spreads a month over its weeks, and what is left of a month under way over the days after the count", () => {
    const december = { start: dayOf(2026, 12, 1) ?? 0, end: dayOf(2026, 12, 31) ?? 0 };
    const data = planning(6, { forecast: [{ product: "P", period: december, quantity: 310 }] });
    expect(first(data).forecast).toEqual([0, 60, 70, 70, 70, 40]);
    const november = { start: dayOf(2026, 11, 1) ?? 0, end: dayOf(2026, 11, 29) ?? 0 };
    const under = { product: "P", period: november, line: "", planned: 290, actual: 250 };
    expect(first(planning(2, { plan: [under], stock: [stockOf(0, "P", MONDAY + 1)] })).production).toEqual([40, 0]);
  });

  it("reports what is no quantity, and goes on without it", () => {
    const data = planning(1, {
      forecast: forecastOf([-5]),
      plan: planOf([Number.NaN]),
      orders: [order(0, 5, { line: 10 }), order(0, 5, { line: 10 }), order(0, 5, { line: 20, shipped: 8 })],
      supply: [{ component: "K", expectedOn: MONDAY - 9, quantity: 3, orderNo: "PO-1" }],
      stock: [stockOf(1, "P", MONDAY - 30), stockOf(1, "P", MONDAY + 30)],
    });
    expect(first(data)).toMatchObject({ demand: [5], production: [0] });
    expect(codes(data).sort()).toEqual([
      "balance-not-a-quantity forecast 0",
      "balance-not-a-quantity plan 0",
      "balance-order-overshipped orders 2",
      "balance-order-twice orders 1",
      "balance-stock-later stock 1",
      "balance-supply-late supply 0",
    ]);
  });
});
