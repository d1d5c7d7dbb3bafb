import { describe, expect, it } from "vitest";
import { newBook } from "../support/office/open-excel.ts";
import { AppsScript } from "../support/sheets/apps-script.ts";
import { toldWhole } from "../support/sheets/told-whole.ts";

const SCOPES = ["spreadsheets", "spreadsheets.currentonly"].map((scope) => `https://www.googleapis.com/auth/${scope}`);
const [WIDE = "", NARROW = ""] = SCOPES;

/** What the script sends as one batch; `id` is the first sheet's. */
function batchOf(
  requests: string,
  given: ConstructorParameters<typeof AppsScript>[2] = { scopes: SCOPES, services: ["Sheets"] },
): AppsScript {
  const code = `function go() {
    const id = SpreadsheetApp.getActive().getSheets()[0].getSheetId();
    const range = (row, column, rows, columns) => ({ sheetId: id, startRowIndex: row, endRowIndex: row + rows, startColumnIndex: column, endColumnIndex: column + columns });
    const text = (stringValue) => ({ updateCells: { start: { sheetId: id, rowIndex: 0, columnIndex: 0 }, rows: [{ values: [{ userEnteredValue: { stringValue } }] }], fields: "userEnteredValue" } });
    Sheets.Spreadsheets.batchUpdate({ requests: [${requests}] }, "spreadsheet-1");
  }`;
  return new AppsScript(code, newBook(), given);
}

const merge = "mergeCells: { range: range(0, 0, 2, 2), mergeType: 'MERGE_ALL' }";

