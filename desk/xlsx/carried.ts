import type { RowMoves } from "./row-moves.ts";
import { attribute, child, children, descendants, type Element, integer, prune, remove, set } from "./xml.ts";

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
    for (const element of descendants(root, name)) {
      const left = moves.references(attribute(element, place) ?? "");
      if (left === "") drop(element);
      else set(element, { [place]: left });
    }
  }
  // A break is numbered by the row above it counted from 1, which is the row below it from 0.
  for (const each of children(child(root, "rowBreaks"), "brk")) {
    const row = moves.row(integer(each, "id", 0));
    if (row === undefined) drop(each);
    else set(each, { id: row });
  }
  for (const sparkline of descendants(root, "sparkline")) {
    const [source, place] = [child(sparkline, "f"), child(sparkline, "sqref")];
    if (source) source.textContent = moves.formula(source.textContent ?? "");
    const left = moves.references(place?.textContent ?? "");
    if (left === "") drop(sparkline);
    else if (place) place.textContent = left;
  }
}

/** Takes an element away whose rows are gone, and its list where it was the last. */
function drop(element: Element): void {
  const list = element.parentNode as Element | null;
  remove(element);
  prune(list ?? undefined);
}
