import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

const BUILD = join(import.meta.dirname, "../../../scripts/sheets-build.mjs");

let read: string | undefined;

/** `concord.js` as `npm run sheets:build` writes it: written once in a test run, by whichever suite asks first, and read back. */
export function writtenScript(): string {
  read ??= readScript();
  return read;
}

function readScript(): string {
  const place = inject("buildFolder");
  const [folder, outcome] = [join(place, "script"), join(place, "script.json")];
  if (mkdirSync(join(place, "script-begun"), { recursive: true }) !== undefined) write(folder, outcome);
  while (!existsSync(outcome)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  const { failure } = JSON.parse(readFileSync(outcome, "utf8")) as { failure: string | null };
  if (failure !== null) throw new Error(`the script was not built: ${failure}`);
  return readFileSync(join(folder, "concord.js"), "utf8");
}

function write(folder: string, outcome: string): void {
  let failure: string | null = null;
  try {
    execFileSync(process.execPath, [BUILD, "--script", "--out", folder], { stdio: "pipe" });
  } catch (error) {
    failure = String(error);
  }
  writeFileSync(`${outcome}.part`, JSON.stringify({ failure }));
  renameSync(`${outcome}.part`, outcome);
}
