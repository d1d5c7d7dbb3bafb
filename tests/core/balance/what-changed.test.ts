import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Baseline, freezeBaseline, MOST_IMBALANCES } from "../../../core/balance/baseline.ts";
import { reasonFinder } from "../../../core/balance/change-reasons.ts";
import { CAUSES, compareWithBaseline, type PeriodChange } from "../../../core/balance/compare-baseline.ts";
import { compareGaps } from "../../../core/balance/compare-gaps.ts";
import { prepare } from "../../../core/balance/compute-balance.ts";
import { exactSum } from "../../../core/balance/exact.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { type Study, studyOf } from "../../../core/balance/study.ts";
import { anyPlanning, CODES } from "./any-planning.ts";
import { forecastOf, MONDAY, order, planning, planOf, product, stockOf } from "./planning.ts";

const studied = (data: PlanningData) => studyOf(prepare(data));
const later = (data: PlanningData, weeks: number, change: Partial<PlanningData> = {}): PlanningData => ({
  ...data,
  rules: { ...data.rules, current: data.periods[weeks]?.key ?? "" },
  ...change,
});
/** The sum of the causes, as exact as the figures. */
const explained = (change: PeriodChange): number => exactSum(CAUSES.map((cause) => change[cause]));
const changed = (change: PeriodChange): number => exactSum([change.now, -change.before]);
const reasonsIn = (study: Study, baseline: Baseline, code = "P") => {
  const before = baseline.products.find((each) => each.product === code);
  const found = compareWithBaseline(study, baseline).products.find((each) => each.product === code);
  return before && found ? reasonFinder(study, baseline)(before, found.periods) : [];
};

/** 100 in stock; each week 40 are forecast and 30 planned; one order of 30 is due in each of the first three weeks. */
const meeting = planning(5, {
  products: [product("P")],
  stock: [stockOf(100)],
  forecast: forecastOf([40, 40, 40, 40, 40]),
  plan: planOf([30, 30, 30, 30, 30]),
  orders: [order(0, 30), order(1, 30), order(2, 30)],
});
const baseline = freezeBaseline(studied(meeting), { also: ["P"] });

describe("what changed since a baseline", () => {
  it("adds up for every product, for the rest together and in every period, and ends in the closings of both balances", () => {
    let looked = 0;
    let summed = 0;
    fc.assert(
      fc.property(anyPlanning, anyPlanning, fc.nat(3), fc.nat(4), (first, second, passed, kept) => {
        const then = studied(first);
        const now = studied(later(second, passed));
        const frozen = freezeBaseline(then, { imbalances: [], also: CODES.slice(0, kept) });
        const { periods, products, rest } = compareWithBaseline(now, frozen);
        for (const { product: code, periods: changes } of products) {
          expect(changes.map(({ before: was }) => was)).toEqual(then.products.get(code)?.closing.slice(passed, passed + periods.length));
          expect(changes.map(({ now: is }) => is)).toEqual(now.products.get(code)?.closing.slice(0, periods.length));
          for (const change of changes) expect(explained(change)).toBeCloseTo(changed(change), 3);
          looked += changes.length;
        }
        const inFull = new Set(frozen.products.map((each) => each.product));
        const outside = now.balance.products.filter(({ product: { code } }) => !inFull.has(code));
        rest.periods.forEach((change, at) => {
          expect(change.now).toBeCloseTo(exactSum(outside.map(({ closing }) => closing[at] ?? 0)), 3);
          expect(explained(change)).toBeCloseTo(changed(change), 3);
          summed += 1;
        });
      }),
    );
    expect(Math.min(looked, summed)).toBeGreaterThan(100);
  });

  it("is nothing where a week went as planned, its shipments and receipts under way or not", () => {
    const partly = planOf([30, 30, 30, 30, 30]).map((row, index) => ({ ...row, actual: index === 0 ? 30 : index === 1 ? 20 : null }));
    const orders = [order(0, 30, { shipped: 30 }), order(1, 30, { shipped: 10 }), order(2, 30)];
    // 100 + 30 - 40 at the week's end, then 20 came in and 10 went out until Wednesday.
    const now = studied(later(meeting, 1, { plan: partly, orders, stock: [stockOf(100, "P", MONDAY + 9)] }));
    const [found] = compareWithBaseline(now, baseline).products;
    expect(found?.periods).toEqual(
      found?.periods.map((change) => ({ ...change, now: change.before, production: 0, sales: 0, stock: 0, data: 0 })),
    );
    expect(reasonsIn(now, baseline)).toEqual([]);
    const [less] = compareWithBaseline(studied({ ...now.prepared.data, stock: [stockOf(93, "P", MONDAY + 9)] }), baseline).products;
    expect(less?.periods.map(({ stock }) => stock)).toEqual([-7, -7, -7, -7]);
  });

  it("ends where weeks have become what was a month", () => {
    const months = { ...meeting, periods: meeting.periods.map((period, at) => (at < 3 ? period : { ...period, key: `month ${at}` })) };
    const frozen = freezeBaseline(studied(months), { also: ["P"] });
    expect(compareWithBaseline(studied(later(meeting, 1)), frozen).periods).toEqual(["2026-W49", "2026-W50"]);
    expect(compareWithBaseline(studied({ ...meeting, rules: { ...meeting.rules, current: "2026-W52" } }), frozen).periods).toEqual([]);
  });

  it("names products that are no longer there, and counts those it never kept", () => {
    const now = studied({ ...meeting, products: [product("Q")], forecast: forecastOf([5], "Q"), plan: [], stock: [], orders: [] });
    expect(compareWithBaseline(now, baseline)).toMatchObject({ products: [], gone: ["P"], rest: { before: 0, now: 1 } });
  });
});

