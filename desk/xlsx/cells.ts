/** Cells as XML. */
import { isCellError } from "../../core/index.ts";
import type { Cell } from "../workbook/sheet.ts";
import { fileFormula, plainFormula } from "./formulas.ts";
import { cellRef } from "./references.ts";
import type { RowMoves } from "./row-moves.ts";
import type { RawCell } from "./sheet-xml.ts";
import type { SharedStrings } from "./strings.ts";
import type { Quoting, StyleSheet } from "./style-sheet.ts";
import { encodeText, escapeXml } from "./text.ts";

interface CellWriting {
  readonly prefix: string;
  readonly moves: RowMoves;
  readonly strings: SharedStrings;
  readonly styles: StyleSheet;
}

/** A cell of the file with all that it holds, at another row or in another look; `style` where the look changed. */
export function keptCell(raw: RawCell, row: number, moves: RowMoves, style: number | undefined): string {
  const [tag = ""] = /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(raw.xml) ?? [];
  const placed = withAttribute(tag, "r", cellRef(row, raw.column));
  const head = style === undefined ? placed : withAttribute(placed, "s", String(style));
  const rest = raw.xml.slice(tag.length);
  const { area } = raw.formula ?? {};
  if (area === undefined || moves.isNone) return head + rest;
  return head + rest.replace(/( ref\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${moves.reference(area)}"`);
}

/** A tag with an attribute set, the others as they are written. */
function withAttribute(tag: string, name: string, value: string): string {
  const known = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  return known.test(tag) ? tag.replace(known, `$1"${value}"`) : tag.replace(/^<[^\s/>]+/, `$& ${name}="${value}"`);
}

export function cellXml(writing: CellWriting, raw: RawCell | undefined, cell: Cell, row: number, column: number): string {
  const { prefix, styles } = writing;
  const style = styles.format(cell.style, quotingOf(cell));
  const { type, value } = valueXml(writing, cell);
  const tag = `<${prefix}c r="${cellRef(row, column)}"${style === 0 ? "" : ` s="${style}"`}${type === "n" ? "" : ` t="${type}"`}`;
  const formula = cell.formula === undefined ? "" : formulaXml(prefix, cell.formula, keptArray(writing, raw, cell.formula));
  const content = formula + (value === undefined ? "" : `<${prefix}v>${value}</${prefix}v>`);
  return content === "" ? `${tag}/>` : `${tag}>${content}</${prefix}c>`;
}

/** The area of an array formula that moved or was computed anew; one with another text is an ordinary formula. */
function keptArray({ moves }: CellWriting, raw: RawCell | undefined, formula: string): string | undefined {
  const { type, area, text = "" } = raw?.formula ?? {};
  const isKept = type === "array" && (!moves.isNone || plainFormula(text) === formula);
  return isKept && area !== undefined ? moves.reference(area) : undefined;
}

function formulaXml(prefix: string, formula: string, array: string | undefined): string {
  const area = array === undefined ? "" : ` t="array" ref="${array}"`;
  return `<${prefix}f${area}>${escapeXml(encodeText(fileFormula(formula)))}</${prefix}f>`;
}

function valueXml({ strings }: CellWriting, { value, formula }: Cell): { type: string; value?: string } {
  if (value === null) return { type: "n" };
  if (isCellError(value)) return { type: "e", value: escapeXml(value.error) };
  if (typeof value === "boolean") return { type: "b", value: value ? "1" : "0" };
  // A number no file can hold comes of a sum that overflowed.
  if (typeof value === "number") return Number.isFinite(value) ? { type: "n", value: String(value) } : { type: "e", value: "#NUM!" };
  if (formula !== undefined) return { type: "str", value: escapeXml(encodeText(value)) };
  return { type: "s", value: String(strings.indexOf(value)) };
}

export function quotingOf({ value, formula }: Cell): Quoting {
  if (typeof value !== "string" || formula !== undefined) return "unquoted";
  return /^[=']/.test(value) ? "quoted" : "as-it-is";
}
