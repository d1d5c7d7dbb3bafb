import type { DocumentCells } from "../files/fingerprint.ts";
import { changedCells, fingerprint } from "../files/fingerprint.ts";
import { shownText } from "../files/shown-text.ts";
import { type Problem, problem } from "../words/message.ts";
import type { CellPlace } from "../workbook/cells.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { documentCells, keptOf, sealOf } from "./seal.ts";

/** How many cells are told one by one. */
const LISTED = 20;
/** Characters of a cell that are quoted. */
const QUOTED = 60;

/** Which cells of a sealed document's sheet say something else by now; none where it was not read or not sealed. */
export function changesSince(snapshot: Snapshot, id: string): Problem[] {
  const document = documentCells(snapshot, id);
  const cells = snapshot.documents.get(id);
  if (!document || !cells) return [];
  return changesIn(snapshot, id, document, (row, column) => ({ sheet: cells.sheet, row, column }));
}

/** The same for what a document was made of, such as rows of a table: `placeOf` says where a cell stands. */
export function changesIn(
  { state }: Snapshot,
  id: string,
  document: DocumentCells,
  placeOf: (row: number, column: number) => CellPlace | undefined,
): Problem[] {
  const seal = sealOf(state, id);
  if (!seal || seal.fingerprint === fingerprint(document)) return [];
  const changed = changedCells(keptOf(state, id), document);
  const at = placeOf(0, 1);
  if (changed === null) return [problem("error", "sealed-dates-changed", { document: id }, at)];
  // The digests of single cells are short: two texts may share one.
  if (changed.length === 0) return [problem("error", "sealed-changed", { document: id }, at)];
  const told = changed.slice(0, LISTED).map(({ change, row, column }) => {
    const value = document.cells.values[row]?.[column] ?? null;
    const now = shownText(value, undefined, document.dateSystem).slice(0, QUOTED);
    return problem("error", `sealed-cell-${change}`, { document: id, value: now }, placeOf(row, column) ?? at);
  });
  const more = changed.length - told.length;
  return more === 0 ? told : [...told, problem("error", "sealed-more-changed", { document: id, n: more }, at)];
}
