import type { Sheet } from "../workbook/sheet.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { BLANK_WORKBOOK_PART, blankPackage } from "./blank.ts";
import type { Package } from "./package.ts";
import { SharedStrings } from "./strings.ts";

/** The file a workbook was opened from, as it was; a writer begins from it. */
export interface Opening {
  readonly pack: Package;
  readonly workbookPart: string;
  readonly stylesPart: string;
  readonly strings: SharedStrings;
  /** The sheets in the file's order, and which of them was in front. */
  readonly order: readonly Sheet[];
  readonly active: Sheet | undefined;
  readonly dateSystem: 1900 | 1904;
}

/** Beside the model, which knows nothing of files. */
const openings = new WeakMap<Workbook, Opening>();

export function keepOpening(workbook: Workbook, opening: Opening): void {
  openings.set(workbook, opening);
}

/** A workbook that was made here begins from a blank file. */
export function openingOf(workbook: Workbook): Opening {
  const found = openings.get(workbook);
  if (found) return found;
  const pack = blankPackage();
  return {
    pack,
    workbookPart: BLANK_WORKBOOK_PART,
    stylesPart: "xl/styles.xml",
    strings: SharedStrings.read(pack, BLANK_WORKBOOK_PART),
    order: [],
    active: undefined,
    dateSystem: 1900,
  };
}
