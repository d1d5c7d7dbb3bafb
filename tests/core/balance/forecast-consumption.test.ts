import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Consumption, consumeForecast } from "../../../core/balance/forecast-consumption.ts";
import { thousandths, twoPlans } from "./quantities.ts";

const forecast = [350, 350, 350, 350];
const orders = [300, 500, 280, 0];

/** Runs over generated plans, and passes only where there was something to eat. */
function overPlans(check: (found: Consumption, forecast: readonly number[], orders: readonly number[], window: Window) => void): void {
  let eaten = 0;
  fc.assert(
    fc.property(twoPlans, fc.nat(6), fc.nat(6), ([forecast, orders], backward, forward) => {
      const found = consumeForecast(forecast, orders, { backward, forward });
      eaten += found.eaten.length;
      check(found, forecast, orders, { backward, forward });
    }),
  );
  expect(eaten).toBeGreaterThan(0);
}

type Window = Parameters<typeof consumeForecast>[2];

describe("forecast consumption", () => {
  it("eats the forecast of an order's own period only, without a window", () => {
    const { left, beyond } = consumeForecast(forecast, orders, { backward: 0, forward: 0 });
    expect(left).toEqual([50, 0, 70, 350]);
    expect(beyond).toEqual([0, 150, 0, 0]);
  });

  it("eats one period back, then one forward", () => {
    const { left, beyond } = consumeForecast(forecast, orders, { backward: 1, forward: 1 });
    expect(left).toEqual([0, 0, 0, 320]);
    expect(beyond).toEqual([0, 0, 0, 0]);
  });

  it("says which orders ate which forecast, in their order", () => {
    expect(consumeForecast(forecast, orders, { backward: 1, forward: 1 }).eaten).toEqual([
      { orders: 0, forecast: 0, quantity: 300 },
      { orders: 1, forecast: 1, quantity: 350 },
      { orders: 1, forecast: 0, quantity: 50 },
      { orders: 1, forecast: 2, quantity: 100 },
      { orders: 2, forecast: 2, quantity: 250 },
      { orders: 2, forecast: 3, quantity: 30 },
    ]);
  });

  it("takes the nearest of several earlier periods first", () => {
    expect(consumeForecast([10, 10, 10, 0], [0, 0, 0, 15], { backward: 2, forward: 0 }).left).toEqual([10, 5, 0, 0]);
  });

  it("counts missing orders as none", () => {
    expect(consumeForecast([5, 5], [5], { backward: 0, forward: 0 }).left).toEqual([0, 5]);
  });

  it("loses nothing of the forecast: what was eaten and what is left are the whole", () => {
    overPlans(({ left, eaten }, forecast) => {
      for (const [period, quantity] of forecast.entries()) {
        const gone = eaten.filter((each) => each.forecast === period).map((each) => each.quantity);
        expect(thousandths([left[period] ?? 0, ...gone])).toBe(thousandths([quantity]));
        expect(left[period]).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it("never eats more than was ordered: what was eaten and what is beyond are the orders", () => {
    overPlans(({ beyond, eaten }, _, orders) => {
      for (const [period, quantity] of orders.entries()) {
        const ate = eaten.filter((each) => each.orders === period).map((each) => each.quantity);
        expect(thousandths([beyond[period] ?? 0, ...ate])).toBe(thousandths([quantity]));
      }
    });
  });

  it("stays within the window", () => {
    overPlans(({ eaten }, _, __, { backward, forward }) => {
      for (const each of eaten) {
        expect(each.forecast).toBeGreaterThanOrEqual(each.orders - backward);
        expect(each.forecast).toBeLessThanOrEqual(each.orders + forward);
      }
    });
  });

  it("leaves orders beyond the forecast only where nothing is left within their window", () => {
    overPlans(({ left, beyond }, _, __, { backward, forward }) => {
      for (const [period, rest] of beyond.entries())
        if (rest > 0)
          expect(left.slice(Math.max(0, period - backward), period + forward + 1).every((quantity) => quantity === 0)).toBe(true);
    });
  });
});
