import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const PROPERTIES = "docProps/core.xml";

/** A document without the moment and the names of parts that were made up while it was written. */
export function sameBytes(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  // Local time on purpose: zip stamps have no zone, and fflate reads the local fields.
  const mtime = new Date(1980, 0, 1, 12);
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) {
    const content =
      name === PROPERTIES ? strToU8(strFromU8(bytes).replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, "")) : bytes;
    files[name] = [content, { mtime, level: 6 }];
  }
  return zipSync(files);
}
