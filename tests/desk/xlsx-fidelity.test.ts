import { describe, expect, it } from "vitest";
import { losses, writeXlsx } from "../../desk/xlsx/index.ts";
import { childrenOf, fileOf, open, partsOf, RICH_SHEET, richParts, sheetOf } from "./xlsx-fixtures.ts";

const rich = () => open(fileOf(richParts()));

describe("a file that nobody changed", () => {
  it("comes out with every part byte for byte", () => {
    expect(partsOf(writeXlsx(rich()))).toEqual(richParts());
  });

  it("reads into the model", () => {
    const { workbook } = rich();
    const sheet = sheetOf(workbook, "Rich");
    expect(sheet.cell(0, 0)?.value).toBe("Rich ");
    expect(sheet.cell(0, 1)?.value).toBe("a\u0001b_x0041_");
    expect(sheet.cell(0, 2)?.value).toBe("Inline");
    expect(sheet.cell(1, 3)?.value).toBe(true);
    expect(sheet.cell(1, 4)?.value).toEqual({ error: "#N/A" });
    expect(sheet.cell(3, 3)).toEqual({ value: "1,2,3", formula: 'TEXTJOIN(",",TRUE,A2:A4)', style: 0 });
    expect(sheet.carriedCharts).toEqual([{ part: "xl/charts/chart1.xml" }]);
    expect(sheet.isProtected).toBe(true);
    expect(sheet.highlights.map(({ formula }) => formula)).toEqual(["$A2>2", "Other!$A$1=A2"]);
    expect(sheet.highlights[1]?.style).toEqual({ fill: "00FF00" });
    expect(sheet.validations.map(({ rule }) => rule)).toEqual([
      { type: "list", values: ["甲", "乙"] },
      { type: "listFrom", sheet: "Other", area: { row: 0, column: 0, rows: 3, columns: 1 } },
    ]);
    expect(sheet.page?.repeatRows).toEqual([0, 1]);
    expect(sheet.page?.printArea).toEqual({ row: 0, column: 0, rows: 6, columns: 5 });
    expect(workbook.names).toEqual([
      { name: "local", refersTo: "Other!$A$1", sheet: "Other" },
      { name: "whole", refersTo: "Rich!$A$2:$A$5" },
    ]);
    expect(workbook.styles.at(1)).toMatchObject({
      font: "宋体",
      size: 14,
      bold: true,
      color: "FF0000",
      numberFormat: "yyyy\\-mm",
      horizontal: "center",
    });
  });

  it("gives each cell of a shared formula its own formula", () => {
    const sheet = sheetOf(rich().workbook, "Rich");
    expect([1, 2, 3, 4].map((row) => sheet.cell(row, 1)?.formula)).toEqual([
      "A2*$A$6+SUM(A$2:A2)",
      "A3*$A$6+SUM(A$2:A3)",
      "A4*$A$6+SUM(A$2:A4)",
      "A5*$A$6+SUM(A$2:A5)",
    ]);
  });
});

