import type { Sheet } from "../workbook/sheet.ts";
import { Workbook } from "../workbook/workbook.ts";
import { blankSheet, WORKSHEET_TYPE } from "./blank.ts";
import { refreshCharts, touchesCharts, writeCharts } from "./charts.ts";
import { type Opening, openingOf } from "./opening.ts";
import type { Package } from "./package.ts";
import { isWorksheet } from "./read-sheet.ts";
import { declareType, isStrict } from "./relationships.ts";
import { StyleSheet } from "./style-sheet.ts";
import { isTouched } from "./touched.ts";
import { recalculateOnOpen, writeWorkbookPart } from "./workbook-part.ts";
import { writeSheet } from "./write-sheet.ts";
import type { XlsxFile } from "./xlsx-file.ts";
import { zip } from "./zip.ts";

/**
 * A workbook as the bytes of a file. One that was opened begins from its file: parts that did not
 * change come out as they were. Neither the workbook nor its file is changed by writing it.
 * @example writeXlsx(new Workbook())
 */
export function writeXlsx(file: XlsxFile | Workbook): Uint8Array {
  const workbook = file instanceof Workbook ? file : file.workbook;
  const opening = openingOf(workbook);
  const pack = opening.pack.copy();
  const parts = partsOf(pack, workbook);
  const isChanged = writeSheets(pack, workbook, opening, parts);
  const isReordered = writeWorkbookPart(pack, opening.workbookPart, workbook, opening.order, parts);
  if (isChanged || isReordered) recalculateOnOpen(pack, opening.workbookPart);
  return zip(pack);
}

/** The part of each sheet; a new one gets an empty part. */
function partsOf(pack: Package, workbook: Workbook): Map<Sheet, string> {
  const parts = new Map<Sheet, string>();
  for (const sheet of workbook.sheets) {
    const part = sheet.part ?? pack.freeName("xl/worksheets/sheet", ".xml");
    if (!pack.has(part)) {
      pack.set(part, blankSheet(isStrict(pack)));
      declareType(pack, part, WORKSHEET_TYPE);
    }
    parts.set(sheet, part);
  }
  return parts;
}

/** Writes the sheets that changed; whether there were any. */
function writeSheets(pack: Package, workbook: Workbook, opening: Opening, parts: ReadonlyMap<Sheet, string>): boolean {
  const strings = opening.strings.fork();
  const styles = new StyleSheet(pack, opening.stylesPart, workbook.styles);
  const writing = { pack, strings, styles, dateSystem: opening.dateSystem };
  const front = workbook.sheets[workbook.active];
  let isChanged = false;
  for (const [sheet, part] of parts) {
    const changesFront = front !== opening.active && (sheet === front || sheet === opening.active);
    if (!isTouched(sheet) && !changesFront) continue;
    if (sheet.part !== undefined && !isWorksheet(pack, opening.workbookPart, part)) continue;
    writeSheet(writing, sheet, part, changesFront ? sheet === front : undefined);
    if (touchesCharts(sheet)) writeCharts(pack, workbook, sheet, part);
    isChanged = true;
  }
  if (isChanged) for (const sheet of parts.keys()) refreshCharts(pack, workbook, sheet);
  styles.save();
  strings.save(pack, opening.workbookPart);
  return isChanged;
}
