import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import { ADDIN } from "./page.ts";

export interface BuiltAddin {
  readonly folder: string;
  /** What the build said. */
  readonly said: string;
}

export const BUILD = join(import.meta.dirname, "../../../scripts/build.mjs");

/** The built add-in, built once in a test run, whichever suite asks first. */
export async function builtAddin(): Promise<BuiltAddin> {
  const place = inject("buildFolder");
  const [folder, outcome] = [join(place, "excel"), join(place, "outcome.json")];
  if (isFirst(place)) await build(folder, outcome);
  while (!existsSync(outcome)) await sleep(100);
  const { said, failure } = JSON.parse(readFileSync(outcome, "utf8")) as { said: string; failure: string | null };
  if (failure !== null) throw new Error(`the add-in was not built: ${failure}`);
  return { folder, said };
}

/** Only one process can make a folder. */
function isFirst(place: string): boolean {
  return mkdirSync(join(place, "begun"), { recursive: true }) !== undefined;
}

async function build(folder: string, outcome: string): Promise<void> {
  const done = await promisify(execFile)(process.execPath, [BUILD, "--base", `${ADDIN}/`, "--out", folder]).then(
    ({ stdout }) => ({ said: stdout, failure: null }),
    (error: unknown) => ({ said: "", failure: String(error) }),
  );
  writeFileSync(`${outcome}.part`, JSON.stringify(done));
  renameSync(`${outcome}.part`, outcome);
}
