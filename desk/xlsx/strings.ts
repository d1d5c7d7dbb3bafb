import { blankStrings } from "./blank.ts";
import { Damaged } from "./damaged.ts";
import type { Package } from "./package.ts";
import { declareType, isStrict, relate, related } from "./relationships.ts";
import { TagScanner } from "./scan.ts";
import { nextChild, readRichText } from "./sheet-xml.ts";
import { decodeText, encodeText, escapeXml, keepsSpace } from "./text.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

interface SharedString {
  readonly text: string;
  /** Has runs or readings of its own, so that a plain text must not point to it. */
  readonly isRich: boolean;
}

/** A workbook's shared strings. New ones are appended; what the file has stays as it is. */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private readonly added: string[] = [];
  private uses = 0;

  private constructor(private readonly known: readonly SharedString[]) {
    known.forEach(({ text, isRich }, index) => {
      if (!isRich && !this.indexes.has(text)) this.indexes.set(text, index);
    });
  }

  static read(pack: Package, workbookPart: string): SharedStrings {
    const part = related(pack, workbookPart, "sharedStrings")?.target;
    return new SharedStrings(part === undefined || !pack.has(part) ? [] : readStrings(pack.text(part)));
  }

  /** The same strings with nothing added, so that one file can be written twice. */
  fork(): SharedStrings {
    return new SharedStrings(this.known);
  }

  at(index: number): string | undefined {
    return this.known[index]?.text;
  }

  /** The index of a plain text, which is added where there is none. */
  indexOf(text: string): number {
    this.uses++;
    const found = this.indexes.get(text);
    if (found !== undefined) return found;
    const index = this.known.length + this.added.push(text) - 1;
    this.indexes.set(text, index);
    return index;
  }

  save(pack: Package, workbookPart: string): void {
    if (this.added.length === 0) return;
    const part = related(pack, workbookPart, "sharedStrings")?.target ?? create(pack, workbookPart);
    pack.set(part, this.appendTo(pack.text(part)));
  }

  private appendTo(xml: string): string {
    const scanner = new TagScanner(xml);
    scanner.next();
    const prefix = /^<([^\s>/]*:)?/.exec(xml.slice(scanner.start))?.[1] ?? "";
    const attributes = scanner.attributes();
    attributes.set("count", String(Number(attributes.get("count") ?? this.known.length) + this.uses));
    attributes.set("uniqueCount", String(this.known.length + this.added.length));
    const head = `<${prefix}sst${[...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("")}>`;
    const body = scanner.kind === "empty" ? "" : xml.slice(scanner.end, xml.lastIndexOf("</"));
    const items = this.added.map((text) => {
      const space = keepsSpace(text) ? ' xml:space="preserve"' : "";
      return `<${prefix}si><${prefix}t${space}>${escapeXml(encodeText(text))}</${prefix}t></${prefix}si>`;
    });
    return `${xml.slice(0, scanner.start)}${head}${body}${items.join("")}</${prefix}sst>`;
  }
}

function readStrings(xml: string): SharedString[] {
  const scanner = new TagScanner(xml);
  const strings: SharedString[] = [];
  if (!scanner.next()) throw new Damaged("an empty part of shared strings");
  if (scanner.kind === "empty") return strings;
  while (nextChild(scanner)) {
    if (scanner.name !== "si") {
      scanner.skip();
      continue;
    }
    const start = scanner.start;
    const text = decodeText(readRichText(scanner));
    const item = xml.slice(start, scanner.end);
    strings.push({ text, isRich: /<(?:\w+:)?(?:r|rPh|phoneticPr|extLst)[\s/>]/.test(item) });
  }
  return strings;
}

function create(pack: Package, workbookPart: string): string {
  const part = "xl/sharedStrings.xml";
  pack.set(part, blankStrings(isStrict(pack)));
  relate(pack, workbookPart, "sharedStrings", part);
  declareType(pack, part, TYPE);
  return part;
}
