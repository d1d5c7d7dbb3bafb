import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recalculatedAll } from "../support/libreoffice.ts";
import { Book, errorsIn } from "./books.ts";

const START = join(import.meta.dirname, "../../scripts/start.mjs");

describe("npm start -- --once", () => {
  const folder = mkdtempSync(join(tmpdir(), "concord-start-"));
  const made = new Map<string, { readonly written: Book; readonly computed: Book }>();

  beforeAll(async () => {
    for (const language of ["zh-CN", "en"])
      await promisify(execFile)(process.execPath, [START, "--once", "--language", language], { cwd: folder });
    const names = readdirSync(join(folder, "out")).filter((name) => name.endsWith(".xlsx"));
    const books = names.map((name) => new Uint8Array(readFileSync(join(folder, "out", name))));
    const computed = await recalculatedAll(books);
    names.forEach((name, index) => {
      made.set(name, { written: new Book(books[index]), computed: new Book(computed[index]) });
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("writes a register and one with minutes, in both languages", () => {
    expect([...made.keys()].sort()).toEqual([
      "sample-register-zh.xlsx",
      "sample-register.xlsx",
      "sample-with-minutes-zh.xlsx",
      "sample-with-minutes.xlsx",
    ]);
  });

  it("LibreOffice opens every sheet and finds no wrong formula", () => {
    for (const [name, { written, computed }] of made) {
      const names = (book: Book): string[] => book.file.workbook.sheets.map((sheet) => sheet.name);
      expect(names(computed), name).toEqual(names(written));
      expect(errorsIn(computed), name).toEqual([]);
      const formulas = computed.file.workbook.sheets.flatMap((sheet) =>
        [...sheet.cells.values()].flatMap((line) => [...line.values()].filter(({ formula }) => formula !== undefined)),
      );
      expect(formulas.length, name).toBeGreaterThan(500);
    }
  });

  it("what LibreOffice computes on the same day is what was written beside each formula", () => {
    for (const [name, { written, computed }] of made) {
      const wrong: string[] = [];
      for (const sheet of written.file.workbook.sheets) {
        for (const [row, line] of sheet.cells) {
          for (const [column, { value, formula }] of line) {
            if (formula === undefined) continue;
            const now = computed.sheet(sheet.name).cell(row, column)?.value ?? "";
            const isSame = typeof now === "number" && typeof value === "number" ? Math.abs(now - value) < 1e-9 : now === (value ?? "");
            if (!isSame) wrong.push(`${sheet.name}!R${row + 1}C${column + 1}: wrote ${String(value)}, computed ${String(now)}`);
          }
        }
      }
      expect(wrong, name).toEqual([]);
    }
  });
});
