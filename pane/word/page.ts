import {
  AlignmentType,
  Footer,
  Header,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { PageSetup } from "../../core/index.ts";
import { type HeaderPart, headerParts } from "./header-codes.ts";

const TWIPS_PER_MM = 1440 / 25.4;
/** A character of a column is 7 pixels wide on paper too. */
const TWIPS_PER_CHARACTER = 105;
/** Sheets are printed scaled to the page's width; text smaller than this is not read. */
const SMALLEST_SCALE = 0.85;
/** Millimetres, shorter side first. */
const PAPERS = { A4: [210, 297], A3: [297, 420] } as const;
const STANDARD: Pick<PageSetup, "orientation" | "paper" | "margins"> = {
  orientation: "portrait",
  paper: "A4",
  margins: { top: 15, bottom: 15, left: 15, right: 15 },
};
/** Of the paper's edge, where a header and a footer stand. */
const EDGE = 7;

/** The paper of a document, and what the sheet's columns measure on it, in twips. */
export interface Page {
  readonly properties: NonNullable<ISectionPropertiesOptions["page"]>;
  readonly width: number;
  readonly columns: readonly number[];
  /** By what texts are made smaller, as printing makes them. */
  readonly scale: number;
}

export function pageOf(setup: PageSetup | undefined, widths: readonly number[]): Page {
  const { orientation, paper, margins } = setup ?? STANDARD;
  const [width, height] = PAPERS[paper].map(twips) as [number, number];
  const isWide = orientation === "landscape";
  const printed = (isWide ? height : width) - twips(margins.left + margins.right);
  const characters = widths.reduce((sum, each) => sum + each, 0);
  const columns = widths.map((each) => Math.round((each / characters) * printed));
  return {
    properties: {
      // docx turns the paper by itself where it lies.
      size: { width, height, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: {
        top: twips(margins.top),
        bottom: twips(margins.bottom),
        left: twips(margins.left),
        right: twips(margins.right),
        header: twips(EDGE),
        footer: twips(EDGE),
      },
    },
    width: columns.reduce((sum, each) => sum + each, 0),
    columns,
    scale: Math.min(1, Math.max(SMALLEST_SCALE, printed / (characters * TWIPS_PER_CHARACTER))),
  };
}

function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** A header or footer in Excel's codes as one line with its three parts at tab stops. */
export function headerParagraph(kind: "header", codes: string, page: Page): Header;
export function headerParagraph(kind: "footer", codes: string, page: Page): Footer;
export function headerParagraph(kind: "header" | "footer", codes: string, { width }: Page): Header | Footer {
  const { left, center, right } = headerParts(codes);
  const line = new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [
      ...left.map(runOf),
      new TextRun({ children: [new Tab()] }),
      ...center.map(runOf),
      new TextRun({ children: [new Tab()] }),
      ...right.map(runOf),
    ],
  });
  return kind === "header" ? new Header({ children: [line] }) : new Footer({ children: [line] });
}

function runOf({ text, size }: HeaderPart): TextRun {
  const child = text === "page" ? PageNumber.CURRENT : text === "pages" ? PageNumber.TOTAL_PAGES : text.said;
  return new TextRun({ size: Math.round(size * 2), children: [child] });
}
