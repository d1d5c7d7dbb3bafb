import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AllocationTask, proposeAllocation } from "../../../core/balance/allocation.ts";

const ask = (id: string, asked: number, priority: number | null = 1, due = 0) => ({ id, asked, priority, due });
const quantities = (task: Partial<AllocationTask> & Pick<AllocationTask, "available" | "requests">) =>
  proposeAllocation({ lot: 0, within: "share", ...task }).given.map(({ quantity }) => quantity);

describe("sharing out what is not enough", () => {
  it("gives 1,500 and 500 of 2,000 to those who ask three to one", () => {
    expect(quantities({ available: 2000, requests: [ask("a", 3000), ask("b", 1000)] })).toEqual([1500, 500]);
  });

  it("serves priorities one after the other, those without one last", () => {
    expect(quantities({ available: 100, requests: [ask("a", 50, null), ask("b", 80, 2), ask("c", 60, 1)] })).toEqual([0, 40, 60]);
  });

  it("serves those due first, where that is the rule within a priority", () => {
    expect(quantities({ available: 70, within: "due", requests: [ask("a", 50, 1, 9), ask("b", 50, 1, 3)] })).toEqual([20, 50]);
  });

  it("keeps whole lots, and gives what is over to who lost most by them", () => {
    expect(quantities({ available: 100, lot: 12, requests: [ask("a", 96), ask("b", 48), ask("c", 48)] })).toEqual([48, 24, 24]);
    expect(proposeAllocation({ available: 100, lot: 12, within: "share", requests: [ask("a", 96), ask("b", 96)] }).left).toBe(4);
  });

  it("never gives more than there is or was asked, nor leaves what somebody could have", () => {
    const request = fc.record({
      id: fc.string(),
      asked: fc.nat(9000).map((tenths) => tenths / 10),
      priority: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      due: fc.nat(9),
    });
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.constantFrom("share" as const, "due" as const),
        fc.uniqueArray(request, { selector: ({ id }) => id }),
        (available, within, requests) => {
          const { given, left } = proposeAllocation({ available, lot: 0, within, requests });
          const total = given.reduce((sum, { quantity }) => sum + Math.round(quantity * 10), Math.round(left * 10));
          expect(total).toBe(available * 10);
          for (const { quantity, short } of given) {
            expect(quantity).toBeGreaterThanOrEqual(0);
            expect(short).toBeGreaterThanOrEqual(0);
            if (left > 0.1 * requests.length) expect(short).toBe(0);
          }
        },
      ),
    );
  });
});
