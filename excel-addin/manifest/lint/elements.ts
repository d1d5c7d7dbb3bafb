import type { Element } from "@xmldom/xmldom";

/** A mistake that Office answers with silence: the add-in does not load, or a button is missing. */
export interface Fault {
  readonly rule: string;
  /** The element or id, and what is wrong with it. */
  readonly detail: string;
}

/** Every element of that name below another, whatever its namespace, in document order. */
export function all(below: Element, name: string): Element[] {
  return [...below.getElementsByTagNameNS("*", name)];
}

/** The elements directly inside another. */
export function inside(parent: Element): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

export function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}
