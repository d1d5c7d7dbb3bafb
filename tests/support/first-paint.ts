import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Script that the pane may need before it shows anything, gzipped, in thousands of bytes. Raise it only for a reason. */
export const FIRST_PAINT_LIMIT = 158;

/** The scripts of ours that a built page loads before it shows anything: its entry and what that imports; not what is loaded late. */
export function firstPaint(folder: string, page = "pane.html"): { readonly files: readonly string[]; readonly kilobytes: number } {
  const html = readFileSync(join(folder, page), "utf8");
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const files = tags.flatMap((tag) => {
    const isScript = /^<script/.test(tag) || /rel="modulepreload"/.test(tag);
    const path = isScript ? /(?:src|href)="\.\/([^"]+)"/.exec(tag)?.[1] : undefined;
    return path === undefined ? [] : [path];
  });
  const bytes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return { files, kilobytes: bytes.reduce((sum, each) => sum + each, 0) / 1000 };
}
