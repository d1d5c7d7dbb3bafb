/** Which parts a part stands on. Transitional and strict files name the kinds differently; only the last word counts. */
import type { Package } from "./package.ts";
import { append, attribute, children, type Element, rootOf, set } from "./xml.ts";

export interface Relationship {
  readonly id: string;
  /** Such as `worksheet`. */
  readonly kind: string;
  /** The name of the part, or the address where it is external. */
  readonly target: string;
  readonly isExternal: boolean;
}

const EMPTY = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** What `part` stands on; `""` is the package itself. */
export function relationships(pack: Package, part: string): Relationship[] {
  const name = relationshipsPart(part);
  if (!pack.has(name)) return [];
  return children(rootOf(pack.xml(name)), "Relationship").map((element) => read(element, part));
}

export function related(pack: Package, part: string, kind: string): Relationship | undefined {
  return relationships(pack, part).find((relationship) => relationship.kind === kind && !relationship.isExternal);
}

/** Whether the file is of the strict kind of ISO 29500, whose names are others. */
export function isStrict(pack: Package): boolean {
  return pack.has("_rels/.rels") && pack.text("_rels/.rels").includes(`${STRICT}officeDocument`);
}

/** Adds a relationship and gives its id. */
export function relate(pack: Package, part: string, kind: string, target: string): string {
  const name = relationshipsPart(part);
  if (!pack.has(name)) pack.set(name, EMPTY);
  const document = pack.xml(name);
  const root = rootOf(document);
  const ids = new Set(children(root, "Relationship").map((element) => attribute(element, "Id")));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const base = isStrict(pack) ? STRICT : TRANSITIONAL;
  append(root, "Relationship", { Id: `rId${number}`, Type: base + kind, Target: relativeTo(part, target) });
  pack.set(name, document);
  return `rId${number}`;
}

export function unrelate(pack: Package, part: string, target: string): void {
  const name = relationshipsPart(part);
  if (!pack.has(name)) return;
  const document = pack.xml(name);
  const root = rootOf(document);
  for (const element of children(root, "Relationship")) {
    const found = read(element, part);
    if (!found.isExternal && found.target.toLowerCase() === target.toLowerCase()) root.removeChild(element);
  }
  pack.set(name, document);
}

/** Says what a part holds, in `[Content_Types].xml`. */
export function declareType(pack: Package, part: string, type: string): void {
  const document = pack.xml("[Content_Types].xml");
  const root = rootOf(document);
  const known = overrideOf(root, part);
  if (known) set(known, { ContentType: type });
  else append(root, "Override", { PartName: `/${part}`, ContentType: type });
  pack.set("[Content_Types].xml", document);
}

/** Takes a part away, with its relationships and its content type. */
export function dropPart(pack: Package, part: string): void {
  const document = pack.xml("[Content_Types].xml");
  const known = overrideOf(rootOf(document), part);
  if (known) {
    rootOf(document).removeChild(known);
    pack.set("[Content_Types].xml", document);
  }
  pack.remove(part);
  pack.remove(relationshipsPart(part));
}

export function typeOf(pack: Package, part: string): string | undefined {
  return attribute(overrideOf(rootOf(pack.xml("[Content_Types].xml")), part), "ContentType");
}

function overrideOf(root: Element, part: string): Element | undefined {
  const wanted = `/${part}`.toLowerCase();
  return children(root, "Override").find((element) => attribute(element, "PartName")?.toLowerCase() === wanted);
}

function read(element: Element, part: string): Relationship {
  const isExternal = attribute(element, "TargetMode") === "External";
  const target = attribute(element, "Target") ?? "";
  return {
    id: attribute(element, "Id") ?? "",
    kind: (attribute(element, "Type") ?? "").replace(/^.*\//, ""),
    target: isExternal ? target : resolve(part, target),
    isExternal,
  };
}

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** @example resolve("xl/worksheets/sheet1.xml", "../tables/table1.xml") // "xl/tables/table1.xml" */
function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

function relativeTo(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return "../".repeat(from.length) + to.join("/");
}
