import type { SheetLayout } from "../workbook/sheet-layout.ts";
import { fromBase64 } from "./base64.ts";
import { cleanLine } from "./clean-text.ts";
import type { Mail } from "./mail-file.ts";
import { utf8 } from "./utf8.ts";

/**
 * A file for a person to keep or send, as plain data that crosses any wire. A Word document and a mail
 * stay descriptions until somebody wants their bytes, since the writer of the first is heavy; a mail
 * may carry such a document.
 */
export type OutFile = { readonly name: string; readonly mime: string } & Content;

export type Content =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly base64: string }
  | { readonly kind: "word"; readonly layout: SheetLayout; readonly dateSystem: 1900 | 1904 }
  | { readonly kind: "mail"; readonly mail: Mail };

/** The bytes of a file that needs no writer. */
export function plainBytes(file: OutFile & { readonly kind: "text" | "bytes" }): Uint8Array {
  return file.kind === "text" ? utf8(file.text) : fromBase64(file.base64);
}

/** By file name extension. */
const MIMES = {
  ics: "text/calendar",
  txt: "text/plain",
  html: "text/html",
  eml: "message/rfc822",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

export function textFile(stem: string, text: string): OutFile {
  return { name: fileName(stem, "txt"), mime: MIMES.txt, kind: "text", text };
}

export function pageFile(stem: string, html: string): OutFile {
  return { name: fileName(stem, "html"), mime: MIMES.html, kind: "text", text: html };
}

export function calendarOutFile(stem: string, text: string): OutFile {
  return { name: fileName(stem, "ics"), mime: MIMES.ics, kind: "text", text };
}

export function wordFile(stem: string, layout: SheetLayout, dateSystem: 1900 | 1904): OutFile {
  return { name: fileName(stem, "docx"), mime: MIMES.docx, kind: "word", layout, dateSystem };
}

export function mailOutFile(stem: string, mail: Mail): OutFile {
  return { name: fileName(stem, "eml"), mime: MIMES.eml, kind: "mail", mail };
}

/** Devices of Windows: no file may be called so, whatever its extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\s]+/g;
/** UTF-16 units; a path on Windows has 260 in all. */
const LONGEST_STEM = 100;

/**
 * A name that Windows, macOS and Linux all accept, Chinese kept.
 * @example fileName("会议记录 CX-2026-W47-1: 产销", "docx") // "会议记录 CX-2026-W47-1 产销.docx"
 */
export function fileName(stem: string, extension: string): string {
  let short = "";
  for (const character of cleanLine(stem).replace(FORBIDDEN, " ")) {
    if (short.length + character.length > LONGEST_STEM) break;
    short += character;
  }
  const trimmed = short.replace(/^[\s.]+|[\s.]+$/g, "");
  return `${RESERVED.test(trimmed) ? "_" : ""}${trimmed === "" ? "concord" : trimmed}.${extension}`;
}
