import type { Sheet } from "../workbook/sheet.ts";
import { areaRef, parseArea } from "./references.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { attribute, child, children, type Element, ensure, remove, set } from "./xml.ts";

export function readFilter(root: Element, sheet: Sheet): void {
  const element = child(root, "autoFilter");
  const area = parseArea(attribute(element, "ref") ?? "");
  if (!area) return;
  const hidesRows = children(element, "filterColumn").some((column) => children(column).length > 0);
  sheet.filter = { area, hidesRows };
}

/** What it filters by stays with it. */
export function writeFilter(root: Element, { filter }: Sheet): void {
  if (!filter) remove(child(root, "autoFilter"));
  else set(ensure(root, "autoFilter", SHEET_ORDER), { ref: areaRef(filter.area) });
}
