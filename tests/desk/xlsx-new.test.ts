import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { writeXlsx } from "../../desk/xlsx/index.ts";
import { newBook } from "./xlsx-books.ts";
import { fileOf, fill, open, partsOf, richParts, sheetOf } from "./xlsx-fixtures.ts";

async function byExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

describe("a workbook made here", () => {
  it("reads back as it was", () => {
    const book = newBook();
    const again = open(writeXlsx(book)).workbook;
    expect(again.names).toEqual(book.names);
    expect(again.active).toBe(1);
    for (const sheet of book.sheets) {
      const read = sheetOf(again, sheet.name);
      const { visibility, tab, gridlines, isProtected, page, freeze, merges, validations, highlights } = sheet;
      expect(read).toMatchObject({ visibility, gridlines, isProtected, freeze, merges, validations, highlights });
      expect([read.tab, read.page]).toEqual([tab, page]);
      expect(read.tables.map(({ name, area }) => ({ name, area }))).toEqual(sheet.tables.map(({ name, area }) => ({ name, area })));
      expect([...read.columns]).toEqual([...sheet.columns]);
      expect([...read.rows]).toEqual([...sheet.rows]);
      for (const [row, line] of sheet.cells) {
        for (const [column, cell] of line) {
          expect(read.cell(row, column)).toMatchObject({ value: cell.value });
          expect(read.cell(row, column)?.formula).toBe(cell.formula);
          expect(again.styles.at(read.cell(row, column)?.style ?? -1)).toMatchObject(book.styles.at(cell.style));
        }
      }
    }
  });

  it("is read by ExcelJS with its values, formulas, table, rules and page", async () => {
    const book = await byExcelJs(writeXlsx(newBook()));
    expect(book.worksheets.map(({ name }) => name)).toEqual(["设置", "行动 项"]);
    const sheet = book.getWorksheet("行动 项");
    expect(sheet?.getCell("A1").value).toBe("编号");
    expect(sheet?.getCell("B2").value).toBe("=不是公式");
    expect(sheet?.getCell("C2").value).toMatchObject({ formula: "_xlfn.IFS(TRUE,5)", result: 5 });
    expect(sheet?.getTable("Actions")).toBeDefined();
    expect(sheet?.getCell("A1").font).toMatchObject({ bold: true, name: "微软雅黑" });
    expect(sheet?.getCell("A6").isMerged).toBe(true);
    expect(sheet?.getCell("B3").dataValidation).toMatchObject({ type: "list", formulae: ["'设置'!$A$1:$A$3"] });
    expect(sheet?.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, fitToWidth: 1 });
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1, xSplit: 1 });
  });

  it("names the columns of a table as its headings, even where those are empty, numbers or alike", () => {
    const book = new Workbook();
    const sheet = book.addSheet("表");
    fill(sheet, [["名称", 2026, "名称", null]]);
    sheet.tables.push({ name: "T", area: { row: 0, column: 0, rows: 3, columns: 4 }, hasTotals: false });
    const bytes = writeXlsx(book);
    const names = [...(partsOf(bytes)["xl/tables/table1.xml"] ?? "").matchAll(/<tableColumn id="\d" name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(["名称", "2026", "名称2", "Column4"]);
    const again = sheetOf(open(bytes).workbook, "表");
    expect([0, 1, 2, 3].map((column) => again.cell(0, column)?.value)).toEqual(names);
    expect(sheet.cell(0, 1)?.value).toBe(2026);
  });
});

