import { commonScale, inUnits } from "./exact.ts";

/** How a product can be made; 0 where nothing is asked. */
export interface LotRule {
  readonly minimum: number;
  readonly multiple: number;
  /** 0 for as much as you like. */
  readonly maximum: number;
}

/**
 * What to make of what is wanted (建议生产量): nothing where nothing is wanted; the minimum where less is; then up to the
 * next multiple, also from the minimum; at most the maximum, of whole multiples. What the maximum leaves short stays short.
 *
 * Source: Odoo, master production schedule; OCA mrp_multi_level, which forgets the multiple after the minimum.
 * @example lotFor(25, { minimum: 0, multiple: 0, maximum: 20 }) // 20
 * @example lotFor(25, { minimum: 40, multiple: 30, maximum: 0 }) // 60
 */
export function lotFor(wanted: number, { minimum, multiple, maximum }: LotRule): number {
  const scale = commonScale([wanted, minimum, multiple, maximum]);
  const rule = { minimum: inUnits(minimum, scale), multiple: inUnits(multiple, scale), maximum: inUnits(maximum, scale) };
  return lotUnits(inUnits(wanted, scale), rule) / scale;
}

/** The rule itself, on units. */
export function lotUnits(wanted: number, { minimum, multiple, maximum }: LotRule): number {
  if (wanted <= 0) return 0;
  const least = Math.max(wanted, minimum);
  const lot = multiple > 0 ? Math.ceil(least / multiple) * multiple : least;
  if (maximum <= 0 || lot <= maximum) return lot;
  return multiple > 0 ? Math.floor(maximum / multiple) * multiple : maximum;
}
