import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Language, say } from "../../core/index.ts";
import { readXlsx, writeXlsx, type XlsxFile } from "../xlsx/index.ts";
import { WrongUse } from "./wrong-use.ts";

/** Opens a workbook read-only. @throws WrongUse that says why it cannot be read. */
export function openBook(path: string, language: Language): XlsxFile {
  const because = (why: string): WrongUse => new WrongUse(say(language, "file-unreadable", { file: path, why }));
  if (!existsSync(path)) throw because(say(language, "file-missing"));
  if (statSync(path).isDirectory()) throw because(say(language, "file-is-folder"));
  const read = readXlsx(new Uint8Array(readBytes(path, because)));
  if (read.ok) return read.file;
  throw because(say(language, read.code, { detail: read.detail }));
}

function readBytes(path: string, because: (why: string) => WrongUse): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw because(error instanceof Error ? error.message : String(error));
  }
}

export function saveBook(path: string, file: XlsxFile): void {
  saveFile(path, writeXlsx(file));
}

/** Writes beside and renames, so that a file is never half written. */
export function saveFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
}

/** The file that is written where none is named: beside the book, never one that exists. */
export function besideBook(book: string): string {
  const stem = join(dirname(book), basename(book, extname(book)));
  for (let count = 1; ; count++) {
    const path = `${stem}-concord${count === 1 ? "" : `-${count}`}.xlsx`;
    if (!existsSync(path)) return path;
  }
}
