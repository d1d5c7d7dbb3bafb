/// <reference types="google-apps-script" />
import type { CellPlace, Edit, Host, HostWatch, Receipt, SheetCells, Survey } from "../../core/index.ts";
import { Before } from "./before.ts";
import { checkBatch } from "./check.ts";
import { DayNumbers } from "./day-numbers.ts";
import { type Filled, readCells } from "./read-sheet.ts";
import { rangeOf, SheetsAtHand } from "./sheets-at-hand.ts";
import { filledOf, surveySheets } from "./survey.ts";
import { Writer } from "./writer.ts";

/** Google ends a run after six minutes: by then what is begun has to be finished. */
const MOST_MILLISECONDS = 300_000;

/**
 * The spreadsheet that the script belongs to, for one run of the script. Everything answers at once;
 * every question to Google costs, so nothing is asked twice, and writing is a call for each rectangle.
 */
export class SheetsHost implements Host {
  readonly name = "sheets";
  private readonly started = Date.now();
  private readonly at: SheetsAtHand;
  private readonly days: DayNumbers;
  /** The values that a survey has read, for the `read` that follows it. */
  private readonly filled = new Map<string, Filled>();

  constructor(spreadsheet = SpreadsheetApp.getActive()) {
    this.at = new SheetsAtHand(spreadsheet);
    this.days = new DayNumbers(spreadsheet.getSpreadsheetTimeZone());
  }

  survey(whole: readonly string[]): Survey {
    return surveySheets(this.at, this.days, whole, this.filled);
  }

  read(sheets: readonly string[]): readonly SheetCells[] {
    return sheets.flatMap((name) => {
      const known = this.at.find(name);
      if (!known) return [];
      const cells = readCells(known.name, filledOf(known, this.filled), this.days);
      this.filled.delete(known.name);
      return [cells];
    });
  }

  /** Nothing, where a sheet or a cell is not as it should be; else the edits, as far as time and Google let it. */
  apply(edits: readonly Edit[], watch?: HostWatch): Receipt {
    this.filled.clear();
    const before = new Before(this.days);
    const receipt = checkBatch(this.at, before, edits) ?? new Writer(this.at, before, () => this.isTimeUp()).write(edits, watch);
    // What is known of a sheet that was new is known no more.
    this.at.forget();
    return receipt;
  }

  reveal({ sheet, row, column }: CellPlace): void {
    rangeOf(this.at.get(sheet), { row, column, rows: 1, columns: 1 }).activate();
  }

  private isTimeUp(): boolean {
    return Date.now() - this.started > MOST_MILLISECONDS;
  }
}
