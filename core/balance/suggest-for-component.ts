import type { Gap } from "./imbalance.ts";
import type { PlanChange } from "./plan-change.ts";
import { placeOf, type Study, unitsOf } from "./study.ts";
import { moved } from "./suggest-for-product.ts";
import type { Draft } from "./suggestions.ts";

/** The products that share the component wait until there is enough of it, those with most stock above their safety stock first. */
export function defersProduction(study: Study, gap: Gap): Draft | null {
  const later = placeOf(study, gap.to) + 1;
  if (later >= study.periods.length) return null;
  return { kind: "defer", changes: relieved(study, gap, later), orders: [] };
}

/** The component goes to those who need it more: less is made of what has most stock above its safety stock. Where one product alone takes it, that is made less. */
export function reallocates(study: Study, gap: Gap): Draft | null {
  const shared = (study.components.get(gap.subject)?.needs.length ?? 0) > 1;
  return { kind: shared ? "reallocate" : "cancel", changes: relieved(study, gap, null), orders: [] };
}

function relieved(study: Study, gap: Gap, later: number | null): PlanChange[] {
  const amounts = gap.periods.map(({ amount }) => amount);
  const worst = placeOf(study, gap.from) + amounts.indexOf(Math.max(...amounts));
  const periods = Array.from({ length: worst + 1 }, (_, back) => worst - back);
  const slack = (code: string) => study.products.get(code)?.gap[worst] ?? 0;
  const needs = [...(study.components.get(gap.subject)?.needs ?? [])].sort((a, b) => slack(b.product) - slack(a.product));
  let rest = gap.amount;
  return needs.flatMap(({ product, each }) => {
    const units = unitsOf(study, product);
    if (!units || each <= 0 || rest <= 0) return [];
    const changes = moved(study, units, Math.ceil((rest / each) * units.scale), periods, () => later);
    for (const { amount } of changes) if (amount < 0) rest += amount * each;
    return changes;
  });
}
