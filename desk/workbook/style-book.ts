import type { Style } from "../../core/index.ts";
import { same } from "./same.ts";

/** A look in use. `from` names the look of the opened file it was made from, whose other properties it keeps. */
export interface StyleEntry {
  readonly style: Style;
  /** Index of the cell format (`xf`) in the opened file. */
  readonly from?: number;
  /** What was changed of that format since; nothing where left out. */
  readonly changed?: Style;
}

/** The looks of a workbook's cells; a cell keeps an index. Entry 0 is the default. */
export class StyleBook {
  readonly entries: StyleEntry[] = [{ style: {} }];
  private readonly known = new Map<string, number>();

  /** Forgets the default and takes a file's own looks, in the file's order. */
  load(styles: readonly Style[]): void {
    this.known.clear();
    this.entries.length = 0;
    this.entries.push(...styles.map((style, from) => ({ style, from })));
    if (this.entries.length === 0) this.entries.push({ style: {} });
  }

  at(index: number): Style {
    return this.entries[index]?.style ?? {};
  }

  /** The index of the look that `index` becomes when `change` is laid over it; `index` itself where it has all of it. */
  over(index: number, change: Style): number {
    const id = `${index}|${JSON.stringify(change)}`;
    const found = this.known.get(id);
    if (found !== undefined) return found;
    const after = this.lay(index, change);
    this.known.set(id, after);
    return after;
  }

  private lay(index: number, change: Style): number {
    const entry = this.entries[index] ?? { style: {} };
    const style = merge(entry.style, change);
    if (same(style, entry.style)) return index;
    const { from, changed = {} } = entry;
    this.entries.push(from === undefined ? { style } : { style, from, changed: merge(changed, change) });
    return this.entries.length - 1;
  }
}

function merge(under: Style, change: Style): Style {
  return { ...under, ...change, ...(change.border && { border: { ...under.border, ...change.border } }) };
}
