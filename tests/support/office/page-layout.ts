import type { PageSetup } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { parseArea } from "../../../desk/xlsx/references.ts";
import { type ExcelObject, flagOf, invalid, numberOf, oneOf, recordOf, textOf } from "./excel-object.ts";

const MILLIMETRES_PER_POINT = 25.4 / 72;

const PLAIN: PageSetup = {
  orientation: "portrait",
  paper: "A4",
  margins: { top: 19.05, bottom: 19.05, left: 17.78, right: 17.78 },
  fitWidth: 1,
  centred: false,
};

export function pageLayoutObject(sheet: Sheet): ExcelObject {
  const lay = (change: Partial<PageSetup>): void => {
    sheet.page = { ...PLAIN, ...sheet.page, ...change };
  };
  const margin = (side: keyof PageSetup["margins"]) => (value: unknown) => {
    const millimetres = Math.round(numberOf(value) * MILLIMETRES_PER_POINT * 1e6) / 1e6;
    lay({ margins: { ...(sheet.page ?? PLAIN).margins, [side]: millimetres } });
  };
  return {
    type: "PageLayout",
    set: {
      orientation: (value) => lay({ orientation: oneOf({ Portrait: "portrait", Landscape: "landscape" } as const, value) }),
      paperSize: (value) => lay({ paper: oneOf({ A4: "A4", A3: "A3" } as const, value) }),
      centerHorizontally: (value) => lay({ centred: flagOf(value) }),
      topMargin: margin("top"),
      bottomMargin: margin("bottom"),
      leftMargin: margin("left"),
      rightMargin: margin("right"),
      zoom: (value) => {
        const { horizontalFitToPages, verticalFitToPages } = recordOf(value, "horizontalFitToPages", "verticalFitToPages");
        lay({
          fitWidth: numberOf(horizontalFitToPages),
          ...(verticalFitToPages === undefined ? {} : { fitHeight: numberOf(verticalFitToPages) }),
        });
      },
    },
    own: {
      headersFooters: () => ({
        type: "HeaderFooterGroup",
        own: { defaultForAllPages: () => headerFooterObject(sheet, lay) },
      }),
    },
    call: {
      setPrintArea: (address) => {
        lay({ printArea: parseArea(textOf(address)) ?? invalid(`${address} for an address`) });
        return undefined;
      },
      setPrintTitleRows: (address) => {
        const rows = parseArea(textOf(address)) ?? invalid(`${address} for rows`);
        lay({ repeatRows: [rows.row, rows.row + rows.rows - 1] });
        return undefined;
      },
    },
  };
}

type Code = "L" | "C" | "R";

/** The workbook keeps the three sections in one text, as files do. */
function headerFooterObject(sheet: Sheet, lay: (change: Partial<PageSetup>) => void): ExcelObject {
  const section = (line: "header" | "footer", code: Code) => (value: unknown) => {
    const text = textOfSections({ ...sectionsOf(sheet.page?.[line] ?? ""), [code]: textOf(value) });
    if (text !== (sheet.page?.[line] ?? "")) lay({ [line]: text });
  };
  return {
    type: "HeaderFooter",
    set: {
      leftHeader: section("header", "L"),
      centerHeader: section("header", "C"),
      rightHeader: section("header", "R"),
      leftFooter: section("footer", "L"),
      centerFooter: section("footer", "C"),
      rightFooter: section("footer", "R"),
    },
  };
}

function sectionsOf(text: string): Record<Code, string> {
  const sections = { L: "", C: "", R: "" };
  let code: Code = "C";
  for (const [piece] of text.matchAll(/&[\s\S]|[^&]+|&$/g)) {
    if (piece === "&L" || piece === "&C" || piece === "&R") code = piece.charAt(1) as Code;
    else sections[code] += piece;
  }
  return sections;
}

function textOfSections({ L, C, R }: Record<Code, string>): string {
  return `${L && `&L${L}`}${C && (L || R ? `&C${C}` : C)}${R && `&R${R}`}`;
}
