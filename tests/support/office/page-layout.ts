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

/** The workbook keeps the three sections in one text, as files do. */
function headerFooterObject(sheet: Sheet, lay: (change: Partial<PageSetup>) => void): ExcelObject {
  const section = (line: "header" | "footer", code: "L" | "C" | "R") => (value: unknown) => {
    const text = textOf(value);
    if (text === "") return;
    const mark = code === "C" && sheet.page?.[line] === undefined ? "" : `&${code}`;
    lay({ [line]: `${sheet.page?.[line] ?? ""}${mark}${text}` });
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
