import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type PageSetup, type Problem, problem } from "../../core/index.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { writeXlsx, type XlsxFile } from "../xlsx/index.ts";
import { findLibreOffice } from "./find-program.ts";
import { growRows } from "./grow-rows.ts";

export type Pdf = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: Problem };

const TIME_OUT = 120_000;

/** One sheet of a workbook as LibreOffice prints it. The file is used up: its other sheets no longer print. */
export async function sheetPdf(file: XlsxFile, sheet: string): Promise<Pdf> {
  const program = findLibreOffice();
  if (program === null) return { ok: false, problem: problem("error", "pdf-no-program", { sheet }) };
  printOnly(file.workbook, sheet);
  const printed = file.workbook.sheet(sheet);
  if (printed) growRows(printed, file.workbook.styles);
  const folder = mkdtempSync(join(tmpdir(), "concord-pdf-"));
  try {
    const [book, made] = [join(folder, "book.xlsx"), join(folder, "book.pdf")];
    writeFileSync(book, writeXlsx(file));
    // A profile of its own: a LibreOffice that the person has open would take the call over.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const said = await ended(program, ["--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", folder, book]);
    // It ends with code 0 whether or not it could print the file.
    if (!existsSync(made)) return { ok: false, problem: problem("error", "pdf-failed", { sheet, why: said.trim() }) };
    return { ok: true, bytes: new Uint8Array(readFileSync(made)) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const PLAIN: PageSetup = {
  orientation: "portrait",
  paper: "A4",
  margins: { top: 15, bottom: 15, left: 15, right: 15 },
  fitWidth: 1,
  centred: false,
};

/** LibreOffice prints hidden sheets too where they have a print area. */
function printOnly(workbook: Workbook, name: string): void {
  for (const sheet of workbook.sheets) {
    if (sheet.name === name) continue;
    const { printArea: _, ...page } = sheet.page ?? PLAIN;
    sheet.page = page;
    sheet.changed.add("page");
    if (sheet.visibility === "visible") sheet.visibility = "hidden";
  }
  workbook.show(name);
}

/** @returns all that the program said, however it ended */
function ended(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(program, args, { windowsHide: true, timeout: TIME_OUT, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("error", (error) => resolve(`${said} ${error.message}`));
    child.on("close", () => resolve(said));
  });
}
