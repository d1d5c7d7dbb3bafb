import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceOf, computeBalance, prepare } from "../../../core/balance/compute-balance.ts";
import { findImbalances } from "../../../core/balance/find-imbalances.ts";
import { amountWithin, componentAmounts, findGaps, lineAmounts, productAmounts } from "../../../core/balance/gaps.ts";
import type { Gap, Imbalance } from "../../../core/balance/imbalance.ts";
import { keepKeys } from "../../../core/balance/imbalance-keys.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { studyOf } from "../../../core/balance/study.ts";
import { withChanges } from "../../../core/balance/with-changes.ts";
import { anyPlanning } from "./any-planning.ts";
import { forecastOf, order, planning, planOf, product, stockOf, week } from "./planning.ts";

const found = (data: PlanningData) => findImbalances(studyOf(prepare(data)));
const shape = ({ kind, subject, from, to, amount }: Gap) => ({ kind, subject, from, to, amount });
const suggested = ({ suggestions }: Imbalance) => suggestions.map(({ kind, effect }) => `${kind} ${effect.before} -> ${effect.after}`);

/** Stock 100; 150 ordered this week by two customers, 50 of forecast left in each of the next; 100 are made in the third week. */
const pumps = planning(5, {
  products: [
    product("P", { family: "QX", unit: "pcs", safetyStock: 20, lotMultiple: 10, line: "A", hoursPerUnit: 0.5, otherLines: ["B"] }),
  ],
  stock: [stockOf(100)],
  forecast: forecastOf([0, 50, 50, 0, 0]),
  orders: [order(0, 90, { no: "SO-2", customer: "Linden", priority: 1 }), order(0, 60, { no: "SO-1", customer: "Anju", priority: 3 })],
  plan: planOf([0, 0, 240, 0, 0]),
  lines: [
    { line: "A", name: "", hoursPerWeek: 100, efficiency: 1 },
    { line: "B", name: "", hoursPerWeek: 20, efficiency: 1 },
  ],
});

describe("the imbalances", () => {
  it("are runs of periods with their most, and a shortage is not below safety as well", () => {
    expect(found(pumps).map(shape)).toEqual([
      { kind: "shortage", subject: "P", from: "2026-W48", to: "2026-W49", amount: 100 },
      { kind: "overload", subject: "A", from: "2026-W50", to: "2026-W50", amount: 20 },
    ]);
    const lower = { ...pumps, orders: [order(0, 90)] };
    expect(found(lower).map(shape)[1]).toEqual({ kind: "belowSafety", subject: "P", from: "2026-W48", to: "2026-W48", amount: 10 });
  });

  it("say which orders are not reached, and what the figures are", () => {
    const [shortage, overload] = found(pumps);
    expect(shortage?.why).toEqual({
      period: "2026-W49",
      opening: 100,
      production: 0,
      ordered: 150,
      forecast: 50,
      orders: [{ no: "SO-2", line: null, customer: "Linden", period: "2026-W48", open: 90, short: 50 }],
      products: [],
    });
    expect(overload?.why).toMatchObject({ opening: 100, ordered: 120, products: [{ product: "P", amount: 120 }] });
  });

  it("come with ways out, each tried: a lot more, what is made later made now, orders that wait, another line", () => {
    const [shortage, overload] = found(pumps);
    expect(
      shortage?.suggestions.map(({ kind, changes }) => ({
        kind,
        changes: changes.map((each) => `${each.what} ${each.period} ${each.amount} ${each.line}`),
      })),
    ).toEqual([
      { kind: "expedite", changes: ["plan 2026-W50 -120 A", "plan 2026-W48 120 A"] },
      { kind: "add", changes: ["plan 2026-W48 120 A"] },
      { kind: "deferOrders", changes: ["order 2026-W48 -60 ", "order 2026-W50 60 ", "order 2026-W48 -40 ", "order 2026-W50 40 "] },
    ]);
    expect(suggested(shortage as Imbalance)).toEqual(["expedite 100 -> 0", "add 100 -> 0", "deferOrders 100 -> 0"]);
    expect(shortage?.suggestions.at(-1)?.orders).toEqual(["SO-1", "SO-2"]);
    expect(overload?.suggestions[0]).toMatchObject({ kind: "shiftLine", effect: { before: 20, after: 0, worse: [] } });
    expect(overload?.suggestions[0]?.changes.map(({ amount, line }) => `${amount} ${line}`)).toEqual(["-40 A", "40 B"]);
  });

  it("tell what a way out makes worse elsewhere", () => {
    const narrow = {
      ...pumps,
      products: pumps.products.map((each) => ({ ...each, otherLines: [] })),
      lines: [{ line: "A", name: "", hoursPerWeek: 10, efficiency: 1 }],
    };
    const add = found(narrow)[0]?.suggestions.find(({ kind }) => kind === "add");
    expect(add?.effect.worse).toContainEqual({ kind: "overload", subject: "A", amount: 50, unit: "" });
  });

  it("find stock above the maximum cover, also of what nobody wants, and production to put off or cancel", () => {
    const data = planning(6, {
      products: [product("P", { maximumCover: 2 }), product("Q", { maximumCover: 4 })],
      stock: [stockOf(10), stockOf(500, "Q")],
      forecast: forecastOf([10, 10, 10, 10, 10, 10]),
      plan: planOf([60, 0, 0, 0, 0, 0]),
    });
    const [excess, dead] = found(data);
    expect(shape(excess as Imbalance)).toEqual({ kind: "excess", subject: "P", from: "2026-W48", to: "2026-W51", amount: 40 });
    expect(suggested(excess as Imbalance)).toEqual(["defer 40 -> 0", "cancel 40 -> 0"]);
    expect(shape(dead as Imbalance)).toEqual({ kind: "excess", subject: "Q", from: "2026-W48", to: "2026-W53", amount: 500 });
    expect(dead?.suggestions).toEqual([]);
  });

  it("count a shared component once, and give it to who needs it more", () => {
    const components = ["P", "Q"].map((code) => ({
      product: code,
      component: "K",
      name: "",
      unit: "kg",
      usage: 2,
      yield: 0.8,
      stock: 300,
    }));
    const data = planning(3, {
      stock: [stockOf(0), stockOf(500, "Q")],
      forecast: forecastOf([100, 0, 0]),
      plan: [...planOf([100, 0, 0]), ...planOf([100, 0, 0], "Q")],
      components,
      supply: [{ component: "K", expectedOn: week(2).start, quantity: 400, orderNo: "PO-1" }],
    });
    const [shortage] = found(data);
    expect(shape(shortage as Imbalance)).toEqual({
      kind: "componentShortage",
      subject: "K",
      from: "2026-W48",
      to: "2026-W49",
      amount: 200,
    });
    expect(
      shortage?.suggestions.map(({ kind, changes, effect }) => [
        kind,
        changes.map(({ product: of, amount }) => `${of} ${amount}`),
        effect.after,
      ]),
    ).toEqual([
      ["defer", ["Q -80", "Q 80"], 0],
      ["reallocate", ["Q -80"], 0],
    ]);
  });

  it("count all that is lost, where unmet demand is", () => {
    const data = planning(3, { rules: { unmet: "lost" }, forecast: forecastOf([10, 20, 0]), plan: planOf([0, 5, 0]) });
    expect(computeBalance(data).products[0]).toMatchObject({ lost: [10, 15, 0], closing: [0, 0, 0] });
    expect(found(data).map(shape)).toEqual([{ kind: "shortage", subject: "P", from: "2026-W48", to: "2026-W49", amount: 25 }]);
  });

  it("have the effect that the whole balance has with the change made", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyPlanning, (data) => {
        const prepared = prepare(data);
        for (const { kind, subject, from, to, suggestions } of findImbalances(studyOf(prepared)))
          for (const { changes, effect } of suggestions) {
            tried += 1;
            const after = balanceOf(withChanges(prepared, changes));
            const amounts = [
              ...after.products.flatMap(productAmounts),
              ...after.lines.map(lineAmounts),
              ...after.components.map(componentAmounts),
            ];
            const own = amounts.find((each) => each.kind === kind && each.subject === subject);
            const at = (key: string) => after.periods.findIndex((period) => period.key === key);
            expect(own && amountWithin(own, at(from), at(to) + 1)).toBeCloseTo(effect.after, 4);
            for (const worse of effect.worse)
              expect(amounts).toContainEqual(expect.objectContaining({ kind: worse.kind, subject: worse.subject }));
          }
      }),
      { numRuns: 60 },
    );
    expect(tried).toBeGreaterThan(20);
  });
});

