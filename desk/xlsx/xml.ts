/** The few things this room does with an XML tree, by local name: files differ in prefixes and namespaces. */
import { DOMParser, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import { Damaged } from "./damaged.ts";

export type { Document, Element };
export type AttributeValue = string | number | boolean | undefined;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

export function parseXml(text: string, part: string): Document {
  // No Office file has a document type; one would only be there to define entities that explode.
  if (text.includes("<!DOCTYPE")) throw new Damaged(`${part}: a document type`);
  const parser = new DOMParser({
    locator: false,
    onError: (level, message) => {
      if (level !== "warning") throw new Damaged(`${part}: ${message}`);
    },
  });
  return parser.parseFromString(text, "text/xml");
}

export function serializeXml(document: Document): string {
  const body = new XMLSerializer().serializeToString(document).replace(/^\s*<\?xml[^>]*\?>\s*/, "");
  return DECLARATION + body;
}

export function rootOf(document: Document): Element {
  if (!document.documentElement) throw new Damaged("an XML part without a root");
  return document.documentElement;
}

export function children(parent: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node);
  }
  return found;
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}

export function descendants(root: Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS("*", name)];
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

export function flag(element: Element | undefined, name: string, otherwise = false): boolean {
  const value = attribute(element, name);
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

export function integer(element: Element | undefined, name: string, otherwise: number): number {
  const value = Number.parseInt(attribute(element, name) ?? "", 10);
  return Number.isNaN(value) ? otherwise : value;
}

/** The `r:id` of an element, whatever the prefix; transitional and strict files differ in its namespace. */
export function relationId(element: Element): string | undefined {
  for (let i = 0; i < element.attributes.length; i++) {
    const found = element.attributes.item(i);
    if (found?.localName === "id" && found.namespaceURI?.endsWith("/relationships")) return found.value;
  }
  return undefined;
}

export function setRelationId(element: Element, id: string): void {
  const isStrict = element.namespaceURI?.includes("purl.oclc.org");
  element.setAttributeNS(isStrict ? STRICT_RELATIONSHIPS : RELATIONSHIPS, "r:id", id);
}

/** Sets attributes; `undefined` takes one away. */
export function set(element: Element, values: Readonly<Record<string, AttributeValue>>): Element {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
  }
  return element;
}

/** A new element of the parent's namespace and prefix, in no place yet. */
export function create(parent: Element, name: string, values: Readonly<Record<string, AttributeValue>> = {}): Element {
  const owner = parent.ownerDocument;
  if (!owner) throw new Error("an element without a document");
  const made = owner.createElementNS(parent.namespaceURI, parent.prefix ? `${parent.prefix}:${name}` : name);
  return set(made, values);
}

export function append(parent: Element, name: string, values: Readonly<Record<string, AttributeValue>> = {}): Element {
  const made = create(parent, name, values);
  parent.appendChild(made);
  return made;
}

/** The child of that name, made at its place in the schema's order where there is none. */
export function ensure(parent: Element, name: string, order: readonly string[]): Element {
  return child(parent, name) ?? insert(parent, create(parent, name), order);
}

/** Puts a new child at its place in the schema's order, after any of the same name. */
export function insert(parent: Element, made: Element, order: readonly string[]): Element {
  const rank = order.indexOf(made.localName ?? "");
  const next = children(parent).find((other) => order.indexOf(other.localName ?? "") > rank);
  parent.insertBefore(made, next ?? null);
  return made;
}

export function remove(element: Element | undefined): void {
  element?.parentNode?.removeChild(element);
}

/** Takes away an element that has no children left, then its parent if that is now empty, up to the root. */
export function prune(element: Element | undefined): void {
  let at = element;
  while (at && children(at).length === 0 && at.parentNode && isElement(at.parentNode)) {
    const parent: Element = at.parentNode;
    parent.removeChild(at);
    at = parent;
  }
}

/** A deep copy in the same document. */
export function copyOf(element: Element): Element {
  const copy = element.cloneNode(true);
  if (!isElement(copy)) throw new Error("the copy of an element is an element");
  return copy;
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}
