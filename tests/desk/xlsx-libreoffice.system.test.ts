import { describe, expect, it } from "vitest";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { writeXlsx } from "../../desk/xlsx/index.ts";
import { recalculated } from "../support/libreoffice.ts";
import { newBook } from "./xlsx-books.ts";
import { fill, open, partsOf, sheetOf } from "./xlsx-fixtures.ts";

describe("LibreOffice", () => {
  it("opens a new workbook with its values, formulas, table, rules, lists and merges", async () => {
    const book = newBook();
    const { workbook } = open(await recalculated(writeXlsx(book)));
    const [was, now] = [sheetOf(book, "行动 项"), sheetOf(workbook, "行动 项")];
    for (const [row, line] of was.cells) {
      for (const [column, { value }] of line) expect(now.cell(row, column)?.value ?? null, `${row},${column}`).toEqual(value);
    }
    expect(now.cell(1, 2)?.formula).toBe("IFS(TRUE(),5)");
    expect(now.tables).toMatchObject(was.tables);
    expect(now.merges).toEqual(was.merges);
    expect(now.validations.map(({ rule, areas }) => ({ type: rule.type, areas }))).toEqual(
      expect.arrayContaining(was.validations.map(({ rule, areas }) => ({ type: rule.type, areas }))),
    );
    expect(now.highlights.map(({ areas, style }) => ({ areas, style }))).toEqual(
      was.highlights.map(({ areas, style }) => ({ areas, style })),
    );
    expect(now.isProtected).toBe(true);
    expect(now.page).toMatchObject({ orientation: "landscape", paper: "A4", fitWidth: 1, repeatRows: [0, 0], centred: true });
    expect(workbook.names).toEqual(expect.arrayContaining([expect.objectContaining({ name: "Concord.Head", refersTo: "'行动 项'!$A$1" })]));
  });

  it("computes the newer functions that files must prefix", async () => {
    const book = new Workbook();
    const sheet = book.addSheet("表");
    fill(sheet, [[1], [5], [3]]);
    const formulas = [
      'TEXTJOIN("-",TRUE,A1:A3)',
      'MAXIFS(A1:A3,A1:A3,"<4")',
      "IFS(A1=2,1,TRUE,7)",
      "ISOWEEKNUM(46348)",
      "AGGREGATE(9,6,A1:A3)",
      "CONCAT(A1:A3)",
      'SWITCH(A1,1,"一")',
    ];
    formulas.forEach((formula, row) => {
      sheet.setFormula(row, 1, formula, null);
    });
    const now = sheetOf(open(await recalculated(writeXlsx(book))).workbook, "表");
    expect(formulas.map((_, row) => now.cell(row, 1)?.value)).toEqual(["1-5-3", 3, 7, 47, 9, "153", "一"]);
  });

  it("saves files that come back with one cell changed and the rest as it was", async () => {
    const saved = await recalculated(writeXlsx(newBook()));
    const file = open(saved);
    sheetOf(file.workbook, "行动 项").setValue(2, 1, "改");
    const bytes = writeXlsx(file);
    const [was, now] = [partsOf(saved), partsOf(bytes)];
    expect(now["xl/worksheets/sheet1.xml"]).toBe(was["xl/worksheets/sheet1.xml"]);
    expect(now["xl/styles.xml"]).toBe(was["xl/styles.xml"]);
    const again = sheetOf(open(await recalculated(bytes)).workbook, "行动 项");
    expect(again.cell(2, 1)?.value).toBe("改");
    expect(again.cell(4, 2)?.value).toBe("46005.1件");
  });
});
