import { type CellValue, formulaKey, HEAD_ROWS, type SheetCells } from "../../core/index.ts";
import { cellValue, mayBeError } from "./cell-values.ts";
import type { DayNumbers } from "./day-numbers.ts";
import type { KnownSheet, Range } from "./sheets-at-hand.ts";

/** The filled part of a sheet, from cell A1, read by one call. */
export interface Filled {
  readonly range: Range;
  readonly values: readonly (readonly unknown[])[];
}

/** The top of a sheet, by its first rows as a whole: a sheet that has fewer is read to its end. */
export function readHead({ sheet }: KnownSheet): readonly (readonly unknown[])[] {
  try {
    return sheet.getRange(`1:${HEAD_ROWS}`).getValues();
  } catch {
    return sheet.getDataRange().getValues();
  }
}

export function readFilled({ sheet }: KnownSheet): Filled {
  const range = sheet.getDataRange();
  return { range, values: range.getValues() };
}

/** Values as cells hold them; which of them are errors is not known yet: their text stands for them. */
export function plainValues(values: readonly (readonly unknown[])[], days: DayNumbers): CellValue[][] {
  if (values.length === 1 && values[0]?.length === 1 && values[0][0] === "") return [];
  return values.map((line) => line.map((value) => cellValue(isDate(value) ? days.serialOf(value) : value, mayBeError(value))));
}

/** The whole sheet: one call for its formulas, and one more where something that is no formula's looks like an error. */
export function readCells(name: string, filled: Filled, days: DayNumbers): SheetCells {
  const values = plainValues(filled.values, days);
  const formulas = new Map<string, string>();
  if (values.length === 0) return { sheet: name, values, formulas };
  filled.range.getFormulas().forEach((line, row) => {
    line.forEach((formula, column) => {
      if (formula === "") return;
      formulas.set(formulaKey(row, column), formula.replace(/^=/, ""));
      const read = values[row];
      // Blank alone would mean that the formula has no result yet.
      if (read?.[column] === null) read[column] = "";
    });
  });
  tellTextsFromErrors(filled, values, formulas);
  return { sheet: name, values, formulas };
}

/** A text `#N/A` that somebody typed is rich text as every text is; an error is not. */
function tellTextsFromErrors({ range }: Filled, values: CellValue[][], formulas: ReadonlyMap<string, string>): void {
  const doubtful = values.flatMap((line, row) =>
    line.flatMap((value, column) =>
      typeof value === "object" && value !== null && !formulas.has(formulaKey(row, column)) ? [{ row, column, text: value.error }] : [],
    ),
  );
  if (doubtful.length === 0) return;
  const texts = range.getRichTextValues();
  for (const { row, column, text } of doubtful) {
    const line = values[row];
    if (line && texts[row]?.[column]) line[column] = text;
  }
}

/** A date of another realm is none by `instanceof`. */
function isDate(value: unknown): value is GoogleAppsScript.Base.Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
