import { HOUR_SCALE, hourUnits } from "./line-load.ts";
import type { ProductUnits } from "./product-units.ts";
import type { Study } from "./study.ts";

/** Hours that lines have left, and that suggestions take up one after another. Hours that are unknown are taken for free, a line that is has none. */
export class FreeHours {
  private readonly study: Study;
  private readonly taken = new Map<string, number>();

  constructor(study: Study) {
    this.study = study;
  }

  /** So many units of a product still go onto a line in a period. */
  room(units: ProductUnits, line: string, period: number): number {
    const found = this.study.lines.get(line);
    const available = found?.available[period] ?? null;
    const each = (units.product.hoursPerUnit ?? 0) * HOUR_SCALE;
    if (!found) return 0;
    if (available === null || each <= 0) return Number.POSITIVE_INFINITY;
    const free = Math.round((available - (found.load[period] ?? 0)) * HOUR_SCALE) - (this.taken.get(`${line}\n${period}`) ?? 0);
    return Math.max(0, Math.floor((free / each) * units.scale));
  }

  take(units: ProductUnits, line: string, period: number, quantity: number): void {
    const key = `${line}\n${period}`;
    this.taken.set(key, (this.taken.get(key) ?? 0) + hourUnits(quantity, units));
  }
}

/** The most whole lots that are wanted, planned and find room; up to a lot more than wanted. */
export function wholeLots(wanted: number, most: number, multiple: number): number {
  if (multiple <= 0) return Math.min(wanted, most);
  return Math.min(Math.ceil(wanted / multiple), Math.floor(most / multiple)) * multiple;
}
