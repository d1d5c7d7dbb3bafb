import type { Area, Highlight } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { fileFormula, plainFormula } from "./formulas.ts";
import { pair } from "./matching.ts";
import { areasRef, parseAreas } from "./references.ts";
import type { RowMoves } from "./row-moves.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { readHighlightStyle } from "./styles-read.ts";
import { append, attribute, child, children, create, descendants, type Element, insert, integer, prune, remove, set } from "./xml.ts";

/** A rule of the file; `model` where it is one by formula, the kind that the model knows. */
interface Known {
  readonly element: Element;
  readonly model: Highlight | undefined;
}

export function readHighlights(root: Element, sheet: Sheet, formats: readonly Element[]): void {
  sheet.highlights = known(root, formats).flatMap(({ model }) => model ?? []);
}

/** Writes the model's rules; the other kinds stay, and everything keeps its order of priority. */
export function writeHighlights(root: Element, sheet: Sheet, styles: StyleSheet, moves: RowMoves): void {
  const old = known(root, styles.highlights());
  const modelled = old.flatMap(({ element, model }) => (model ? [{ element, model }] : []));
  const pairs = pair(sheet.highlights, modelled, [
    { of: (wanted) => wanted, from: ({ model }) => model },
    { of: ({ formula, style }) => [formula, style], from: ({ model: { formula, style } }) => [formula, style] },
    ...(moves.isNone ? [] : [{ of: ({ style }: Highlight) => style, from: ({ model: { style } }: { model: Highlight }) => style }]),
  ]);
  const kept = new Set([...pairs.values()].map(({ element }) => element));
  for (const { element } of modelled.filter((each) => !kept.has(each.element))) drop(element);
  const elements = sheet.highlights.map((wanted) => {
    const found = pairs.get(wanted);
    if (!found) return made(root, wanted, styles);
    return repaint(found.element, found.model, wanted);
  });
  moveOthers(old, moves);
  prioritize(
    old.filter(({ element, model }) => !model || kept.has(element)).map(({ element }) => element),
    elements,
  );
}

/** All rules in order of priority, with those that Excel keeps in an extension because they look at another sheet. */
function known(root: Element, formats: readonly Element[]): Known[] {
  return descendants(root, "cfRule")
    .sort((a, b) => integer(a, "priority", 0) - integer(b, "priority", 0))
    .map((element) => ({ element, model: readRule(element, formats) }));
}

function readRule(element: Element, formats: readonly Element[]): Highlight | undefined {
  const formula = child(element, "formula") ?? child(element, "f");
  if (attribute(element, "type") !== "expression" || !formula) return undefined;
  const format = child(element, "dxf") ?? formats[integer(element, "dxfId", -1)];
  return { areas: areasOf(groupOf(element)), formula: plainFormula(formula.textContent ?? ""), style: readHighlightStyle(format) };
}

function made(root: Element, { areas, formula, style }: Highlight, styles: StyleSheet): Element {
  const group = insert(root, create(root, "conditionalFormatting", { sqref: areasRef(areas) }), SHEET_ORDER);
  const rule = append(group, "cfRule", { type: "expression", dxfId: styles.highlight(style) });
  append(rule, "formula").textContent = fileFormula(formula);
  return rule;
}

/** The rule of the file with the areas and the formula of the model. */
function repaint(element: Element, was: Highlight, wanted: Highlight): Element {
  const formula = child(element, "formula") ?? child(element, "f");
  if (formula && was.formula !== wanted.formula) formula.textContent = fileFormula(wanted.formula);
  if (areasRef(was.areas) === areasRef(wanted.areas)) return element;
  const group = groupOf(element);
  if (children(group, "cfRule").length === 1) {
    setAreas(group, wanted.areas);
    return element;
  }
  // Other rules of the group stay where they are.
  const apart = group.cloneNode(false) as Element;
  group.parentNode?.insertBefore(apart, group.nextSibling);
  apart.appendChild(element);
  const sqref = child(group, "sqref");
  if (sqref) apart.appendChild(sqref.cloneNode(true));
  setAreas(apart, wanted.areas);
  return element;
}

/** Rules of kinds that are not modelled move along with their rows. */
function moveOthers(old: readonly Known[], moves: RowMoves): void {
  if (moves.isNone) return;
  const groups = new Set(old.filter(({ model }) => !model).map(({ element }) => groupOf(element)));
  for (const group of groups) {
    const left = areasOf(group).flatMap((area) => moves.area(area) ?? []);
    if (left.length > 0) setAreas(group, left);
    else for (const rule of children(group, "cfRule")) drop(rule);
  }
}

/** Renumbers only where the order asks for it: a new rule comes right before the next one of the model. */
function prioritize(file: readonly Element[], model: readonly Element[]): void {
  const order = [...file];
  let next = order.length;
  for (const element of [...model].reverse()) {
    const at = order.indexOf(element);
    if (at >= 0) next = at;
    else order.splice(next, 0, element);
  }
  let last = 0;
  for (const element of order) {
    last = Math.max(last + 1, integer(element, "priority", 0));
    set(element, { priority: last });
  }
}

function groupOf(rule: Element): Element {
  return rule.parentNode as Element;
}

function areasOf(group: Element): Area[] {
  return parseAreas(attribute(group, "sqref") ?? child(group, "sqref")?.textContent ?? "");
}

function setAreas(group: Element, areas: readonly Area[]): void {
  const extended = child(group, "sqref");
  if (extended) extended.textContent = areasRef(areas);
  else set(group, { sqref: areasRef(areas) });
}

function drop(rule: Element): void {
  const group = groupOf(rule);
  remove(rule);
  if (children(group, "cfRule").length > 0) return;
  const parent = group.parentNode as Element | null;
  remove(group);
  if (parent?.localName === "conditionalFormattings") prune(parent);
}
