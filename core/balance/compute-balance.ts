import type { Balance, BalanceProblem } from "./balance.ts";
import { componentCoverages } from "./component-coverage.ts";
import { exactness } from "./exactness.ts";
import { familyTotals } from "./family-total.ts";
import { type Horizon, horizonOf } from "./horizon.ts";
import { lineLoads } from "./line-load.ts";
import type { PlanningData } from "./planning-data.ts";
import { productBalancer } from "./product-balance.ts";
import { type ProductCodes, productCodes } from "./product-codes.ts";
import { type ProductUnits, productUnits } from "./product-units.ts";

/** The data, read into units once, so that the balance can be worked out again with a change at little cost. */
export interface Prepared {
  readonly data: PlanningData;
  readonly codes: ProductCodes;
  readonly horizon: Horizon;
  /** The product of each row of orders; -1 for one that does not count. */
  readonly orders: Int32Array;
  readonly units: readonly ProductUnits[];
  readonly problems: readonly BalanceProblem[];
}

export function prepare(data: PlanningData): Prepared {
  const problems: BalanceProblem[] = [];
  const report = reportInto(problems);
  const horizon = horizonOf(data, report);
  const codes = productCodes(data, report);
  const exact = exactness(data, codes, report);
  return { data, codes, horizon, orders: exact.orders, units: productUnits(data, codes, exact, horizon, report), problems };
}

/** The whole balance: each product by itself, then what they share. */
export function balanceOf({ data, codes, horizon, units, problems }: Prepared): Balance {
  const found = [...problems];
  const report = reportInto(found);
  const products = units.map(productBalancer(horizon, data.rules));
  return {
    periods: horizon.periods,
    products,
    families: familyTotals(products),
    lines: lineLoads(data, units, products, horizon, report),
    components: componentCoverages(data, units, codes.indexOf, horizon, report),
    problems: found,
  };
}

/**
 * The balance of sales and production (产销存平衡) from the tables as they were read.
 * @example computeBalance(data).products[0]?.closing // what is in stock at each period's end
 */
export function computeBalance(data: PlanningData): Balance {
  return balanceOf(prepare(data));
}

function reportInto(problems: BalanceProblem[]) {
  return (...[severity, code, params, table, row]: Parameters<Parameters<typeof horizonOf>[1]>) => {
    problems.push({ severity, code, params, table, row });
  };
}
