import type { Sheet } from "../workbook/sheet.ts";
import { areaRef, parseArea } from "./references.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { append, attribute, child, children, type Element, ensure, remove, set } from "./xml.ts";

export function readMerges(root: Element, sheet: Sheet): void {
  sheet.merges = children(child(root, "mergeCells"), "mergeCell").flatMap((merge) => parseArea(attribute(merge, "ref") ?? "") ?? []);
}

export function writeMerges(root: Element, { merges }: Sheet): void {
  remove(child(root, "mergeCells"));
  if (merges.length === 0) return;
  const list = set(ensure(root, "mergeCells", SHEET_ORDER), { count: merges.length });
  for (const merge of merges) append(list, "mergeCell", { ref: areaRef(merge) });
}
