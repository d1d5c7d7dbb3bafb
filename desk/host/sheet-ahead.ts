import type { Cell, Sheet } from "../workbook/sheet.ts";
import type { StyleBook } from "../workbook/style-book.ts";

/**
 * A sheet as it will be somewhere in the middle of a batch, told from the sheet as it is now: so a
 * whole batch can be judged before any of it is made.
 */
export class SheetAhead {
  isProtected: boolean;
  /** The latest first. */
  private readonly insertions: { readonly row: number; readonly count: number }[] = [];

  /** @param now nothing where the batch itself adds the sheet */
  constructor(
    private readonly now: Sheet | undefined,
    private readonly styles: StyleBook,
  ) {
    this.isProtected = now?.isProtected ?? false;
  }

  insertRows(row: number, count: number): void {
    this.insertions.unshift({ row, count });
  }

  /** Where the row at this address stands now; nothing for a row that the batch inserts. */
  origin(row: number): number | undefined {
    let origin = row;
    for (const { row: first, count } of this.insertions) {
      if (origin >= first + count) origin -= count;
      else if (origin >= first) return undefined;
    }
    return origin;
  }

  /** What stands now where the batch will find it at this address. */
  cell(row: number, column: number): Cell | undefined {
    const origin = this.origin(row);
    return origin === undefined ? undefined : this.now?.cell(origin, column);
  }

  /** Cells are locked until their style says otherwise, as in Excel. */
  isLocked(row: number, column: number): boolean {
    const origin = this.origin(row);
    const style = origin === undefined ? undefined : this.now?.styleAt(origin, column);
    return this.styles.at(style ?? 0).locked !== false;
  }
}
