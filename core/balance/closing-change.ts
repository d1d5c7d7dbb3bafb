import type { Baseline } from "./baseline.ts";
import type { Comparison, PeriodChange } from "./compare-baseline.ts";

/**
 * What became of the closing stock that an imbalance of a product was about, and of what causes: in the period in which it was
 * worst then, of those that both have. Null where it was about a line or a component, or its periods are over.
 */
export function closingChange({ products }: Comparison, { imbalances }: Baseline, key: string): PeriodChange | null {
  const decided = imbalances.find((each) => each.key === key);
  const periods = products.find(({ product }) => product === decided?.subject)?.periods ?? [];
  if (!decided || decided.kind === "overload" || decided.kind === "componentShortage") return null;
  const last = periods.findIndex(({ period }) => period === decided.to);
  const first = Math.max(
    0,
    periods.findIndex(({ period }) => period === decided.from),
  );
  const sign = decided.kind === "excess" ? -1 : 1;
  return periods
    .slice(first, last < 0 ? periods.length : last + 1)
    .reduce<PeriodChange | null>((worst, each) => (worst === null || sign * each.before < sign * worst.before ? each : worst), null);
}
