import { FreeHours, wholeLots } from "./free-hours.ts";
import type { Gap } from "./imbalance.ts";
import { HOUR_SCALE } from "./line-load.ts";
import type { PlanChange } from "./plan-change.ts";
import type { ProductUnits } from "./product-units.ts";
import { placeOf, type Study, unitsOf } from "./study.ts";
import { planChange } from "./suggest-for-product.ts";
import type { Draft } from "./suggestions.ts";

/** Where a product's work could go instead. */
interface Elsewhere {
  readonly line: string;
  readonly period: number;
}

/** Hours above those available go to another line that makes the product, in the same period, as far as it has room. */
export function shiftsLine(study: Study, gap: Gap): Draft {
  const elsewhere = ({ product }: ProductUnits, period: number) =>
    [product.line, ...product.otherLines].filter((line) => line !== gap.subject && line !== "").map((line) => ({ line, period }));
  return { kind: "shiftLine", changes: relieved(study, gap, elsewhere), orders: [] };
}

/** They go to an earlier or later period on the same line, the nearest with room. Later goes first what can best wait. */
export function movesInTime(kind: "expedite" | "defer"): (study: Study, gap: Gap) => Draft {
  return (study, gap) => {
    const step = kind === "expedite" ? -1 : 1;
    const elsewhere = (_: ProductUnits, period: number) => {
      const places: Elsewhere[] = [];
      for (let other = period + step; other >= 0 && other < study.periods.length; other += step)
        places.push({ line: gap.subject, period: other });
      return places;
    };
    return { kind, changes: relieved(study, gap, elsewhere, kind === "defer"), orders: [] };
  };
}

function relieved(
  study: Study,
  gap: Gap,
  elsewhere: (units: ProductUnits, period: number) => readonly Elsewhere[],
  slackFirst = false,
): PlanChange[] {
  const hours = new FreeHours(study);
  return gap.periods.flatMap(({ period: key, amount }) => {
    const period = placeOf(study, key);
    const changes: PlanChange[] = [];
    let rest = Math.round(amount * HOUR_SCALE);
    for (const units of madeOn(study, gap.subject, period, slackFirst)) {
      const each = ((units.product.hoursPerUnit ?? 0) * HOUR_SCALE) / units.scale;
      let planned = units.byLine.find(({ line }) => line === gap.subject)?.planned[period] ?? 0;
      for (const place of elsewhere(units, period)) {
        if (rest <= 0 || each <= 0) break;
        const most = Math.min(planned, hours.room(units, place.line, place.period));
        const quantity = wholeLots(Math.ceil(rest / each), most, units.lots.multiple);
        if (quantity <= 0) continue;
        hours.take(units, place.line, place.period, quantity);
        changes.push(
          planChange(study, units, period, -quantity, gap.subject),
          planChange(study, units, place.period, quantity, place.line),
        );
        planned -= quantity;
        rest -= Math.round(quantity * each);
      }
    }
    return changes;
  });
}

/** The products made on a line in a period: those that take most hours first, or those with most stock above their safety stock. */
function madeOn(study: Study, line: string, period: number, slackFirst: boolean): ProductUnits[] {
  const loads = (study.lines.get(line)?.loads ?? []).filter(({ hours }) => (hours[period] ?? 0) > 0);
  const slack = (code: string) => study.products.get(code)?.gap[period] ?? 0;
  return [...loads]
    .sort((a, b) => (slackFirst ? slack(b.product) - slack(a.product) : (b.hours[period] ?? 0) - (a.hours[period] ?? 0)))
    .flatMap(({ product }) => unitsOf(study, product) ?? []);
}
