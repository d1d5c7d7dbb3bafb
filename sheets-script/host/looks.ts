import { type Area, joinAreas, type Style } from "../../core/index.ts";

/** One property of looks, given to some areas by one call. */
export interface Look {
  readonly property: keyof Style;
  readonly value: unknown;
  readonly areas: readonly Area[];
}

/**
 * What a list of formats comes to, property by property: areas that are given the same are one call,
 * unless another value was laid over them in between.
 */
export function looksOf(formats: readonly { readonly areas: readonly Area[]; readonly style: Style }[]): Look[] {
  const byProperty = new Map<keyof Style, { readonly id: string; readonly value: unknown; readonly areas: Area[] }[]>();
  for (const { areas, style } of formats) {
    for (const [name, value] of Object.entries(style)) {
      const property = name as keyof Style;
      const groups = byProperty.get(property) ?? [];
      byProperty.set(property, groups);
      const id = JSON.stringify(value);
      for (const area of areas) {
        const like = findLike(groups, id, area);
        if (like) like.areas.push(area);
        else groups.push({ id, value, areas: [area] });
      }
    }
  }
  return [...byProperty].flatMap(([property, groups]) => groups.map(({ value, areas }) => ({ property, value, areas: joinAreas(areas) })));
}

/** The latest group of the same value that nothing was laid over since. */
function findLike<G extends { readonly id: string; readonly areas: readonly Area[] }>(
  groups: readonly G[],
  id: string,
  area: Area,
): G | undefined {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (!group || group.id === id) return group;
    if (group.areas.some((each) => overlaps(each, area))) return undefined;
  }
  return undefined;
}

function overlaps(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
