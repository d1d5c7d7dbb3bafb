import type { RowMoves } from "./row-moves.ts";
import { attribute, child, children, descendants, type Element, integer, set } from "./xml.ts";

/** Elements that are not modelled and say by this attribute where they stand. */
const PLACED = [
  ["hyperlink", "ref"],
  ["protectedRange", "sqref"],
  ["ignoredError", "sqref"],
  ["cellWatch", "r"],
  ["sortState", "ref"],
  ["sortCondition", "ref"],
] as const;

/** Moves what is not modelled along with the rows it belongs to. */
export function moveCarried(root: Element, moves: RowMoves): void {
  if (moves.isNone) return;
  for (const [name, place] of PLACED) {
    for (const element of descendants(root, name)) set(element, { [place]: moves.references(attribute(element, place) ?? "") });
  }
  // A break is numbered by the row above it counted from 1, which is the row below it from 0.
  for (const each of children(child(root, "rowBreaks"), "brk")) set(each, { id: moves.row(integer(each, "id", 0)) });
  for (const sparkline of descendants(root, "sparkline")) {
    const [source, place] = [child(sparkline, "f"), child(sparkline, "sqref")];
    if (source) source.textContent = moves.formula(source.textContent ?? "");
    if (place) place.textContent = moves.references(place.textContent ?? "");
  }
}
