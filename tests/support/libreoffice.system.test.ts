import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convert, pages, recalculated } from "./libreoffice.ts";

describe("LibreOffice as a check", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "concord-check-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A1 and A2 are 20 and 22; A3 adds them, and its cached value is wrong. */
  async function wrongSum(): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("产销平衡");
    sheet.addRows([[20], [22]]);
    sheet.getCell("A3").value = { formula: "SUM(A1:A2)", result: 7 };
    sheet.getCell("B3").value = "合计";
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  async function valueOfA3(xlsx: Uint8Array): Promise<unknown> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(xlsx.buffer as ArrayBuffer);
    return book.worksheets[0]?.getCell("A3").result;
  }

  it("computes a formula anew whose cached value is wrong", async () => {
    const written = await wrongSum();
    expect(await valueOfA3(written)).toBe(7);
    expect(await valueOfA3(await recalculated(written))).toBe(42);
  });

  it("gives values as text, Chinese included, several asked at once", async () => {
    const file = join(folder, "平衡表.xlsx");
    writeFileSync(file, await wrongSum());
    const made = await Promise.all([convert(file, "csv", folder), convert(file, "pdf", folder)]);
    expect(made).toEqual([join(folder, "平衡表.csv"), join(folder, "平衡表.pdf")]);
    expect(readFileSync(join(folder, "平衡表.csv"), "utf8")).toBe("20,\n22,\n42,合计\n");
  });

  it("draws the pages", async () => {
    const drawn = await pages(await wrongSum(), { dpi: 40, outDir: folder });
    expect(drawn).toHaveLength(1);
    expect(
      readFileSync(drawn[0] ?? "")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  it("says which file could not be converted", async () => {
    const file = join(folder, "none.xlsx");
    await expect(convert(file, "pdf", folder)).rejects.toThrow(/made no pdf of .*none\.xlsx/);
  });
});