describe("the key of an imbalance", () => {
  const data = planning(8, {
    stock: [stockOf(25)],
    forecast: forecastOf([10, 10, 10, 10, 10, 0, 0, 0]),
    plan: planOf([0, 0, 0, 0, 0, 25, 0, 0]),
  });
  const before = findGaps(computeBalance(data));

  it("is kind, subject and where it begins", () => {
    expect(before.map(({ key, from, to }) => [key, from, to])).toEqual([["shortage P 2026-W50", "2026-W50", "2026-W52"]]);
  });

  it("is kept when the range shifts by a week, when a week passes, and when it goes on right after", () => {
    const shifted = (from: string, to: string) => [{ ...(before[0] as Gap), key: "shortage P new", from, to }];
    for (const [from, to] of [
      ["2026-W51", "2026-W53"],
      ["2026-W49", "2026-W50"],
      ["2026-W53", "2027-W01"],
    ] as const)
      expect(keepKeys(shifted(from, to), before, data.periods)[0]?.key).toBe("shortage P 2026-W50");
    expect(keepKeys(shifted("2026-W52", "2026-W53"), before, data.periods.slice(4))[0]?.key).toBe("shortage P 2026-W50");
  });

  it("is another for another kind, another product, and what begins later", () => {
    const other = (change: Partial<Gap>) => keepKeys([{ ...(before[0] as Gap), key: "new", ...change }], before, data.periods)[0]?.key;
    expect(other({ kind: "excess" })).toBe("new");
    expect(other({ subject: "Q" })).toBe("new");
    expect(other({ from: "2027-W01", to: "2027-W02" })).toBe("new");
  });

  it("is given once where one splits in two, and never to something else", () => {
    const [first, second] = [
      { ...(before[0] as Gap), key: "shortage P 2026-W50", from: "2026-W50", to: "2026-W50" },
      { ...(before[0] as Gap), key: "shortage P 2026-W52", from: "2026-W52", to: "2026-W53" },
    ];
    expect(keepKeys([first, second], before, data.periods).map(({ key }) => key)).toEqual(["shortage P 2026-W50", "shortage P 2026-W52"]);
    const known = [{ ...second, key: "shortage P 2026-W50" }];
    expect(keepKeys([first, second], known, data.periods).map(({ key }) => key)).toEqual(["shortage P 2026-W50 2", "shortage P 2026-W50"]);
  });
});
