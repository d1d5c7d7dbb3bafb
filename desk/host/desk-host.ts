import type { CellPlace, Edit, Host, Receipt, SheetCells, Survey } from "../../core/index.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { makeEdit } from "./edits/make-edit.ts";
import { preflight } from "./preflight.ts";
import { readSheets, surveyWorkbook } from "./survey.ts";

/** A workbook in memory as a host: everything is at hand, so every call answers at once. */
export class DeskHost implements Host {
  readonly name = "desk";
  /** The cell the person was last taken to. */
  selected: CellPlace | undefined;

  constructor(readonly workbook: Workbook) {}

  survey(whole: readonly string[]): Survey {
    return surveyWorkbook(this.workbook, whole);
  }

  read(sheets: readonly string[]): readonly SheetCells[] {
    return readSheets(this.workbook, sheets);
  }

  /** All of the edits or, where one is refused or stale, none. */
  apply(edits: readonly Edit[]): Receipt {
    const { stale, refused } = preflight(this.workbook, edits);
    if (refused) return { applied: 0, stale, refused };
    if (stale.length > 0) return { applied: 0, stale };
    for (const edit of edits) makeEdit(this.workbook, edit);
    this.workbook.showVisible();
    return { applied: edits.length, stale };
  }

  reveal(at: CellPlace): void {
    this.selected = at;
    this.workbook.show(at.sheet);
  }
}
