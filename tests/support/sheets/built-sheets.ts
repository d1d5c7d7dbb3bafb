import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";

export interface BuiltSheets {
  readonly code: string;
  readonly page: string;
}

const BUILD = join(import.meta.dirname, "../../../scripts/sheets-build.mjs");

/** The files as `npm run sheets:build` writes them, built once in a test run, whichever suite asks first. */
export async function builtSheets(): Promise<BuiltSheets> {
  const place = inject("buildFolder");
  const [folder, outcome] = [join(place, "sheets"), join(place, "sheets.json")];
  if (mkdirSync(join(place, "sheets-begun"), { recursive: true }) !== undefined) await build(folder, outcome);
  while (!existsSync(outcome)) await sleep(100);
  const { failure } = JSON.parse(readFileSync(outcome, "utf8")) as { failure: string | null };
  if (failure !== null) throw new Error(`the script was not built: ${failure}`);
  return { code: readFileSync(join(folder, "concord.js"), "utf8"), page: readFileSync(join(folder, "sidebar.html"), "utf8") };
}

async function build(folder: string, outcome: string): Promise<void> {
  const done = await promisify(execFile)(process.execPath, [BUILD, "--out", folder]).then(
    () => ({ failure: null }),
    (error: unknown) => ({ failure: String(error) }),
  );
  writeFileSync(`${outcome}.part`, JSON.stringify(done));
  renameSync(`${outcome}.part`, outcome);
}
