import type { Day } from "../base/plain-date.ts";
import { commonScale, inUnits } from "./exact.ts";
import { byCode } from "./product-codes.ts";

/** One who asks for some of what is not enough for all. */
export interface AllocationRequest {
  /** Of the order, customer or product that asks; one of a kind. */
  readonly id: string;
  readonly asked: number;
  /** 1 comes first; null comes last. */
  readonly priority: number | null;
  readonly due: Day;
}

/** What there is to give, and the rule. */
export interface AllocationTask {
  readonly available: number;
  /** Given in whole multiples, but for what fills a request up; 0 for any amount. */
  readonly lot: number;
  /** Within a priority: all the same share of what they asked, or those due first. */
  readonly within: "share" | "due";
  readonly requests: readonly AllocationRequest[];
}

/** A proposal; whatever made it, people decide. */
export interface AllocationProposal {
  /** In the order of the requests. */
  readonly given: readonly { readonly id: string; readonly quantity: number; readonly short: number }[];
  /** What nobody gets. */
  readonly left: number;
}

/**
 * Shares out what is not enough (分配): by priority, and within a priority by fair share, each getting the same part of what it
 * asked, in whole lots; what rounding leaves over goes to those who lost most by it, then to those due first.
 * @example proposeAllocation({ available: 2000, lot: 0, within: "share", requests: threeToOne }).given // 1500 and 500
 */
export function proposeAllocation({ available, lot, within, requests }: AllocationTask): AllocationProposal {
  const scale = commonScale(
    [available, lot],
    requests.map(({ asked }) => asked),
  );
  const asks = requests.map((request) => ({ ...request, units: Math.max(0, inUnits(request.asked, scale)) }));
  const given = new Map<string, number>();
  let left = Math.max(0, inUnits(available, scale));
  for (const tier of tiersOf(asks)) {
    const shares = within === "due" ? inTurn(tier, left) : fairly(tier, left, inUnits(lot, scale));
    for (const [id, units] of shares) {
      given.set(id, units);
      left -= units;
    }
  }
  const rows = asks.map(({ id, units }) => ({ id, quantity: (given.get(id) ?? 0) / scale, short: (units - (given.get(id) ?? 0)) / scale }));
  return { given: rows, left: left / scale };
}

type Ask = AllocationRequest & { readonly units: number };

function tiersOf(asks: readonly Ask[]): Ask[][] {
  const tiers = new Map<number, Ask[]>();
  for (const ask of asks) {
    const priority = ask.priority ?? Number.POSITIVE_INFINITY;
    tiers.set(priority, [...(tiers.get(priority) ?? []), ask]);
  }
  return [...tiers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tier]) => [...tier].sort(dueFirst));
}

function dueFirst(a: Ask, b: Ask): number {
  return a.due - b.due || byCode(a.id, b.id);
}

function inTurn(tier: readonly Ask[], available: number): Map<string, number> {
  let left = available;
  return new Map(
    tier.map(({ id, units }) => {
      const share = Math.min(units, left);
      left -= share;
      return [id, share];
    }),
  );
}

function fairly(tier: readonly Ask[], available: number, lot: number): Map<string, number> {
  const total = tier.reduce((sum, { units }) => sum + units, 0);
  if (total <= available) return new Map(tier.map(({ id, units }) => [id, units]));
  const step = Math.max(1, lot);
  const shares = new Map(tier.map(({ id, units }) => [id, Math.floor((available * (units / total)) / step) * step]));
  let left = available - [...shares.values()].reduce((sum, units) => sum + units, 0);
  const shareOf = (id: string) => shares.get(id) ?? 0;
  const lost = ({ id, units }: Ask) => available * (units / total) - shareOf(id);
  for (const ask of [...tier].sort((a, b) => lost(b) - lost(a) || dueFirst(a, b))) {
    const more = Math.min(step, ask.units - shareOf(ask.id));
    if (more > left) continue;
    shares.set(ask.id, shareOf(ask.id) + more);
    left -= more;
  }
  return shares;
}
