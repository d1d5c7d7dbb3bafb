import type { Area, Validation, ValidationRule } from "../../../core/index.ts";
import { same } from "../../../desk/workbook/same.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { parseAbsolute, without } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { type ExcelObject, flagOf, invalid, numberOf, oneOf, recordOf, textOf } from "./excel-object.ts";

export function dataValidationObject(book: Book, sheet: Sheet, area: Area): ExcelObject {
  const clear = (): void => {
    book.guardBuild(sheet);
    sheet.validations = sheet.validations.flatMap((each) => {
      const areas = each.areas.flatMap((one) => without(one, area));
      return areas.length === 0 ? [] : [{ ...each, areas }];
    });
  };
  const change = (next: (now: Validation) => Validation): void => {
    book.guardBuild(sheet);
    const now = sheet.validations.find(({ areas }) => same(areas, [area])) ?? invalid("the alert of cells without a rule");
    sheet.validations = sheet.validations.map((each) => (each === now ? next(now) : each));
  };
  return {
    type: "DataValidation",
    set: {
      rule: (value) => {
        clear();
        sheet.validations = [...sheet.validations, { areas: [area], rule: ruleOf(value), title: "", message: "" }];
      },
      ignoreBlanks: (value) => {
        flagOf(value);
      },
      errorAlert: (value) => {
        const alert = recordOf(value, "showAlert", "style", "title", "message");
        oneOf({ Stop: 1, Warning: 1, Information: 1 }, alert.style);
        const [title, message] = [textOf(alert.title), textOf(alert.message)];
        if (title.length > 32 || message.length > 255) invalid("words longer than an alert takes");
        const suggests = !flagOf(alert.showAlert);
        change((now) => {
          const isList = now.rule.type === "list" || now.rule.type === "listFrom";
          return { ...now, title, message, rule: suggests && isList ? { ...now.rule, suggest: true } : now.rule };
        });
      },
    },
    call: {
      clear: () => {
        clear();
        return undefined;
      },
    },
  };
}

function ruleOf(value: unknown): ValidationRule {
  const rule = recordOf(value, "list", "date", "wholeNumber", "decimal");
  const [[kind, given] = invalid("no rule"), ...others] = Object.entries(rule);
  if (others.length > 0) return invalid("two rules at once");
  if (kind === "list") return listOf(given);
  const { formula1, formula2, operator } = recordOf(given, "formula1", "formula2", "operator");
  oneOf({ Between: true }, operator);
  if (kind !== "date") return { type: "number", from: numberOf(formula1), to: numberOf(formula2), whole: kind === "wholeNumber" };
  const day = (formula: unknown) => Number(/^=(\d+)$/.exec(textOf(formula))?.[1] ?? invalid(`${formula} for a day`));
  return { type: "date", from: day(formula1), to: day(formula2) };
}

function listOf(given: unknown): ValidationRule {
  const { inCellDropDown, source } = recordOf(given, "inCellDropDown", "source");
  flagOf(inCellDropDown);
  const text = textOf(source);
  if (!text.startsWith("=")) return text.length > 255 ? invalid("too long a list") : { type: "list", values: text.split(",") };
  const place = parseAbsolute(text.slice(1), "") ?? invalid(`${text} for a list`);
  return { type: "listFrom", sheet: place.sheet, area: place.area };
}
