import { type Area, joinAreas } from "../../../core/index.ts";
import { askRanges, type KnownSheet, type Range, rangeOf } from "../sheets-at-hand.ts";

export function merge(known: KnownSheet, areas: readonly Area[]): void {
  const { across, others } = mergesOf(areas);
  askRanges(known, [...across, ...others]);
  for (const block of across) attempt(known, block, (range) => (block.rows === 1 ? range.merge() : range.mergeAcross()));
  for (const area of others) attempt(known, area, (range) => range.merge());
}

/** Merges of one row each, below one another and as wide, are one call: each row of `across` becomes one cell. */
export function mergesOf(areas: readonly Area[]): { readonly across: readonly Area[]; readonly others: readonly Area[] } {
  const real = areas.filter(({ rows, columns }) => rows * columns > 1);
  const byWidth = new Map<string, Area[]>();
  const others: Area[] = [];
  for (const area of real) {
    const key = `${area.column} ${area.columns}`;
    if (area.rows === 1) byWidth.set(key, [...(byWidth.get(key) ?? []), area]);
    else others.push(area);
  }
  return { across: [...byWidth.values()].flatMap(joinAreas), others };
}

function attempt(known: KnownSheet, area: Area, make: (range: Range) => unknown): void {
  const range = rangeOf(known, area);
  if (!known.isNew) takeApart(range);
  try {
    make(range);
  } catch {
    // A merge across the edge of what is frozen: what is frozen gives way.
    known.sheet.setFrozenRows(0);
    known.sheet.setFrozenColumns(0);
    make(range);
  }
}

export function unmerge(known: KnownSheet, area: Area): void {
  takeApart(rangeOf(known, area));
}

/** Sheets refuses to merge over a part of another merge, or to take a part of one apart: that one goes as a whole. */
function takeApart(range: Range): void {
  try {
    range.breakApart();
  } catch {
    for (const merged of range.getMergedRanges()) merged.breakApart();
  }
}
