import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { findPdftoppm, findSoffice } from "./tools.ts";

/**
 * LibreOffice as the independent check of what we write: another program reads the file, computes its formulas, draws its pages.
 * Compare values through it, not looks: its re-saved xlsx loses freeze panes, zoom and table styles.
 */
export type Format = "pdf" | "xlsx" | "csv" | "html" | "txt";

const TIME_OUT = 90_000;
/** What each further file of one call may take. */
const TIME_PER_FILE = 10_000;

/** UTF-8, commas, quotes where needed, values as shown, the first sheet. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true";

/** Each paragraph on a line of its own, those of tables too. */
const TXT = "txt:Text (encoded):UTF8";

/** What a format is called on the command line, where its name alone is not enough. */
const FILTERS: Partial<Record<Format, string>> = { csv: CSV, txt: TXT };

/** @returns the path of the converted file in `outDir`, named as the given one @throws with what LibreOffice said when there is no such file afterwards */
export async function convert(file: string, format: Format, outDir: string): Promise<string> {
  const [made] = await convertAll([file], format, outDir);
  return made ?? "";
}

/** Several files in one start of LibreOffice, which costs more than most files do. Their names have to differ. */
function convertAll(files: readonly string[], format: Format, outDir: string): Promise<string[]> {
  const targets = files.map((file) => join(outDir, `${basename(file, extname(file))}.${format}`));
  files.forEach((file, index) => {
    if (resolve(targets[index] ?? "") === resolve(file)) throw new Error(`${file} would be overwritten by its own conversion`);
  });
  return oneAtATime(async () => {
    mkdirSync(outDir, { recursive: true });
    for (const target of targets) rmSync(target, { force: true });
    const program = findSoffice();
    if (program === null) throw new Error("LibreOffice was not found: install it, or name it in CONCORD_SOFFICE");
    const options = ["--headless", "--norestore", "--nolockcheck", `-env:UserInstallation=${pathToFileURL(profile()).href}`];
    const command = [...options, "--convert-to", FILTERS[format] ?? format, "--outdir", outDir, ...files];
    const said = await runProgram(program, command, TIME_OUT + (files.length - 1) * TIME_PER_FILE).catch((error: unknown) => {
      // One that was ended leaves its profile locked; the next call gets a new one.
      rmSync(profile(), { recursive: true, force: true, maxRetries: 3 });
      throw error;
    });
    // It ends with code 0 whether or not it could read the file.
    files.forEach((file, index) => {
      if (!existsSync(targets[index] ?? ""))
        throw new Error(`LibreOffice made no ${format} of ${file}: ${said.trim() || "it said nothing"}`);
    });
    return targets;
  });
}

/** @returns the workbook as LibreOffice saves it again, every formula computed anew */
export async function recalculated(xlsx: Uint8Array): Promise<Uint8Array> {
  const file = await convert(put(xlsx), "xlsx", scratch());
  return new Uint8Array(readFileSync(file));
}

/** Several workbooks at once, each as LibreOffice saves it again. */
export async function recalculatedAll(books: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const from = scratch();
  const files = books.map((bytes, index) => {
    const file = join(from, `book-${index}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  });
  return (await convertAll(files, "xlsx", scratch())).map((file) => new Uint8Array(readFileSync(file)));
}

/** The workbook as a web page: every sheet with the colours its conditional formats give it just now. */
export async function webPage(xlsx: Uint8Array): Promise<string> {
  return readFileSync(await convert(put(xlsx), "html", scratch()), "utf8");
}

/** The printed pages as PNG files, in order. They last as long as this process, unless `outDir` says where to keep them. */
export async function pages(workbook: Uint8Array | string, { dpi = 80, outDir = scratch() } = {}): Promise<string[]> {
  const pdf = await convert(typeof workbook === "string" ? workbook : put(workbook), "pdf", outDir);
  const program = findPdftoppm();
  if (program === null) throw new Error("pdftoppm was not found: install Poppler, or name it in CONCORD_PDFTOPPM");
  const prefix = `${basename(pdf, ".pdf")}-page`;
  await runProgram(program, ["-png", "-r", String(dpi), pdf, join(outDir, prefix)]);
  const drawn = readdirSync(outDir).filter((name) => name.startsWith(prefix) && name.endsWith(".png"));
  if (drawn.length === 0) throw new Error(`pdftoppm drew no page of ${pdf}`);
  return drawn.sort().map((name) => join(outDir, name));
}

let home: string | null = null;

/** One folder for all that this process leaves behind, removed when it ends. */
function homeFolder(): string {
  if (home === null) {
    const folder = mkdtempSync(join(tmpdir(), "concord-libreoffice-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
    // Vitest ends its workers by this signal, which by itself skips "exit".
    process.once("SIGTERM", () => process.exit());
    home = folder;
  }
  return home;
}

const scratch = () => mkdtempSync(join(homeFolder(), "work-"));

function put(xlsx: Uint8Array): string {
  const file = join(scratch(), "book.xlsx");
  writeFileSync(file, xlsx);
  return file;
}

/**
 * Left to itself LibreOffice believes the cached values of an xlsx file, and so would check nothing; 0 is "always recalculate".
 * The language is fixed, for dates and numbers are shown in it.
 */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>
</oor:items>
`;

/** A profile of its own: a person's open LibreOffice would take the call over, and their settings with it. */
function profile(): string {
  const folder = join(homeFolder(), "profile");
  const settings = join(folder, "user", "registrymodifications.xcu");
  if (!existsSync(settings)) {
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, SETTINGS);
  }
  return folder;
}

let last: Promise<unknown> = Promise.resolve();

/** Two LibreOffices in one profile end each other. */
function oneAtATime<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task);
  last = next.catch(() => undefined);
  return next;
}

/** @returns all that it printed @throws when it does not start, fails or takes too long */
function runProgram(program: string, args: string[], timeOut = TIME_OUT): Promise<string> {
  const isWindows = process.platform === "win32";
  // soffice is a chain of programs: the group is what has to be ended.
  const child = spawn(program, args, { detached: !isWindows, windowsHide: true, stdio: ["ignore", "pipe", "pipe"] });
  const endAll = () => {
    if (child.pid === undefined) return;
    if (isWindows) spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
    else process.kill(-child.pid, "SIGKILL");
  };
  let said = "";
  let isLate = false;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      isLate = true;
      endAll();
    }, timeOut);
    child.on("error", (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (isLate) fail(new Error(`${program} took longer than ${timeOut / 1000} s: ${args.join(" ")}`));
      else if (code === 0) done(said);
      else fail(new Error(`${program} ended with code ${code}: ${said.trim()}`));
    });
  });
}
