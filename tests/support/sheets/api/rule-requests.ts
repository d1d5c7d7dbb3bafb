import type { ValidationRule } from "../../../../core/index.ts";
import { dayOf, toSerial } from "../../../../core/index.ts";
import { parseAbsolute } from "../../../../desk/xlsx/references.ts";
import { insistOnOwnSheet } from "../rules.ts";
import { layRule, type MadeRule, toldRule, wholeNumberIn } from "../validations.ts";
import { cellsOfRange, cellsToWrite, given, hexOf, insistOnSheet, invalid, type Made, sheetWith } from "./places.ts";

type Of<K extends keyof GoogleAppsScript.Sheets.Schema.Request> = NonNullable<GoogleAppsScript.Sheets.Schema.Request[K]>;
type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;

export function setDataValidation(made: Made, { range, rule }: Of<"setDataValidation">): void {
  const cells = cellsToWrite(made, range);
  if (!rule) return layRule(cells, undefined);
  const { condition, strict = false, inputMessage = "", showCustomUi = false } = rule;
  const read = ruleIn(made, given(made, "condition", condition));
  if ((read.type === "list" || read.type === "listFrom") !== showCustomUi)
    throw invalid(made, "showCustomUi is for choices, which show as a list with it alone.");
  const laid: MadeRule = toldRule(read, !strict, inputMessage);
  layRule(cells, laid);
}

function ruleIn(made: Made, { type, values = [] }: Condition): ValidationRule {
  const texts = values.map(({ userEnteredValue }) => given(made, "userEnteredValue", userEnteredValue));
  const [first = "", second = ""] = texts;
  const insistOn = (count: number): void => {
    if (texts.length !== count) throw invalid(made, `${type} takes ${count} values, not ${texts.length}.`);
  };
  switch (type) {
    case "ONE_OF_LIST":
      if (texts.length === 0 || texts.length > 500) throw invalid(made, "A list has 1 to 500 items.");
      return { type: "list", values: texts };
    case "ONE_OF_RANGE": {
      insistOn(1);
      const place = first.startsWith("=") ? parseAbsolute(first.slice(1), "") : undefined;
      if (!place || !made.document.workbook.sheet(place.sheet)) throw invalid(made, `${first} is no range.`);
      return { type: "listFrom", sheet: place.sheet, area: place.area };
    }
    case "DATE_BETWEEN":
      insistOn(2);
      return { type: "date", from: dateIn(made, first), to: dateIn(made, second) };
    case "NUMBER_BETWEEN":
      insistOn(2);
      return { type: "number", from: Number(first), to: Number(second), whole: false };
    case "CUSTOM_FORMULA":
      insistOn(1);
      return wholeNumberIn(first);
    default:
      throw invalid(made, `The condition ${type} is not known.`);
  }
}

/** A date as text is read as the locale of the spreadsheet writes dates: only a formula says one for sure. */
function dateIn(made: Made, text: string): number {
  const [, year, month, date] = /^=DATE\((\d+),(\d+),(\d+)\)$/.exec(text) ?? [];
  if (year === undefined) throw invalid(made, `${text} may be another day in another country.`);
  return toSerial(dayOf(Number(year), Number(month), Number(date)) ?? 0, 1900);
}

export function addConditionalFormatRule(made: Made, { rule, index }: Of<"addConditionalFormatRule">): void {
  const { ranges = [], booleanRule } = given(made, "rule", rule);
  const cells = ranges.map((range) => cellsOfRange(made, range));
  const [first] = cells;
  if (!first) throw invalid(made, "A rule needs ranges.");
  const { sheet } = first;
  if (cells.some((each) => each.sheet !== sheet)) throw invalid(made, "The ranges of a rule have to be on one sheet.");
  insistOnSheet(made, sheet);
  const place = given(made, "index", index);
  if (place < 0 || place > sheet.highlights.length) throw invalid(made, `There is no place ${place} among the rules.`);
  const { condition, format = {} } = given(made, "booleanRule", booleanRule);
  const [text = ""] = (condition?.values ?? []).map(({ userEnteredValue = "" }) => userEnteredValue);
  if (condition?.type !== "CUSTOM_FORMULA" || !text.startsWith("=")) throw invalid(made, "The stand-in knows rules with a formula only.");
  const { backgroundColorStyle, textFormat: { foregroundColorStyle, bold } = {} } = format;
  const style = {
    ...(backgroundColorStyle ? { fill: hexOf(made, backgroundColorStyle) } : {}),
    ...(foregroundColorStyle ? { color: hexOf(made, foregroundColorStyle) } : {}),
    ...(bold === undefined ? {} : { bold }),
  };
  if (Object.keys(style).length === 0) throw invalid(made, "A rule needs a format.");
  const formula = text.slice(1);
  insistOnOwnSheet(formula);
  const added = { areas: cells.map(({ area }) => area), formula, style };
  sheet.highlights = [...sheet.highlights.slice(0, place), added, ...sheet.highlights.slice(place)];
  sheet.changed.add("highlights");
}

export function deleteConditionalFormatRule(made: Made, { sheetId, index }: Of<"deleteConditionalFormatRule">): void {
  const sheet = sheetWith(made, sheetId);
  insistOnSheet(made, sheet);
  const place = given(made, "index", index);
  if (!sheet.highlights[place]) throw invalid(made, `No conditional format on sheet ${sheetId} at index ${place}.`);
  sheet.highlights = sheet.highlights.filter((_, at) => at !== place);
  sheet.changed.add("highlights");
}
