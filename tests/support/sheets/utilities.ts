import { gunzipSync, gzipSync } from "node:zlib";
import type { Account } from "./account.ts";
import { ownOf, ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";
import { formatDate, parseDate } from "./zones.ts";

export interface BlobMade {
  readonly name: string | null;
  readonly type: string | null;
  readonly bytes: Buffer;
}

function blobObject({ kernel }: Run, made: BlobMade): object {
  let blob = made;
  const self: object = kernel.serve(
    "Base.Blob",
    {
      getName: () => blob.name,
      getContentType: () => blob.type,
      getDataAsString: () => blob.bytes.toString("utf8"),
      getBytes: () => [...new Int8Array(blob.bytes)],
      setName: (name: string) => {
        blob = Object.assign(made, { name });
        return self;
      },
      setContentType: (type: string) => {
        blob = Object.assign(made, { type });
        return self;
      },
    },
    made,
  );
  return self;
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new ServiceException("Could not decompress gzip.");
  }
}

export function utilitiesService(run: Run, account: Account): object {
  const bytesOf = (data: unknown): Buffer => (typeof data === "string" ? Buffer.from(data, "utf8") : Buffer.from(data as number[]));
  return run.kernel.serve("Utilities.Utilities", {
    formatDate: (date: Date, zone: string, pattern: string) => formatDate(date.getTime(), zone, pattern),
    parseDate: (text: string, zone: string, pattern: string) => {
      const instant = parseDate(text, zone, pattern);
      if (instant === undefined) throw new ServiceException(`Unparseable date: "${text}"`);
      return run.realm.date(instant);
    },
    sleep: (milliseconds: number) => {
      if (milliseconds > 300_000) throw new ServiceException("The maximum sleep time is 300000 milliseconds.");
      run.kernel.pass(milliseconds);
    },
    newBlob: (data: unknown, type: string | null = null, name: string | null = null) =>
      blobObject(run, { bytes: bytesOf(data), type, name }),
    gzip: (blob: object) => {
      const { bytes, name } = ownOf<BlobMade>(blob);
      return blobObject(run, { bytes: gzipSync(bytes), type: "application/x-gzip", name: `${name ?? "archive"}.gz` });
    },
    ungzip: (blob: object) => {
      const { bytes, type, name } = ownOf<BlobMade>(blob);
      if (type !== "application/x-gzip") throw new ServiceException("Invalid argument: the blob's type is not application/x-gzip.");
      return blobObject(run, { bytes: unpacked(bytes), type: null, name });
    },
    base64Encode: (data: unknown) => bytesOf(data).toString("base64"),
    base64Decode: (text: string) => [...new Int8Array(Buffer.from(text, "base64"))],
    getUuid: () => `00000000-0000-4000-8000-${String(++account.uuids).padStart(12, "0")}`,
  });
}
