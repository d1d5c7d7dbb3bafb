import type { Aspect, Sheet } from "../workbook/sheet.ts";

/** Whether the file does not say yet what the sheet says. Of a sheet made here it says nothing. */
export function isTouched(sheet: Sheet): boolean {
  return sheet.part === undefined || sheet.changed.size > 0 || sheet.rowsMoved;
}

/** As `isTouched`, for one aspect. */
export function isChanged(sheet: Sheet, aspect: Aspect): boolean {
  return sheet.part === undefined || sheet.changed.has(aspect);
}
