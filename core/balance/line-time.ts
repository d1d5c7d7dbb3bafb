import type { Balance, LineLoad, ProductBalance } from "./balance.ts";
import type { Product } from "./planning-data.ts";

/** Whether a plan of the product can be moved about: its time on a line, and that line's hours, are known. */
export function isPlannable({ product }: ProductBalance, lines: ReadonlyMap<string, LineLoad>): boolean {
  return (product.hoursPerUnit ?? 0) > 0 && lines.has(product.line);
}

/** The lines that can make a product, its own first, and last those that its plan stands on all the same. */
export function linesOf({ code, line, otherLines }: Product, lines: ReadonlyMap<string, LineLoad>): string[] {
  const planned = [...lines.values()].filter(({ loads }) => loads.some(({ product }) => product === code)).map((each) => each.line);
  return [...new Set([line, ...otherLines, ...planned])].filter((name) => lines.has(name));
}

/** Lines whose hours are known in every period. */
export function linesWithHours(balance: Balance): ReadonlyMap<string, LineLoad> {
  return new Map(balance.lines.filter(({ available }) => available.every((hours) => hours !== null)).map((line) => [line.line, line]));
}

/** Of a product's plan on a line, what is still to come in, per period. What was received is taken from each line alike. */
export function stillToCome(balance: ProductBalance, line: LineLoad): number[] {
  const own = line.loads.find(({ product }) => product === balance.product.code);
  return balance.planned.map((planned, period) => {
    const share = planned > 0 ? Math.min(1, Math.max(0, (balance.production[period] ?? 0) / planned)) : 1;
    return (own?.planned[period] ?? 0) * share;
  });
}

/** The hours of a line that are left, per period, once what was made already and the plans of the products that stay are taken off. */
export function hoursLeft(balance: Balance, line: LineLoad, moves: (product: ProductBalance) => boolean): number[] {
  const products = new Map(balance.products.map((each) => [each.product.code, each]));
  return line.available.map((available, period) => {
    let taken = 0;
    for (const load of line.loads) {
      const product = products.get(load.product);
      const hours = load.hours[period] ?? 0;
      if (!product || !moves(product)) taken += hours;
      else taken += hours - (stillToCome(product, line)[period] ?? 0) * (product.product.hoursPerUnit ?? 0);
    }
    return Math.max(0, (available ?? 0) - taken);
  });
}
