import { addForecast, addOrders, addPlan, type LinePlan, newColumns } from "./columns.ts";
import { inUnits } from "./exact.ts";
import type { Exactness } from "./exactness.ts";
import type { Horizon } from "./horizon.ts";
import type { LotRule } from "./lots.ts";
import type { PlanningData, Product } from "./planning-data.ts";
import type { ProductCodes } from "./product-codes.ts";
import type { Report } from "./report.ts";
import { stockCounts } from "./stock-count.ts";

/** A product's figures in whole units of its smallest decimal, one for each period of the horizon. */
export interface ProductUnits {
  readonly product: Product;
  readonly decimals: number;
  /** Units in 1. */
  readonly scale: number;
  readonly opening: number;
  readonly overdue: number;
  readonly beyond: number;
  readonly forecast: Float64Array;
  readonly ordered: Float64Array;
  readonly orders: Float64Array;
  readonly planned: Float64Array;
  readonly supply: Float64Array;
  /** `planned` by the line it is made on. */
  readonly byLine: readonly LinePlan[];
  readonly safetyStock: number;
  readonly lots: LotRule;
}

/** Puts all rows into units by product and period. What is no sound quantity is reported and left out. */
export function productUnits(data: PlanningData, codes: ProductCodes, exact: Exactness, horizon: Horizon, report: Report): ProductUnits[] {
  const stock = stockCounts(data, codes.stock, codes.products.length, horizon, report);
  const columns = newColumns(codes.products.length, horizon.periods.length);
  addForecast(columns, data.forecast, exact, horizon);
  addOrders(columns, data.orders, exact, horizon);
  const byLine = addPlan(columns, data.plan, exact, horizon, codes.products, stock);
  return codes.products.map((product, index) => {
    const scale = exact.scales[index] ?? 1;
    const column = (figures: Float64Array) => figures.subarray(index * columns.width, (index + 1) * columns.width);
    const units = (value: number | null) => inUnits(Math.max(0, value ?? 0), scale);
    const planned = column(columns.planned);
    return {
      product,
      decimals: exact.decimals[index] ?? 0,
      scale,
      opening: inUnits(stock[index]?.usable ?? 0, scale),
      overdue: columns.overdue[index] ?? 0,
      beyond: columns.beyond[index] ?? 0,
      forecast: column(columns.forecast),
      ordered: column(columns.ordered),
      orders: column(columns.orders),
      planned,
      supply: column(columns.supply),
      byLine: byLine.get(index) ?? [{ line: product.line, planned }],
      safetyStock: units(product.safetyStock),
      lots: { minimum: units(product.minimumLot), multiple: units(product.lotMultiple), maximum: units(product.maximumLot) },
    };
  });
}
