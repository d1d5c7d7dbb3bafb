/** What a sheet shows apart from its cells: freeze panes, gridlines, the colour of its tab, the lock, whether it is in front. */
import type { Sheet } from "../workbook/sheet.ts";
import { paintColor } from "./paint.ts";
import { cellRef } from "./references.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { rgb } from "./styles-read.ts";
import { append, attribute, child, children, create, type Element, ensure, flag, integer, remove, set } from "./xml.ts";

export const PROPERTIES_ORDER = ["tabColor", "outlinePr", "pageSetUpPr"];

export function readView(root: Element, sheet: Sheet): void {
  const view = child(child(root, "sheetViews"), "sheetView");
  sheet.gridlines = flag(view, "showGridLines", true);
  const pane = child(view, "pane");
  if (attribute(pane, "state")?.startsWith("frozen")) {
    sheet.freeze = { rows: integer(pane, "ySplit", 0), columns: integer(pane, "xSplit", 0) };
  }
  const tab = rgb(child(child(root, "sheetPr"), "tabColor"));
  if (tab !== undefined) sheet.tab = tab;
  sheet.isProtected = flag(child(root, "sheetProtection"), "sheet");
}

export function writeFreeze(root: Element, { freeze: { rows, columns } }: Sheet): void {
  const view = viewOf(root);
  remove(child(view, "pane"));
  // A selection in a pane that is gone makes Excel repair the file.
  for (const selection of children(view, "selection")) remove(selection);
  if (rows === 0 && columns === 0) return;
  const active = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  const pane = create(view, "pane", {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cellRef(rows, columns),
    activePane: active,
    state: "frozen",
  });
  view.insertBefore(pane, view.firstChild);
  const selection = create(view, "selection", { pane: active, activeCell: cellRef(rows, columns), sqref: cellRef(rows, columns) });
  view.insertBefore(selection, pane.nextSibling);
}

export function writeGridlines(root: Element, sheet: Sheet): void {
  set(viewOf(root), { showGridLines: sheet.gridlines ? undefined : false });
}

/** Marks the sheet as the one in front, or not: two so marked would take each edit together. */
export function writeSelected(root: Element, isSelected: boolean): void {
  set(viewOf(root), { tabSelected: isSelected || undefined });
}

export function writeTab(root: Element, sheet: Sheet): void {
  if (sheet.tab === undefined) remove(child(child(root, "sheetPr"), "tabColor"));
  else paintColor(ensure(ensure(root, "sheetPr", SHEET_ORDER), "tabColor", PROPERTIES_ORDER), sheet.tab);
}

export function writeProtection(root: Element, sheet: Sheet): void {
  const old = child(root, "sheetProtection");
  if (sheet.isProtected === flag(old, "sheet")) return;
  if (!sheet.isProtected) remove(old);
  // Widths, sorting and filtering stay with the person: only locked cells are kept.
  else
    set(ensure(root, "sheetProtection", SHEET_ORDER), {
      sheet: true,
      objects: true,
      scenarios: true,
      formatColumns: false,
      formatRows: false,
      sort: false,
      autoFilter: false,
    });
}

function viewOf(root: Element): Element {
  const views = ensure(root, "sheetViews", SHEET_ORDER);
  return child(views, "sheetView") ?? append(views, "sheetView", { workbookViewId: 0 });
}
