import { say } from "../words/message.ts";
import { type CellValue, isCellError } from "../workbook/cells.ts";
import { formulaKey } from "../workbook/host.ts";
import { sheetFacts } from "../workbook/snapshot.ts";
import type { Draft } from "./draft.ts";

/**
 * Fixes what a document says. One whose sheet is protected already keeps that protection, which may be a
 * person's with a password; formulas in it the host then refuses to write over, and says so.
 */
export function lowerSeal(draft: Draft, document: string): void {
  const cells = draft.snapshot.documents.get(document);
  if (!cells) return;
  const { sheet, values, formulas } = cells;
  values.forEach((line, row) => {
    line.forEach((value, column) => {
      const formula = formulas.get(formulaKey(row, column));
      if (formula === undefined) return;
      draft.write(sheet, row, column, [[value === "" ? null : value]], [[value]]);
      const at = { sheet, row, column };
      draft.preview.push({ at, change: "cell", key: "", field: "", before: `=${formula}`, after: shown(value) });
    });
  });
  if (sheetFacts(draft.snapshot.survey, sheet)?.isProtected) return;
  const columns = Math.max(1, ...values.map((line) => line.length));
  const area = { row: 0, column: 0, rows: Math.max(1, values.length), columns };
  draft.edits.push({ kind: "format", sheet, areas: [area], style: { locked: true } }, { kind: "protect", sheet, protect: true });
  const after = say(draft.language, "sheet-sealed");
  draft.preview.push({ at: { sheet, row: 0, column: 1 }, change: "cell", key: "", field: "", before: null, after });
}

function shown(value: CellValue): string | number | boolean | null {
  return isCellError(value) ? value.error : value;
}
