import { chain, type MaybePromise } from "../../core/base/maybe-promise.ts";
import type { CellPlace } from "../../core/workbook/cells.ts";
import type { Edit } from "../../core/workbook/edits.ts";
import type { Host, Receipt, SheetCells, Survey } from "../../core/workbook/host.ts";

/**
 * A host that gives up in the middle of a batch: it makes the first `survives` edits, then throws as
 * a lost connection does, or returns as a host that was stopped does.
 */
export class FaultyHost implements Host {
  readonly name: Host["name"];

  constructor(
    private readonly inner: Host,
    private readonly survives: number,
    private readonly ending: "throws" | "returns",
  ) {
    this.name = inner.name;
  }

  survey(whole: readonly string[]): MaybePromise<Survey> {
    return this.inner.survey(whole);
  }

  read(sheets: readonly string[]): MaybePromise<readonly SheetCells[]> {
    return this.inner.read(sheets);
  }

  apply(edits: readonly Edit[]): MaybePromise<Receipt> {
    if (edits.length <= this.survives) return this.inner.apply(edits);
    return chain(this.inner.apply(edits.slice(0, this.survives)), (receipt) => {
      if (this.ending === "throws") throw new Error(`The host failed after ${receipt.applied} edits.`);
      return receipt;
    });
  }

  reveal(at: CellPlace): MaybePromise<void> {
    return this.inner.reveal(at);
  }
}
