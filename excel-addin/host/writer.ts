import type { Area, CellPlace, Edit, HostWatch, Receipt, RowMove } from "../../core/index.ts";
import { cellAddress, quoteSheet } from "../../core/index.ts";
import { type Found, refuse } from "./check.ts";
import { addChart, ourCharts } from "./edits/charts.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { format } from "./edits/format.ts";
import { groupLines } from "./edits/groups.ts";
import { setPage } from "./edits/page.ts";
import { highlight, type Removal, removals, validate } from "./edits/rules.ts";
import { freeze, hideColumns, setHeights, setWidths } from "./edits/size.ts";
import { askExpected, changedCells, type Expectation, PUT_BACK, putBack } from "./expectations.ts";
import type { Memory } from "./memory.ts";
import { type Piece, requestsOf } from "./pieces.ts";
import { addressOf, rangeAt, rowsAddress } from "./references.ts";
import { refusalOf } from "./refusal.ts";
import { notKept, type Written, writeCells } from "./write-cells.ts";

/**
 * Makes a batch of edits, one case per kind: one round trip, and one more for each further 4 MB. In
 * the same round trip it loads what it is about to overwrite and what came of it.
 */
export class Writer {
  /** What stood where the request writes, right before it did. */
  private before: readonly Expectation[] = [];
  private readonly made = new Set<Edit>();
  private writes: Written[] = [];
  private readonly sheets: string[];
  private readonly protectedSheets: Set<string>;
  private readonly names: Set<string>;
  private readonly tables: Set<string>;
  /** Rules of ours by sheet, so that a batch may set a sheet's rules twice. */
  private readonly ours = new Map<string, Removal[]>();
  /** Charts of ours by sheet, for the same. */
  private readonly charts = new Map<string, readonly string[]>();
  private readonly proxies = new Map<string, Excel.Worksheet>();

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly found: Found,
    private readonly memory: Memory,
  ) {
    this.sheets = [...found.sheets];
    this.protectedSheets = new Set(found.protectedSheets);
    this.names = new Set(found.names);
    this.tables = new Set(found.tables);
  }

  async write(edits: readonly Edit[], watch?: HostWatch): Promise<Receipt> {
    const { requests, atFirst } = requestsOf(edits, this.memory);
    // To look was one part of the work, each request is another.
    const parts = requests.length + 1;
    watch?.step(1, parts);
    let applied = 0;
    for (const [index, pieces] of requests.entries()) {
      if (watch?.isCancelled) return { applied, stale: [], cancelled: index === 0 ? "before" : "midway" };
      this.context.application.suspendScreenUpdatingUntilNextSync();
      this.askBefore(index === 0 ? requests.flat() : pieces, (piece) => atFirst.has(piece) === (index === 0));
      if (index === 0) {
        this.insistOnHeads();
        this.takeOffRules(edits);
      }
      for (const { piece } of pieces) {
        this.make(piece);
        this.made.add(piece);
      }
      const failed = await this.flush();
      if (failed) return failed;
      applied += pieces.filter(({ isLast }) => isLast).length;
      watch?.step(index + 2, parts);
    }
    return { applied, stale: [] };
  }

  /** Loads what stands where some of these pieces write, where it stands before they move any rows. */
  private askBefore(pieces: readonly Piece[], isAsked: (piece: Edit) => boolean): void {
    const moves = new Map<string, RowMove[]>();
    this.before = pieces.flatMap(({ piece }) => {
      if (piece.kind === "insertRows" || piece.kind === "deleteRows") moves.set(piece.sheet, [piece, ...(moves.get(piece.sheet) ?? [])]);
      if (piece.kind !== "cells" || !isAsked(piece)) return [];
      return askExpected(this.context.workbook.worksheets, piece, moves.get(piece.sheet) ?? [], PUT_BACK);
    });
  }

  /** Nothing where all is well; else what another person changed just before, or what Excel did not keep. */
  private async flush(): Promise<Receipt | undefined> {
    await this.context.sync();
    const [before, writes] = [this.before, this.writes];
    [this.before, this.writes] = [[], []];
    const stale: CellPlace[] = before.flatMap(changedCells);
    if (stale.length > 0) {
      for (const each of before) if (this.made.has(each.edit)) putBack(this.sheet(each.edit.sheet), each);
      return (await this.notPutBack(stale)) ?? { applied: 0, stale };
    }
    for (const each of writes) {
      const at = notKept(each);
      if (at) return refuse({ code: "excel-not-kept", params: { sheet: at.sheet, cell: cellAddress(at.row, at.column) } });
    }
    return undefined;
  }

  /** Where what another typed could not be put back, they have to be told: nothing else remembers it. */
  private async notPutBack([at]: readonly CellPlace[]): Promise<Receipt | undefined> {
    try {
      await this.context.sync();
      return undefined;
    } catch (error) {
      if (!refusalOf(error) || !at) throw error;
      return refuse({ code: "excel-not-put-back", params: { sheet: at.sheet, cell: cellAddress(at.row, at.column) } });
    }
  }

  private sheet(name: string): Excel.Worksheet {
    const key = name.toLowerCase();
    const sheet = this.proxies.get(key) ?? this.context.workbook.worksheets.getItem(name);
    this.proxies.set(key, sheet);
    return sheet;
  }

  private range(sheet: string, area: Area): Excel.Range {
    return rangeAt(this.sheet(sheet), addressOf(area));
  }

  private make(edit: Edit): void {
    switch (edit.kind) {
      case "addSheet":
        return this.addSheet(edit);
      case "name":
        return this.defineName(edit);
      case "removeName":
        return this.removeName(edit);
      case "table":
        return this.makeTable(edit);
      case "protect":
        return this.protect(edit);
      case "cells":
        this.writes.push(writeCells(this.sheet(edit.sheet), edit));
        return;
      case "format":
        return format(this.sheet(edit.sheet), edit);
      case "merge":
        for (const area of edit.areas) {
          const range = this.range(edit.sheet, area);
          // Excel refuses to merge over a part of another merge.
          range.unmerge();
          range.merge(false);
        }
        return;
      case "unmerge":
        this.range(edit.sheet, edit.area).unmerge();
        return;
      case "insertRows":
        rangeAt(this.sheet(edit.sheet), rowsAddress(edit.row, edit.count)).insert("Down").untrack();
        return;
      case "deleteRows":
        rangeAt(this.sheet(edit.sheet), rowsAddress(edit.row, edit.count)).delete("Up");
        return;
      case "removeSheet":
        return this.removeSheet(edit.sheet);
      case "widths":
        return setWidths(this.sheet(edit.sheet), edit);
      case "heights":
        return setHeights(this.sheet(edit.sheet), edit);
      case "hideColumns":
        return hideColumns(this.sheet(edit.sheet), edit);
      case "validate":
        return validate(this.sheet(edit.sheet), edit);
      case "highlight":
        return this.highlight(edit);
      case "chart":
        return this.setCharts(edit);
      case "group":
        return groupLines(this.sheet(edit.sheet), edit);
      case "freeze":
        return freeze(this.sheet(edit.sheet), edit);
      case "page":
        return setPage(this.sheet(edit.sheet), edit.page);
    }
  }

  private addSheet({ sheet, after, visibility, tab, gridlines }: EditOf<"addSheet">): void {
    if (this.indexOf(sheet) >= 0) return;
    const index = after === undefined ? -1 : this.indexOf(after);
    const position = index < 0 ? this.sheets.length : index + 1;
    this.sheets.splice(position, 0, sheet);
    this.context.workbook.worksheets.add(sheet).set({
      position,
      showGridlines: gridlines,
      ...(tab === undefined ? {} : { tabColor: `#${tab}` }),
      ...(visibility === "visible" ? {} : { visibility: visibility === "hidden" ? "Hidden" : "VeryHidden" }),
    });
  }

  private removeSheet(name: string): void {
    const sheet = this.sheet(name);
    // Excel does not delete a very hidden sheet.
    if (this.found.veryHidden.has(name.toLowerCase())) sheet.visibility = "Hidden";
    sheet.delete();
    this.sheets.splice(this.indexOf(name), 1);
    this.proxies.delete(name.toLowerCase());
  }

  private indexOf(sheet: string): number {
    return this.sheets.findIndex((name) => name.toLowerCase() === sheet.toLowerCase());
  }

  /** A table whose headings are not where they were fails the batch before it wrote anything into the wrong rows. */
  private insistOnHeads(): void {
    for (const [table, row] of this.found.heads) {
      const head = this.context.workbook.tables.getItem(table).getRange().untrack().getRow(0).untrack();
      head.getIntersection(rowsAddress(row, 1)).untrack();
    }
  }

  /** First of all, so that a rule that another has just taken off fails the batch before it wrote anything. */
  private takeOffRules(edits: readonly Edit[]): void {
    for (const { sheet } of edits.filter((edit) => edit.kind === "highlight")) {
      const rules = this.found.rules.get(sheet);
      if (!rules || this.ours.has(sheet) || this.protectedSheets.has(sheet.toLowerCase())) continue;
      for (const remove of removals(this.sheet(sheet), rules)) remove();
      this.ours.set(sheet, []);
    }
  }

  private highlight(edit: EditOf<"highlight">): void {
    const sheet = this.sheet(edit.sheet);
    const old = this.ours.get(edit.sheet) ?? removals(sheet, this.found.rules.get(edit.sheet));
    this.ours.set(edit.sheet, highlight(sheet, edit, old));
  }

  /** Ours go and come again: Excel cannot be asked what a chart looks like without asking for each of its parts. */
  private setCharts({ sheet: name, charts }: EditOf<"chart">): void {
    const sheet = this.sheet(name);
    for (const old of this.charts.get(name) ?? ourCharts(this.found.charts.get(name))) sheet.charts.getItem(old).delete();
    for (const chart of charts) addChart(sheet, chart);
    this.charts.set(
      name,
      charts.map((chart) => chart.name),
    );
  }

  private defineName({ name, at }: EditOf<"name">): void {
    const { names } = this.context.workbook;
    const key = name.toLowerCase();
    if (this.names.has(key)) {
      const cell = cellAddress(at.row, at.column).replace(/[A-Z]+|\d+/g, "$$$&");
      names.getItem(name).formula = `=${quoteSheet(at.sheet)}!${cell}`;
    } else names.add(name, rangeAt(this.sheet(at.sheet), cellAddress(at.row, at.column)));
    this.names.add(key);
  }

  private removeName({ name }: EditOf<"removeName">): void {
    if (this.names.delete(name.toLowerCase())) this.context.workbook.names.getItem(name).delete();
  }

  /** The range is written first: a new table would push down what stands below it. */
  private makeTable(edit: EditOf<"table">): void {
    const { sheet, name, area } = edit;
    const range = this.range(sheet, area);
    const key = name.toLowerCase();
    const unnamed = this.found.unnamed.get(edit);
    if (unnamed !== undefined && !this.tables.has(key)) {
      const table = this.sheet(sheet).tables.getItem(unnamed);
      table.name = name;
      table.resize(range);
    } else if (this.tables.has(key)) this.sheet(sheet).tables.getItem(name).resize(range);
    else this.sheet(sheet).tables.add(range, true).name = name;
    this.tables.add(key);
  }

  /** Excel refuses to protect twice. */
  private protect(edit: EditOf<"protect">): void {
    const key = edit.sheet.toLowerCase();
    if (this.protectedSheets.has(key) === edit.protect) return;
    const { protection } = this.sheet(edit.sheet);
    if (edit.protect) protection.protect();
    else protection.unprotect();
    if (edit.protect) this.protectedSheets.add(key);
    else this.protectedSheets.delete(key);
  }
}
