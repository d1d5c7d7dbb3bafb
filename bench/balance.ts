import { computeBalance, dayOf, type PlanningData } from "../core/index.ts";
import { benchmark } from "./benchmark.ts";

const PRODUCTS = 10_000;
const WEEKS = 52;
const ORDERS = 200_000;
const LINES = 40;
const COMPONENTS = 500;
const MONDAY = dayOf(2026, 11, 23) ?? 0;

/** The largest factory promised: every product has a forecast and a plan in each week. */
export const balance = benchmark({
  name: `Balance of ${PRODUCTS} products × ${WEEKS} weeks with ${ORDERS} orders`,
  prepare: factory,
  run: computeBalance,
  promised: { milliseconds: 1000, megabytes: 300 },
});

function factory(): PlanningData {
  const next = sequence();
  const codes = Array.from({ length: PRODUCTS }, (_, index) => `P-${String(index).padStart(5, "0")}`);
  const lines = Array.from({ length: LINES }, (_, index) => `L${index}`);
  const periods = Array.from({ length: WEEKS }, (_, index) => {
    const start = MONDAY + index * 7;
    return { key: `week ${index}`, kind: "week" as const, start, end: start + 6 };
  });
  const pick = <T>(list: readonly T[]) => list[next(list.length)] as T;
  return {
    periods,
    rules: { current: "week 0", backward: 2, forward: 1, fence: 0, unmet: "backlog", lateness: 0 },
    products: codes.map((code, index) => ({
      code,
      name: code,
      family: `F${index % 50}`,
      unit: "pcs",
      safetyStock: next(200),
      safetyDays: index % 3 === 0 ? 5 : null,
      minimumLot: 50,
      lotMultiple: 10,
      maximumLot: null,
      maximumCover: 6,
      line: pick(lines),
      hoursPerUnit: 0.05,
      otherLines: [pick(lines)],
    })),
    forecast: codes.flatMap((product) => periods.map((period) => ({ product, period, quantity: next(300) }))),
    orders: Array.from({ length: ORDERS }, (_, index) => ({
      no: `SO-${index}`,
      line: 10,
      customer: `C${next(500)}`,
      product: pick(codes),
      ordered: next(400),
      shipped: next(3) === 0 ? next(100) : null,
      due: MONDAY - 20 + next(WEEKS * 7),
      priority: 1 + next(3),
      closed: next(20) === 0,
    })),
    plan: codes.flatMap((product) => periods.map((period) => ({ product, period, line: "", planned: next(320), actual: null }))),
    stock: codes.map((product) => ({ product, usable: next(900), asOf: MONDAY - 1 })),
    lines: lines.map((line) => ({ line, name: line, hoursPerWeek: 2000, efficiency: 0.9 })),
    capacity: [],
    components: codes.map((product) => ({
      product,
      component: `K-${next(COMPONENTS)}`,
      name: "",
      unit: "kg",
      usage: 0.25,
      yield: 0.98,
      stock: 50_000,
    })),
    supply: [],
  };
}

/** Numbers that are the same in every run. Source: Park and Miller's minimal standard generator. */
function sequence(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
