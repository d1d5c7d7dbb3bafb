import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plus } from "../../../core/balance/quantity.ts";
import { quantity } from "./quantities.ts";

describe("adding quantities", () => {
  it("gives the decimal that a person would write", () => {
    expect(plus(0.1, 0.2)).toBe(0.3);
    expect(plus(1_000_000.3, -1_000_000.1)).toBe(0.2);
    expect(plus(0.1, -0.1)).toBe(0);
    expect(plus(1.5, 2)).toBe(3.5);
  });

  it("takes nothing from very large and very small numbers", () => {
    expect(plus(1e21, 0.5)).toBe(1e21);
    expect(plus(2e-120, -1e-120)).toBe(1e-120);
    expect(plus(0, 1e-120)).toBe(1e-120);
  });

  it("undoes itself", () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        expect(plus(plus(a, b), -b)).toBe(a);
      }),
    );
  });
});
