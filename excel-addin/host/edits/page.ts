import type { PageSetup } from "../../../core/index.ts";
import { addressOf, rowsAddress } from "../references.ts";

const POINTS_PER_MILLIMETRE = 72 / 25.4;

export function setPage(sheet: Excel.Worksheet, page: PageSetup): void {
  const { pageLayout } = sheet;
  const { top, bottom, left, right } = page.margins;
  pageLayout.set({
    orientation: page.orientation === "portrait" ? "Portrait" : "Landscape",
    paperSize: page.paper,
    topMargin: top * POINTS_PER_MILLIMETRE,
    bottomMargin: bottom * POINTS_PER_MILLIMETRE,
    leftMargin: left * POINTS_PER_MILLIMETRE,
    rightMargin: right * POINTS_PER_MILLIMETRE,
    centerHorizontally: page.centred,
    zoom: { horizontalFitToPages: page.fitWidth, ...(page.fitHeight === undefined ? {} : { verticalFitToPages: page.fitHeight }) },
  });
  if (page.printArea) pageLayout.setPrintArea(addressOf(page.printArea));
  if (page.repeatRows) pageLayout.setPrintTitleRows(rowsAddress(page.repeatRows[0], page.repeatRows[1] - page.repeatRows[0] + 1));
  const header = sections(page.header ?? "");
  const footer = sections(page.footer ?? "");
  pageLayout.headersFooters.defaultForAllPages.set({
    leftHeader: header.L,
    centerHeader: header.C,
    rightHeader: header.R,
    leftFooter: footer.L,
    centerFooter: footer.C,
    rightFooter: footer.R,
  });
}

/** Excel's codes name the section that follows; what comes first is in the middle. `&&` is a plain ampersand. */
function sections(text: string): Record<"L" | "C" | "R", string> {
  const parts = { L: "", C: "", R: "" };
  let section: keyof typeof parts = "C";
  for (const piece of text.match(/&[\s\S]|[^&]+|&$/g) ?? []) {
    if (piece === "&L" || piece === "&C" || piece === "&R") section = piece.charAt(1) as keyof typeof parts;
    else parts[section] += piece;
  }
  return parts;
}
