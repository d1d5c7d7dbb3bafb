/// <reference types="google-apps-script" />
import { type Area, cellAddress, type Edit, fromSerial, type Highlight, joinAreas, MARK, type Validation } from "../../../core/index.ts";
import { type Room, within } from "../room.ts";
import { gridOf, type KnownSheet, rangeOf, type SheetsAtHand } from "../sheets-at-hand.ts";

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** The rules made by one batch, so that the same rule is built once. */
export class Validations {
  private readonly built = new Map<string, Rule>();

  constructor(private readonly at: SheetsAtHand) {}

  /** Rows that the sheet does not have yet take their rule from the row above when they are added. */
  lay(known: KnownSheet, { validations }: Extract<Edit, { kind: "validate" }>): void {
    for (const validation of validations)
      for (const area of validatedAreas(gridOf(known), validation)) rangeOf(known, area).setDataValidation(this.ruleFor(validation, area));
  }

  private ruleFor(validation: Validation, { row, column }: { readonly row: number; readonly column: number }): Rule {
    const { rule, title, message } = validation;
    const help = helpOf(validation);
    const cell = rule.type === "number" && rule.whole ? cellAddress(row, column) : "";
    const key = JSON.stringify([rule, title, message, cell]);
    const known = this.built.get(key);
    if (known) return known;
    const builder = SpreadsheetApp.newDataValidation();
    this.require(builder, rule, cell);
    if (isStrict(rule)) builder.setAllowInvalid(false);
    if (help !== undefined) builder.setHelpText(help);
    const built = builder.build();
    this.built.set(key, built);
    return built;
  }

  private require(builder: GoogleAppsScript.Spreadsheet.DataValidationBuilder, rule: Validation["rule"], cell: string): void {
    switch (rule.type) {
      case "list":
        builder.requireValueInList([...rule.values], true);
        return;
      case "listFrom": {
        const source = this.at.get(rule.sheet);
        builder.requireValueInRange(rangeOf(source, choicesIn(gridOf(source), rule.area)), true);
        return;
      }
      case "date":
        builder.requireDateBetween(noonOf(rule.from), noonOf(rule.to));
        return;
      case "number":
        if (rule.whole) builder.requireFormulaSatisfied(wholeNumber(cell, rule));
        else builder.requireNumberBetween(rule.from, rule.to);
    }
  }
}

/** Whether nothing else than the rule says may be typed. */
export function isStrict(rule: Validation["rule"]): boolean {
  return !("suggest" in rule && rule.suggest);
}

/** The title says which field it is: Sheets shows one text. */
export function helpOf({ title, message }: Validation): string | undefined {
  return message === "" ? undefined : `${title}: ${message}`;
}

/** Sheets has no rule for whole numbers. @param cell the first one that the rule is for */
export function wholeNumber(cell: string, { from, to }: { readonly from: number; readonly to: number }): string {
  return `=AND(ISNUMBER(${cell}),${cell}=INT(${cell}),${cell}>=${from},${cell}<=${to})`;
}

/** The cells of a validation that the sheet has. */
export function validatedAreas(grid: Room, { areas }: Pick<Validation, "areas">): Area[] {
  return joinAreas(areas).flatMap((area) => within(grid, area) ?? []);
}

/** The cells that choices are taken from; a sheet that has none of them has a first row. */
export function choicesIn(grid: Room, area: Area): Area {
  return within(grid, area) ?? { ...area, row: 0, rows: 1 };
}

/** Noon by UTC is the same day from one end of the world almost to the other. */
function noonOf(serial: number): GoogleAppsScript.Base.Date {
  return new Date(((fromSerial(serial, 1900) ?? 0) + 0.5) * 86_400_000);
}

/**
 * Ours go and come again, in front of a person's own: rows that people drag about break a rule's
 * ranges to pieces, and this makes them whole.
 */
export function highlight(known: KnownSheet, { highlights }: Extract<Edit, { kind: "highlight" }>): void {
  const { sheet, isNew } = known;
  const theirs = isNew ? [] : sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule));
  sheet.setConditionalFormatRules([...highlights.map((each) => ruleOf(known, each)), ...theirs]);
}

function isOurs(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): boolean {
  const [formula] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return isOurFormula(formula);
}

export function isOurFormula(formula: unknown): boolean {
  return typeof formula === "string" && formula.includes(MARK);
}

function ruleOf(known: KnownSheet, { areas, formula, style }: Highlight): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const ranges = highlightedAreas(gridOf(known), areas).map((area) => rangeOf(known, area));
  const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(`=${formula}`).setRanges(ranges);
  if (style.fill) builder.setBackground(`#${style.fill.toLowerCase()}`);
  if (style.color !== undefined) builder.setFontColor(`#${style.color.toLowerCase()}`);
  if (style.bold !== undefined) builder.setBold(style.bold);
  return builder.build();
}

/** The cells of a highlight that the sheet has. */
export function highlightedAreas(grid: Room, areas: readonly Area[]): Area[] {
  return areas.flatMap((area) => within(grid, area) ?? []);
}
