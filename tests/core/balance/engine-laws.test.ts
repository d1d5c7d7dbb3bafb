import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeBalance } from "../../../core/balance/compute-balance.ts";
import { ADDED } from "../../../core/balance/family-total.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { anyPlanning, CODES } from "./any-planning.ts";
import { MONDAY, week } from "./planning.ts";

/** Exact sums of decimals of at most six places, as whole numbers. */
const PLACES = 1e6;
const whole = (value: number) => BigInt(Math.round(value * PLACES));
const at = (list: readonly number[], index: number) => whole(list[index] ?? 0);

describe("for any data, the balance", () => {
  it("keeps opening + production - demand + lost = closing, exactly, each period opening as the last one closed", () => {
    let looked = 0;
    fc.assert(
      fc.property(anyPlanning, (data) => {
        for (const found of computeBalance(data).products)
          for (const period of found.closing.keys()) {
            looked += 1;
            const sum = at(found.opening, period) + at(found.production, period) - at(found.demand, period) + at(found.lost, period);
            expect(sum).toBe(at(found.closing, period));
            expect(at(found.demand, period)).toBe(at(found.orders, period) + at(found.forecastLeft, period));
            if (period > 0) expect(found.opening[period]).toBe(found.closing[period - 1]);
          }
      }),
    );
    expect(looked).toBeGreaterThan(100);
  });

  it("gives only decimals that a person would write, not one more than was typed", () => {
    fc.assert(
      fc.property(anyPlanning, (data) => {
        for (const found of computeBalance(data).products)
          for (const figure of ADDED)
            for (const value of found[figure]) expect(decimalsShown(value)).toBeLessThanOrEqual(Math.min(3, found.decimals));
      }),
    );
  });

  it("is not lower anywhere for more supply", () => {
    fc.assert(
      fc.property(anyPlanning, fc.nat(7), fc.nat(500), fc.constantFrom(...CODES), (data, at, planned, product) => {
        const more = { ...data, plan: [...data.plan, { product, period: week(at), line: "", planned, actual: null }] };
        const [before, after] = [data, more].map(
          (each) => new Map(computeBalance(each).products.map((one) => [one.product.code, one.closing])),
        );
        for (const [code, closings] of before ?? [])
          for (const [period, closing] of closings.entries()) expect(after?.get(code)?.[period]).toBeGreaterThanOrEqual(closing);
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    const turned = (data: PlanningData): PlanningData => ({
      ...data,
      periods: [...data.periods].reverse(),
      forecast: [...data.forecast].reverse(),
      orders: [...data.orders].reverse(),
      plan: [...data.plan].reverse(),
      stock: [...data.stock].reverse(),
      capacity: [...data.capacity].reverse(),
      components: [...data.components].reverse(),
      supply: [...data.supply].reverse(),
    });
    fc.assert(
      fc.property(anyPlanning, (data) => {
        const [one, other] = [computeBalance(data), computeBalance(turned(data))];
        expect({ ...other, problems: [] }).toEqual({ ...one, problems: [] });
      }),
    );
  });

  it("adds families up from their products", () => {
    let looked = 0;
    fc.assert(
      fc.property(anyPlanning, (data) => {
        const { families, products } = computeBalance(data);
        for (const { family, ...sums } of families)
          for (const figure of ADDED)
            for (const [period, value] of sums[figure].entries()) {
              looked += 1;
              const members = products.filter((each) => each.product.family === family);
              expect(whole(value)).toBe(members.reduce((sum, each) => sum + at(each[figure], period), 0n));
            }
      }),
    );
    expect(looked).toBeGreaterThan(100);
  });

  it("loads lines and takes components by what is planned", () => {
    let looked = 0;
    fc.assert(
      fc.property(anyPlanning, (data) => {
        const { lines, components, products } = computeBalance(data);
        for (const { load, loads } of lines)
          for (const [period, hours] of load.entries()) {
            looked += 1;
            expect(whole(hours)).toBe(loads.reduce((sum, each) => sum + at(each.hours, period), 0n));
          }
        const planned = new Map(products.filter((each) => each.product.line !== "").map((each) => [each.product.code, each.planned]));
        const onLines = new Map<string, bigint>();
        for (const { loads } of lines)
          for (const each of loads)
            onLines.set(
              each.product,
              each.planned.reduce((sum, value) => sum + whole(value), onLines.get(each.product) ?? 0n),
            );
        for (const [code, quantities] of planned)
          expect(onLines.get(code) ?? 0n).toBe(quantities.reduce((sum, value) => sum + whole(value), 0n));
        for (const { stock, supply, needed, balance } of components)
          for (const period of balance.keys()) {
            const [coming, taken] = [supply, needed].map((list) => list.slice(0, period + 1).reduce((sum, value) => sum + value, 0));
            expect(balance[period]).toBeCloseTo(stock + (coming ?? 0) - (taken ?? 0), 4);
          }
      }),
    );
    expect(looked).toBeGreaterThan(100);
  });

  it("spreads what covers several periods without losing any of it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.nat(30),
        fc.integer({ min: 0, max: 40 }),
        anyPlanning,
        (quantity, from, days, any) => {
          const start = MONDAY + from;
          const data = {
            ...any,
            products: [],
            forecast: [{ product: "X", period: { start, end: Math.min(start + days, MONDAY + 55) }, quantity }],
          };
          const found = computeBalance(data).products.find((each) => each.product.code === "X");
          expect(found?.forecast.reduce((sum, value) => sum + value, 0)).toBe(quantity);
        },
      ),
    );
  });
});

function decimalsShown(value: number): number {
  return /e/.test(String(value)) ? Number.POSITIVE_INFINITY : (String(value).split(".")[1]?.length ?? 0);
}
