import { describe, expect, it } from "vitest";
import { fillRate, forecastAccuracy, planAttainment, salesToOutput } from "../../../core/balance/performance.ts";

describe("measures of what is past", () => {
  it("tell how a forecast met demand, as in the worked example", () => {
    const found = forecastAccuracy([15, 12, 5, 8], [10, 5, 8, 10]);
    expect(found.mape).toBeCloseTo(0.61875, 10);
    expect(found.wmape).toBeCloseTo(0.515, 3);
    expect(found.bias).toBeCloseTo(0.212, 3);
    expect(found.mase).toBeCloseTo(17 / 4 / (10 / 3), 10);
  });

  it("leave periods without demand out of the mean, and have no figure without any", () => {
    expect(forecastAccuracy([5, 12], [0, 10])).toMatchObject({ mape: 0.2, wmape: 0.7, bias: 0.7 });
    expect(forecastAccuracy([5], [0])).toEqual({ mape: null, wmape: null, bias: null, mase: null });
  });

  it("show attainment in both forms", () => {
    expect(planAttainment([100, 100], [120, 80])).toEqual({ total: 1, asPlanned: 0.9 });
    expect(planAttainment([0], [10])).toEqual({ total: null, asPlanned: null });
  });

  it("fill 70% of the units and none of the lines with 7 of 10", () => {
    expect(fillRate([{ order: "SO-1", asked: 10, filled: 7 }])).toEqual({ units: 0.7, lines: 0, orders: 0 });
    const two = [
      { order: "SO-1", asked: 10, filled: 12 },
      { order: "SO-1", asked: 10, filled: 0 },
      { order: "SO-2", asked: 5, filled: 5 },
      { order: "SO-3", asked: -5, filled: 0 },
    ];
    expect(fillRate(two)).toEqual({ units: 0.6, lines: 2 / 3, orders: 0.5 });
    expect(fillRate([])).toEqual({ units: null, lines: null, orders: null });
  });

  it("set sales against output", () => {
    expect(salesToOutput([30, 60], [50, 50])).toBe(0.9);
    expect(salesToOutput([10], [])).toBeNull();
  });
});
