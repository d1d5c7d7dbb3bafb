/// <reference types="google-apps-script" />
import type { CellPlace, Edit, Host, HostWatch, Manner, Receipt, SheetCells, Survey } from "../../core/index.ts";
import { atOnce } from "./batch/all-at-once.ts";
import { Before } from "./before.ts";
import { checkBatch } from "./check.ts";
import { DayNumbers } from "./day-numbers.ts";
import { readCells, readFilled } from "./read-sheet.ts";
import { rangeOf, SheetsAtHand } from "./sheets-at-hand.ts";
import { surveySheets } from "./survey.ts";
import { editsToFinish, Unfinished } from "./unfinished.ts";
import { Writer } from "./writer.ts";

interface Writing {
  readonly before: Before;
  readonly watch: HostWatch | undefined;
  readonly manner: Manner | undefined;
}

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
  private readonly unfinished = new Unfinished();

  constructor(spreadsheet = SpreadsheetApp.getActive()) {
    this.at = new SheetsAtHand(spreadsheet);
    this.days = new DayNumbers(spreadsheet.getSpreadsheetTimeZone());
  }

  survey(whole: readonly string[]): Survey {
    return surveySheets(this.at, this.days, whole);
  }

  read(sheets: readonly string[]): readonly SheetCells[] {
    return sheets.flatMap((name) => {
      const known = this.at.find(name);
      return known ? [readCells(known.name, readFilled(known), this.days)] : [];
    });
  }

  /** Nothing, where a sheet or a cell is not as it should be; else the edits, as far as time and Google let it. */
  apply(edits: readonly Edit[], watch?: HostWatch, manner?: Manner): Receipt {
    const before = new Before(this.days);
    const receipt = checkBatch(this.at, before, edits) ?? this.write(edits, { before, watch, manner });
    // What is known of a sheet that was new is known no more.
    this.at.forget();
    return receipt;
  }

  /** Whether an earlier run left rows half written. */
  get isHalfDone(): boolean {
    return this.unfinished.cells().length > 0;
  }

  /** Rows that an earlier run left half written are written whole. */
  finish(): Receipt {
    const half = this.unfinished.cells();
    if (half.length === 0) return { applied: 0, stale: [] };
    const before = new Before(this.days);
    const there = half.filter(({ sheet }) => this.at.find(sheet));
    const edits = editsToFinish(there, ({ sheet, row, column }) => before.valuesOf(this.at.get(sheet))[row]?.[column] ?? null);
    const receipt = new Writer(this.at, before, this.unfinished, () => false).write(edits);
    if (!receipt.refused) this.unfinished.clear();
    return receipt;
  }

  reveal({ sheet, row, column }: CellPlace): void {
    rangeOf(this.at.get(sheet), { row, column, rows: 1, columns: 1 }).activate();
  }

  private write(edits: readonly Edit[], { before, watch, manner }: Writing): Receipt {
    const isTimeUp = () => this.isTimeUp();
    const stepByStep = () => new Writer(this.at, before, this.unfinished, isTimeUp).write(edits, watch);
    if (!manner || manner.atOnce === false) return stepByStep();
    const way = atOnce(this.at, before, manner.atOnce);
    if ("refused" in way) return { applied: 0, stale: [], refused: way.refused };
    if ("writer" in way) return way.writer.write(edits, isTimeUp, watch);
    const receipt = stepByStep();
    return way.remark ? { ...receipt, remarks: [way.remark, ...(receipt.remarks ?? [])] } : receipt;
  }

  private isTimeUp(): boolean {
    return Date.now() - this.started > MOST_MILLISECONDS;
  }
}
