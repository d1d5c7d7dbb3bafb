import type { RowMove } from "../workbook/row-move.ts";
import type { Cell, Sheet } from "../workbook/sheet.ts";
import type { StyleBook } from "../workbook/style-book.ts";

/**
 * A sheet as it will be somewhere in the middle of a batch, told from the sheet as it is now: so a
 * whole batch can be judged before any of it is made.
 */
export class SheetAhead {
  isProtected: boolean;
  readonly isVisible: boolean;
  /** The latest first. */
  private readonly moves: Pick<RowMove, "kind" | "row" | "count">[] = [];

  /** @param now nothing where the batch itself adds the sheet */
  constructor(
    private readonly now: Sheet | undefined,
    private readonly styles: StyleBook,
    visibility = now?.visibility,
  ) {
    this.isProtected = now?.isProtected ?? false;
    this.isVisible = visibility === "visible";
  }

  moveRows(kind: RowMove["kind"], { row, count }: Pick<RowMove, "row" | "count">): void {
    this.moves.unshift({ kind, row, count });
  }

  /** Where the row at this address stands now; nothing for a row that the batch inserts. */
  origin(row: number): number | undefined {
    let origin = row;
    for (const { kind, row: first, count } of this.moves) {
      if (origin < first) continue;
      if (kind === "delete") origin += count;
      else if (origin < first + count) return undefined;
      else origin -= count;
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
