/** The names of a workbook, among which stand what its sheets print and filter. */
import type { Area, PageSetup } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import type { DefinedName, Workbook } from "../workbook/workbook.ts";
import { fileFormula, plainFormula } from "./formulas.ts";
import { absoluteRef, MAX_COLUMNS, parseAbsolute, quoteSheet } from "./references.ts";
import { isChanged } from "./touched.ts";
import { append, attribute, child, children, type Element, ensure, flag, integer, remove, set } from "./xml.ts";

const BUILTIN = "_xlnm.";
const TITLES = "_xlnm.Print_Titles";
const PRINT_AREA = "_xlnm.Print_Area";
const FILTER = "_xlnm._FilterDatabase";

/** The names of the file; `order` is its sheets, which local names count by. */
export function readNames(root: Element, order: readonly Sheet[]): DefinedName[] {
  return namesOf(root)
    .filter((element) => !nameOf(element).startsWith(BUILTIN))
    .map((element) => {
      const sheet = sheetOf(element, order);
      return {
        name: nameOf(element),
        refersTo: plainFormula(element.textContent ?? ""),
        ...(sheet ? { sheet: sheet.name } : {}),
        ...(flag(element, "hidden") ? { hidden: true } : {}),
      };
    });
}

/** What the names say of a sheet's printing. */
export function readPrinting(root: Element, order: readonly Sheet[], sheet: Sheet): Pick<PageSetup, "repeatRows" | "printArea"> {
  const text = (name: string) => local(root, order, sheet, name)?.textContent ?? "";
  const area = parseAbsolute(text(PRINT_AREA), sheet.name)?.area;
  const repeat = splitUnion(text(TITLES))
    .map((part) => parseAbsolute(part, sheet.name)?.area)
    .find((part) => part && isWholeRows(part));
  return {
    ...(repeat ? { repeatRows: [repeat.row, repeat.row + repeat.rows - 1] as const } : {}),
    ...(area ? { printArea: area } : {}),
  };
}

/** Writes the names; call it before the sheets of `root` are reordered, `order` being those of the file. */
export function writeNames(root: Element, workbook: Workbook, order: readonly Sheet[], workbookOrder: readonly string[]): void {
  const wanted = new Map(workbook.names.map((name) => [keyOf(name.name, name.sheet), name]));
  for (const element of namesOf(root)) {
    const sheet = sheetOf(element, order);
    const isGone = sheet && !workbook.sheets.includes(sheet);
    const key = keyOf(nameOf(element), sheet?.name);
    const found = wanted.get(key);
    if (isGone || (!found && !nameOf(element).startsWith(BUILTIN))) {
      remove(element);
      continue;
    }
    if (sheet) set(element, { localSheetId: workbook.sheets.indexOf(sheet) });
    if (!found) continue;
    wanted.delete(key);
    if (plainFormula(element.textContent ?? "") !== found.refersTo) element.textContent = fileFormula(found.refersTo);
    if (flag(element, "hidden") !== (found.hidden ?? false)) set(element, { hidden: found.hidden || undefined });
  }
  for (const name of wanted.values()) add(root, workbook, workbookOrder, name);
  for (const sheet of workbook.sheets) writeSheetNames(root, workbook, workbookOrder, sheet);
  const list = child(root, "definedNames");
  if (list && children(list).length === 0) remove(list);
}

function writeSheetNames(root: Element, workbook: Workbook, order: readonly string[], sheet: Sheet): void {
  const put = (name: string, refersTo: string | undefined, hidden = false) => {
    const old = local(root, workbook.sheets, sheet, name);
    if (refersTo === undefined) remove(old);
    else if (old) old.textContent = refersTo;
    else add(root, workbook, order, { name, refersTo, sheet: sheet.name, ...(hidden ? { hidden } : {}) });
  };
  if (sheet.page && (isChanged(sheet, "page") || sheet.rowsMoved)) {
    const { printArea } = sheet.page;
    if (isChanged(sheet, "page")) put(PRINT_AREA, printArea && absoluteRef(sheet.name, printArea));
    put(TITLES, titles(sheet, local(root, workbook.sheets, sheet, TITLES)?.textContent ?? ""));
  }
  if (isChanged(sheet, "tables")) put(FILTER, sheet.filter && absoluteRef(sheet.name, sheet.filter.area), true);
}

/** The repeated rows, and whatever columns the file repeats. */
function titles(sheet: Sheet, old: string): string | undefined {
  const columns = splitUnion(old).filter((part) => {
    const area = parseAbsolute(part, sheet.name)?.area;
    return area && !isWholeRows(area);
  });
  const rows = sheet.page?.repeatRows;
  const parts = rows ? [...columns, `${quoteSheet(sheet.name)}!$${rows[0] + 1}:$${rows[1] + 1}`] : columns;
  return parts.length === 0 ? undefined : parts.join(",");
}

function add(root: Element, workbook: Workbook, order: readonly string[], { name, refersTo, sheet, hidden }: DefinedName): void {
  const local = sheet === undefined ? undefined : workbook.sheet(sheet);
  const element = append(ensure(root, "definedNames", order), "definedName", {
    name,
    localSheetId: local && workbook.sheets.indexOf(local),
    hidden: hidden || undefined,
  });
  element.textContent = fileFormula(refersTo);
}

function local(root: Element, order: readonly Sheet[], sheet: Sheet, name: string): Element | undefined {
  return namesOf(root).find((element) => nameOf(element) === name && sheetOf(element, order) === sheet);
}

function namesOf(root: Element): Element[] {
  return children(child(root, "definedNames"), "definedName");
}

function nameOf(element: Element): string {
  return attribute(element, "name") ?? "";
}

function sheetOf(element: Element, order: readonly Sheet[]): Sheet | undefined {
  return order[integer(element, "localSheetId", -1)];
}

function keyOf(name: string, sheet: string | undefined): string {
  return JSON.stringify([name.toLowerCase(), sheet?.toLowerCase()]);
}

function isWholeRows(area: Area): boolean {
  return area.columns === MAX_COLUMNS;
}

/** The parts of `A,'B,C'!D`, where commas in quoted names do not count. */
function splitUnion(formula: string): string[] {
  return formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}
