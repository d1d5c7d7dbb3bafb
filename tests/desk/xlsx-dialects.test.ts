import { describe, expect, it } from "vitest";
import { writeXlsx } from "../../desk/xlsx/index.ts";
import { fileOf, open, partsOf, richParts, sheetOf } from "./xlsx-fixtures.ts";

describe("a file of the strict kind", () => {
  const strict = () =>
    Object.fromEntries(
      Object.entries(richParts()).map(([name, text]) => [
        name,
        text
          .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );

  it("is read, and written in its own names", () => {
    const file = open(fileOf(strict()));
    expect(sheetOf(file.workbook, "Rich").cell(0, 0)?.value).toBe("Rich ");
    const added = file.workbook.addSheet("新");
    added.setValue(0, 0, "名");
    added.tables.push({ name: "T", area: { row: 0, column: 0, rows: 2, columns: 1 }, hasTotals: false });
    const parts = partsOf(writeXlsx(file));
    expect(Object.entries(parts).filter(([, text]) => text.includes("openxmlformats.org/spreadsheetml/2006/main"))).toEqual([]);
    expect(Object.entries(parts).filter(([, text]) => text.includes("openxmlformats.org/officeDocument"))).toEqual([]);
    expect(sheetOf(open(fileOf(parts)).workbook, "新").tables[0]?.name).toBe("T");
  });
});

describe("a file whose tags have prefixes", () => {
  it("is read, and written with the same ones", () => {
    const parts = richParts();
    const prefixed = (text: string) => text.replace(/<(\/?)(?=[a-z]\w*[\s/>])/gi, "<$1x:").replace('xmlns="', 'xmlns:x="');
    const names = ["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
    for (const name of names) parts[name] = prefixed(parts[name] ?? "");
    const file = open(fileOf(parts));
    const sheet = sheetOf(file.workbook, "Other");
    expect(sheet.cell(0, 0)?.value).toBe("other");
    sheet.setValue(1, 0, "新");
    sheet.format({ row: 1, column: 0, rows: 1, columns: 1 }, { bold: true });
    sheet.merges = [{ row: 3, column: 0, rows: 2, columns: 2 }];
    sheet.changed.add("merges");
    const written = partsOf(writeXlsx(file));
    expect(written["xl/worksheets/sheet2.xml"]).toContain(
      '<x:row r="2"><x:c r="A2" s="2" t="s"><x:v>3</x:v></x:c></x:row></x:sheetData><x:mergeCells',
    );
    expect(written["xl/sharedStrings.xml"]).toContain("<x:si><x:t>新</x:t></x:si></x:sst>");
    expect(sheetOf(open(fileOf(written)).workbook, "Other").cell(1, 0)?.value).toBe("新");
  });
});
