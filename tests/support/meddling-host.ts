import type { Edit, Receipt } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";

/** Somebody else edits the workbook between a command's reading and its first writing. */
export class MeddlingHost extends DeskHost {
  /** How often the command wrote or tried to. */
  applied = 0;

  constructor(
    workbook: Workbook,
    private readonly meddle: (edits: readonly Edit[]) => void,
  ) {
    super(workbook);
  }

  override apply(edits: readonly Edit[]): Receipt {
    this.applied++;
    if (this.applied === 1) this.meddle(edits);
    return super.apply(edits);
  }
}
