import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs one program and waits for it. @returns its exit code; 1 when a signal ended it */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    spawn(command, args, { cwd: root, stdio: "inherit", ...options })
      .on("error", reject)
      .on("close", (code) => resolve(code ?? 1));
  });
}

/** npm on Windows is a .cmd, which only a shell can start; npm's own script under this Node needs neither. */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js")) return run(process.execPath, [script, ...args], options);
  return run("npm", args, { shell: process.platform === "win32", ...options });
}

/** Runs a package's program by its script, since node_modules/.bin differs between systems. */
export function runBin(packageName, binName, args, options) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return run(process.execPath, [join(folder, typeof bin === "string" ? bin : bin[binName]), ...args], options);
}
