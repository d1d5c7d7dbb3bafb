import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodsOfCover } from "../../../core/balance/cover.ts";
import { quantity } from "./quantities.ts";

const demand = [80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 40, 44, 48, 52, 56, 60, 64, 68, 72];
const demands = fc.array(quantity, { maxLength: 30 });

describe("periods of cover", () => {
  it("are seven and 24 of 52 for the textbook's 500 pieces", () => {
    expect(periodsOfCover(500, demand)).toBe(7 + 24 / 52);
  });

  it("are unknown where the demand ends before the stock does", () => {
    expect(periodsOfCover(100, [30, 30])).toBeNull();
    expect(periodsOfCover(100, [])).toBeNull();
    expect(periodsOfCover(100, [0, 0])).toBeNull();
  });

  it("end with the period that uses the stock up", () => {
    expect(periodsOfCover(60, [30, 30])).toBe(2);
    expect(periodsOfCover(30, [30, 0, 5])).toBe(1);
  });

  it("are none without stock", () => {
    expect(periodsOfCover(0, [])).toBe(0);
    expect(periodsOfCover(-3, [5])).toBe(0);
  });

  it("count periods without demand on the way", () => {
    expect(periodsOfCover(5, [0, 0, 10])).toBe(2.5);
  });

  it("never fall as the stock grows", () => {
    const lasting = (stock: number, periods: readonly number[]) => periodsOfCover(stock, periods) ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(demands, quantity, quantity, (periods, stock, more) => {
        expect(lasting(stock + more, periods)).toBeGreaterThanOrEqual(lasting(stock, periods));
      }),
    );
  });

  it("take just the stock in demand", () => {
    fc.assert(
      fc.property(demands, quantity, (periods, stock) => {
        const cover = periodsOfCover(stock, periods);
        const taken = cover === null ? 0 : periods.reduce((sum, each, period) => sum + each * Math.min(1, Math.max(0, cover - period)), 0);
        if (cover === null) expect(periods.reduce((sum, each) => sum + each, 0)).toBeLessThan(stock + 1e-6);
        else expect(taken).toBeCloseTo(stock, 5);
      }),
    );
  });
});
