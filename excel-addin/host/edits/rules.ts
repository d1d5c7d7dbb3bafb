import { cellAddress, type Highlight, MARK, quoteSheet, type ValidationRule } from "../../../core/index.ts";
import { addressOf, rangeAt } from "../references.ts";
import type { EditOf } from "./edit-of.ts";

/** What Excel takes for a list of choices written out, and for the words of a message. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

export function validate(sheet: Excel.Worksheet, { validations }: EditOf<"validate">): void {
  for (const { areas, rule, title, message } of validations) {
    const suggests = "suggest" in rule && rule.suggest === true;
    for (const area of areas) {
      const { dataValidation } = rangeAt(sheet, addressOf(area));
      // A rule cannot be laid over cells of which some have another.
      dataValidation.clear();
      dataValidation.rule = ruleOf(rule);
      dataValidation.ignoreBlanks = true;
      dataValidation.errorAlert = {
        showAlert: !suggests,
        style: "Stop",
        title: title.slice(0, MAX_TITLE),
        message: message.slice(0, MAX_MESSAGE),
      };
    }
  }
}

function ruleOf(rule: ValidationRule): Excel.DataValidationRule {
  switch (rule.type) {
    case "list":
      return { list: { inCellDropDown: true, source: fitting(rule.values).join(",") } };
    case "listFrom": {
      const { row, column, rows, columns } = rule.area;
      const ends = [cellAddress(row, column), cellAddress(row + rows - 1, column + columns - 1)];
      const fixed = ends.map((end) => end.replace(/[A-Z]+|\d+/g, "$$$&")).join(":");
      return { list: { inCellDropDown: true, source: `=${quoteSheet(rule.sheet)}!${fixed}` } };
    }
    case "date":
      return { date: { formula1: `=${rule.from}`, formula2: `=${rule.to}`, operator: "Between" } };
    case "number": {
      const between = { formula1: rule.from, formula2: rule.to, operator: "Between" } as const;
      return rule.whole ? { wholeNumber: between } : { decimal: between };
    }
  }
}

/** As many of the choices as Excel takes. */
function fitting(values: readonly string[]): readonly string[] {
  const end = values.findIndex((_, index) => values.slice(0, index + 1).join(",").length > MAX_LIST);
  return end < 0 ? values : values.slice(0, end);
}

/** Takes one rule of ours off a sheet. */
export type Removal = () => void;

/** How to take off the rules of ours that stood on a sheet when the batch was judged. */
export function removals(sheet: Excel.Worksheet, present: Excel.ConditionalFormatCollection | undefined): Removal[] {
  if (!present || present.isNullObject) return [];
  const formats = sheet.getRange().untrack().conditionalFormats;
  return present.items.filter(isOurs).map(
    ({ id }) =>
      () =>
        formats.getItem(id).delete(),
  );
}

/** Ours go and come again, in front of a person's own. @returns how to take the new ones off */
export function highlight(sheet: Excel.Worksheet, edit: EditOf<"highlight">, old: readonly Removal[]): Removal[] {
  for (const remove of old) remove();
  // A new rule goes in front of the others, so the first is added last.
  return [...edit.highlights].reverse().map((each) => {
    const added = addRule(sheet, each);
    return () => added.delete();
  });
}

/** One without a formula is of ours too: nobody can make it by hand, a batch that is cut off leaves it. */
function isOurs({ type, customOrNullObject }: Excel.ConditionalFormat): boolean {
  if (type !== "Custom") return false;
  const { formula } = customOrNullObject.rule;
  return formula.includes(MARK) || /^=?\s*$/.test(formula);
}

function addRule(sheet: Excel.Worksheet, { areas, formula, style }: Highlight): Excel.ConditionalFormat {
  const [area, ...others] = areas;
  if (!area || others.length > 0)
    throw new Error("Excel reads a rule's formula from the first cell of each of its areas: one area a rule.");
  const added = rangeAt(sheet, addressOf(area)).conditionalFormats.add("Custom");
  const { custom } = added;
  custom.rule.formula = `=${formula}`;
  if (style.fill) custom.format.fill.color = `#${style.fill}`;
  custom.format.font.set({
    ...(style.color === undefined ? {} : { color: `#${style.color}` }),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
  });
  return added;
}