describe("the reasons of a change", () => {
  const kinds = (change: Partial<PlanningData>, weeks = 0) =>
    reasonsIn(studied(later(meeting, weeks, change)), baseline).map(({ cause, kind, order: no, period, before, now }) => [
      cause,
      [kind, no, period].filter((part) => part !== "").join(" "),
      before,
      now,
    ]);

  it("are the period of the plan, the count and the rules that differ", () => {
    expect(kinds({ plan: planOf([30, 50, 30, 30, 0]) })).toEqual([
      ["production", "plan 2026-W52", 30, 0],
      ["production", "plan 2026-W49", 30, 50],
    ]);
    expect(kinds({ stock: [stockOf(88)] })).toEqual([["stock", "counted", 100, 88]]);
    expect(kinds({ rules: { ...meeting.rules, fence: 2 } })).toEqual([["data", "rules", 0, 0]]);
  });

  it("are the orders that came, went, moved or changed, and the forecast", () => {
    expect(kinds({ orders: [...meeting.orders, order(1, 45, { no: "SO-9" })] })).toEqual([["sales", "newOrder SO-9 2026-W49", 0, 45]]);
    expect(kinds({ orders: [order(0, 30), order(1, 55), order(2, 30)] })).toEqual([["sales", "changedOrder SO-1 2026-W49", 30, 55]]);
    expect(kinds({ orders: [order(0, 30), order(1, 30), order(2, 30, { due: MONDAY + 7 })] })).toEqual([
      ["sales", "movedOrder SO-2 2026-W49", 30, 30],
    ]);
    expect(kinds({ forecast: forecastOf([40, 40, 10, 40, 40]), orders: meeting.orders.slice(0, 2) })).toEqual([
      ["sales", "goneOrder SO-2 2026-W50", 30, 0],
      ["sales", "forecast 2026-W50", 40, 10],
    ]);
  });

  it("are orders of a week that is over and were not shipped, and what came in instead of the plan", () => {
    const plan = planOf([30, 30, 30, 30, 30]).map((row, index) => (index === 0 ? { ...row, actual: 25 } : row));
    expect(kinds({ plan, stock: [stockOf(115, "P", MONDAY + 6)] }, 1)).toEqual([
      ["production", "received 2026-W48", 30, 25],
      ["sales", "lateOrder SO-0 2026-W49", 30, 30],
      ["stock", "counted", 85, 115],
    ]);
  });

  it("are told by the period alone where too many orders were open to keep them", () => {
    const many = Array.from({ length: 1001 }, (_, index) => order(1, 1, { no: `SO-${index}` }));
    const crowded = { ...meeting, orders: many };
    const frozen = freezeBaseline(studied(crowded), { also: ["P"] });
    expect(frozen.products[0]?.open).toBeUndefined();
    expect(reasonsIn(studied({ ...crowded, orders: many.slice(1) }), frozen)).toMatchObject([
      { cause: "sales", kind: "demand", period: "2026-W49", before: 1001, now: 1000 },
    ]);
  });
});

describe("the imbalances since a baseline", () => {
  it("are new, worse, better or gone by their keys, or over with their weeks", () => {
    const short = { ...meeting, stock: [stockOf(5)], plan: planOf([0, 45, 0, 100, 0]) };
    const frozen = freezeBaseline(studied(short));
    const fates = (change: Partial<PlanningData>, weeks = 0) =>
      compareGaps(studied(later(short, weeks, change)), frozen).map(({ fate, from, before, now }) => [fate, from, before, now]);
    expect(frozen.imbalances.map(({ key }) => key)).toEqual(
      ["shortage P 2026-W48", "shortage P 2026-W50"].slice(0, frozen.imbalances.length),
    );
    expect(fates({})).toEqual([]);
    expect(fates({ stock: [stockOf(0)] })[0]?.[0]).toBe("worse");
    expect(fates({ stock: [stockOf(500)] }).map(([fate]) => fate)).toEqual(frozen.imbalances.map(() => "gone"));
    expect(compareGaps(studied(short), baseline).map(({ fate }) => fate)).toEqual(frozen.imbalances.map(() => "new"));
  });

  it("calls no imbalance new where the baseline could not keep all that there were", () => {
    const short = studied({ ...meeting, orders: [...meeting.orders, order(1, 200)] });
    const fates = (imbalances: Baseline["imbalances"]) => compareGaps(short, { ...baseline, imbalances }).map(({ fate }) => fate);
    const other = { kind: "shortage", subject: "Q", from: "2026-W48", to: "2026-W48", amount: 1, unit: "pcs" } as const;
    const kept = Array.from({ length: MOST_IMBALANCES }, (_, at) => ({ ...other, key: `shortage Q${at} 2026-W48`, subject: `Q${at}` }));
    expect(fates(kept.slice(1))).toContain("new");
    expect(fates(kept)).not.toContain("new");
  });
});
