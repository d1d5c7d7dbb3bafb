/** How a sheet prints. Its print area and repeated rows stand among the workbook's names: see `names.ts`. */
import type { PageSetup } from "../../core/index.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { decodeText, encodeText } from "./text.ts";
import { PROPERTIES_ORDER } from "./view.ts";
import { attribute, child, children, type Element, ensure, flag, integer, remove, set } from "./xml.ts";

const MM_PER_INCH = 25.4;
const PAPERS = { A4: 9, A3: 8 } as const;
const MARGINS = ["left", "right", "top", "bottom"] as const;
const MARGINS_INCHES = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75 } as const;
const HEADER_ORDER = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/** @param names what the workbook's names say of the sheet's printing */
export function readPage(root: Element, names: Pick<PageSetup, "repeatRows" | "printArea">): PageSetup | undefined {
  const setup = child(root, "pageSetup");
  const margins = child(root, "pageMargins");
  const options = child(root, "printOptions");
  const texts = child(root, "headerFooter");
  if (![setup, margins, options, texts].some(Boolean) && Object.keys(names).length === 0) return undefined;
  const fits = flag(child(child(root, "sheetPr"), "pageSetUpPr"), "fitToPage");
  const fitHeight = integer(setup, "fitToHeight", 1);
  const mm = (side: (typeof MARGINS)[number]) => round((Number(attribute(margins, side)) || MARGINS_INCHES[side]) * MM_PER_INCH, 2);
  const header = child(texts, "oddHeader")?.textContent ?? "";
  const footer = child(texts, "oddFooter")?.textContent ?? "";
  return {
    orientation: attribute(setup, "orientation") === "landscape" ? "landscape" : "portrait",
    paper: integer(setup, "paperSize", PAPERS.A4) === PAPERS.A3 ? "A3" : "A4",
    margins: { top: mm("top"), bottom: mm("bottom"), left: mm("left"), right: mm("right") },
    // Not fitted at all is 0 pages across.
    fitWidth: fits ? integer(setup, "fitToWidth", 1) : 0,
    ...(fits && fitHeight > 0 ? { fitHeight } : {}),
    ...names,
    ...(header === "" ? {} : { header: decodeText(header) }),
    ...(footer === "" ? {} : { footer: decodeText(footer) }),
    centred: flag(options, "horizontalCentered"),
  };
}

export function writePage(root: Element, { page }: Sheet): void {
  if (!page) return;
  const fits = page.fitWidth > 0 || page.fitHeight !== undefined;
  set(ensure(ensure(root, "sheetPr", SHEET_ORDER), "pageSetUpPr", PROPERTIES_ORDER), { fitToPage: fits || undefined });
  set(ensure(root, "printOptions", SHEET_ORDER), { horizontalCentered: page.centred || undefined });
  const margins = ensure(root, "pageMargins", SHEET_ORDER);
  for (const side of MARGINS) set(margins, { [side]: round(page.margins[side] / MM_PER_INCH, 6) });
  set(margins, { header: attribute(margins, "header") ?? 0.3, footer: attribute(margins, "footer") ?? 0.3 });
  const setup = set(ensure(root, "pageSetup", SHEET_ORDER), { paperSize: PAPERS[page.paper], orientation: page.orientation });
  set(setup, { fitToWidth: fits ? page.fitWidth : undefined, fitToHeight: fits ? (page.fitHeight ?? 0) : undefined });
  // A custom size would win over the paper.
  set(setup, { paperWidth: undefined, paperHeight: undefined });
  writeTexts(root, page);
}

function writeTexts(root: Element, { header, footer }: PageSetup): void {
  const texts = ensure(root, "headerFooter", SHEET_ORDER);
  for (const [name, text] of [
    ["oddHeader", header],
    ["oddFooter", footer],
  ] as const) {
    if (text === undefined || text === "") remove(child(texts, name));
    else ensure(texts, name, HEADER_ORDER).textContent = encodeText(text);
  }
  if (children(texts).length === 0) remove(texts);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
