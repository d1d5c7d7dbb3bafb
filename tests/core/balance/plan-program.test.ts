import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Balance } from "../../../core/balance/balance.ts";
import { balanceOf, computeBalance, prepare } from "../../../core/balance/compute-balance.ts";
import type { PlanChange } from "../../../core/balance/plan-change.ts";
import { planProgram } from "../../../core/balance/plan-program.ts";
import { planOf as roundedPlan } from "../../../core/balance/plan-rounding.ts";
import type { PlanningData } from "../../../core/balance/planning-data.ts";
import { withChanges } from "../../../core/balance/with-changes.ts";
import { solveHere } from "../../../pane/solver/solve.ts";
import { anyPlanning } from "./any-planning.ts";
import { forecastOf, planning, planOf, product, stockOf } from "./planning.ts";

async function optimised(data: PlanningData): Promise<{ changes: PlanChange[]; before: Balance; after: Balance }> {
  const before = computeBalance(data);
  const program = planProgram(before);
  if (!program) return { changes: [], before, after: before };
  const solution = await solveHere(program.program);
  expect(solution, "every program has a solution: whatever cannot be made is owed").not.toBeNull();
  const changes = roundedPlan(before, program.cells, solution ?? []);
  return { changes, before, after: balanceOf(withChanges(prepare(data), changes)) };
}

const owed = ({ products }: Balance) => products.flatMap(({ closing }) => closing).reduce((sum, each) => sum + Math.max(0, -each), 0);
const line = (hoursPerWeek: number, name = "A") => ({ line: name, name: "", hoursPerWeek, efficiency: null });

describe("the plan that a linear program proposes", () => {
  it("makes ahead what one week cannot make", async () => {
    const data = planning(3, {
      products: [product("P", { line: "A", hoursPerUnit: 1 })],
      lines: [line(40)],
      forecast: forecastOf([0, 0, 60]),
      stock: [stockOf(0)],
      plan: planOf([0, 0, 60]),
    });
    const { changes, before, after } = await optimised(data);
    expect(before.lines[0]?.over).toEqual([0, 0, 20]);
    expect(after.lines[0]?.over).toEqual([0, 0, 0]);
    expect(owed(after)).toBe(0);
    expect(changes.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });

  it("goes to another line that can make it, in whole lots of at least the minimum", async () => {
    const data = planning(2, {
      products: [product("P", { line: "A", otherLines: ["B"], hoursPerUnit: 1, minimumLot: 20, lotMultiple: 15 })],
      lines: [line(30), line(100, "B")],
      forecast: forecastOf([70, 0]),
      stock: [stockOf(0)],
    });
    const { changes, after } = await optimised(data);
    expect(owed(after)).toBe(0);
    expect(after.lines.map(({ over }) => over)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    for (const { amount } of changes) expect(amount % 15 === 0 && amount >= 30, `${amount}`).toBe(true);
    expect(new Set(changes.map((change) => change.line))).toEqual(new Set(["A", "B"]));
  });

  it("leaves a plan alone that meets everything, odd lots and all", async () => {
    const data = planning(3, {
      products: [product("P", { line: "A", hoursPerUnit: 0.1, lotMultiple: 50 })],
      lines: [line(40)],
      forecast: forecastOf([33, 41, 17]),
      stock: [stockOf(0)],
      plan: planOf([33, 41, 17]),
    });
    expect((await optimised(data)).changes).toEqual([]);
  });

  it("gives the hours first to what keeps its figure, so that lots rounded up beside it load no line above them", async () => {
    const data = planning(1, {
      products: [
        product("P", { line: "A", hoursPerUnit: 1, lotMultiple: 30 }),
        product("Q", { line: "A", hoursPerUnit: 1, safetyStock: 1 }),
      ],
      lines: [line(40)],
      forecast: [...forecastOf([5], "P"), ...forecastOf([30], "Q")],
      stock: [stockOf(0, "P"), stockOf(1, "Q")],
      plan: planOf([30], "Q"),
    });
    const { after } = await optimised(data);
    expect(after.lines[0]?.over).toEqual([0]);
  });

  it("keeps the plan of a product whose hours nobody knows", async () => {
    const data = planning(1, { products: [product("P", { line: "A" })], lines: [line(40)], forecast: forecastOf([50]) });
    expect(planProgram(computeBalance(data))).toBeNull();
  });

  it("never loads a line above its hours, or further where it was above them", async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanning, async (data) => {
        const { before, after } = await optimised(data);
        for (const [index, each] of after.lines.entries()) {
          const was = before.lines.find((other) => other.line === each.line) ?? before.lines[index];
          each.over.forEach((over, period) => {
            expect(over).toBeLessThanOrEqual((was?.over[period] ?? 0) + 1e-6);
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
