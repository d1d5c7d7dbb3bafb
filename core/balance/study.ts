import type { Balance, ComponentCoverage, LineLoad, ProductBalance } from "./balance.ts";
import { balanceOf, type Prepared } from "./compute-balance.ts";
import type { Period } from "./planning-data.ts";
import { productBalancer } from "./product-balance.ts";
import type { ProductUnits } from "./product-units.ts";

/** A balance with what is needed to look into it: everything by its code. */
export interface Study {
  readonly prepared: Prepared;
  readonly balance: Balance;
  readonly periods: readonly Period[];
  readonly products: ReadonlyMap<string, ProductBalance>;
  readonly lines: ReadonlyMap<string, LineLoad>;
  readonly components: ReadonlyMap<string, ComponentCoverage>;
  /** The components that a product takes. */
  readonly componentsOf: ReadonlyMap<string, readonly ComponentCoverage[]>;
  /** Rows of the orders table, by product. */
  readonly ordersOf: ReadonlyMap<string, readonly number[]>;
  /** Works one product out again. */
  readonly work: (units: ProductUnits) => ProductBalance;
}

export function studyOf(prepared: Prepared, balance: Balance = balanceOf(prepared)): Study {
  const componentsOf = new Map<string, ComponentCoverage[]>();
  for (const component of balance.components) for (const { product } of component.needs) into(componentsOf, product, component);
  const ordersOf = new Map<string, number[]>();
  prepared.orders.forEach((index, row) => {
    const code = prepared.codes.products[index]?.code;
    if (code !== undefined) into(ordersOf, code, row);
  });
  return {
    prepared,
    balance,
    periods: balance.periods,
    products: new Map(balance.products.map((each) => [each.product.code, each])),
    lines: new Map(balance.lines.map((each) => [each.line, each])),
    components: new Map(balance.components.map((each) => [each.component, each])),
    componentsOf,
    ordersOf,
    work: productBalancer(prepared.horizon, prepared.data.rules),
  };
}

function into<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export function unitsOf({ prepared }: Study, code: string): ProductUnits | undefined {
  return prepared.units[prepared.codes.indexOf.get(code) ?? -1];
}

export function placeOf({ periods }: Pick<Study, "periods">, key: string): number {
  return periods.findIndex((period) => period.key === key);
}
