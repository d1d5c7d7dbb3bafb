import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectedBalance } from "../../../core/balance/available-balance.ts";
import { decimalsOf, decimalsWithin, fromUnits, inUnits, scaleOf } from "../../../core/balance/exact.ts";

describe("quantities in units", () => {
  it("come back as the decimal that was typed", () => {
    const typed = fc
      .integer({ min: 0, max: 9 })
      .chain((decimals) =>
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map((digits) => ({ decimals, value: Number(`${digits}e-${decimals}`) })),
      );
    fc.assert(
      fc.property(typed, ({ decimals, value }) => {
        const found = decimalsOf(value);
        expect(found).toBeLessThanOrEqual(decimals);
        const scale = scaleOf(decimalsWithin(found, Math.abs(value)));
        expect(fromUnits(Float64Array.of(inUnits(value, scale)), scale)).toEqual([value + 0]);
      }),
    );
  });

  it("take what a workbook's own arithmetic leaves for what was meant", () => {
    expect(decimalsOf(0.1 + 0.2)).toBe(1);
    expect(decimalsOf(1_000_000.3 - 1_000_000.1)).toBe(1);
    expect(decimalsOf(19.21 - 20)).toBe(2);
    expect(decimalsOf(1 - 0.9 - 0.1)).toBe(0);
    expect(decimalsOf(1 / 3)).toBe(9);
  });

  it("give up decimals where sums would no longer be exact", () => {
    expect(decimalsWithin(3, 1e12)).toBe(3);
    expect(decimalsWithin(6, 1e12)).toBe(3);
    expect(decimalsWithin(2, 1e15)).toBe(0);
    expect(projectedBalance(1e12 + 0.25, [0.5, 1e12], [0.25, 1e12])).toEqual([1e12 + 0.5, 1e12 + 0.5]);
  });
});
