import type { LineLoad, ProductBalance } from "./balance.ts";
import { fromUnits, inUnits, scaleOf } from "./exact.ts";
import { type Horizon, spread } from "./horizon.ts";
import type { LineRow, PlanningData } from "./planning-data.ts";
import { byCode } from "./product-codes.ts";
import type { ProductUnits } from "./product-units.ts";
import type { Report } from "./report.ts";

/** Hours are kept to a millionth. */
export const HOUR_SCALE = scaleOf(6);

/**
 * The load of each line against its hours, per period.
 * @param balances of the same products, in the same order
 */
export function lineLoads(
  data: PlanningData,
  products: readonly ProductUnits[],
  balances: readonly ProductBalance[],
  horizon: Horizon,
  report: Report,
): LineLoad[] {
  const loads = loadsByLine(products, balances, horizon);
  const hours = hoursByLine(data, horizon, report);
  const lines = listed(data, report);
  for (const line of [...new Set([...loads.keys(), ...hours.keys()])].sort(byCode))
    if (!lines.has(line)) lines.set(line, { line, name: "", hoursPerWeek: null, efficiency: null });
  if (lines.size > 0) reportUnknown(data, products, report);
  return [...lines.values()].map((line) => lineLoad(line, loads.get(line.line) ?? [], hours.get(line.line), horizon));
}

/** Hours that so many units of a product take, in millionths; rounded product by product, so that they add up in any order. */
export function hourUnits(units: number, { scale, product }: Pick<ProductUnits, "scale" | "product">): number {
  return Math.round((units / scale) * (product.hoursPerUnit ?? 0) * HOUR_SCALE);
}

interface ProductLoad {
  readonly of: ProductUnits;
  readonly planned: Float64Array;
  /** The same as quantities. */
  readonly quantities: readonly number[];
}

function loadsByLine(
  products: readonly ProductUnits[],
  balances: readonly ProductBalance[],
  { periods }: Horizon,
): Map<string, ProductLoad[]> {
  const loads = new Map<string, ProductLoad[]>();
  for (const [index, of] of products.entries())
    for (const { line, planned } of of.byLine) {
      if (line === "" || !isMade(planned, periods.length)) continue;
      const isWhole = planned.byteOffset === of.planned.byteOffset && planned.buffer === of.planned.buffer;
      const quantities = (isWhole && balances[index]?.planned) || fromUnits(planned, of.scale);
      const onLine = loads.get(line);
      if (onLine) onLine.push({ of, planned, quantities });
      else loads.set(line, [{ of, planned, quantities }]);
    }
  return loads;
}

function isMade(planned: Float64Array, periods: number): boolean {
  for (let period = 0; period < periods; period++) if (planned[period] !== 0) return true;
  return false;
}

function listed({ lines }: PlanningData, report: Report): Map<string, LineRow> {
  const found = new Map<string, LineRow>();
  for (const [row, line] of lines.entries())
    if (found.has(line.line)) report("error", "balance-line-twice", { line: line.line }, "lines", row);
    else found.set(line.line, line);
  return found;
}

/** Hours of the capacity table in millionths, NaN where it has none for a period. */
function hoursByLine({ capacity }: PlanningData, horizon: Horizon, report: Report): Map<string, Float64Array> {
  const hours = new Map<string, Float64Array>();
  for (const [row, { line, period, hours: given }] of capacity.entries()) {
    if (!Number.isFinite(given) || given < 0) {
      report("error", "balance-hours-not-a-number", { line, value: String(given) }, "capacity", row);
      continue;
    }
    const found = hours.get(line) ?? new Float64Array(horizon.periods.length).fill(Number.NaN);
    hours.set(line, found);
    spread(horizon, period, inUnits(given, HOUR_SCALE), (at, units) => {
      found[at] = (Number.isNaN(found[at]) ? 0 : (found[at] ?? 0)) + units;
    });
  }
  return hours;
}

function lineLoad(row: LineRow, loads: readonly ProductLoad[], hours: Float64Array | undefined, horizon: Horizon): LineLoad {
  const load = new Float64Array(horizon.periods.length);
  const perProduct = loads.map(({ of, planned, quantities }) => {
    const hours = new Array<number>(load.length);
    for (let period = 0; period < load.length; period++) {
      const taken = hourUnits(planned[period] ?? 0, of);
      load[period] = (load[period] ?? 0) + taken;
      hours[period] = taken / HOUR_SCALE;
    }
    return { product: of.product.code, planned: quantities, hours };
  });
  const available = horizon.periods.map((_, period) => availableUnits(row, hours?.[period], horizon.weeks[period] ?? 0));
  return {
    line: row.line,
    name: row.name,
    available: available.map((units) => (units === null ? null : units / HOUR_SCALE)),
    load: fromUnits(load, HOUR_SCALE),
    utilisation: available.map((units, period) => utilisation(load[period] ?? 0, units)),
    over: available.map((units, period) => (units === null ? 0 : Math.max(0, (load[period] ?? 0) - units) / HOUR_SCALE)),
    loads: perProduct,
  };
}

function availableUnits({ hoursPerWeek, efficiency }: LineRow, given: number | undefined, weeks: number): number | null {
  const hours = given !== undefined && !Number.isNaN(given) ? given : hoursPerWeek === null ? null : hoursPerWeek * weeks * HOUR_SCALE;
  return hours === null ? null : Math.round(Math.max(0, hours) * Math.max(0, efficiency ?? 1));
}

function utilisation(load: number, available: number | null): number | null {
  if (available === null) return null;
  if (available > 0) return load / available;
  return load === 0 ? 0 : null;
}

/** Where lines are known, a plan that loads none is worth a word: capacity may look free that is not. */
function reportUnknown(data: PlanningData, products: readonly ProductUnits[], report: Report): void {
  const rows = new Map(data.products.map(({ code }, row) => [code, row]));
  for (const { product, planned, byLine } of products) {
    const row = rows.get(product.code);
    if (row === undefined || !isMade(planned, planned.length)) continue;
    if (byLine.some(({ line }) => line === "")) report("note", "balance-line-unknown", { product: product.code }, "products", row);
    else if (product.hoursPerUnit === null) report("note", "balance-hours-unknown", { product: product.code }, "products", row);
  }
}
