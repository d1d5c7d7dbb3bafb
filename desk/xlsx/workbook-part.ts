import type { Visibility } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { Damaged } from "./damaged.ts";
import { readNames, writeNames } from "./names.ts";
import type { Package } from "./package.ts";
import { dropPart, relate, relationships, unrelate } from "./relationships.ts";
import { decodeText, encodeAttribute } from "./text.ts";
import {
  append,
  attribute,
  child,
  children,
  type Element,
  ensure,
  flag,
  integer,
  relationId,
  remove,
  rootOf,
  set,
  setRelationId,
} from "./xml.ts";

const ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** Fills a workbook with its sheets, still empty, its names and its date system; gives the part's root. */
export function readWorkbookPart(pack: Package, part: string, workbook: Workbook): Element {
  const root = rootOf(pack.xml(part));
  const targets = new Map(relationships(pack, part).map((relationship) => [relationship.id, relationship.target]));
  for (const element of children(child(root, "sheets"), "sheet")) {
    const target = targets.get(relationId(element) ?? "");
    if (target === undefined || !pack.has(target)) throw new Damaged(`the sheet ${attribute(element, "name")} has no part`);
    const sheet = workbook.addSheet(decodeText(attribute(element, "name") ?? ""));
    sheet.part = target;
    sheet.visibility = visibilityOf(element);
  }
  if (workbook.sheets.length === 0) throw new Damaged("a workbook without sheets");
  if (flag(child(root, "workbookPr"), "date1904")) workbook.dateSystem = 1904;
  workbook.names = readNames(root, workbook.sheets);
  workbook.active = activeOf(root);
  return root;
}

/**
 * Makes the part say what the model says; whether that changed it.
 * @param order the sheets as the file has them
 * @param parts where each sheet stands now
 */
export function writeWorkbookPart(
  pack: Package,
  part: string,
  workbook: Workbook,
  order: readonly Sheet[],
  parts: ReadonlyMap<Sheet, string>,
): boolean {
  const document = pack.xml(part);
  const root = rootOf(document);
  const before = root.toString();
  writeNames(root, workbook, order, ORDER);
  writeSheets(pack, part, root, parts);
  if (activeOf(root) !== workbook.active) {
    const views = ensure(root, "bookViews", ORDER);
    set(child(views, "workbookView") ?? append(views, "workbookView"), { activeTab: workbook.active });
  }
  if (flag(child(root, "workbookPr"), "date1904") !== (workbook.dateSystem === 1904)) {
    set(ensure(root, "workbookPr", ORDER), { date1904: workbook.dateSystem === 1904 });
  }
  const isChanged = root.toString() !== before;
  if (isChanged) pack.set(part, document);
  return isChanged;
}

/** Whoever opens the file computes it again: our own results are those of one moment. */
export function recalculateOnOpen(pack: Package, part: string): void {
  const document = pack.xml(part);
  set(ensure(rootOf(document), "calcPr", ORDER), { fullCalcOnLoad: true });
  pack.set(part, document);
  const chain = relationships(pack, part).find(({ kind }) => kind === "calcChain");
  if (!chain) return;
  unrelate(pack, part, chain.target);
  dropPart(pack, chain.target);
}

function writeSheets(pack: Package, part: string, root: Element, parts: ReadonlyMap<Sheet, string>): void {
  const list = ensure(root, "sheets", ORDER);
  const old = children(list, "sheet");
  const targets = new Map(relationships(pack, part).map((relationship) => [relationship.id, relationship.target]));
  const byPart = new Map(old.map((element) => [targets.get(relationId(element) ?? ""), element]));
  let lastId = Math.max(0, ...old.map((element) => integer(element, "sheetId", 0)));
  const wanted = [...parts].map(([sheet, sheetPart]) => {
    const known = byPart.get(sheetPart);
    const element = known ?? append(list, "sheet", { name: "", sheetId: ++lastId });
    if (!known) setRelationId(element, relate(pack, part, "worksheet", sheetPart));
    if (decodeText(attribute(element, "name") ?? "") !== sheet.name) set(element, { name: encodeAttribute(sheet.name) });
    if (visibilityOf(element) !== sheet.visibility) set(element, { state: sheet.visibility === "visible" ? undefined : sheet.visibility });
    return element;
  });
  for (const [target, element] of byPart) {
    if (wanted.includes(element) || target === undefined) continue;
    remove(element);
    unrelate(pack, part, target);
    for (const { kind, target: table } of relationships(pack, target)) if (kind === "table") dropPart(pack, table);
    dropPart(pack, target);
  }
  if (children(list, "sheet").some((element, index) => element !== wanted[index])) for (const element of wanted) list.appendChild(element);
}

function visibilityOf(element: Element): Visibility {
  const state = attribute(element, "state");
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

function activeOf(root: Element): number {
  return integer(child(child(root, "bookViews"), "workbookView"), "activeTab", 0);
}
