import type { Code } from "../tables/choices.ts";
import type { Baseline, BaselineProduct } from "./baseline.ts";
import { prepare } from "./compute-balance.ts";
import { exactSum } from "./exact.ts";
import { findGaps } from "./gaps.ts";
import type { Gap } from "./imbalance.ts";
import { keepKeys } from "./imbalance-keys.ts";
import type { PlanChange } from "./plan-change.ts";
import type { PlanningData } from "./planning-data.ts";
import type { Study } from "./study.ts";

export type Verdict = Code<"effectVerdict">;

/** What became of a resolution by the next meeting. */
export interface EffectReview {
  readonly verdict: Verdict;
  /** Amount of the imbalance when it was decided, and now; 0 where it is gone. */
  readonly before: number;
  readonly after: number;
  /** How much of each expected change is in the tables now; null where its product or period is in no table any more. */
  readonly done: readonly { readonly change: PlanChange; readonly done: number | null }[];
  /** Where it went, if it moved. */
  readonly movedTo: Gap | null;
  /** How much demand of the product grew in the periods from now to the imbalance's end. */
  readonly demandGrew: number;
}

/** Carried out where this share of what was expected is there. */
const CARRIED_OUT = 0.9;

/**
 * The verdict on a resolution's expected changes. Gone is fixed, unless the same trouble came up elsewhere, or a line or component
 * it leaned on is now short: then it moved. Smaller is reduced. As large as before: not executed, or executed while demand grew,
 * or executed without effect.
 * @param key the imbalance the resolution was about, as the baseline has it; none where it was about no imbalance
 */
export function reviewEffect(study: Study, baseline: Baseline, key: string, changes: readonly PlanChange[]): EffectReview {
  const decided = baseline.imbalances.find((each) => each.key === key);
  const now = keepKeys(findGaps(study.balance), baseline.imbalances, study.prepared.data.periods);
  const after = now.find((gap) => gap.key === key)?.amount ?? 0;
  const before = decided?.amount ?? 0;
  const known = new Set(baseline.imbalances.map((each) => each.key));
  const movedTo = (decided && after === 0 && now.find((gap) => !known.has(gap.key) && isRelated(study, gap, decided, changes))) || null;
  const done = doneOf(study.prepared.data, baseline, changes);
  const demandGrew = demandGrowth(study, baseline, decided?.to ?? "", changes);
  const review = { before, after, done, movedTo, demandGrew };
  if (decided && after === 0) return { verdict: movedTo ? "moved" : "fixed", ...review };
  if (decided && after < before) return { verdict: "reduced", ...review };
  if (shareDone(done) < CARRIED_OUT) return { verdict: "notExecuted", ...review };
  if (!decided) return { verdict: "fixed", ...review };
  return { verdict: demandGrew > 0 ? "demandChanged" : "noEffect", ...review };
}

/** The same trouble at another time, or that of a line or component which the changes lean on. */
function isRelated(study: Study, gap: Gap, decided: Pick<Gap, "kind" | "subject">, changes: readonly PlanChange[]): boolean {
  if (gap.kind === decided.kind && gap.subject === decided.subject) return true;
  const more = changes.filter(({ what, amount }) => what === "plan" && amount > 0);
  if (gap.kind === "overload") return more.some(({ product, line }) => gap.subject === (line || study.products.get(product)?.product.line));
  if (gap.kind === "componentShortage")
    return more.some(({ product }) => study.componentsOf.get(product)?.some((each) => each.component === gap.subject));
  return gap.kind === "shortage" && changes.some(({ product, amount }) => product === gap.subject && amount < 0);
}

/** Looks at the tables as they are now, from the baseline's first period on. */
function doneOf(data: PlanningData, baseline: Baseline, changes: readonly PlanChange[]): EffectReview["done"] {
  const products = new Set(changes.map(({ product }) => product));
  const ours = <T extends { readonly product: string }>(rows: readonly T[]) => rows.filter(({ product }) => products.has(product));
  const { horizon, codes, units } = prepare({
    ...data,
    rules: { ...data.rules, current: baseline.periods[0] ?? "" },
    products: data.products.filter(({ code }) => products.has(code)),
    forecast: ours(data.forecast),
    orders: ours(data.orders),
    plan: ours(data.plan),
    stock: [],
  });
  return changes.map((change) => {
    const then = baseline.products.find(({ product }) => product === change.product);
    const now = units[codes.indexOf.get(change.product) ?? -1];
    const [place, placeThen] = [horizon.periods.findIndex(({ key }) => key === change.period), baseline.periods.indexOf(change.period)];
    if (!then || !now || place < 0 || placeThen < 0) return { change, done: null };
    const figure = ({ plan: "planned", forecast: "forecast", order: "ordered" } as const)[change.what];
    return { change, done: exactSum([(now[figure][place] ?? 0) / now.scale, -(then[figure][placeThen] ?? 0)]) };
  });
}

/** Of all that was expected, the share that is there; more than expected counts as expected. 1 where nothing can be told. */
function shareDone(done: EffectReview["done"]): number {
  let expected = 0;
  let there = 0;
  for (const { change, done: amount } of done) {
    if (amount === null) continue;
    expected += Math.abs(change.amount);
    there += Math.min(Math.abs(change.amount), Math.max(0, amount * Math.sign(change.amount)));
  }
  return expected > 0 ? there / expected : 1;
}

function demandGrowth(study: Study, baseline: Baseline, to: string, changes: readonly PlanChange[]): number {
  const from = baseline.periods.indexOf(study.periods[0]?.key ?? "");
  const last = baseline.periods.indexOf(to);
  if (from < 0 || last < from) return 0;
  const grown = [...new Set(changes.map(({ product }) => product))].map((product) => {
    const before: BaselineProduct | undefined = baseline.products.find((each) => each.product === product);
    const now = study.products.get(product);
    if (!before || !now) return 0;
    return exactSum([...now.demand.slice(0, last - from + 1), ...before.demand.slice(from, last + 1).map((quantity) => -quantity)]);
  });
  return exactSum(grown);
}