describe("a file of ExcelJS", () => {
  const made = async (): Promise<Uint8Array> => {
    const book = new ExcelJS.Workbook();
    book.properties.date1904 = true;
    const sheet = book.addWorksheet("数据", {
      views: [{ state: "frozen", xSplit: 0, ySplit: 2 }],
      properties: { tabColor: { argb: "FF112233" } },
    });
    sheet.addTable({
      name: "Plan",
      ref: "A2",
      totalsRow: true,
      columns: [{ name: "料号" }, { name: "数量", totalsRowFunction: "sum" }],
      rows: [
        ["P1", 5],
        ["P2", 6],
      ],
    });
    sheet.getCell("D1").value = { richText: [{ text: "富" }, { font: { bold: true }, text: "文本" }] };
    sheet.getCell("D2").value = new Date(Date.UTC(2026, 0, 1));
    sheet.getCell("D2").numFmt = "yyyy-mm-dd";
    sheet.getCell("D3").value = { formula: "SUM(B3:B4)", result: 11 };
    sheet.getCell("D4").value = { sharedFormula: "D3", result: 6 };
    sheet.addConditionalFormatting({
      ref: "A3:B4",
      rules: [
        {
          type: "expression",
          priority: 1,
          formulae: ["$B3>5"],
          style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } } },
        },
      ],
    });
    sheet.addConditionalFormatting({ ref: "B3:B4", rules: [{ type: "dataBar", priority: 2, cfvo: [{ type: "min" }, { type: "max" }] }] });
    sheet.getCell("A5").dataValidation = { type: "list", formulae: ['"甲,乙"'], showErrorMessage: true };
    sheet.mergeCells("F1:G2");
    const hidden = book.addWorksheet("藏", { state: "veryHidden" });
    hidden.getCell("A1").value = 1;
    return new Uint8Array(await book.xlsx.writeBuffer());
  };

  it("reads into the model", async () => {
    const { workbook } = open(await made());
    const sheet = sheetOf(workbook, "数据");
    expect(workbook.dateSystem).toBe(1904);
    expect(sheet.tables[0]).toMatchObject({ name: "Plan", area: { row: 1, column: 0, rows: 4, columns: 2 }, hasTotals: true });
    expect(sheet.cell(0, 3)?.value).toBe("富文本");
    expect(sheet.cell(3, 3)).toMatchObject({ formula: "SUM(B4:B5)", value: 6 });
    expect(workbook.styles.at(sheet.cell(1, 3)?.style ?? -1).numberFormat).toBe("yyyy-mm-dd");
    expect(sheet.highlights).toEqual([
      { areas: [{ row: 2, column: 0, rows: 2, columns: 2 }], formula: "$B3>5", style: { fill: "FFC7CE" } },
    ]);
    expect(sheet.validations[0]?.rule).toEqual({ type: "list", values: ["甲", "乙"] });
    expect(sheet.merges).toEqual([{ row: 0, column: 5, rows: 2, columns: 2 }]);
    expect(sheet).toMatchObject({ freeze: { rows: 2, columns: 0 }, tab: "112233" });
    expect(sheetOf(workbook, "藏").visibility).toBe("veryHidden");
  });

  it("keeps its untouched sheets byte for byte when a table grows and a heading changes", async () => {
    const before = await made();
    const file = open(before);
    const sheet = sheetOf(file.workbook, "数据");
    sheet.setValue(1, 1, "需求量");
    sheet.setValue(1, 2, "新列");
    const [table] = sheet.tables;
    if (table) table.area = { ...table.area, columns: 3 };
    sheet.changed.add("tables");
    const [was, now] = [partsOf(before), partsOf(writeXlsx(file))];
    expect(now["xl/worksheets/sheet2.xml"]).toBe(was["xl/worksheets/sheet2.xml"]);
    expect(now["xl/styles.xml"]).toBe(was["xl/styles.xml"]);
    expect(now["xl/worksheets/sheet1.xml"]).toContain("dataBar");
    expect(now["xl/tables/table1.xml"]).toMatch(
      /ref="A2:C5".*<autoFilter ref="A2:C4".*name="料号".*name="需求量" totalsRowFunction="sum".*name="新列"/,
    );
    const again = await byExcelJs(writeXlsx(file));
    expect(again.getWorksheet("数据")?.getCell("C2").value).toBe("新列");
  });
});

describe("sheets of a file", () => {
  it("are added in their place, and local names follow", () => {
    const file = open(fileOf(richParts()));
    const added = file.workbook.addSheet("中间", 1);
    added.setValue(0, 0, "x");
    const parts = partsOf(writeXlsx(file));
    expect(parts["xl/workbook.xml"]).toMatch(/name="Rich" sheetId="7".*name="中间" sheetId="8".*name="Other" sheetId="3"/);
    expect(parts["xl/workbook.xml"]).toContain('<definedName name="local" localSheetId="2" comment="kept">');
    expect(parts["[Content_Types].xml"]).toContain('PartName="/xl/worksheets/sheet3.xml"');
    expect(parts["xl/worksheets/sheet1.xml"]).toBe(richParts()["xl/worksheets/sheet1.xml"]);
    expect(open(writeXlsx(file)).workbook.sheets.map(({ name }) => name)).toEqual(["Rich", "中间", "Other"]);
  });

  it("are selected one at a time when another comes to the front", () => {
    const file = open(fileOf(richParts()));
    file.workbook.active = 1;
    const parts = partsOf(writeXlsx(file));
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("tabSelected");
    expect(parts["xl/worksheets/sheet2.xml"]).toContain('tabSelected="1"');
    expect(parts["xl/workbook.xml"]).toContain('activeTab="1"');
  });

  it("go with their part and their local names", () => {
    const file = open(fileOf(richParts()));
    file.workbook.sheets.splice(1, 1);
    file.workbook.names = file.workbook.names.filter(({ sheet }) => sheet === undefined);
    const parts = partsOf(writeXlsx(file));
    expect(parts["xl/worksheets/sheet2.xml"]).toBeUndefined();
    expect(parts["[Content_Types].xml"]).not.toContain("sheet2");
    expect(open(fileOf(parts)).workbook.names).toEqual([{ name: "whole", refersTo: "Rich!$A$2:$A$5" }]);
  });
});
