/**
 * Walks the tags of an XML text without building a tree: a sheet's cells are too many for one, and
 * those nobody touched are written back as the very text they were read from.
 */
import { Damaged } from "./damaged.ts";
import { unescapeXml } from "./text.ts";

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const GREATER = 62;
const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export class TagScanner {
  kind: "open" | "close" | "empty" = "open";
  /** Without its prefix. */
  name = "";
  /** Of the tag: the index of its `<`, and the one after its `>`. */
  start = 0;
  end = 0;

  constructor(readonly xml: string) {}

  /** Goes to the next tag, past comments, CDATA and instructions; false at the end. */
  next(): boolean {
    const xml = this.xml;
    let at = this.end;
    for (;;) {
      at = xml.indexOf("<", at);
      if (at < 0) return false;
      const mark = xml[at + 1];
      if (mark === "?") at = this.after("?>", at);
      else if (mark !== "!") break;
      else if (xml.startsWith("<!--", at)) at = this.after("-->", at);
      else if (xml.startsWith("<![CDATA[", at)) at = this.after("]]>", at);
      else throw new Damaged("a document type");
    }
    this.start = at;
    this.end = this.tagEnd(at);
    const isClose = xml.charCodeAt(at + 1) === SLASH;
    this.kind = isClose ? "close" : xml.charCodeAt(this.end - 2) === SLASH ? "empty" : "open";
    let from = at + (isClose ? 2 : 1);
    let to = from;
    for (; to < this.end - 1; to++) {
      const code = xml.charCodeAt(to);
      if (code === 58) from = to + 1;
      else if (code <= 32 || code === SLASH) break;
    }
    this.name = xml.slice(from, to);
    return true;
  }

  /** Goes past the element whose open tag this is; then `start` and `end` are those of its close tag. */
  skip(): void {
    if (this.kind === "empty") return;
    let depth = 1;
    while (depth > 0) {
      if (!this.next()) throw new Damaged("XML that ends early");
      if (this.kind === "open") depth++;
      else if (this.kind === "close") depth--;
    }
  }

  /** The text of the element whose open tag this is, and goes past it. */
  text(): string {
    if (this.kind === "empty") return "";
    const from = this.end;
    this.skip();
    return unescapeXml(this.xml.slice(from, this.start));
  }

  attributes(): Map<string, string> {
    return readAttributes(this.xml.slice(this.start, this.end));
  }

  private after(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    if (at < 0) throw new Damaged("XML that ends early");
    return at + mark.length;
  }

  private tagEnd(from: number): number {
    let quote = 0;
    for (let at = from + 1; at < this.xml.length; at++) {
      const code = this.xml.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === GREATER) return at + 1;
      else if (code === QUOTE || code === APOSTROPHE) quote = code;
    }
    throw new Damaged("XML that ends early");
  }
}

/** The attributes of a tag, under the names (with prefix) and in the order they are written in. */
function readAttributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of tag.matchAll(ATTRIBUTE)) found.set(name, unescapeXml(double ?? single ?? ""));
  return found;
}
