import { describe, expect, it } from "vitest";
import { newBook } from "../support/office/open-excel.ts";
import { AppsScript } from "../support/sheets/apps-script.ts";

/** What the script does in one function, `go`, with a sheet at hand. */
function scriptOf(body: string): AppsScript {
  return new AppsScript(`function go() { const sheet = SpreadsheetApp.getActive().getSheets()[0]; ${body} }`, newBook());
}

describe("the stand-in for Apps Script", () => {
  it.each([
    ["a member that is not in Google's reference", 'sheet.getRange("A1").getBackgroundColor();', "no such member"],
    ["a word that is not in a list", "SpreadsheetApp.BorderStyle.WAVY;", "no WAVY"],
    ["too many arguments", 'sheet.getRange("A1").getValues(1);', "don't match the method signature"],
    ["an argument of another kind", 'sheet.getRange("A1").setFontSize("9");', "don't match the method signature"],
    ["a scope that was not granted", 'MailApp.sendEmail("a@example.com", "", "");', "You do not have permission to call MailApp.sendEmail"],
    ["rows that do not fit", 'sheet.getRange("A1:B2").setValues([[1, 2]]);', "The data has 1 but the range has 2"],
    ["columns that do not fit", 'sheet.getRange("A1:B1").setValues([[1]]);', "The data has 1 but the range has 2"],
    ["cells outside the sheet", "sheet.getRange(1001, 1);", "outside the dimensions"],
    ["a merge over part of another", 'sheet.getRange("A1:B1").merge(); sheet.getRange("B1:B2").merge();', "all cells in a merged range"],
    ["a highlight that looks at another sheet", highlight('=Other!A1="x"'), "cannot reference a different sheet"],
    ["hiding every sheet", "sheet.hideSheet();", "can't hide all"],
    ["the local time of the script", "new Date().getHours();", "use Utilities.formatDate"],
    ["a timer", "setTimeout(() => 1, 1);", "setTimeout is not defined"],
    ["an address of the web", 'fetch("https://example.com");', "fetch is not defined"],
    ["Intl", "new Intl.NumberFormat();", "Intl is not defined"],
    ["the browser's own", "new TextEncoder();", "TextEncoder is not defined"],
    ["a younger method of the language", "[1].toSorted();", "toSorted is not a function"],
    [
      "six minutes",
      "for (;;) { try { Utilities.sleep(60000); } catch (e) { if (Date.now() < 0) break; return 1; } }",
      "maximum execution time",
    ],
  ])("refuses %s", (_, body, why) => {
    expect(() => scriptOf(body).run("go")).toThrow(why);
  });

  it.each([
    ["a module", 'import { a } from "a";'],
    ["syntax younger than its engine", "class A { #a = 1; }"],
  ])("does not take %s", (_, code) => {
    expect(() => new AppsScript(code, newBook())).toThrow(SyntaxError);
  });

  it("reads what is set as a person's typing, unless an apostrophe or a format says that it is text", () => {
    const read = scriptOf(`
      sheet.getRange("A2:C2").setNumberFormat("@");
      sheet.getRange("A1:C2").setValues([["'007", "007", "=1+1"], ["'007", "007", 7]]);
      sheet.getRange("D1").setValue("2026-11-18");
      return [sheet.getRange("A1:D2").getValues(), sheet.getRange("C1:C2").getFormulas()];`);
    expect(read.run("go")).toEqual([
      [
        ["007", 7, "", 46_344],
        ["'007", "007", "7", ""],
      ],
      [["=1+1"], [""]],
    ]);
  });

  it("gives days and times as instants of the spreadsheet's own zone, a time without a day too", () => {
    const read = scriptOf(`
      sheet.getRange("A1:B1").setValues([[46344.5, 0.375]]).setNumberFormat("yyyy-mm-dd hh:mm");
      const zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
      return sheet.getRange("A1:B1").getValues()[0].map((day) => [day.toISOString(), Utilities.formatDate(day, zone, "yyyy-MM-dd HH:mm")]);`);
    read.document.timeZone = "America/New_York";
    expect(read.run("go")).toEqual([
      ["2026-11-18T17:00:00.000Z", "2026-11-18 12:00"],
      ["1899-12-30T14:00:00.000Z", "1899-12-30 09:00"],
    ]);
  });

  it("keeps a log of the calls, and a clock that only they and sleep move", () => {
    const script = scriptOf('sheet.getRange("A1").setValue(1); Utilities.sleep(500); return Date.now();');
    const started = script.account.clock.now;
    expect(script.run("go")).toBe(started + 1000);
    expect(script.last).toMatchObject({ seconds: 1, calls: { length: 5 } });
  });

  it("fails at any call that it is told to", () => {
    const script = scriptOf('sheet.getRange("A1").setValue("kept"); sheet.getRange("A2").setValue("lost");');
    script.account.fault = (call, index) => (index === 6 ? `Service error: Spreadsheets (${call.name})` : undefined);
    expect(() => script.run("go")).toThrow("Service error: Spreadsheets (Range.setValue)");
    expect(script.document.workbook.sheets[0]?.used()).toEqual({ rows: 1, columns: 1 });
  });

  it("keeps nothing from one run to the next, and lets go of a lock when a run ends", () => {
    const script = new AppsScript(
      "let count = 0; function go() { count++; return [count, LockService.getDocumentLock().tryLock(10), Object.keys(globalThis).includes('count')]; }",
      newBook(),
    );
    expect([script.run("go"), script.run("go")]).toEqual([
      [1, true, false],
      [1, true, false],
    ]);
    expect(script.functions()).toEqual(["go"]);
  });
});

function highlight(formula: string): string {
  return `SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(${JSON.stringify(formula)}).setBold(true).setRanges([sheet.getRange("A1")]).build();`;
}
