import type { Sheet } from "../workbook/sheet.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { openingOf } from "./opening.ts";
import type { Package } from "./package.ts";
import { isWorksheet } from "./read-sheet.ts";
import { relationships } from "./relationships.ts";
import type { XlsxFile } from "./xlsx-file.ts";

/** `digital-signature`: a signed file that is changed no longer bears out its signature. */
export function lossesOnOpening(pack: Package): string[] {
  return pack.names.some((name) => name.startsWith("_xmlsignatures/")) ? ["digital-signature"] : [];
}

/**
 * What writing the file now would lose or leave behind, as `code` or `code:sheet`. Empty in ordinary cases.
 * `drawings-stay`: pictures and charts keep their place while rows were inserted.
 * `comments-stay`: as do comments. `choices-cut`: a list has more choices than a file holds.
 * `not-a-grid`: cells were written to a chart sheet, which has none.
 */
export function losses({ workbook, losses }: XlsxFile): string[] {
  return [...losses, ...pending(workbook)];
}

function pending(workbook: Workbook): string[] {
  const { pack, workbookPart } = openingOf(workbook);
  const isLost = ({ part, changed }: Sheet) => part !== undefined && changed.size > 0 && !isWorksheet(pack, workbookPart, part);
  return workbook.sheets.flatMap((sheet) => {
    const kinds = new Set(sheet.rowsMoved && sheet.part !== undefined ? relationships(pack, sheet.part).map(({ kind }) => kind) : []);
    const cut = sheet.validations.some(({ rule }) => rule.type === "list" && rule.values.join(",").length > 255);
    return [
      ...(kinds.has("drawing") ? [`drawings-stay:${sheet.name}`] : []),
      ...(kinds.has("comments") ? [`comments-stay:${sheet.name}`] : []),
      ...(cut ? [`choices-cut:${sheet.name}`] : []),
      ...(isLost(sheet) ? [`not-a-grid:${sheet.name}`] : []),
    ];
  });
}
