/// <reference types="office-js" />
import {
  type CellPlace,
  cellAddress,
  type Edit,
  type Host,
  type HostWatch,
  type Receipt,
  type SheetCells,
  type Survey,
  textTooLong,
} from "../../core/index.ts";
import { MAX_BYTES } from "./bytes.ts";
import { checkBatch } from "./check.ts";
import { Memory } from "./memory.ts";
import { readSheets } from "./read-sheets.ts";
import { ExcelRefused, reading, refusalOf } from "./refusal.ts";
import { surveyWorkbook } from "./survey.ts";
import { Writer } from "./writer.ts";

/** In how many parts cells are asked for, one after the other, where an answer would be too large. */
const PARTS = [1, 2, 4, 8, 16];

/**
 * The workbook open in Excel. A command is four round trips whatever its size: `survey` and `read`
 * are one each, `apply` is one that looks and one that writes. Looking first costs nothing extra and
 * never destroys what another person just typed; the write looks once more and puts back what
 * changed in between.
 */
export class ExcelHost implements Host {
  readonly name = "excel";
  private readonly memory = new Memory();

  /** Sheets to be read whole come with the survey, where that is not more than Excel answers with at once. */
  async survey(whole: readonly string[]): Promise<Survey> {
    if (this.memory.bytesOf(whole) <= MAX_BYTES / 2) {
      try {
        return await reading((context) => surveyWorkbook(context, this.memory, whole));
      } catch (error) {
        if (whole.length === 0 || !isTooLarge(error)) throw error;
      }
    }
    const survey = await reading((context) => surveyWorkbook(context, this.memory, []));
    return { ...survey, whole: await this.read(whole) };
  }

  /** Cells of long texts may be more than Excel answers with at once: then they are asked for in two parts, or in more. */
  async read(sheets: readonly string[]): Promise<readonly SheetCells[]> {
    for (const parts of PARTS) {
      const bytes = parts === 1 ? MAX_BYTES : Math.min(MAX_BYTES, Math.ceil(this.memory.bytesOf(sheets) / parts));
      try {
        return await reading((context) => readSheets(context, this.memory, sheets, bytes));
      } catch (error) {
        if (!isTooLarge(error) || parts === PARTS.at(-1)) throw error;
      }
    }
    return [];
  }

  async apply(edits: readonly Edit[], watch?: HostWatch): Promise<Receipt> {
    const refused = textTooLong(edits);
    if (refused) return { applied: 0, stale: [], refused };
    try {
      return await Excel.run(async (context) => {
        const check = await checkBatch(context, this.memory, edits);
        if ("receipt" in check) return check.receipt;
        const receipt = await new Writer(context, check.found, this.memory).write(edits, watch);
        for (const edit of edits) {
          this.memory.noteWritten(edit);
          if (edit.kind === "table") this.memory.tables.add(edit.name.toLowerCase());
        }
        return receipt;
      });
    } catch (error) {
      const refused = refusalOf(error);
      if (!refused) throw error;
      return { applied: 0, stale: [], refused };
    }
  }

  async reveal({ sheet, row, column }: CellPlace): Promise<void> {
    await reading(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(cellAddress(row, column)).select();
      await context.sync();
    });
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof ExcelRefused && error.refusal.code === "excel-too-large";
}
