import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectedBalance } from "../../../core/balance/available-balance.ts";
import { cumulativeAtp, discreteAtp } from "../../../core/balance/available-to-promise.ts";
import { quantity, thousandths, twoPlans } from "./quantities.ts";

const pumps = {
  opening: 64,
  forecast: [30, 30, 30, 30, 40, 40, 40, 40],
  orders: [33, 20, 10, 4, 2, 0, 0, 0],
  supply: [0, 0, 70, 0, 70, 0, 70, 70],
};
const promises = { opening: 80, orders: [30, 25, 30, 10, 0, 35, 0, 0], supply: [0, 0, 60, 0, 0, 60, 0, 0] };

describe("the projected available balance", () => {
  it("is that of the textbook's pumps", () => {
    const demand = pumps.forecast.map((forecast, period) => Math.max(forecast, pumps.orders[period] ?? 0));
    expect(projectedBalance(pumps.opening, pumps.supply, demand)).toEqual([31, 1, 41, 11, 41, 1, 31, 61]);
  });

  it("carries what is owed", () => {
    expect(projectedBalance(-5, [0, 10], [3, 0])).toEqual([-8, 2]);
  });

  it("comes to 0 where decimals do, and not a hair below", () => {
    expect(projectedBalance(0.3, [0, 0, 0], [0.1, 0.1, 0.1])).toEqual([0.2, 0.1, 0]);
    expect(projectedBalance(1_000_000.3, [0, 0], [1_000_000.1, 0.2])).toEqual([0.2, 0]);
    expect(Object.is(projectedBalance(0.1, [0], [0.1])[0], 0)).toBe(true);
  });

  it("changes over all periods by production less demand", () => {
    fc.assert(
      fc.property(quantity, twoPlans, (opening, [production, demand]) => {
        const closing = projectedBalance(opening, production, demand).at(-1) ?? 0;
        expect(thousandths([closing]) - thousandths([opening])).toBe(thousandths(production) - thousandths(demand));
      }),
    );
  });
});

describe("what is available to promise", () => {
  it("is that of the textbook's pumps, and nothing where no lot comes", () => {
    expect(discreteAtp(pumps.opening, pumps.supply, pumps.orders)).toEqual([11, null, 56, null, 68, null, 70, 70]);
  });

  it("is 25, 20, 25 in the periods of the three lots of the second example", () => {
    expect(discreteAtp(promises.opening, promises.supply, promises.orders)).toEqual([25, null, 20, null, null, 25, null, null]);
  });

  it("cumulates to the least that is left from each period on", () => {
    expect(cumulativeAtp(promises.opening, promises.supply, promises.orders)).toEqual([25, 25, 45, 45, 45, 70, 70, 70]);
  });

  it("has the opening stock and the first lot together", () => {
    expect(discreteAtp(10, [20], [5])).toEqual([25]);
  });

  it("has a figure for the first period and for each lot, and for nothing else", () => {
    fc.assert(
      fc.property(quantity, twoPlans, (opening, [supply, orders]) => {
        const figures = discreteAtp(opening, supply, orders).map((promise) => promise !== null);
        expect(figures).toEqual(supply.map((lot, period) => period === 0 || lot > 0));
      }),
    );
  });

  it("promises the stock and the supply less the orders, all of it once", () => {
    fc.assert(
      fc.property(quantity, twoPlans, (opening, [supply, orders]) => {
        const promised = discreteAtp(opening, supply, orders).map((promise) => promise ?? 0);
        expect(thousandths(promised)).toBe(thousandths([opening, ...supply]) - thousandths(orders));
      }),
    );
  });

  it("cumulated, never falls, ends at the last balance, and is never more than any later one", () => {
    fc.assert(
      fc.property(quantity, twoPlans, (opening, [supply, orders]) => {
        const balances = projectedBalance(opening, supply, orders);
        const cumulative = cumulativeAtp(opening, supply, orders);
        expect(cumulative.at(-1)).toBe(balances.at(-1));
        for (const [period, promise] of cumulative.entries()) {
          expect(promise).toBe(Math.min(...balances.slice(period)));
          expect(promise).toBeGreaterThanOrEqual(cumulative[period - 1] ?? Number.NEGATIVE_INFINITY);
        }
      }),
    );
  });

  it("cumulated, can be taken in one order of any period without a later shortage that was not there", () => {
    fc.assert(
      fc.property(quantity, twoPlans, fc.nat(), (opening, [supply, orders], choice) => {
        const period = choice % supply.length;
        const promise = cumulativeAtp(opening, supply, orders)[period] ?? 0;
        fc.pre(promise > 0);
        const taken = orders.map((order, other) => (other === period ? order + promise : order));
        expect(Math.min(...projectedBalance(opening, supply, taken).slice(period))).toBeCloseTo(0, 6);
      }),
    );
  });
});
