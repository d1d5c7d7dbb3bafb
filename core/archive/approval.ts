import { cellAddress } from "../base/place.ts";
import { type Day, toIso } from "../base/plain-date.ts";
import type { DocumentCells } from "../files/fingerprint.ts";
import type { MinutesVersion } from "../meeting/minutes-versions.ts";
import { recordSheet } from "../meeting/record-sheet.ts";
import { isUnsigned, type SignOff, signPlaces } from "../meeting/sign-off.ts";
import type { Context } from "../run/command.ts";
import { lowerPatch } from "../run/lower-patch.ts";
import { type Problem, problem } from "../words/message.ts";
import type { CellValue } from "../workbook/cells.ts";
import { isCellError } from "../workbook/cells.ts";
import { formulaKey, type SheetCells } from "../workbook/host.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Why minutes are not ready to be approved: what recording them would still report as an error, or
 * bring into the register. What the register knows better by now changes no minutes any more.
 */
export function unready(snapshot: Snapshot, minutes: MinutesVersion, context: Context): Problem[] {
  const recorded = recordSheet(snapshot, minutes, { confirmed: NOBODY, putBack: NOBODY }, context);
  if ("code" in recorded) return [recorded];
  const no = minutes.meeting;
  const errors = recorded.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return [problem("error", "record-first", { no, n: errors.length }), ...errors];
  const { preview } = lowerPatch(snapshot, recorded.patch, { language: snapshot.language, bookId: "" });
  const n = preview.filter(({ table }) => table !== undefined).length;
  return n === 0 ? [] : [problem("error", "not-recorded", { no, n })];
}

/** Cells of which it is not known what they say: formulas without a result, or with an error. */
export function unsettled({ sheet, values, formulas }: SheetCells): Problem[] {
  return [...formulas.keys()].flatMap((key) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const value = values[row]?.[column] ?? null;
    const at = { sheet, row, column };
    const field = cellAddress(row, column);
    if (value === null) return [problem("error", "not-calculated", { field }, at)];
    return isCellError(value) ? [problem("error", "cell-error", { field, value: value.error }, at)] : [];
  });
}

type Cells = Extract<Change, { kind: "cells" }>["cells"];

/** Who reviewed the minutes, when, and when they were finished, where nobody wrote it by hand. */
export function signOff(cells: SheetCells, by: string, on: Day, finishedOn: Day | null): Cells {
  const said: Partial<Record<SignOff, string>> = {
    chair: `${by} ${toIso(on)}`,
    ...(finishedOn === null ? {} : { finished: toIso(finishedOn) }),
  };
  return signPlaces(cells.values).flatMap(({ id, row, column }) => {
    const value = said[id];
    const stands = cells.values[row]?.[column] ?? null;
    if (value === undefined || !isUnsigned(id, stands) || cells.formulas.has(formulaKey(row, column))) return [];
    return [{ at: { sheet: cells.sheet, row, column }, value: `${stands.trim()} ${value}` }];
  });
}

/** A document as it will stand once these cells are written. */
export function withCells(document: DocumentCells, written: Cells): DocumentCells {
  const values: CellValue[][] = document.cells.values.map((line) => [...line]);
  for (const { at, value } of written) {
    const line = values[at.row];
    if (line) line[at.column] = value;
  }
  return { ...document, cells: { values } };
}
