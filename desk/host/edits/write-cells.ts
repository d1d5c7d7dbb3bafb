import { formulaIn, valueIn } from "../../../core/index.ts";
import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import { plain } from "../cell-value.ts";
import type { EditOf } from "./edit-of.ts";
import { inputsOf } from "./inputs-of.ts";

export function writeCells(sheet: Sheet, edit: EditOf<"cells">): void {
  for (const { row, column, input } of inputsOf(edit)) {
    const cell = sheet.cell(row, column);
    const formula = formulaIn(input);
    const value = plain(valueIn(input));
    if (same(plain(cell?.value), value) && cell?.formula === formula) continue;
    if (formula === undefined) sheet.setValue(row, column, value);
    else sheet.setFormula(row, column, formula, value);
  }
}
