import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey, type DeliveryState, planDelivery, type Recipient } from "../../core/index.ts";

const person = (name: string): Recipient => ({ name, email: `${name}@factory.example` });
const none = new Map<string, DeliveryState>();
const names = (list: readonly Recipient[]): string[] => list.map(({ name }) => name);

const crowd = fc.record({
  to: fc.array(
    fc.record({ name: fc.string({ maxLength: 3 }), email: fc.constantFrom("a@x.cn", "A@X.cn", "b@x.cn", "c@x.cn", "none", "") }),
  ),
  cc: fc.array(fc.record({ name: fc.string({ maxLength: 3 }), email: fc.constantFrom("b@x.cn", "d@x.cn", "@", "e@x.cn") })),
});
const notes = fc
  .array(fc.tuple(fc.constantFrom("a@x.cn", "b@x.cn", "d@x.cn"), fc.constantFrom<DeliveryState>("begun", "sent", "waiting", "failed")))
  .map((entries) => new Map<string, DeliveryState>(entries));

describe("who gets a mail", () => {
  it("is everybody with an address, each once and no more than the day allows", () => {
    fc.assert(
      fc.property(crowd, notes, fc.integer({ min: 0, max: 6 }), fc.boolean(), ({ to, cc }, known, quota, again) => {
        const { now, later, alreadySent, unsure, unreachable } = planDelivery({ to, cc }, known, quota, again);
        const reached = [...now, ...later, ...alreadySent, ...unsure].map(addressKey);
        expect(new Set(reached).size).toBe(reached.length);
        const wanted = [...to, ...cc].filter(({ email }) => /\w@x/i.test(email)).map(addressKey);
        expect(new Set(reached)).toEqual(new Set(wanted));
        expect(unreachable.length).toBe(to.length + cc.length - wanted.length);
        expect(now.length).toBe(Math.min(quota, now.length + later.length));
        if (!again) expect(now.filter((each) => /sent|begun/.test(known.get(addressKey(each)) ?? ""))).toEqual([]);
      }),
    );
  });

  it("is nobody again, and whoever waited or was refused", () => {
    const known = new Map<string, DeliveryState>([
      ["li@factory.example", "sent"],
      ["wang@factory.example", "waiting"],
      ["zhao@factory.example", "failed"],
      ["sun@factory.example", "begun"],
    ]);
    const people = { to: ["li", "wang", "zhao", "sun"].map(person), cc: [] };
    const plan = planDelivery(people, known, 10, false);
    expect(names(plan.now)).toEqual(["wang", "zhao"]);
    expect(names(plan.alreadySent)).toEqual(["li"]);
    expect(names(plan.unsure)).toEqual(["sun"]);
    expect(names(planDelivery(people, known, 10, true).now)).toEqual(["li", "wang", "zhao", "sun"]);
  });

  it("is who can still be written to today, those it is meant for before those in copy", () => {
    const plan = planDelivery({ to: [person("li"), person("wang")], cc: [person("boss")] }, none, 2, false);
    expect([names(plan.now), names(plan.later)]).toEqual([["li", "wang"], ["boss"]]);
    expect(plan.later[0]?.isCopied).toBe(true);
  });
});
