import type { Highlight, Validation, ValidationRule } from "../../core/index.ts";
import { MAX_ROWS } from "../xlsx/references.ts";
import { type Insertion, shiftArea, shiftRow } from "./insertion.ts";
import { mapChanged } from "./map-changed.ts";
import type { Sheet } from "./sheet.ts";
import { rewriteRows, shiftFormula } from "./shift-formula.ts";

/** Follows inserted rows in whatever a sheet, the same or another, says by address. */
export function shiftReferences(sheet: Sheet, insertion: Insertion): void {
  shiftCells(sheet, insertion);
  const validations = mapChanged(sheet.validations, (each) => shiftValidation(each, sheet.name, insertion));
  if (validations) {
    sheet.validations = validations;
    sheet.changed.add("validations");
  }
  const highlights = mapChanged(sheet.highlights, (each) => shiftHighlight(each, sheet.name, insertion));
  if (highlights) {
    sheet.highlights = highlights;
    sheet.changed.add("highlights");
  }
}

function shiftCells(sheet: Sheet, insertion: Insertion): void {
  for (const [row, line] of sheet.cells) {
    for (const [column, { formula }] of line) {
      if (formula === undefined) continue;
      const shifted = shiftFormula(formula, sheet.name, insertion);
      if (shifted !== formula) sheet.touch(row, column).formula = shifted;
    }
  }
}

function shiftValidation(validation: Validation, home: string, insertion: Insertion): Validation {
  const rule = shiftRule(validation.rule, insertion);
  const areas = home === insertion.sheet ? mapChanged(validation.areas, (area) => shiftArea(area, insertion)) : undefined;
  return areas || rule !== validation.rule ? { ...validation, rule, areas: areas ?? validation.areas } : validation;
}

function shiftRule(rule: ValidationRule, insertion: Insertion): ValidationRule {
  if (rule.type !== "listFrom" || rule.sheet.toLowerCase() !== insertion.sheet.toLowerCase()) return rule;
  const area = shiftArea(rule.area, insertion);
  return area === rule.area ? rule : { ...rule, area };
}

function shiftHighlight(highlight: Highlight, home: string, insertion: Insertion): Highlight {
  if (home !== insertion.sheet) {
    const formula = shiftFormula(highlight.formula, home, insertion);
    return formula === highlight.formula ? highlight : { ...highlight, formula };
  }
  const areas = mapChanged(highlight.areas, (area) => shiftArea(area, insertion)) ?? highlight.areas;
  const formula = carryFormula(highlight.formula, firstRow(areas) - firstRow(highlight.areas), insertion);
  return areas === highlight.areas && formula === highlight.formula ? highlight : { ...highlight, areas, formula };
}

/**
 * A highlight's formula speaks for every cell of its areas: a row without `$` is a distance from the
 * first cell and keeps it, a row with `$` is a place and moves like any other.
 */
function carryFormula(formula: string, by: number, insertion: Insertion): string {
  const { sheet } = insertion;
  return rewriteRows(formula, sheet, sheet, (row, anchored) => (anchored ? shiftRow(row, insertion) : Math.min(row + by, MAX_ROWS - 1)));
}

function firstRow(areas: Highlight["areas"]): number {
  return areas[0]?.row ?? 0;
}
