import { describe, expect, it } from "vitest";
import { freezeBaseline } from "../../../core/balance/baseline.ts";
import { checkEffects } from "../../../core/balance/check-effects.ts";
import { compareWithBaseline } from "../../../core/balance/compare-baseline.ts";
import { prepare } from "../../../core/balance/compute-balance.ts";
import { findGaps } from "../../../core/balance/gaps.ts";
import type { PlanChange } from "../../../core/balance/plan-change.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { reviewEffect } from "../../../core/balance/review-effect.ts";
import { studyOf } from "../../../core/balance/study.ts";
import { forecastOf, MONDAY, order, planning, planOf, product, stockOf, week } from "./planning.ts";

const studied = (data: PlanningData) => studyOf(prepare(data));
const frozen = (data: PlanningData) => freezeBaseline(studied(data));
/** The same data a week later. */
const nextWeek = (data: PlanningData, change: Partial<PlanningData> = {}): PlanningData => ({
  ...data,
  rules: { ...data.rules, current: data.periods[1]?.key ?? "" },
  ...change,
});

/** Stock 100, 40 a week, and 80 in the last, of which 20 are not there. */
const decided = planning(6, {
  products: [product("P", { line: "A", hoursPerUnit: 1 })],
  stock: [stockOf(100)],
  forecast: forecastOf([40, 40, 40, 40, 40, 80]),
  plan: [...planOf([20, 0, 0, 80, 60, 0]), ...planOf([30, 0, 0, 0, 0, 0], "Q")],
  lines: [{ line: "A", name: "", hoursPerWeek: 80, efficiency: 1 }],
});
const key = "shortage P 2026-W53";
const change: PlanChange = { product: "P", period: "2026-W51", what: "plan", amount: 60, line: "" };

describe("a baseline", () => {
  it("keeps the figures of what was out of balance and sums of the rest", () => {
    const baseline = frozen(decided);
    expect(baseline.imbalances.map((each) => [each.key, each.amount])).toEqual([[key, 20]]);
    expect(baseline.products.map((each) => each.product)).toEqual(["P"]);
    expect(baseline.products[0]?.closing).toEqual([80, 40, 0, 40, 60, -20]);
    expect(baseline.rest).toMatchObject({ products: 1, production: [30, 0, 0, 0, 0, 0] });
  });

  it("survives being written as text", () => {
    expect(JSON.parse(JSON.stringify(frozen(decided)))).toEqual(frozen(decided));
  });
});

describe("what changed since the meeting", () => {
  it("is told by cause: 5 less made, 10 less in stock than that, 25 more sold in the second week, 40 more planned", () => {
    const now = nextWeek(decided, {
      stock: [stockOf(65, "P", MONDAY + 6)],
      plan: [...planOf([20, 0, 0, 120, 60, 0]).map((row, index) => (index === 0 ? { ...row, actual: 15 } : row))],
      orders: [order(2, 65)],
    });
    const [found] = compareWithBaseline(studied(now), frozen(decided)).products;
    expect(found?.product).toBe("P");
    expect(found?.periods.slice(0, 3)).toEqual([
      { period: "2026-W49", before: 40, now: 25, production: -5, sales: 0, stock: -10, data: 0 },
      { period: "2026-W50", before: 0, now: -40, production: -5, sales: -25, stock: -10, data: 0 },
      { period: "2026-W51", before: 40, now: 40, production: 35, sales: -25, stock: -10, data: 0 },
    ]);
  });
});

describe("the effects of a meeting's resolutions, together", () => {
  it("clear the list, and are asked for nothing more", () => {
    const study = studied(decided);
    const gaps = findGaps(study.balance);
    expect(checkEffects(study, gaps, [{ ...change, period: "2026-W49", amount: 60 }])).toMatchObject({
      better: [{ gap: { key }, after: 0 }],
      unchanged: [],
      worse: [],
      clears: true,
    });
  });

  it("show a line that they overload, and what they do not reach", () => {
    const study = studied(decided);
    const checked = checkEffects(study, findGaps(study.balance), [change, { ...change, product: "Q", amount: 5, period: "none" }]);
    expect(checked.worse).toEqual([{ gap: expect.objectContaining({ kind: "overload", subject: "A", amount: 60 }), before: 0 }]);
    expect(checked.clears).toBe(false);
    expect(checkEffects(study, findGaps(study.balance), []).unchanged.map((gap) => gap.key)).toEqual([key]);
  });
});

describe("the verdict at the next meeting", () => {
  const baseline = frozen(decided);
  const verdict = (now: Partial<PlanningData>) =>
    reviewEffect(studied(nextWeek(decided, { stock: [stockOf(80, "P", MONDAY + 6)], ...now })), baseline, key, [change]);
  const plan = (quantities: readonly number[]) => ({ plan: planOf(quantities) });
  const more = (at: number, quantity: number) => ({ forecast: [...decided.forecast, { product: "P", period: week(at), quantity }] });

  it("is fixed where it is gone, and says what was done", () => {
    expect(verdict(plan([20, 0, 0, 140, 60, 0]))).toMatchObject({ verdict: "moved", movedTo: { kind: "overload", subject: "A" } });
    const roomy = { ...plan([20, 0, 0, 140, 60, 0]), lines: [] };
    expect(verdict(roomy)).toMatchObject({ verdict: "fixed", before: 20, after: 0, done: [{ done: 60 }], movedTo: null });
  });

  it("is reduced where some is left", () => {
    expect(verdict(plan([20, 0, 0, 90, 60, 0]))).toMatchObject({ verdict: "reduced", before: 20, after: 10, done: [{ done: 10 }] });
  });

  it("is not executed where the tables say what they said", () => {
    expect(verdict({})).toMatchObject({ verdict: "notExecuted", after: 20, done: [{ done: 0 }] });
  });

  it("is executed while demand changed, or to no effect", () => {
    expect(verdict({ ...plan([20, 0, 0, 140, 60, 0]), ...more(4, 80), lines: [] })).toMatchObject({
      verdict: "demandChanged",
      demandGrew: 80,
    });
    const noStock = { stock: [stockOf(20, "P", MONDAY + 6)], ...plan([20, 0, 0, 140, 60, 0]), lines: [] };
    expect(verdict(noStock).verdict).toBe("noEffect");
  });

  it("is moved where the same product is short at another time", () => {
    expect(verdict({ ...plan([20, 0, 0, 140, 60, 0]), ...more(2, 30), lines: [] })).toMatchObject({
      verdict: "moved",
      movedTo: { kind: "shortage", subject: "P", from: "2026-W50" },
    });
  });
});