describe("the stand-in for the Sheets API", () => {
  it("is there only where the manifest has it, and takes the wide scope alone", () => {
    expect(() => batchOf("text('a')", { scopes: SCOPES }).run("go")).toThrow("Sheets is not defined");
    expect(() => batchOf("text('a')", { scopes: [NARROW], services: ["Sheets"] }).run("go")).toThrow("insufficient authentication scopes");
    expect(() => batchOf("text('a')", { scopes: [NARROW, WIDE], services: ["Sheets"] }).run("go")).not.toThrow();
  });

  it.each([
    ["a kind of request that it does not have", "{ paintCells: {} }", 'Unknown name "paintCells"'],
    ["a field that a request does not have", `{ ${merge.replace("range:", "cells:")} }`, 'Unknown name "cells"'],
    ["a value of another kind", "{ deleteSheet: { sheetId: 'x' } }", "Invalid value at 'body.requests[1].deleteSheet.sheetId'"],
    ["two kinds at once", `{ ${merge}, unmergeCells: { range: range(0, 0, 1, 1) } }`, "Exactly one kind"],
    ["what it needs left out", "{ mergeCells: { mergeType: 'MERGE_ALL' } }", "range is required"],
    ["a sheet that is not there", "{ deleteSheet: { sheetId: 99 } }", "No grid with id: 99"],
    ["cells outside the grid", `{ ${merge.replace("(0, 0, 2, 2)", "(999, 0, 2, 2)")} }`, "exceeds grid limits"],
    ["a merge over a part of another", `{ ${merge} }, { ${merge.replace("(0, 0, 2, 2)", "(1, 1, 2, 2)")} }`, "all cells in a merged range"],
    [
      "a sheet of a name that is there",
      "{ addSheet: { properties: { sheetId: 7, title: 'Sheet1', gridProperties: { rowCount: 1, columnCount: 1 } } } }",
      "already exists",
    ],
    ["the last sheet to go", "{ deleteSheet: { sheetId: id } }", "all the visible sheets"],
    ["no fields", "{ repeatCell: { range: range(0, 0, 1, 1), cell: {} } }", "At least one field"],
    [
      "a field of a mask that is none",
      "{ repeatCell: { range: range(0, 0, 1, 1), cell: {}, fields: 'userEnteredFormat.colour' } }",
      "Invalid field",
    ],
    [
      "a look that its mask leaves out",
      "{ repeatCell: { range: range(0, 0, 1, 1), cell: { userEnteredFormat: { textFormat: { bold: true, italic: true } } }, fields: 'userEnteredFormat.textFormat.bold' } }",
      "do not name",
    ],
    [
      "an error as a value",
      "{ updateCells: { start: { sheetId: id, rowIndex: 0, columnIndex: 0 }, rows: [{ values: [{ userEnteredValue: { errorValue: { type: 'N_A' } } }] }], fields: 'userEnteredValue' } }",
      "read-only",
    ],
    [
      "a pattern of another kind",
      "{ repeatCell: { range: range(0, 0, 1, 1), cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: 'yyyy-mm-dd' } } }, fields: 'userEnteredFormat.numberFormat' } }",
      "does not show a NUMBER",
    ],
    [
      "a date that is another day elsewhere",
      "{ setDataValidation: { range: range(0, 0, 1, 1), rule: { condition: { type: 'DATE_BETWEEN', values: [{ userEnteredValue: '1/2/2026' }, { userEnteredValue: '3/4/2026' }] } } } }",
      "another day",
    ],
    [
      "a group that is not there",
      "{ updateDimensionGroup: { dimensionGroup: { range: { sheetId: id, dimension: 'ROWS', startIndex: 1, endIndex: 3 }, depth: 1, collapsed: true }, fields: 'collapsed' } }",
      "no group of depth 1",
    ],
    ["a rule that is not there", "{ deleteConditionalFormatRule: { sheetId: id, index: 0 } }", "No conditional format"],
    ["all rows to go", "{ deleteDimension: { range: { sheetId: id, dimension: 'ROWS', startIndex: 0, endIndex: 1000 } } }", "all the rows"],
  ])("refuses %s, and then makes nothing of the batch", (_, request, why) => {
    const script = batchOf(`text("before"), ${request}`);
    const before = toldWhole(script);
    expect(() => script.run("go")).toThrow(why);
    expect(toldWhole(script)).toEqual(before);
  });

  it("puts back whatever the requests before a bad one did", () => {
    const made = [
      "text('a')",
      "{ addSheet: { properties: { sheetId: 7, title: 'New', hidden: true, gridProperties: { rowCount: 9, columnCount: 9 } } } }",
      `{ ${merge} }`,
      "{ repeatCell: { range: range(0, 0, 3, 3), cell: { userEnteredFormat: { textFormat: { bold: true } } }, fields: 'userEnteredFormat.textFormat.bold' } }",
      "{ addNamedRange: { namedRange: { name: 'Here', range: range(0, 0, 1, 1) } } }",
      "{ addProtectedRange: { protectedRange: { protectedRangeId: 8, range: { sheetId: id }, editors: { users: [] } } } }",
      "{ insertDimension: { range: { sheetId: id, dimension: 'ROWS', startIndex: 1, endIndex: 3 }, inheritFromBefore: true } }",
      "{ addDimensionGroup: { range: { sheetId: id, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 } } }",
      "{ updateSheetProperties: { properties: { sheetId: id, gridProperties: { frozenRowCount: 0, frozenColumnCount: 2 } }, fields: 'gridProperties.frozenColumnCount' } }",
      "{ setBasicFilter: { filter: { range: range(0, 0, 5, 5) } } }",
    ].join();
    const [good, bad] = [batchOf(made), batchOf(`${made}, { deleteSheet: { sheetId: 99 } }`)];
    const before = toldWhole(bad);
    good.run("go");
    expect(toldWhole(good)).not.toEqual(before);
    expect(() => bad.run("go")).toThrow("No grid with id: 99");
    expect(toldWhole(bad)).toEqual(before);
  });

  it("takes a text as it is, clears what a mask names and a cell leaves out, and keeps what no mask names", () => {
    const script = batchOf(`
      { repeatCell: { range: range(0, 0, 1, 2), cell: { userEnteredFormat: { textFormat: { bold: true } } }, fields: "userEnteredFormat.textFormat.bold" } },
      { updateCells: { start: { sheetId: id, rowIndex: 0, columnIndex: 0 }, rows: [{ values: ["=1+1", "'a", "007"].map((stringValue) => ({ userEnteredValue: { stringValue } })) }], fields: "userEnteredValue" } },
      { updateCells: { start: { sheetId: id, rowIndex: 0, columnIndex: 1 }, rows: [{ values: [{}] }], fields: "userEnteredValue" } }`);
    script.run("go");
    const { workbook } = script.document;
    const [sheet] = workbook.sheets;
    expect([0, 1, 2].map((column) => sheet?.cell(0, column)?.value)).toEqual(["=1+1", null, "007"]);
    expect([0, 1].map((column) => workbook.styles.at(sheet?.styleAt(0, column) ?? 0).bold)).toEqual([true, true]);
  });

  it("tells what its fields name and nothing else", () => {
    const code = `function go() { return Sheets.Spreadsheets.get("spreadsheet-1", { fields: "sheets(properties(title,gridProperties.rowCount),merges)" }); }`;
    const script = new AppsScript(code, newBook(), { scopes: SCOPES, services: ["Sheets"] });
    expect(script.run("go")).toEqual({ sheets: [{ properties: { title: "Sheet1", gridProperties: { rowCount: 1000 } } }] });
  });

  it("sees nothing that SpreadsheetApp has not flushed", () => {
    const code = (flush: string) => `function go() {
      SpreadsheetApp.getActive().getSheets()[0].getRange("A1").setValue("a"); ${flush}
      Sheets.Spreadsheets.get("spreadsheet-1", { fields: "sheets.merges" });
    }`;
    const run = (flush: string) => new AppsScript(code(flush), newBook(), { scopes: SCOPES, services: ["Sheets"] }).run("go");
    expect(() => run("")).toThrow("not flushed");
    expect(() => run("SpreadsheetApp.flush();")).not.toThrow();
  });

  it("costs more than a call of SpreadsheetApp, and more with each request", () => {
    const seconds = (count: number): number => {
      const script = batchOf(Array.from({ length: count }, () => "text('a')").join());
      script.run("go");
      return script.last.seconds;
    };
    expect(seconds(1)).toBeGreaterThan(1);
    expect(seconds(201) - seconds(1)).toBeGreaterThan(1);
  });
});
