import type { Area } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { GoogleDocument } from "./document.ts";
import { type Kernel, ownOf, ServiceException } from "./kernel.ts";
import type { Realm } from "./realm.ts";

/** What the objects of one run share. */
export interface Run {
  readonly kernel: Kernel;
  readonly realm: Realm;
  readonly document: GoogleDocument;
  /** Who runs the script. */
  readonly user: string;
  /** The objects that others give out: each knows of the others by this alone. */
  readonly objects: {
    /** @throws {ServiceException} for cells outside the sheet */
    range(sheet: Sheet, area: Area): object;
    sheet(sheet: Sheet): object;
  };
}

/** Some cells of a sheet. */
export interface Cells {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** The cells that a range stands for. */
export function cellsIn(range: object): Cells {
  return ownOf<Cells>(range);
}

/** Colours in Sheets are `#rrggbb`; in the workbook `RRGGBB`. */
export function colourOf(text: string): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex === undefined) throw new ServiceException(`Invalid color: ${text}`);
  return hex.toUpperCase();
}

export function oneOf<T>(words: Readonly<Record<string, T>>, given: string): T {
  const found = Object.hasOwn(words, given) ? words[given] : undefined;
  if (found === undefined) throw new ServiceException(`Invalid argument: ${given}`);
  return found;
}

/** @throws {ServiceException} for cells that a sheet does not have */
export function insistOnGrid({ document }: Run, { sheet, area }: Cells): void {
  const { rows, columns } = document.grid(sheet);
  if (area.row < 0 || area.column < 0) throw new ServiceException("The starting row or column of the range is too small.");
  if (area.rows < 1) throw new ServiceException("The number of rows in the range must be at least 1.");
  if (area.columns < 1) throw new ServiceException("The number of columns in the range must be at least 1.");
  if (area.row + area.rows > rows || area.column + area.columns > columns)
    throw new ServiceException("The coordinates of the range are outside the dimensions of the sheet.");
}

/** Rows of as many cells as the range has. @throws {ServiceException} as Sheets says it */
export function insistOnSize({ area }: Cells, values: readonly unknown[]): readonly (readonly unknown[])[] {
  const lines = values as readonly (readonly unknown[])[];
  if (lines.length !== area.rows)
    throw new ServiceException(
      `The number of rows in the data does not match the number of rows in the range. The data has ${lines.length} but the range has ${area.rows}.`,
    );
  for (const line of lines) {
    if (!Array.isArray(line)) throw new ServiceException("The parameters don't match the method signature: rows of cells are expected.");
    if (line.length !== area.columns)
      throw new ServiceException(
        `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${area.columns}.`,
      );
  }
  return lines;
}
