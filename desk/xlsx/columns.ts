import type { Column, Sheet } from "../workbook/sheet.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { attribute, child, children, copyOf, create, type Element, ensure, flag, integer, remove, set } from "./xml.ts";

/** Files often give all 16,384 columns a width; no sheet of ours is wider than this. */
const MODELLED = 1024;
const DEFAULT_WIDTH = 8.43;

interface Span {
  /** From 1, as in the file. */
  readonly min: number;
  readonly max: number;
  readonly element: Element;
}

export function readColumns(root: Element, sheet: Sheet): void {
  for (const { min, max, element } of spans(root)) {
    const column = readColumn(element);
    for (let index = min - 1; index < Math.min(max, MODELLED); index++) sheet.columns.set(index, { ...column });
  }
}

/** Rewrites the columns that differ from the file's, cutting spans where it must. */
export function writeColumns(root: Element, sheet: Sheet, styles: StyleSheet): void {
  const old = spans(root);
  const list = ensure(root, "cols", SHEET_ORDER);
  const changed = [...sheet.columns]
    .filter(([index, column]) => !isSame(column, old.find(({ min, max }) => min <= index + 1 && index + 1 <= max)?.element))
    .sort(([a], [b]) => a - b);
  const made: Span[] = [];
  for (const span of old) {
    let from = span.min;
    for (const [index] of changed) {
      if (index + 1 < from || index + 1 > span.max) continue;
      if (index + 1 > from) made.push({ ...span, min: from, max: index });
      from = index + 2;
    }
    if (from <= span.max) made.push({ ...span, min: from });
  }
  for (const [index, column] of changed) {
    const base = old.find(({ min, max }) => min <= index + 1 && index + 1 <= max)?.element;
    const element = base ? copyOf(base) : create(list, "col");
    paint(element, column, styles);
    made.push({ min: index + 1, max: index + 1, element });
  }
  for (const { element } of old) remove(element);
  for (const { min, max, element } of made.sort((a, b) => a.min - b.min)) list.appendChild(set(copyOf(element), { min, max }));
  if (made.length === 0) remove(list);
}

function paint(element: Element, column: Column, styles: StyleSheet): void {
  const width = column.width ?? Number(attribute(element, "width") ?? DEFAULT_WIDTH);
  const isSet = column.width !== undefined && column.width !== Number(attribute(element, "width"));
  set(element, { width, hidden: column.hidden || undefined, outlineLevel: column.level, collapsed: column.isCollapsed });
  if (isSet) set(element, { customWidth: true, bestFit: undefined });
  if (column.style !== undefined) set(element, { style: styles.format(column.style) || undefined });
}

function readColumn(element: Element): Column {
  const width = Number(attribute(element, "width"));
  const [style, level] = [integer(element, "style", 0), integer(element, "outlineLevel", 0)];
  return {
    ...(width > 0 ? { width } : {}),
    ...(flag(element, "hidden") ? { hidden: true } : {}),
    ...(style > 0 ? { style } : {}),
    ...(level > 0 ? { level } : {}),
    ...(flag(element, "collapsed") ? { isCollapsed: true } : {}),
  };
}

function isSame(column: Column, element: Element | undefined): boolean {
  const old: Column = element ? readColumn(element) : {};
  return (
    column.width === old.width &&
    (column.hidden ?? false) === (old.hidden ?? false) &&
    (column.style ?? 0) === (old.style ?? 0) &&
    column.level === old.level &&
    column.isCollapsed === old.isCollapsed
  );
}

function spans(root: Element): Span[] {
  return children(child(root, "cols"), "col").map((element) => {
    const min = integer(element, "min", 1);
    return { min, max: Math.max(min, integer(element, "max", min)), element };
  });
}
