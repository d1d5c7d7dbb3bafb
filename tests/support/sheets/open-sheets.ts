import { type CellValue, type Edit, formulaIn, valueIn } from "../../../core/index.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { AppsScript } from "./apps-script.ts";
import { hostScript, ScriptedHost } from "./host-script.ts";

export interface OpenedSheets {
  readonly script: AppsScript;
  readonly workbook: Workbook;
  readonly host: ScriptedHost;
  /** Sheets works out what core says that it will. */
  calculate(edits: readonly Edit[]): void;
  /** Sheets works out what core worked out, too: the results of another workbook's formulas are taken for its own. */
  calculateLike(other: Workbook): void;
}

/**
 * A new spreadsheet with one empty sheet, or another, with the script of host and commands bound to it.
 * @param way `atOnce` gives the script the Sheets API, and its host is told to write with it
 */
export function openSheets(workbook = newSpreadsheet(), way: "steps" | "atOnce" = "steps", code = hostScript()): OpenedSheets {
  const results = new Map<string, CellValue>();
  const script = new AppsScript(code, workbook, {
    ...(way === "atOnce" ? { scopes: WIDE, services: ["Sheets"] } : {}),
    results: (sheet, formula) => results.get(`${sheet}!${formula}`) ?? null,
  });
  return {
    script,
    workbook,
    host: new ScriptedHost(script, way === "atOnce" ? { atOnce: true } : undefined),
    calculate: (edits) => {
      for (const edit of edits) {
        if (edit.kind !== "cells") continue;
        for (const input of edit.values.flat())
          if (input !== undefined && formulaIn(input) !== undefined) results.set(`${edit.sheet}!${formulaIn(input)}`, valueIn(input));
      }
    },
    calculateLike: (other) => {
      for (const sheet of other.sheets)
        for (const line of sheet.cells.values())
          for (const { formula, value } of line.values()) if (formula !== undefined) results.set(`${sheet.name}!${formula}`, value);
    },
  };
}

/** What the Sheets API needs besides. */
const WIDE = ["spreadsheets.currentonly", "script.container.ui", "spreadsheets"].map((scope) => `https://www.googleapis.com/auth/${scope}`);

function newSpreadsheet(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet("工作表1");
  return workbook;
}
