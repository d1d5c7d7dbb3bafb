import type { Area, Validation, ValidationRule } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { pair } from "./matching.ts";
import { absoluteRef, areasRef, parseAbsolute, parseAreas, without } from "./references.ts";
import type { RowMoves } from "./row-moves.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { decodeText, encodeAttribute } from "./text.ts";
import { append, attribute, child, children, descendants, type Element, ensure, flag, prune, remove, set } from "./xml.ts";

// Excel repairs a file that goes beyond these.
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

/** A validation of the file; `model` where it is of a kind that the model knows. */
interface Known {
  readonly element: Element;
  readonly areas: readonly Area[];
  readonly model: Validation | undefined;
}

export function readValidations(root: Element, sheet: Sheet): void {
  sheet.validations = known(root, sheet.name).flatMap(({ model }) => model ?? []);
}

/**
 * Writes the model's validations. Of the kinds it does not know, each stays on the cells that no
 * validation of the model claims.
 */
export function writeValidations(root: Element, sheet: Sheet, moves: RowMoves): void {
  const old = known(root, sheet.name);
  const modelled = old.flatMap((each) => (each.model ? [{ ...each, model: each.model }] : []));
  const pairs = pair(sheet.validations, modelled, [
    { of: (wanted) => wanted, from: ({ model }) => model },
    { of: ({ rule, title, message }) => [rule, title, message], from: ({ model: { rule, title, message } }) => [rule, title, message] },
    {
      of: ({ rule, title, message }) => [rule.type, title, message],
      from: ({ model: { rule, title, message } }) => [rule.type, title, message],
    },
  ]);
  const kept = new Set([...pairs.values()].map(({ element }) => element));
  const claimed = sheet.validations.flatMap(({ areas }) => areas);
  for (const { element, areas, model } of old) {
    if (model && !kept.has(element)) drop(element);
    if (!model)
      place(
        element,
        claimed.reduce(
          (left, cut) => left.flatMap((area) => without(area, cut)),
          areas.flatMap((area) => moves.area(area) ?? []),
        ),
      );
  }
  for (const wanted of sheet.validations) {
    const found = pairs.get(wanted);
    if (!found) {
      paint(append(ensure(root, "dataValidations", SHEET_ORDER), "dataValidation"), wanted, sheet.name);
      continue;
    }
    place(found.element, wanted.areas);
    if (JSON.stringify(found.model.rule) !== JSON.stringify(wanted.rule)) paintRule(found.element, wanted.rule, sheet.name);
  }
  const list = child(root, "dataValidations");
  if (list) set(list, { count: children(list, "dataValidation").length });
  for (const extended of descendants(root, "dataValidations")) if (extended !== list) set(extended, { count: children(extended).length });
}

/** All of them: Excel keeps those that look at another sheet in an extension. */
function known(root: Element, sheet: string): Known[] {
  return descendants(root, "dataValidation").map((element) => {
    const areas = parseAreas(attribute(element, "sqref") ?? child(element, "sqref")?.textContent ?? "");
    const rule = readRule(element, sheet);
    const text = (name: string) => decodeText(attribute(element, name) ?? "");
    return {
      element,
      areas,
      model: rule && areas.length > 0 ? { areas, rule, title: text("errorTitle"), message: text("error") } : undefined,
    };
  });
}

function readRule(element: Element, sheet: string): ValidationRule | undefined {
  const type = attribute(element, "type");
  const [first = "", second = ""] = ["formula1", "formula2"].map((name) => child(element, name)?.textContent?.trim());
  const suggest = flag(element, "showErrorMessage") ? {} : { suggest: true };
  if (type === "list") {
    // LibreOffice does not double the quotes inside.
    const literal = /^"((?:(?!"\s*&|&\s*")[\s\S])*)"$/.exec(first)?.[1];
    if (literal !== undefined)
      return {
        type,
        values: literal
          .replaceAll('""', '"')
          .split(",")
          .map((value) => value.trim()),
        ...suggest,
      };
    const source = parseAbsolute(first, sheet);
    return source && { type: "listFrom", ...source, ...suggest };
  }
  const operator = attribute(element, "operator") ?? "between";
  if (operator !== "between" || !isNumber(first) || !isNumber(second)) return undefined;
  const [from, to] = [Number(first), Number(second)];
  if (type === "date") return { type, from, to };
  if (type === "whole" || type === "decimal") return { type: "number", from, to, whole: type === "whole" };
  return undefined;
}

function paint(element: Element, { areas, rule, title, message }: Validation, sheet: string): void {
  set(element, { allowBlank: true, showInputMessage: true });
  set(element, { errorTitle: title === "" ? undefined : encodeAttribute(title.slice(0, MAX_TITLE)) });
  set(element, { error: message === "" ? undefined : encodeAttribute(message.slice(0, MAX_MESSAGE)) });
  paintRule(element, rule, sheet);
  place(element, areas);
}

function paintRule(element: Element, rule: ValidationRule, sheet: string): void {
  const suggests = (rule.type === "list" || rule.type === "listFrom") && rule.suggest === true;
  set(element, { type: typeOf(rule), operator: undefined, showErrorMessage: !suggests });
  const formulas = formulasOf(rule, sheet);
  ["formula1", "formula2"].forEach((name, index) => {
    const formula = formulas[index];
    const old = child(element, name);
    // In an extension the formula stands in an element of its own.
    const target = child(old, "f") ?? old;
    if (formula === undefined) remove(old);
    else (target ?? append(element, name)).textContent = formula;
  });
}

function typeOf(rule: ValidationRule): string {
  if (rule.type === "number") return rule.whole ? "whole" : "decimal";
  return rule.type === "date" ? "date" : "list";
}

function formulasOf(rule: ValidationRule, sheet: string): string[] {
  switch (rule.type) {
    case "list":
      return [`"${fitting(rule.values).join(",").replaceAll('"', '""')}"`];
    case "listFrom":
      return [rule.sheet === sheet ? absoluteRef(sheet, rule.area).replace(/^.*!/, "") : absoluteRef(rule.sheet, rule.area)];
    default:
      return [String(rule.from), String(rule.to)];
  }
}

/** As many of the choices as a file may hold. */
function fitting(values: readonly string[]): readonly string[] {
  const end = values.findIndex((_, index) => values.slice(0, index + 1).join(",").length > MAX_LIST);
  return end < 0 ? values : values.slice(0, end);
}

function place(element: Element, areas: readonly Area[]): void {
  const extended = child(element, "sqref");
  if (areas.length === 0) drop(element);
  else if (extended) extended.textContent = areasRef(areas);
  else set(element, { sqref: areasRef(areas) });
}

function drop(element: Element): void {
  const list = element.parentNode as Element | null;
  remove(element);
  prune(list ?? undefined);
}

function isNumber(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}
