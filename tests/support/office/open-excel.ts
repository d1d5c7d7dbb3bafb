import type { CellPlace, CellValue, Edit, Host, HostWatch, Receipt, SheetCells, Survey } from "../../../core/index.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { ExcelHost } from "../../../excel-addin/host/excel-host.ts";
import { OfficeBridge } from "./bridge.ts";
import { connectClient } from "./client.ts";

/** The add-in's host on Microsoft's client on a workbook in memory. */
export interface OpenedExcel {
  readonly host: Host;
  readonly bridge: OfficeBridge;
  readonly workbook: Workbook;
}

/** A new workbook as Excel opens it, with one empty sheet, or another. */
export function openExcel(workbook = newBook()): OpenedExcel {
  const results = new Map<string, CellValue>();
  const bridge = new OfficeBridge(workbook, (sheet, formula) => results.get(`${sheet}!${formula}`) ?? null);
  connectClient(bridge);
  return { host: new Calculating(new ExcelHost(), results), bridge, workbook };
}

export function newBook(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  return workbook;
}

/** Excel calculates what core calculated too: the results that come with the formulas are taken for Excel's. */
class Calculating implements Host {
  readonly name = "excel";

  constructor(
    private readonly inner: Host,
    private readonly results: Map<string, CellValue>,
  ) {}

  async survey(whole: readonly string[]): Promise<Survey> {
    return this.inner.survey(whole);
  }

  async read(sheets: readonly string[]): Promise<readonly SheetCells[]> {
    return this.inner.read(sheets);
  }

  async apply(edits: readonly Edit[], watch?: HostWatch): Promise<Receipt> {
    for (const edit of edits) {
      if (edit.kind !== "cells") continue;
      for (const input of edit.values.flat()) {
        if (typeof input === "object" && input !== null && "formula" in input) {
          this.results.set(`${edit.sheet}!${input.formula}`, input.value === "" ? null : input.value);
        }
      }
    }
    return this.inner.apply(edits, watch);
  }

  async reveal(at: CellPlace): Promise<void> {
    return this.inner.reveal(at);
  }
}
