import { describe, expect, it } from "vitest";
import { computeBalance } from "../../../core/balance/compute-balance.ts";
import { lotFor } from "../../../core/balance/lots.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { forecastOf, MONDAY, order, planning, planOf, product, stockOf } from "./planning.ts";

const first = (data: PlanningData) => {
  const [found] = computeBalance(data).products;
  if (!found) throw new Error("there is no product");
  return found;
};
const ordersOf = (quantities: readonly number[]) => quantities.map((ordered, index) => order(index, ordered));

describe("the balance of a product", () => {
  const pumps = planning(8, {
    products: [product("P", { minimumLot: 70, lotMultiple: 70 })],
    stock: [stockOf(64)],
    forecast: forecastOf([30, 30, 30, 30, 40, 40, 40, 40]),
    orders: ordersOf([33, 20, 10, 4, 2, 0, 0, 0]),
    plan: planOf([0, 0, 70, 0, 70, 0, 70, 70]),
  });

  it("is that of the textbook's pumps", () => {
    const found = first(pumps);
    expect(found.demand).toEqual([33, 30, 30, 30, 40, 40, 40, 40]);
    expect(found.opening).toEqual([64, 31, 1, 41, 11, 41, 1, 31]);
    expect(found.closing).toEqual([31, 1, 41, 11, 41, 1, 31, 61]);
    expect(found.atp).toEqual([11, null, 56, null, 68, null, 70, 70]);
  });

  it("suggests the textbook's lots, planned or not", () => {
    expect(first(pumps).suggested).toEqual([0, 0, 70, 0, 70, 0, 70, 70]);
    expect(first({ ...pumps, plan: [] }).suggested).toEqual([0, 0, 70, 0, 70, 0, 70, 70]);
  });

  it("promises cumulatively as in the second example", () => {
    const found = first(
      planning(8, { stock: [stockOf(80)], orders: ordersOf([30, 25, 30, 10, 0, 35, 0, 0]), plan: planOf([0, 0, 60, 0, 0, 60, 0, 0]) }),
    );
    expect(found.cumulativeAtp).toEqual([25, 25, 45, 45, 45, 70, 70, 70]);
    expect(found.atp.filter((promise) => promise !== null)).toEqual([25, 20, 25]);
  });

  it("eats forecast within its window", () => {
    const data = planning(4, { forecast: forecastOf([350, 350, 350, 350]), orders: ordersOf([300, 500, 280, 0]) });
    expect(first(data).forecastLeft).toEqual([50, 0, 70, 350]);
    expect(first({ ...data, rules: { ...data.rules, backward: 1, forward: 1 } }).forecastLeft).toEqual([0, 0, 0, 320]);
  });

  it("covers seven weeks and 24 of 52", () => {
    const demand = [80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 40, 44, 48, 52, 56, 60, 64, 68, 72];
    const found = first(planning(21, { stock: [stockOf(500)], forecast: forecastOf([0, ...demand]) }));
    expect(found.cover[0]).toBeCloseTo(7.4615, 4);
    expect(found.cover.at(-1)).toBe(0);
  });

  it("suggests no more than the maximum: of 25 wanted, 20", () => {
    const found = first(
      planning(1, { products: [product("P", { safetyStock: 10, maximumLot: 20 })], stock: [stockOf(60)], forecast: forecastOf([75]) }),
    );
    expect(found.suggested).toEqual([20]);
    expect(lotFor(25, { minimum: 0, multiple: 0, maximum: 0 })).toBe(25);
  });
});

describe("what to make of what is wanted", () => {
  it.each([
    ["nothing where nothing is wanted", 0, { minimum: 40, multiple: 30, maximum: 0 }, 0],
    ["nothing where there is too much already", -5, { minimum: 40, multiple: 30, maximum: 0 }, 0],
    ["the minimum, then up to the multiple", 25, { minimum: 40, multiple: 30, maximum: 0 }, 60],
    ["whole multiples below the maximum", 25, { minimum: 0, multiple: 15, maximum: 20 }, 15],
    ["nothing where the maximum takes no whole multiple", 25, { minimum: 0, multiple: 30, maximum: 20 }, 0],
    ["decimals as they were typed", 0.3, { minimum: 0, multiple: 0.1, maximum: 0 }, 0.3],
  ])("is %s", (_, wanted, rule, made) => {
    expect(lotFor(wanted, rule)).toBe(made);
  });
});

describe("the current period", () => {
  /**
   * Wednesday evening of W48. Forecast 100, ordered 80 of which 50 are shipped; planned 90 of which 40 were received and
   * are in the stock of 20. Demand: 30 open and 20 of the forecast that no order has met. Supply: the 50 still to come.
   */
  const wednesday = planning(2, {
    stock: [stockOf(20, "P", MONDAY + 2)],
    forecast: forecastOf([100, 100]),
    orders: [order(0, 80, { shipped: 50 })],
    plan: [{ ...(planOf([90])[0] as ReturnType<typeof planOf>[number]), actual: 40 }],
  });

  it("counts nothing twice: only what is open is demand, only what is to come is supply", () => {
    const found = first(wednesday);
    expect(found.ordered).toEqual([80, 0]);
    expect(found.orders).toEqual([30, 0]);
    expect(found.forecastLeft).toEqual([20, 100]);
    expect(found.demand).toEqual([50, 100]);
    expect(found.planned).toEqual([90, 0]);
    expect(found.production).toEqual([50, 0]);
    expect(found.closing).toEqual([20, -80]);
  });
});
