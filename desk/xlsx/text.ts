/** Text as Office files keep it: XML escapes, and `_xHHHH_` for characters that XML cannot hold. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// An underscore that would read as the start of an escape, also when the escape of the next character completes it.
const LOOKS_ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
  /_(?=x[0-9A-Fa-f]{4}(?:_|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|[\udc00-\udfff]))/g;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** @example encodeText("a\u0001") // "a_x0001_" */
export function encodeText(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, "_x005F_")
    .replace(UNPRINTABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** As `encodeText`, for attributes, where XML would turn a line break into a space. */
export function encodeAttribute(text: string): string {
  return encodeText(text).replaceAll("\n", "_x000a_").replaceAll("\t", "_x0009_");
}

/** @example decodeText("_x005F_x0001_") // "_x0001_" */
export function decodeText(text: string): string {
  return text.includes("_x") ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}

/** Escapes for XML content and for double-quoted attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of XML content that has no tags in it. */
export function unescapeXml(xml: string): string {
  const plain = xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml;
  if (plain.includes("<![CDATA[")) {
    return plain
      .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
      .map((piece, index) => (index % 2 === 1 ? piece : resolveEntities(piece)))
      .join("");
  }
  return resolveEntities(plain);
}

function resolveEntities(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A `<t>` element's text needs this where its ends would otherwise be trimmed. */
export function keepsSpace(text: string): boolean {
  return /^\s|\s$|[\n\t]/.test(text);
}
