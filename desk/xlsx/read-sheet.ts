import type { Sheet } from "../workbook/sheet.ts";
import { CellReader } from "./cell-values.ts";
import { readCharts } from "./charts.ts";
import { readColumns } from "./columns.ts";
import { readFilter } from "./filter.ts";
import { readHighlights } from "./highlights.ts";
import { readMerges } from "./merges.ts";
import { readPrinting } from "./names.ts";
import type { Package } from "./package.ts";
import { readPage } from "./page.ts";
import { relationships } from "./relationships.ts";
import { readRows } from "./rows.ts";
import { splitSheet } from "./sheet-xml.ts";
import type { SharedStrings } from "./strings.ts";
import { readTables } from "./tables.ts";
import { readValidations } from "./validations.ts";
import { readView } from "./view.ts";
import { type Element, parseXml, rootOf } from "./xml.ts";

export interface SheetReading {
  readonly pack: Package;
  readonly workbookPart: string;
  readonly workbookRoot: Element;
  /** The sheets as the file has them. */
  readonly order: readonly Sheet[];
  readonly strings: SharedStrings;
  /** The differential formats of the styles part. */
  readonly formats: readonly Element[];
  readonly dateSystem: 1900 | 1904;
}

export function readSheet(reading: SheetReading, sheet: Sheet): void {
  const { pack, workbookPart, workbookRoot, order, strings, formats, dateSystem } = reading;
  const part = sheet.part ?? "";
  if (!isWorksheet(pack, workbookPart, part)) return;
  const { frame, rows } = splitSheet(pack.text(part));
  const root = rootOf(parseXml(frame, part));
  readRows(rows, new CellReader(rows, strings, dateSystem), sheet);
  readColumns(root, sheet);
  readMerges(root, sheet);
  readView(root, sheet);
  readValidations(root, sheet);
  readHighlights(root, sheet, formats);
  readTables(pack, root, sheet, part);
  readFilter(root, sheet);
  const page = readPage(root, readPrinting(workbookRoot, order, sheet));
  if (page) sheet.page = page;
  readCharts(pack, sheet, part);
}

/** A chart sheet or a dialog takes a place and a name among the sheets, and has no cells. */
export function isWorksheet(pack: Package, workbookPart: string, part: string): boolean {
  return relationships(pack, workbookPart).some(({ kind, target }) => kind === "worksheet" && target === part);
}
