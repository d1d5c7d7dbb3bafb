import type { Workbook } from "../workbook/workbook.ts";

export interface XlsxFile {
  readonly workbook: Workbook;
  /** What any change of this file would lose; `losses` also names what the changes made so far would. */
  readonly losses: readonly string[];
}
