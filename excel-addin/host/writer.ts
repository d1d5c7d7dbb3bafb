import type { Area, CellPlace, Edit, Receipt } from "../../core/index.ts";
import { cellAddress, quoteSheet } from "../../core/index.ts";
import type { Found } from "./check.ts";
import { pieceCost, piecesOf } from "./pieces.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { format } from "./edits/format.ts";
import { setPage } from "./edits/page.ts";
import { highlight, validate } from "./edits/rules.ts";
import { freeze, hideColumns, setHeights, setWidths } from "./edits/size.ts";
import { addressOf, rowsAddress } from "./references.ts";
import { askBefore, type Before, changedMeanwhile, notKept, putBack, type Written, writeCells } from "./write-cells.ts";

/** Of the 5 MB that Excel for the web takes in one request. */
const MAX_REQUEST = 4_000_000;

/**
 * Makes a batch of edits, one case per kind: one round trip, and one more for each further 4 MB. In
 * the same round trip it loads what it is about to overwrite and what came of it.
 */
export class Writer {
  private queued = 0;
  private befores: Before[] = [];
  private writes: Written[] = [];
  private readonly sheets: string[];
  private readonly protectedSheets: Set<string>;
  private readonly names: Set<string>;
  private readonly tables: Set<string>;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly found: Found,
  ) {
    this.sheets = [...found.sheets];
    this.protectedSheets = new Set(found.protectedSheets);
    this.names = new Set(found.names);
    this.tables = new Set(found.tables);
  }

  async write(edits: readonly Edit[]): Promise<Receipt> {
    this.context.application.suspendScreenUpdatingUntilNextSync();
    for (const edit of edits) {
      for (const piece of piecesOf(edit)) {
        const cost = pieceCost(piece);
        if (this.queued > 0 && this.queued + cost > MAX_REQUEST) {
          const failed = await this.flush();
          if (failed) return failed;
          this.context.application.suspendScreenUpdatingUntilNextSync();
        }
        this.queued += cost;
        this.make(piece);
      }
    }
    return (await this.flush()) ?? { applied: edits.length, stale: [] };
  }

  /** Nothing where all is well; else what another person changed just before, or what Excel did not keep. */
  private async flush(): Promise<Receipt | undefined> {
    await this.context.sync();
    const [befores, writes] = [this.befores, this.writes];
    [this.queued, this.befores, this.writes] = [0, [], []];
    const stale: CellPlace[] = befores.flatMap(changedMeanwhile);
    if (stale.length > 0) {
      for (const before of befores) putBack(this.sheet(before.edit.sheet), before);
      await this.context.sync();
      return { applied: 0, stale };
    }
    for (const each of writes) {
      const at = notKept(each);
      if (at) return { applied: 0, stale: [], refused: { code: "excel-not-kept", params: { sheet: at.sheet, cell: cellAddress(at.row, at.column) } } };
    }
    return undefined;
  }

  private sheet(name: string): Excel.Worksheet {
    return this.context.workbook.worksheets.getItem(name);
  }

  private range(sheet: string, area: Area): Excel.Range {
    return this.sheet(sheet).getRange(addressOf(area));
  }

  private make(edit: Edit): void {
    switch (edit.kind) {
      case "addSheet":
        return this.addSheet(edit);
      case "name":
        return this.defineName(edit);
      case "table":
        return this.makeTable(edit);
      case "protect":
        return this.protect(edit);
      case "cells": {
        const sheet = this.sheet(edit.sheet);
        if (edit.expect) this.befores.push(askBefore(sheet, edit, edit.expect));
        this.writes.push(writeCells(sheet, edit));
        return;
      }
      case "format":
        for (const area of edit.areas) format(this.range(edit.sheet, area), edit.style);
        return;
      case "merge":
        for (const area of edit.areas) {
          const range = this.range(edit.sheet, area);
          // Excel refuses to merge over a part of another merge.
          range.unmerge();
          range.merge(false);
        }
        return;
      case "insertRows":
        this.sheet(edit.sheet).getRange(rowsAddress(edit.row, edit.count)).insert("Down");
        return;
      case "widths":
        return setWidths(this.sheet(edit.sheet), edit);
      case "heights":
        return setHeights(this.sheet(edit.sheet), edit);
      case "hideColumns":
        return hideColumns(this.sheet(edit.sheet), edit);
      case "validate":
        return validate(this.sheet(edit.sheet), edit);
      case "highlight":
        return highlight(this.sheet(edit.sheet), edit, this.found.rules.get(edit.sheet));
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

  private indexOf(sheet: string): number {
    return this.sheets.findIndex((name) => name.toLowerCase() === sheet.toLowerCase());
  }

  private defineName({ name, at }: EditOf<"name">): void {
    const { names } = this.context.workbook;
    const key = name.toLowerCase();
    if (this.names.has(key)) {
      const cell = cellAddress(at.row, at.column).replace(/[A-Z]+|\d+/g, "$$$&");
      names.getItem(name).formula = `=${quoteSheet(at.sheet)}!${cell}`;
    } else names.add(name, this.sheet(at.sheet).getRange(cellAddress(at.row, at.column)));
    this.names.add(key);
  }

  /** The range is written first: a new table would push down what stands below it. */
  private makeTable({ sheet, name, area }: EditOf<"table">): void {
    const range = this.range(sheet, area);
    const key = name.toLowerCase();
    if (this.tables.has(key)) this.sheet(sheet).tables.getItem(name).resize(range);
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
