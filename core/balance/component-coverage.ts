import type { ComponentCoverage } from "./balance.ts";
import { decimalsWithin, fromUnits, inUnits, scaleOf } from "./exact.ts";
import type { Horizon } from "./horizon.ts";
import type { ComponentRow, PlanningData } from "./planning-data.ts";
import { byCode } from "./product-codes.ts";
import type { ProductUnits } from "./product-units.ts";
import type { Report } from "./report.ts";

/** What comes out of a division by a yield is kept to a millionth. */
const DECIMALS = 6;

interface Use {
  readonly of: ProductUnits;
  /** Component in one product, waste included. */
  readonly each: number;
}

/**
 * Component coverage (物料保障): stock and supply against what all products that share the component take of it, together and
 * cumulatively, so that no two plans count on the same piece. Supply dated before the current period is not counted: it is in
 * the stock by now, or needs a new date.
 *
 * Source: ERPNext issue 5274, where two plans each saw the whole stock.
 */
export function componentCoverages(
  data: PlanningData,
  products: readonly ProductUnits[],
  codes: ReadonlyMap<string, number>,
  horizon: Horizon,
  report: Report,
): ComponentCoverage[] {
  const rows = new Map<string, { readonly row: number; readonly of: ComponentRow }[]>();
  for (const [row, of] of data.components.entries()) {
    const known = rows.get(of.component);
    if (known) known.push({ row, of });
    else rows.set(of.component, [{ row, of }]);
  }
  const supply = supplyByComponent(data, horizon, report);
  return [...new Set([...rows.keys(), ...supply.keys()])].sort(byCode).map((component) => {
    const list = rows.get(component) ?? [];
    const uses = usesOf(list, products, codes, report);
    return coverage(component, list[0]?.of, stockOf(list, report), supply.get(component), uses, horizon);
  });
}

/** What one unit of a product takes. */
function eachTakes(usage: number, goodShare: number | null): number {
  return usage / (goodShare !== null && goodShare > 0 && goodShare <= 1 ? goodShare : 1);
}

/** The component that so many units of a product take, on a scale of its own; rounded product by product, so that it adds up in any order. */
function neededUnits(units: number, productScale: number, each: number, scale: number): number {
  return Math.round((units / productScale) * each * scale);
}

function usesOf(
  rows: readonly { readonly row: number; readonly of: ComponentRow }[],
  products: readonly ProductUnits[],
  codes: ReadonlyMap<string, number>,
  report: Report,
): Use[] {
  const uses = new Map<number, number>();
  for (const { row, of } of rows) {
    const { component, product, usage, yield: goodShare } = of;
    if (!Number.isFinite(usage) || usage < 0) {
      report("error", "balance-usage-not-a-number", { component, product, value: String(usage) }, "components", row);
      continue;
    }
    if (goodShare !== null && !(goodShare > 0 && goodShare <= 1))
      report("warning", "balance-yield-out-of-range", { component, product, value: goodShare }, "components", row);
    const index = codes.get(product);
    if (index !== undefined) uses.set(index, (uses.get(index) ?? 0) + eachTakes(usage, goodShare));
  }
  return [...uses]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, each]) => {
      const of = products[index];
      return of ? [{ of, each }] : [];
    });
}

/** Said on one row or on each; where rows differ the smallest counts, which hides no shortage. */
function stockOf(rows: readonly { readonly row: number; readonly of: ComponentRow }[], report: Report): number {
  const said = rows.filter(({ of }) => of.stock !== null && Number.isFinite(of.stock));
  if (said.length === 0) return 0;
  const least = Math.min(...said.map(({ of }) => of.stock ?? 0));
  const other = said.find(({ of }) => of.stock !== least);
  if (other) report("warning", "balance-component-stock-differs", { component: other.of.component, stock: least }, "components", other.row);
  return least;
}

function supplyByComponent({ supply }: PlanningData, horizon: Horizon, report: Report): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [row, { component, expectedOn, quantity, orderNo }] of supply.entries()) {
    if (!Number.isFinite(quantity) || quantity < 0) {
      report("error", "balance-supply-not-a-quantity", { component, value: String(quantity) }, "supply", row);
      continue;
    }
    const at = horizon.indexOf(expectedOn);
    if (at < 0) report("warning", "balance-supply-late", { component, order: orderNo, quantity }, "supply", row);
    if (at < 0 || at >= horizon.periods.length) continue;
    const list = found.get(component) ?? horizon.periods.map(() => 0);
    found.set(component, list);
    list[at] = (list[at] ?? 0) + quantity;
  }
  return found;
}

function coverage(
  component: string,
  row: ComponentRow | undefined,
  stock: number,
  supply: readonly number[] | undefined,
  uses: readonly Use[],
  { periods }: Horizon,
): ComponentCoverage {
  const scale = scaleOf(decimalsWithin(DECIMALS, largest(stock, supply, uses)));
  const needed = new Float64Array(periods.length);
  const needs = uses.map(({ of, each }) => {
    const own = new Array<number>(periods.length);
    for (let period = 0; period < own.length; period++) {
      const taken = neededUnits(of.supply[period] ?? 0, of.scale, each, scale);
      needed[period] = (needed[period] ?? 0) + taken;
      own[period] = taken / scale;
    }
    return { product: of.product.code, each, needed: own };
  });
  const balance = new Float64Array(periods.length);
  const coming = Float64Array.from(periods, (_, period) => inUnits(supply?.[period] ?? 0, scale));
  let left = inUnits(stock, scale);
  for (let period = 0; period < periods.length; period++) {
    left += (coming[period] ?? 0) - (needed[period] ?? 0);
    balance[period] = left;
  }
  return {
    component,
    name: row?.name ?? "",
    unit: row?.unit ?? "",
    stock: inUnits(stock, scale) / scale,
    supply: fromUnits(coming, scale),
    needed: fromUnits(needed, scale),
    balance: fromUnits(balance, scale),
    needs,
  };
}

function largest(stock: number, supply: readonly number[] | undefined, uses: readonly Use[]): number {
  let total = Math.abs(stock);
  for (const quantity of supply ?? []) total += quantity;
  for (const { of, each } of uses) for (const units of of.supply) total += (units / of.scale) * each;
  return total;
}
