import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages } from "./install-packages.mjs";
import { root } from "./processes.mjs";

/** Lets this process import TypeScript; a second process would cost every command a start of Node. */
export async function registerTypeScript() {
  // Without this tsx reads the tsconfig.json of whatever folder the person stands in.
  process.env.TSX_TSCONFIG_PATH = join(root, "tsconfig.json");
  const { register } = await import("tsx/esm/api");
  register();
}

/** Runs a TypeScript program of this project in this process, with this process's arguments. */
export async function runTypeScript(entry) {
  await ensurePackages({ dev: false });
  await registerTypeScript();
  goWhereThePersonIs();
  process.argv[1] = join(root, entry);
  await import(pathToFileURL(process.argv[1]).href);
}

/** npm moves to the package's folder; a file named on the command line is meant from where the person stands. */
function goWhereThePersonIs() {
  const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
  // INIT_CWD is inherited by everything below npm, so believe it only in the script that npm itself started.
  const startedByNpm = script === "start" || script === "concord";
  if (startedByNpm && calledFrom && process.cwd() === root) process.chdir(calledFrom);
}
