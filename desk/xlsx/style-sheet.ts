import type { Highlight, Style } from "../../core/index.ts";
import type { StyleBook, StyleEntry } from "../workbook/style-book.ts";
import { builtinFormat } from "./number-formats.ts";
import type { Package } from "./package.ts";
import { paintBorder, paintFill, paintFont, paintHighlight } from "./paint.ts";
import {
  append,
  attribute,
  child,
  children,
  copyOf,
  create,
  type Document,
  type Element,
  ensure,
  flag,
  integer,
  rootOf,
  serializeXml,
  set,
} from "./xml.ts";

const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
const XF_ORDER = ["alignment", "protection", "extLst"];
const FIRST_CUSTOM_FORMAT = 164;

/** Whether text must be marked so that Excel does not take it for something else when a person edits it. */
export type Quoting = "quoted" | "as-it-is" | "unquoted";

/** The styles part while it is written: looks are only ever appended, so that what the file's own cells point to stays. */
export class StyleSheet {
  private readonly document: Document;
  private readonly root: Element;
  private readonly known = new Map<string, number>();
  private readonly lists = new Map<Element, Map<string, number>>();
  private isChanged = false;

  constructor(
    private readonly pack: Package,
    private readonly part: string,
    private readonly book: StyleBook,
  ) {
    this.document = pack.xml(part);
    this.root = rootOf(this.document);
  }

  /** The index of the cell format for a look of the model. */
  /** The look of an index, as the model has it. */
  look(index: number): Style {
    return this.book.at(index);
  }

  format(index: number, quoting: Quoting = "as-it-is"): number {
    const key = `${index}|${quoting}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.formatOf(this.book.entries[index] ?? { style: {} }, quoting);
      this.known.set(key, found);
    }
    return found;
  }

  /** The index of the differential format of a highlight. */
  highlight(style: Highlight["style"]): number {
    const list = ensure(this.root, "dxfs", ORDER);
    return this.add(list, paintHighlight(list, style));
  }

  /** The differential formats, by index. */
  highlights(): readonly Element[] {
    return children(child(this.root, "dxfs"), "dxf");
  }

  save(): void {
    if (this.isChanged) this.pack.set(this.part, serializeXml(this.document));
  }

  private formatOf(entry: StyleEntry, quoting: Quoting): number {
    const from = entry.from ?? 0;
    const change = entry.from === undefined ? entry.style : (entry.changed ?? {});
    const formats = ensure(this.root, "cellXfs", ORDER);
    const base = children(formats, "xf")[from];
    const isQuoted = flag(base, "quotePrefix");
    const quote = quoting === "quoted" || (quoting === "as-it-is" && isQuoted);
    if (base && Object.keys(change).length === 0 && quote === isQuoted) return from;
    const format = base ? copyOf(base) : create(formats, "xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
    this.applyParts(format, change);
    applyAlignment(format, change);
    if (change.locked !== undefined) {
      set(ensure(format, "protection", XF_ORDER), { locked: change.locked });
      set(format, { applyProtection: true });
    }
    set(format, { quotePrefix: quote || undefined });
    return this.add(formats, format);
  }

  private applyParts(format: Element, change: Style): void {
    if (change.numberFormat !== undefined) {
      set(format, { numFmtId: this.numberFormat(change.numberFormat), applyNumberFormat: true });
    }
    if ([change.font, change.size, change.bold, change.italic, change.color].some((property) => property !== undefined)) {
      set(format, {
        fontId: this.changed("fonts", "font", integer(format, "fontId", 0), (font) => paintFont(font, change)),
        applyFont: true,
      });
    }
    const { fill, border } = change;
    if (fill !== undefined) {
      set(format, {
        fillId: this.changed("fills", "fill", integer(format, "fillId", 0), (element) => paintFill(element, fill)),
        applyFill: true,
      });
    }
    if (border !== undefined) {
      set(format, {
        borderId: this.changed("borders", "border", integer(format, "borderId", 0), (element) => paintBorder(element, border)),
        applyBorder: true,
      });
    }
  }

  /** The index of a copy of an item of a list, changed. */
  private changed(listName: string, name: string, index: number, paint: (element: Element) => void): number {
    const list = ensure(this.root, listName, ORDER);
    const base = children(list, name)[index];
    const made = base ? copyOf(base) : create(list, name);
    paint(made);
    return this.add(list, made);
  }

  private numberFormat(code: string): number {
    const builtin = builtinFormat(code);
    if (builtin !== undefined) return builtin;
    const list = ensure(this.root, "numFmts", ORDER);
    const known = children(list, "numFmt");
    const found = known.find((format) => attribute(format, "formatCode") === code);
    if (found) return integer(found, "numFmtId", 0);
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...known.map((format) => integer(format, "numFmtId", 0))) + 1;
    append(list, "numFmt", { numFmtId: id, formatCode: code });
    set(list, { count: known.length + 1 });
    this.isChanged = true;
    return id;
  }

  /** The index of an item of a list, appended where the list has none like it. */
  private add(list: Element, made: Element): number {
    let indexes = this.lists.get(list);
    if (!indexes) {
      const texts = children(list).map((item) => item.toString());
      // The first of equal items, so that the file's own comes before one of ours.
      indexes = new Map(texts.map((text, index) => [text, index] as const).reverse());
      this.lists.set(list, indexes);
    }
    const text = made.toString();
    const found = indexes.get(text);
    if (found !== undefined) return found;
    const index = children(list).length;
    list.appendChild(made);
    set(list, { count: index + 1 });
    indexes.set(text, index);
    this.isChanged = true;
    return index;
  }
}

function applyAlignment(format: Element, change: Style): void {
  const { horizontal, vertical, wrap, indent } = change;
  if (horizontal === undefined && vertical === undefined && wrap === undefined && indent === undefined) return;
  const alignment = ensure(format, "alignment", XF_ORDER);
  if (horizontal !== undefined) set(alignment, { horizontal });
  if (vertical !== undefined) set(alignment, { vertical });
  if (wrap !== undefined) set(alignment, { wrapText: wrap });
  if (indent !== undefined) set(alignment, { indent: indent > 0 ? indent : undefined });
  // Excel indents only text that leans to a side.
  if (indent !== undefined && indent > 0 && child(format, "alignment")?.getAttribute("horizontal") === "general") {
    set(alignment, { horizontal: "left" });
  }
  set(format, { applyAlignment: true });
}
