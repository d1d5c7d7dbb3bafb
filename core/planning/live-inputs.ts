import type { ProductBalance } from "../balance/balance.ts";
import type { PlanningData, Span } from "../balance/planning-data.ts";
import type { Day } from "../base/plain-date.ts";
import type { Period } from "../calendar/period.ts";
import { type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import { LiveSums } from "./live-sums.ts";
import type { Inputs } from "./product-rows.ts";
import type { Planning, PlanningTableId } from "./read-planning.ts";

/** Formulas over the planning tables of a workbook. */
export class LiveInputs {
  private readonly sums = new Map<PlanningTableId, LiveSums>();
  /** Until when each product's stock was counted. */
  private readonly counted = new Map<string, Day>();
  private readonly periods: readonly Period[];

  constructor(snapshot: Snapshot, planning: Planning, size: { readonly products: number; readonly spare: number }) {
    const { data, sources, scales } = planning;
    this.periods = periodsFrom(data);
    const perPeriod = size.products * this.periods.length;
    const open = (id: PlanningTableId, by: string, formulas: number): void => {
      const table = tableIn(snapshot, id) as TableData | undefined;
      if (table)
        this.sums.set(id, new LiveSums(table, sources[id], { by, spare: size.spare, formulas, scaleOf: (field) => scales.of(id, field) }));
    };
    open("products", "product", size.products);
    open("forecast", "product", perPeriod);
    open("productionPlan", "product", perPeriod);
    open("stock", "product", size.products);
    open("capacity", "line", data.lines.length * this.periods.length);
    open("supply", "component", 0);
    const end = this.periods[0]?.end ?? 0;
    for (const { product, asOf } of data.stock) {
      if (asOf === null) continue;
      this.counted.set(product, Math.max(this.counted.get(product) ?? asOf, Math.min(asOf, end)));
    }
  }

  of(id: PlanningTableId): LiveSums | undefined {
    return this.sums.get(id);
  }

  for({ product: { code, safetyStock }, decimals }: ProductBalance): Inputs {
    const at = (period: number): Period => this.periods[period] ?? { key: "", kind: "week", start: 0, end: -1 };
    const products = this.sums.get("products");
    return {
      opening: this.opening(code, decimals),
      safety: products?.has("safetyStock") && (safetyStock ?? 0) >= 0 ? products.sum(code, "safetyStock", decimals) : null,
      forecast: (period) => this.sums.get("forecast")?.inPeriod(code, "quantity", at(period), decimals) ?? "0",
      production: (period) => this.production(code, at(period), decimals),
    };
  }

  /** Whether some of what is planned in the period may have come in already, so that less than the plan still comes. */
  isPartlyReceived(code: string, period: Period): boolean {
    const spans = this.sums.get("productionPlan")?.spansOf(code, period) ?? [];
    return spans.some((span) => span.start <= period.end && period.start <= span.end && this.firstDay(code, span) !== null);
  }

  private opening(code: string, decimals: number): string | null {
    const stock = this.sums.get("stock");
    if (!stock) return null;
    if (!stock.has("usable")) return stock.sum(code, "onHand", decimals);
    return stock.has("onHand")
      ? `${stock.sum(code, "usable", decimals)}+${stock.sumWhereBlank(code, "onHand", "usable", decimals)}`
      : stock.sum(code, "usable", decimals);
  }

  private production(code: string, period: Period, decimals: number): string {
    const plan = this.sums.get("productionPlan");
    if (!plan) return "0";
    return plan.rest(code, "planned", "actual", period, (span) => this.firstDay(code, span), decimals);
  }

  /** Of a plan's span within which the stock was counted, the first day on which it may still come in; null for every other. */
  private firstDay(code: string, span: Span): Day | null {
    const [current] = this.periods;
    if (!current || span.end < current.start) return null;
    const asOf = this.counted.get(code) ?? null;
    const isCounted = asOf === null ? span.start <= current.end : span.start <= asOf && asOf <= span.end;
    return isCounted ? Math.min(span.end, Math.max(span.start, current.start, asOf === null ? 0 : asOf + 1)) : null;
  }
}

/** The periods that are balanced: from the current one on. */
function periodsFrom({ periods, rules }: PlanningData): readonly Period[] {
  const current = periods.findIndex(({ key }) => key === rules.current);
  return periods.slice(Math.max(0, current));
}