describe("a sheet of which one cell changed", () => {
  const changed = () => {
    const file = rich();
    sheetOf(file.workbook, "Rich").setValue(4, 0, "五");
    return partsOf(writeXlsx(file));
  };

  it("leaves every other part as it was, but for the sums to do anew", () => {
    const [before, after] = [richParts(), changed()];
    const differing = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(differing.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/sharedStrings.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(after["xl/calcChain.xml"]).toBeUndefined();
    expect(after["[Content_Types].xml"]).not.toContain("calcChain");
    expect(after["xl/workbook.xml"]).toContain('fullCalcOnLoad="1"');
  });

  it("keeps the rest of the sheet to the letter", () => {
    const after = changed()["xl/worksheets/sheet1.xml"] ?? "";
    const row = '<row r="5"><c r="A5"><v>4</v></c>';
    const [head = "", tail = ""] = RICH_SHEET.split(row);
    const letters = (xml: string) => xml.replace(/^<\?xml[^>]*\?>\s*/, "").replaceAll("&gt;", ">");
    expect(letters(after)).toBe(letters(`${head}<row r="5"><c r="A5" t="s"><v>3</v></c>${tail}`));
  });

  it("appends our text to the strings and keeps the rich ones", () => {
    const strings = changed()["xl/sharedStrings.xml"] ?? "";
    expect(strings).toContain("<rPh sb=");
    expect(strings).toMatch(/uniqueCount="4".*<si><t>other<\/t><\/si><si><t>五<\/t><\/si><\/sst>$/);
  });

  it("writes out the other formulas of a group when its first one changes", () => {
    const file = rich();
    sheetOf(file.workbook, "Rich").setFormula(1, 1, "A2+1", 2);
    const xml = partsOf(writeXlsx(file))["xl/worksheets/sheet1.xml"] ?? "";
    expect(xml).not.toContain('t="shared"');
    expect(xml).toContain("<f>A5*$A$6+SUM(A$2:A5)</f><v>4</v>");
  });

  it("keeps a rich text whose cell was written with the text it had", () => {
    const file = rich();
    sheetOf(file.workbook, "Rich").setValue(0, 0, "Rich ");
    expect(partsOf(writeXlsx(file))["xl/worksheets/sheet1.xml"]).toContain('<c r="A1" t="s" s="1"><v>0</v></c>');
  });

  it("keeps what a cell holds when only its look changes: runs, array and shared formulas", () => {
    const file = rich();
    sheetOf(file.workbook, "Rich").format({ row: 0, column: 0, rows: 2, columns: 3 }, { italic: true });
    const xml = partsOf(writeXlsx(file))["xl/worksheets/sheet1.xml"] ?? "";
    expect(xml).toMatch(/<c s="\d+" r="C1" t="inlineStr"><is><r>/);
    expect(xml).toContain('<f t="array" ref="C2:C3">A2:A3*2</f>');
    expect(xml).toContain('<f t="shared" ref="B2:B5" si="0">');
  });

  it("gives the same bytes each time it is written", () => {
    const file = rich();
    sheetOf(file.workbook, "Rich").setValue(9, 9, "x");
    file.workbook.addSheet("新").setValue(0, 0, 1);
    expect(writeXlsx(file)).toEqual(writeXlsx(file));
  });

  it("names nothing as lost", () => {
    const file = rich();
    sheetOf(file.workbook, "Rich").setValue(9, 9, "x");
    expect(losses(file)).toEqual([]);
  });
});

describe("a sheet of which every aspect changed", () => {
  it("keeps what is not modelled, in the order the schema asks for", () => {
    const file = rich();
    const sheet = sheetOf(file.workbook, "Rich");
    sheet.merges = [{ row: 20, column: 0, rows: 1, columns: 3 }];
    sheet.freeze = { rows: 1, columns: 0 };
    sheet.tab = "112233";
    sheet.gridlines = false;
    sheet.columns.set(1, { width: 30 });
    sheet.rows.set(7, { height: 40 });
    sheet.tables.push({ name: "T", area: { row: 30, column: 0, rows: 2, columns: 2 }, hasTotals: false });
    sheet.validations = [
      ...sheet.validations,
      {
        areas: [{ row: 2, column: 0, rows: 1, columns: 1 }],
        rule: { type: "number", from: 0, to: 9, whole: true },
        title: "",
        message: "",
      },
    ];
    sheet.highlights = [
      { areas: [{ row: 0, column: 0, rows: 2, columns: 2 }], formula: "A1=1", style: { fill: "AABBCC" } },
      ...sheet.highlights,
    ];
    sheet.page = {
      orientation: "portrait",
      paper: "A4",
      margins: { top: 10, bottom: 10, left: 10, right: 10 },
      fitWidth: 1,
      centred: true,
    };
    for (const aspect of [
      "cells",
      "columns",
      "rows",
      "merges",
      "validations",
      "highlights",
      "tables",
      "protection",
      "page",
      "freeze",
      "view",
      "properties",
    ] as const)
      sheet.changed.add(aspect);
    const parts = partsOf(writeXlsx(file));
    const xml = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(childrenOf(xml)).toEqual([
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "sheetProtection",
      "protectedRanges",
      "mergeCells",
      "conditionalFormatting",
      "conditionalFormatting",
      "dataValidations",
      "hyperlinks",
      "printOptions",
      "pageMargins",
      "pageSetup",
      "ignoredErrors",
      "drawing",
      "legacyDrawing",
      "tableParts",
      "extLst",
    ]);
    for (const kept of [
      "x14:sparklineGroup",
      "colorScale",
      'hashValue="x"',
      'zoomScale="85"',
      'codeName="Sheet1"',
      "summaryBelow",
      "x14:dataValidation ",
      "x14:cfRule",
      'imeMode="on"',
      'scale="80"',
      'stopIfTrue="1"',
      'x14ac:dyDescent="0.3"',
      'outlineLevel="1"',
    ]) {
      expect(xml).toContain(kept);
    }
    expect(xml).toContain('sqref="A2 A4:A5"');
    expect(xml).toMatch(/<col min="1" max="1"[^>]*\/><col min="2" max="2" width="30"[^>]*\/><col min="3" max="3"/);
    const again = sheetOf(open(fileOf(parts)).workbook, "Rich");
    expect(again.highlights.map(({ formula }) => formula)).toEqual(["A1=1", "$A2>2", "Other!$A$1=A2"]);
    expect(again.page).toEqual(sheet.page);
    expect(again.tables[0]).toMatchObject({ name: "T", area: { row: 30, column: 0, rows: 2, columns: 2 } });
  });

  it("only appends to the looks, so that those of the file keep their numbers", () => {
    const file = rich();
    const sheet = sheetOf(file.workbook, "Rich");
    sheet.format(
      { row: 0, column: 0, rows: 1, columns: 1 },
      { bold: false, fill: "FFFF00", numberFormat: "0.0", border: { top: "thin", color: "D9D9D9" } },
    );
    const styles = partsOf(writeXlsx(file))["xl/styles.xml"] ?? "";
    const before = richParts()["xl/styles.xml"] ?? "";
    expect(styles).toContain(/<cellXfs count="2">(.*)<\/cellXfs>/.exec(before)?.[1]);
    expect(styles).toContain('<font><u/><sz val="14"/><color rgb="FFFF0000"/><name val="宋体"/><charset val="134"/></font>');
    expect(styles).toContain('textRotation="45"');
    expect(styles).toContain('<numFmt numFmtId="165" formatCode="0.0"/>');
  });
});
