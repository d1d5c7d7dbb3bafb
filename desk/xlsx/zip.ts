import { unzipSync, type Zippable, zipSync } from "fflate";
import { Damaged } from "./damaged.ts";
import { Package } from "./package.ts";

// Excel itself stops far below these; a zip that claims more is out to fill the memory.
const MAX_PARTS = 20_000;
const MAX_PART_BYTES = 256 * 1024 * 1024;
const MAX_BYTES = 512 * 1024 * 1024;
const COMPRESSED = /\.(?:png|jpe?g|gif|zip|emz|wmz|mp4)$/i;

export function unzip(bytes: Uint8Array): Package {
  let parts = 0;
  let total = 0;
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts++;
      total += originalSize;
      if (parts > MAX_PARTS || originalSize > MAX_PART_BYTES || total > MAX_BYTES) throw new Damaged("the zip unpacks to an absurd size");
      return !name.endsWith("/");
    },
  });
  return Package.of(Object.entries(entries).map(([name, content]) => [name.replaceAll("\\", "/").replace(/^\//, ""), content]));
}

/** The same parts give the same bytes, on any day and in any zone. */
export function zip(pack: Package): Uint8Array {
  const files: Zippable = {};
  // Local time on purpose: zip stamps have no zone, and fflate reads the local fields.
  const mtime = new Date(1980, 0, 1, 12);
  const [types, rest] = [[] as [string, Uint8Array][], [] as [string, Uint8Array][]];
  for (const [name, content] of pack.entries()) (name === "[Content_Types].xml" ? types : rest).push([name, content]);
  for (const [name, content] of [...types, ...rest]) files[name] = [content, { mtime, level: COMPRESSED.test(name) ? 0 : 6 }];
  return zipSync(files);
}
