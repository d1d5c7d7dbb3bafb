/** An XML element, or the text inside one. */
export type Node = Element | string;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export function el(name: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Node[]): Element {
  return { name, attributes, children };
}

/** As a document, two spaces a level; an element with text stands on one line. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
}

function lines({ name, attributes, children }: Element, indent: string): string[] {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(" ");
  if (children.length === 0) return [`${indent}<${head}/>`];
  if (children.every((child) => typeof child === "string"))
    return [`${indent}<${head}>${children.map((text) => escapeXml(String(text))).join("")}</${name}>`];
  const inside = children.flatMap((child) =>
    typeof child === "string" ? [`${indent}  ${escapeXml(child)}`] : lines(child, `${indent}  `),
  );
  return [`${indent}<${head}>`, ...inside, `${indent}</${name}>`];
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
