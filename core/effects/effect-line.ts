import { isSealed } from "../archive/seal.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** Where section 4 of the minutes says it: a column of the line that sums the balance up is too narrow, so each has a part of its text. */
const SIGNS = { effects: "▸ ", review: "◂ " } as const;

/** Puts a sentence into the line below section 4 of minutes that are not approved yet, in the place of what it said of that before. */
export function effectCells(snapshot: Snapshot, document: string, part: keyof typeof SIGNS, said: string): Change[] {
  const cells = snapshot.documents.get(document);
  const row = cells?.values.findIndex((line) => line[0] === "balance~") ?? -1;
  if (!cells || row < 0 || isSealed(snapshot, document)) return [];
  const parts = String(cells.values[row]?.[1] ?? "").split("\n");
  const kept = parts.filter((text) => !text.startsWith(SIGNS[part]));
  const value = [...kept, `${SIGNS[part]}${said}`].join("\n");
  return [{ kind: "cells", cells: [{ at: { sheet: cells.sheet, row, column: 1 }, value }] }];
}
