import {
  type Area,
  cellAddress,
  columnLetters,
  type Edit,
  fromSerial,
  type Highlight,
  quoteSheet,
  toIso,
  type Validation,
} from "../../../core/index.ts";
import { choicesIn, helpOf, highlightedAreas, isStrict, validatedAreas, wholeNumber } from "../edits/rules.ts";
import { colour, gridRange, type Request, type Schema } from "./api.ts";
import type { SheetAhead } from "./sheet-ahead.ts";

/** Rows that the sheet does not have yet take their rule from the row above when they are added. @param find the sheets that choices are taken from */
export function validationRequests(
  sheet: SheetAhead,
  { validations }: Extract<Edit, { kind: "validate" }>,
  find: (name: string) => SheetAhead,
): Request[] {
  return validations.flatMap((validation) =>
    validatedAreas(sheet.grid, validation).map(
      (area): Request => ({ setDataValidation: { range: gridRange(sheet.id, area), rule: ruleFor(validation, area, find) } }),
    ),
  );
}

function ruleFor(validation: Validation, area: Area, find: (name: string) => SheetAhead): Schema<"DataValidationRule"> {
  const { rule } = validation;
  const help = helpOf(validation);
  const condition = (type: string, ...values: readonly string[]) => ({
    type,
    values: values.map((userEnteredValue) => ({ userEnteredValue })),
  });
  const common = { strict: isStrict(rule), ...(help === undefined ? {} : { inputMessage: help }) };
  switch (rule.type) {
    case "list":
      return { condition: condition("ONE_OF_LIST", ...rule.values), showCustomUi: true, ...common };
    case "listFrom": {
      const source = find(rule.sheet);
      return {
        condition: condition("ONE_OF_RANGE", `=${reference(source.name, choicesIn(source.grid, rule.area))}`),
        showCustomUi: true,
        ...common,
      };
    }
    case "date":
      return { condition: condition("DATE_BETWEEN", dateFormula(rule.from), dateFormula(rule.to)), ...common };
    case "number":
      return rule.whole
        ? { condition: condition("CUSTOM_FORMULA", wholeNumber(cellAddress(area.row, area.column), rule)), ...common }
        : { condition: condition("NUMBER_BETWEEN", String(rule.from), String(rule.to)), ...common };
  }
}

function reference(sheet: string, { row, column, rows, columns }: Area): string {
  const corner = (down: number, across: number): string => `$${columnLetters(across)}$${down + 1}`;
  return `${quoteSheet(sheet)}!${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
}

/** A date as text would be read as the spreadsheet's locale writes dates. */
function dateFormula(serial: number): string {
  const [year, month, day] = toIso(fromSerial(serial, 1900) ?? 0)
    .split("-")
    .map(Number);
  return `=DATE(${year},${month},${day})`;
}

/** Ours come in front of a person's own. */
export function highlightRequests(sheet: SheetAhead, highlights: readonly Highlight[]): Request[] {
  return highlights.map((each, index) => ({ addConditionalFormatRule: { rule: highlightRule(sheet, each), index } }));
}

function highlightRule(sheet: SheetAhead, { areas, formula, style: { fill, color, bold } }: Highlight): Schema<"ConditionalFormatRule"> {
  const letters = {
    ...(color === undefined ? {} : { foregroundColorStyle: colour(color) }),
    ...(bold === undefined ? {} : { bold }),
  };
  return {
    ranges: highlightedAreas(sheet.grid, areas).map((area) => gridRange(sheet.id, area)),
    booleanRule: {
      condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: `=${formula}` }] },
      format: {
        ...(fill ? { backgroundColorStyle: colour(fill) } : {}),
        ...(Object.keys(letters).length > 0 ? { textFormat: letters } : {}),
      },
    },
  };
}

/** Ours that stand there go, the last of them first: each that goes moves those behind it. */
export function withoutOurRules({ id, ourRules }: SheetAhead): Request[] {
  return [...ourRules].reverse().map((index) => ({ deleteConditionalFormatRule: { sheetId: id, index } }));
}
