import { describe, expect, it } from "vitest";
import { fromSerial, say, sayProblem, toIso } from "../../core/index.ts";
import { cases } from "../excel/cases.ts";
import { contextOn, date, snapshotOf } from "../support/registers.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { type OpenedSheets, openSheets } from "../support/sheets/open-sheets.ts";

const context = contextOn(date(2026, 11, 18));

/** The sample's register in Google Sheets. */
function opened(): OpenedSheets {
  return openSheets(cases.find(({ id }) => id === "prepare-meeting")?.open().book ?? expect.fail("no sample"));
}

function tableOf({ workbook }: OpenedSheets, id: "actions" | "people") {
  const { place, rows } = snapshotOf(workbook, [id]).tables.get(id) ?? expect.fail(`no ${id}`);
  return { place, rows, sheet: workbook.sheet(place.sheet) ?? expect.fail(`no sheet ${place.sheet}`) };
}

const PERSON = { name: "钱多", department: "采购部", email: "qian@example.com" };

describe("what a person meets in Google Sheets", () => {
  it("is told of a sheet that somebody protected, and of a part of one that only its owner may fill; unprotected, the run goes on", () => {
    const sheets = opened();
    const { sheet } = tableOf(sheets, "people");
    const whole = sheets.script.document.guard(sheet);
    const refused = runInScript(sheets.script, "save-person", PERSON, context).problems;
    expect(refused).toEqual([expect.objectContaining({ code: "sheet-protected", params: { sheet: sheet.name } })]);

    sheets.script.document.unguard(whole);
    const part = sheets.script.document.guard(sheet, { row: 0, column: 0, rows: 500, columns: 4 });
    part.editors = [];
    sheets.script.account.user = "editor@example.com";
    const [problem] = runInScript(sheets.script, "save-person", PERSON, context).problems.filter(({ severity }) => severity === "error");
    expect(problem?.code).toBe("sheets-protected");
    expect(problem && sayProblem("en", problem)).toMatch(/protected/);

    sheets.script.document.unguard(part);
    expect(runInScript(sheets.script, "save-person", PERSON, context).changes).toBeGreaterThan(0);
    expect(runInScript(sheets.script, "save-person", PERSON, context).changes).toBe(0);
  });

  it.each(["America/New_York", "Africa/Casablanca"])("finds the same days and times in a spreadsheet of %s", (zone) => {
    const [here, there] = [opened(), opened()];
    there.script.document.timeZone = zone;
    const reads = (sheets: OpenedSheets) => sheets.host.read(sheets.workbook.sheets.map(({ name }) => name));
    const read = reads(here);
    expect(read.length).toBeGreaterThan(20);
    expect(reads(there)).toEqual(read);
    const said = ({ report, preview }: ReturnType<typeof runInScript>) => ({ report, preview });
    const [a, b] = [here, there].map(({ script }) => said(runInScript(script, "refresh-tracking", {}, context, { dryRun: true })));
    expect(b).toEqual(a);
    // Months of a year, not rows, are what asking for a zone's time costs.
    expect(there.script.last.calls.filter(({ name }) => name === "Utilities.formatDate").length).toBeLessThan(200);
  });

  it("knows a heading again that somebody renamed, and says so", () => {
    const sheets = opened();
    const { sheet, place } = tableOf(sheets, "actions");
    sheet.setValue(place.headRow, place.columns.get("owner") ?? -1, "谁来做");
    const { problems } = runInScript(sheets.script, "check-workbook", {}, context);
    expect(problems).toContainEqual(expect.objectContaining({ code: "heading-renamed" }));
    expect(tableOf(sheets, "actions").place.columns.get("owner")).toBe(place.columns.get("owner"));
  });

  it("writes days as numbers with a format, which are the same day wherever the spreadsheet is opened", () => {
    const sheets = opened();
    sheets.script.document.timeZone = "Pacific/Honolulu";
    const before = tableOf(sheets, "actions").rows.length;
    const resolution = cases.find(({ id }) => id === "decompose-resolution")?.open() ?? expect.fail("no case");
    const actions = [{ task: "核对轴承", owner: "张三", due: "2026-12-01" }];
    expect(runInScript(sheets.script, "decompose-resolution", { ...resolution.input, actions }, context).changes).toBeGreaterThan(0);
    const { rows, sheet, place } = tableOf(sheets, "actions");
    expect(rows.length).toBe(before + 1);
    const cell = sheet.cell(rows.at(-1)?.row ?? -1, place.columns.get("due") ?? -1);
    expect(toIso(fromSerial(Number(cell?.value), 1900) ?? 0)).toBe("2026-12-01");
    expect(sheets.workbook.styles.at(cell?.style ?? 0).numberFormat).toBe("yyyy-mm-dd");
  });

  it("has words in both languages for whatever Google refuses", () => {
    for (const code of ["sheets-protected", "sheets-not-permitted", "sheets-failed", "sheets-time-up"] as const)
      for (const language of ["zh-CN", "en"] as const) expect(say(language, code, { detail: "x" }).length).toBeGreaterThan(20);
  });
});
