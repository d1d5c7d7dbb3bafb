import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sheetPdf } from "../../desk/pdf/sheet-pdf.ts";
import { readXlsx } from "../../desk/xlsx/index.ts";
import { wordDocument } from "../../pane/word/word-document.ts";
import { Planner, savedSample } from "../journey/planner.ts";
import { convert, pages } from "../support/libreoffice.ts";
import { standingMinutes, workOn } from "./minutes-in-hand.ts";

describe.each(["zh-CN", "en"] as const)("minutes that leave the workbook (%s)", (language) => {
  let folder = "";
  let word = "";
  let sheet = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "concord-word-"));
    [word, sheet] = [join(folder, "minutes.docx"), join(folder, "sheet.csv")];
    const planner = Planner.open(await savedSample(language), language);
    workOn(planner);
    writeFileSync(word, await wordDocument(await standingMinutes(planner), 1900));
    const { sheets } = planner.workbook;
    const minutes = planner.minutes().sheet;
    // A comma-separated file has the first sheet.
    sheets.splice(0, sheets.length, minutes, ...sheets.filter((each) => each !== minutes));
    writeFileSync(join(folder, "sheet.xlsx"), planner.bytes());
    await convert(join(folder, "sheet.xlsx"), "csv", folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("Word says what the sheet shows, cell by cell", async () => {
    const written = readFileSync(await convert(word, "txt", folder), "utf8");
    const shown = cellsOf(readFileSync(sheet, "utf8")).flatMap((line) => line.slice(1));
    const texts = shown.flatMap((text) => text.split("\n")).filter((text) => text.trim() !== "");
    expect(texts.length).toBeGreaterThan(150);
    expect(linesOf(written)).toEqual(texts.map((text) => text.trim()));
  });

  it("Word goes on over several pages", async () => {
    expect((await pages(word, { outDir: folder, dpi: 30 })).length).toBeGreaterThan(2);
  });

  it("PDF prints that sheet alone", async () => {
    const read = readXlsx(await savedSample(language));
    if (!read.ok) throw new Error(read.code);
    const name =
      read.file.workbook.sheets.find(({ cells }) => String(cells.get(0)?.get(0)?.value ?? "").startsWith("#minutes"))?.name ?? "";
    const pdf = await sheetPdf(read.file, name);
    const text = pdf.ok ? Buffer.from(pdf.bytes).toString("latin1") : "";
    expect(text.slice(0, 5)).toBe("%PDF-");
    const count = [...text.matchAll(/\/Type\/Page\b(?!s)/g)].length;
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(4);
  });
});

function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Lines of comma-separated cells, of which quoted ones may hold line breaks. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") lines.push([]);
  }
  return lines;
}
