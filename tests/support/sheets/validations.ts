import { dayOf, toSerial, type Validation, type ValidationRule } from "../../../core/index.ts";
import { same } from "../../../desk/workbook/same.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { overlaps, without } from "../../../desk/xlsx/references.ts";
import { ownOf, ServiceException } from "./kernel.ts";
import { type Cells, cellsIn, type Run } from "./run.ts";
import { wallClock } from "./zones.ts";

/** A rule without its cells. */
export type MadeRule = Omit<Validation, "areas">;

/** A rule as a builder gathers it. */
interface Draft {
  rule?: ValidationRule;
  allowInvalid: boolean;
  help: string;
}

export function validationBuilder(run: Run, draft: Draft = { allowInvalid: true, help: "" }): object {
  const { kernel, document } = run;
  const require = (rule: ValidationRule): object => {
    draft.rule = rule;
    return self;
  };
  const dayIn = (date: Date): number => {
    const wall = new Date(wallClock(date.getTime(), document.timeZone));
    return toSerial(dayOf(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()) ?? 0, 1900);
  };
  const self: object = kernel.serve("Spreadsheet.DataValidationBuilder", {
    requireValueInList: (values: readonly string[]) => {
      if (values.length > 500) throw new ServiceException("The maximum number of items in a list is 500.");
      return require({ type: "list", values: [...values] });
    },
    requireValueInRange: (range: object) => {
      const { sheet, area } = cellsIn(range);
      return require({ type: "listFrom", sheet: sheet.name, area });
    },
    requireDateBetween: (from: Date, to: Date) => require({ type: "date", from: dayIn(from), to: dayIn(to) }),
    requireNumberBetween: (from: number, to: number) => require({ type: "number", from, to, whole: false }),
    requireFormulaSatisfied: (formula: string) => require(wholeNumberIn(formula)),
    setAllowInvalid: (allow: boolean) => {
      draft.allowInvalid = allow;
      return self;
    },
    setHelpText: (help: string) => {
      draft.help = help;
      return self;
    },
    build: () => validationObject(run, made(draft)),
  });
  return self;
}

function made({ rule, allowInvalid, help }: Draft): MadeRule {
  if (!rule) throw new ServiceException("A data validation rule needs a criterion.");
  return toldRule(rule, allowInvalid, help);
}

/** The formula that stands for whole numbers. */
export function wholeNumberIn(formula: string): ValidationRule {
  const [, from, to] = /^=AND\(ISNUMBER\(\w+\),\w+=INT\(\w+\),\w+>=(-?[\d.]+),\w+<=(-?[\d.]+)\)$/.exec(formula) ?? [];
  if (from === undefined) throw new Error(`The stand-in does not know the rule ${formula}.`);
  return { type: "number", from: Number(from), to: Number(to), whole: true };
}

/** Sheets has one help text where the workbook has a title and a message. */
export function toldRule(rule: ValidationRule, allowInvalid: boolean, help: string): MadeRule {
  const [title = "", ...message] = help.split(": ");
  const isList = rule.type === "list" || rule.type === "listFrom";
  return { rule: allowInvalid && isList ? { ...rule, suggest: true } : rule, title, message: message.join(": ") };
}

export function validationObject(run: Run, rule: MadeRule): object {
  return run.kernel.serve(
    "Spreadsheet.DataValidation",
    {
      copy: () => validationBuilder(run, { rule: rule.rule, allowInvalid: "suggest" in rule.rule, help: `${rule.title}: ${rule.message}` }),
      getHelpText: () => `${rule.title}: ${rule.message}`,
    },
    rule,
  );
}

export function ruleAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  const cell = { row, column, rows: 1, columns: 1 };
  return sheet.validations.find(({ areas }) => areas.some((area) => overlaps(area, cell)));
}

/** `null` takes the rules of some cells away. */
export function layValidation(cells: Cells, rule: object | null): void {
  layRule(cells, rule === null ? undefined : ownOf<MadeRule>(rule));
}

/** Cells with the same rule count as one rule. */
export function layRule({ sheet, area }: Cells, laid: MadeRule | undefined): void {
  const left = sheet.validations.flatMap((each) => {
    const areas = each.areas.flatMap((one) => without(one, area));
    return areas.length === 0 ? [] : [{ ...each, areas }];
  });
  sheet.changed.add("validations");
  if (!laid) {
    sheet.validations = left;
    return;
  }
  const like = left.find(({ areas: _, ...each }) => same(each, laid));
  if (like) sheet.validations = left.map((each) => (each === like ? { ...each, areas: [...each.areas, area] } : each));
  else sheet.validations = [...left, { ...laid, areas: [area] }];
}
