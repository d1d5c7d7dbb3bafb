import { balanceOf, prepare } from "../balance/compute-balance.ts";
import { exactSum } from "../balance/exact.ts";
import { findGaps } from "../balance/gaps.ts";
import type { ImbalanceKind } from "../balance/imbalance.ts";
import type { Solution } from "../balance/linear-program.ts";
import { planProgram } from "../balance/plan-program.ts";
import { planOf } from "../balance/plan-rounding.ts";
import type { PlanningData } from "../balance/planning-data.ts";
import { withChanges } from "../balance/with-changes.ts";
import type { PlanTarget } from "./plan-writes.ts";

/** How many imbalances of a kind there are, as the plan stands and with the proposal. */
export interface Outlook {
  readonly kind: ImbalanceKind;
  readonly before: number;
  readonly after: number;
}

export interface ProposedPlan {
  /** The figures of the plan that change, as the command `adopt-plan` takes them. */
  readonly plan: readonly PlanTarget[];
  /** Found by working the balance out again with them: lots, lines and components included. */
  readonly outlook: readonly Outlook[];
}

/** The plan that a solution of the data's program stands for, in whole lots; nothing to change where there is no solution. */
export function proposedPlan(data: PlanningData, solution: Solution): ProposedPlan {
  const prepared = prepare(data);
  const before = balanceOf(prepared);
  const made = planProgram(before);
  const changes = made && solution ? planOf(before, made.cells, solution) : [];
  const after = balanceOf(withChanges(prepared, changes));
  const stands = (product: string, line: string, period: string): number => {
    const at = before.periods.findIndex(({ key }) => key === period);
    const load = before.lines.find((each) => each.line === line)?.loads.find((each) => each.product === product);
    return load?.planned[at] ?? 0;
  };
  const [were, are] = [findGaps(before), findGaps(after)];
  const kinds = [...new Set([...were, ...are].map(({ kind }) => kind))];
  const count = (gaps: typeof were, kind: ImbalanceKind): number => gaps.filter((gap) => gap.kind === kind).length;
  return {
    plan: changes.map(({ product, period, line, amount }) => ({
      product,
      period,
      line,
      quantity: exactSum([stands(product, line, period), amount]),
    })),
    outlook: kinds.map((kind) => ({ kind, before: count(were, kind), after: count(are, kind) })),
  };
}
