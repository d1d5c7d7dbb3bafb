import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { OutFile } from "../../core/index.ts";
import { fileBytes } from "../../pane/word/file-bytes.ts";
import { saveFile } from "./book-file.ts";

/** Writes the files that a command made. One that says something else already is kept, and the new one gets a number. */
export async function saveFiles(files: readonly OutFile[], folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const file of files) {
    const bytes = await fileBytes(file);
    const path = freePath(join(folder, file.name), bytes);
    if (!existsSync(path)) saveFile(path, bytes);
    paths.push(path);
  }
  return paths;
}

function freePath(wanted: string, bytes: Uint8Array): string {
  const ending = extname(wanted);
  for (let count = 1; ; count++) {
    const path = count === 1 ? wanted : `${wanted.slice(0, -ending.length)} (${count})${ending}`;
    if (!existsSync(path) || Buffer.from(bytes).equals(readFileSync(path))) return path;
  }
}
