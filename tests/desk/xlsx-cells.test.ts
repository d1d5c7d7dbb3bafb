import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { fileFormula, moveFormula, plainFormula } from "../../desk/xlsx/formulas.ts";
import { writeXlsx } from "../../desk/xlsx/index.ts";
import { decodeText, encodeText } from "../../desk/xlsx/text.ts";
import { fileOf, fill, open, partsOf, richParts, sheetOf } from "./xlsx-fixtures.ts";

/** Any text a cell may hold: control characters, halves of surrogate pairs and escapes among it. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "_",
        "x",
        "0",
        "4",
        "1",
        "A",
        "_x0041_",
        "\u0001",
        "\ud800",
        "\udc00",
        "\r",
        "\n",
        "\t",
        " ",
        "=",
        "'",
        "&lt;",
        "]]>",
        "产",
      ),
    )
    .map((pieces) => pieces.join("")),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

function written(rows: readonly (readonly CellValue[])[]): Workbook {
  const book = new Workbook();
  fill(book.addSheet("表"), rows);
  return open(writeXlsx(book)).workbook;
}

function computed(formula: string, value: CellValue): Workbook {
  const book = new Workbook();
  book.addSheet("表").setFormula(0, 0, formula, value);
  return open(writeXlsx(book)).workbook;
}

describe("a cell written and read back", () => {
  it("keeps any text", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
        const book = written(texts.map((text) => [text]));
        expect(texts.map((_, row) => book.sheets[0]?.cell(row, 0)?.value)).toEqual(texts);
      }),
    );
  });

  it("keeps any text as the result of a formula", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const book = computed("A2", text);
        expect(book.sheets[0]?.cell(0, 0)).toMatchObject({ formula: "A2", value: text });
      }),
    );
  });

  it("keeps any number, yes or no, and error", () => {
    const value = fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant({ error: "#REF!" }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const book = written(values.map((value) => [value]));
        // A file has one zero.
        expect(values.map((_, row) => book.sheets[0]?.cell(row, 0)?.value)).toEqual(values.map((each) => (each === 0 ? 0 : each)));
      }),
    );
  });

  it("keeps any text in an opened file, over cells of any kind", () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (text, row, column) => {
        const file = open(fileOf(richParts()));
        sheetOf(file.workbook, "Rich").setValue(row, column, text);
        expect(sheetOf(open(writeXlsx(file)).workbook, "Rich").cell(row, column)?.value).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it("marks text that Excel would take for a formula, and takes the mark off a number", () => {
    const book = written([["=A1"], ["'tis"], ["+1"], ["-"], ["@x"]]);
    expect([0, 1, 2, 3, 4].map((row) => book.sheets[0]?.cell(row, 0)?.value)).toEqual(["=A1", "'tis", "+1", "-", "@x"]);
    const marked = partsOf(writeXlsx(book));
    expect(marked["xl/worksheets/sheet1.xml"]).toMatch(/<c r="A1" s="1" t="s">.*<c r="A2" s="1" t="s">.*<c r="A3" t="s">/);
    expect(marked["xl/styles.xml"]).toContain('quotePrefix="1"');
    book.sheets[0]?.setValue(0, 0, 5);
    expect(partsOf(writeXlsx(book))["xl/worksheets/sheet1.xml"]).toContain('<c r="A1"><v>5</v></c>');
  });

  it("says that a sum overflowed where it has no number", () => {
    const book = computed("A2", Number.POSITIVE_INFINITY);
    expect(book.sheets[0]?.cell(0, 0)?.value).toEqual({ error: "#NUM!" });
  });

  it("is the same bytes for the same workbook in any time zone", () => {
    const zone = process.env.TZ;
    const bytes = ["Asia/Shanghai", "America/Los_Angeles"].map((each) => {
      process.env.TZ = each;
      const book = new Workbook();
      book.addSheet("表").setValue(0, 0, "x");
      return writeXlsx(book);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(bytes[0]).toEqual(bytes[1]);
  });
});

describe("text of a file", () => {
  it("escapes what XML cannot hold, and what looks escaped already", () => {
    expect(encodeText("a\u0001")).toBe("a_x0001_");
    expect(decodeText("_x005F_x0001_")).toBe("_x0001_");
    fc.assert(fc.property(anyText, (text) => decodeText(encodeText(text)) === text));
  });
});

describe("a formula of a file", () => {
  it("has newer functions prefixed, and none inside texts and names", () => {
    const formula = "IFS(A1=\"IFS(\",CONCAT(B1),TRUE,SUM('MAXIFS('!A1,T[CONCAT(x)]))+ISOWEEKNUM(1)+SORT(A1:A2)";
    const file = "_xlfn.IFS(A1=\"IFS(\",_xlfn.CONCAT(B1),TRUE,SUM('MAXIFS('!A1,T[CONCAT(x)]))+_xlfn.ISOWEEKNUM(1)+_xlfn._xlws.SORT(A1:A2)";
    expect(fileFormula(formula)).toBe(file);
    expect(fileFormula(file)).toBe(file);
    expect(plainFormula(file)).toBe(formula);
  });

  it("moves as a shared formula does", () => {
    expect(moveFormula("A1+$B$2", 1, 0)).toBe("A2+$B$2");
    expect(moveFormula("A$1&\"A1\"&Sheet1!B2&'A1'!C3&LOG10(A1)&T[A1]&A:$B&1:$3&name_A1", 1, 1)).toBe(
      "B$1&\"A1\"&Sheet1!C3&'A1'!D4&LOG10(B2)&T[A1]&B:$B&2:$3&name_A1",
    );
    expect(moveFormula("A1", -1, -1)).toBe("XFD1048576");
  });
});
