import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly buildFolder: string;
  }
}

/** One folder for a whole test run, in which the first suite that needs the built add-in builds it. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "concord-build-"));
  provide("buildFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
