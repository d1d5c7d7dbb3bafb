import { dirname } from "node:path";
import {
  type Context,
  documentAsItStands,
  fileName,
  type OutFile,
  type Problem,
  readSnapshot,
  say,
  sayProblem,
  wordFile,
} from "../../core/index.ts";
import { fileBytes } from "../../pane/word/file-bytes.ts";
import { DeskHost } from "../host/desk-host.ts";
import { sheetPdf } from "../pdf/sheet-pdf.ts";
import type { XlsxFile } from "../xlsx/index.ts";
import type { Arguments } from "./arguments.ts";
import { openBook, saveFile } from "./book-file.ts";
import { saveFiles } from "./save-files.ts";
import { WrongUse } from "./wrong-use.ts";

/** Writes one document of a book as it now stands, as Word or PDF. @returns the exit status */
export async function exportDocument(given: Arguments, { language }: Context): Promise<number> {
  if (given.book === undefined) throw new WrongUse(say(language, "book-needed"));
  const to = given.to ?? (given.out?.toLowerCase().endsWith(".pdf") ? "pdf" : "docx");
  if (to !== "docx" && to !== "pdf") throw new WrongUse(say(language, "export-to"));
  const file = openBook(given.book, language);
  const { sheet, word } = await documentIn(file, given.document, language);
  if (to === "docx" && !word) throw new WrongUse(say(language, "not-for-word", { document: given.document ?? "" }));
  const made = to === "docx" && word ? { ok: true as const, bytes: await fileBytes(word) } : await sheetPdf(file, sheet);
  if (!made.ok) return told(given, null, [made.problem], language);
  if (given.out !== undefined) {
    saveFile(given.out, made.bytes);
    return told(given, given.out, [], language);
  }
  const base64 = Buffer.from(made.bytes).toString("base64");
  const [path = null] = await saveFiles([{ name: fileName(sheet, to), mime: "", kind: "bytes", base64 }], dirname(given.book));
  return told(given, path, [], language);
}

interface Found {
  readonly sheet: string;
  /** Where the document can leave the workbook as Word. */
  readonly word: OutFile | null;
}

async function documentIn(file: XlsxFile, id: string | undefined, language: Context["language"]): Promise<Found> {
  const host = new DeskHost(file.workbook);
  const documents = id === undefined ? [] : [id];
  const snapshot = await readSnapshot(host, () => ({ tables: ["settings"], documents }), language);
  const { state, survey } = snapshot;
  const sheet = id === undefined ? undefined : snapshot.documents.get(id)?.sheet;
  if (id === undefined || sheet === undefined) {
    const ids = [...state.entries("made")].flatMap(([each]) => (each.includes(":") ? [each] : []));
    const known = ids.join(", ") || say(language, "document-known-none");
    throw new WrongUse(
      id === undefined ? say(language, "document-needed", { known }) : say(language, "document-unknown", { document: id, known }),
    );
  }
  const layout = documentAsItStands(snapshot, id);
  return { sheet, word: layout && wordFile(sheet, layout, survey.dateSystem) };
}

function told(given: Arguments, written: string | null, problems: readonly Problem[], language: Context["language"]): number {
  const lines = problems.map((found) => ({
    severity: found.severity,
    code: found.code,
    params: found.params,
    text: sayProblem(language, found),
  }));
  if (given.json)
    process.stdout.write(`${JSON.stringify({ command: "export", document: given.document, problems: lines, written }, null, 2)}\n`);
  else {
    for (const { text } of lines) console.log(`✗ ${text}`);
    if (written !== null) console.log(`→ ${written}`);
  }
  return problems.length > 0 ? 1 : 0;
}
