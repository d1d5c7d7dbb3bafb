import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepare } from "../../../core/balance/compute-balance.ts";
import { findImbalances } from "../../../core/balance/find-imbalances.ts";
import type { OrderRow, PlanningData } from "../../../core/balance/planning-data.ts";
import { areOrdersShort, type SharedProduct, type SharingRule, shareOrders } from "../../../core/balance/share-orders.ts";
import { studyOf } from "../../../core/balance/study.ts";
import { anyPlanning, CODES } from "./any-planning.ts";
import { forecastOf, order, planning, planOf, product, stockOf } from "./planning.ts";

const rule: SharingRule = { period: null, within: "share", wholeLots: true, settled: new Map() };
const study = (data: PlanningData) => studyOf(prepare(data));
const share = (data: PlanningData, more: Partial<SharingRule> = {}) => shareOrders(study(data), "P", { ...rule, ...more });
const shares = (found: SharedProduct | null) => Object.fromEntries((found?.parts ?? []).map(({ order: { no }, given }) => [no, given]));

const pumps = planning(4, {
  products: [product("P", { lotMultiple: 100 })],
  stock: [stockOf(500)],
  forecast: forecastOf([0, 9000, 0, 0]),
  plan: planOf([700, 800, 300, 5000]),
  orders: [order(0, 3000, { no: "A" }), order(1, 1000, { no: "B" }), order(3, 100, { no: "C" })],
});

describe("sharing a product among its orders", () => {
  it("gives 1,500 and 500 of 2,000 to those who ask 3,000 and 1,000, in the first week in which orders lack most, whatever the forecast", () => {
    const found = share(pumps);
    expect(found).toMatchObject({ period: "2026-W49", available: 2000, asked: 4000, given: 2000 });
    expect(shares(found)).toEqual({ A: 1500, B: 500 });
    expect(found?.parts.map(({ tierRate, short }) => [tierRate, short])).toEqual([
      [0.5, 1500],
      [0.5, 500],
    ]);
  });

  it("looks at another week where one is asked for", () => {
    expect(shares(share(pumps, { period: 0 }))).toEqual({ A: 1200 });
    const last = share(pumps, { period: 3 });
    expect([last?.available, last && areOrdersShort(last)]).toEqual([7300, false]);
  });

  it("keeps what a person settled, and shares the rest", () => {
    expect(shares(share(pumps, { settled: new Map([[1, 900]]) }))).toEqual({ A: 1100, B: 900 });
    expect(shares(share(pumps, { settled: new Map([[1, 5000]]) }))).toEqual({ A: 1000, B: 1000 });
  });

  it("counts what comes back, and gives nothing of what is owed already", () => {
    const back = { ...pumps, orders: [...pumps.orders, order(1, -400, { no: "R" })] };
    expect(share(back, { period: 1 })).toMatchObject({ available: 2400, given: 2400 });
    expect(share({ ...pumps, stock: [stockOf(-9000)] })).toMatchObject({ available: 0, given: 0, asked: 4100 });
  });

  it("is in the reasons of the shortage, which name orders by their shares", () => {
    const allocated = { A: 1500, B: 500 } as Record<string, number>;
    const told = { ...pumps, orders: pumps.orders.map((each): OrderRow => ({ ...each, allocated: allocated[each.no] ?? null })) };
    const [shortage] = findImbalances(study(told));
    expect(shortage?.why.orders.map(({ no, short, given }) => [no, short, given])).toEqual([
      ["A", 1500, 1500],
      ["B", 500, 500],
    ]);
    const [before] = findImbalances(study(pumps));
    expect(before?.why.orders.map(({ no, short, given }) => [no, short, given])).toEqual([
      ["A", 1000, undefined],
      ["B", 1000, undefined],
    ]);
  });

  it("holds for any data: never more than there is or is asked, priorities one after the other, the order of rows does not matter", () => {
    let looked = 0;
    fc.assert(
      fc.property(anyPlanning, fc.constantFrom("share" as const, "due" as const), fc.boolean(), (data, within, wholeLots) => {
        const rules = { ...rule, within, wholeLots };
        const turned = { ...data, orders: [...data.orders].reverse() };
        for (const code of CODES) {
          const found = shareOrders(study(data), code, rules);
          if (!found) continue;
          looked++;
          expect(found.given).toBeLessThanOrEqual(found.available + 1e-9);
          for (const { given, asked, short } of found.parts) {
            expect(given).toBeGreaterThanOrEqual(0);
            expect(given).toBeLessThanOrEqual(asked);
            expect(given + short).toBeCloseTo(asked, 6);
          }
          const rank = ({ order: { priority } }: (typeof found.parts)[number]) => priority ?? Number.MAX_SAFE_INTEGER;
          const isServed = found.parts.filter(({ given }) => given > 0);
          if (!wholeLots)
            for (const part of found.parts) if (part.short > 0) expect(isServed.every((each) => rank(each) <= rank(part))).toBe(true);
          if (!areOrdersShort(found)) expect(found.parts.every(({ short }) => short === 0)).toBe(true);
          const other = shareOrders(study(turned), code, rules);
          const said = (each: SharedProduct | null) =>
            (each?.parts ?? []).map(({ order: { no, due, priority }, asked, given }) => [no, due, priority, asked, given].join(" ")).sort();
          expect(said(other)).toEqual(said(found));
        }
      }),
      { numRuns: 150 },
    );
    expect(looked).toBeGreaterThan(100);
  });
});
