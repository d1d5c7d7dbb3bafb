import type { Sheet } from "./sheet.ts";
import { withoutSheet } from "./shift-formula.ts";
import type { Workbook } from "./workbook.ts";

/** Takes a sheet away with its own names; what looked at it from elsewhere looks at nothing. */
export function removeSheet(workbook: Workbook, sheet: Sheet): void {
  const at = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(at, 1);
  // The sheet in front stays in front; where it is the one that goes, the next one comes.
  if (at < workbook.active || workbook.active === workbook.sheets.length) workbook.active = Math.max(0, workbook.active - 1);
  const gone = sheet.name.toLowerCase();
  workbook.names = workbook.names.filter((name) => name.sheet?.toLowerCase() !== gone);
  for (const name of workbook.names) name.refersTo = withoutSheet(name.refersTo, sheet.name);
  for (const each of workbook.sheets) forget(each, sheet.name);
}

function forget(sheet: Sheet, gone: string): void {
  for (const [row, line] of sheet.cells) {
    for (const [column, { formula }] of line) {
      if (formula === undefined) continue;
      const left = withoutSheet(formula, gone);
      if (left !== formula) sheet.setFormula(row, column, left, { error: "#REF!" });
    }
  }
  const validations = sheet.validations.filter(({ rule }) => rule.type !== "listFrom" || rule.sheet.toLowerCase() !== gone.toLowerCase());
  if (validations.length < sheet.validations.length) {
    sheet.validations = validations;
    sheet.changed.add("validations");
  }
  const highlights = sheet.highlights.map((each) => ({ ...each, formula: withoutSheet(each.formula, gone) }));
  if (highlights.some(({ formula }, index) => formula !== sheet.highlights[index]?.formula)) {
    sheet.highlights = highlights;
    sheet.changed.add("highlights");
  }
}
