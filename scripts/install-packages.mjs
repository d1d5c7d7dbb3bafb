import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runNpm } from "./processes.mjs";

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;

/** npm writes node_modules/.package-lock.json last, so it also tells an install that was cut short. Contents are compared, not file times: a checkout changes those. */
function areInstalled(dev) {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(
    ([path, wanted]) => path === "" || wanted.optional || (wanted.dev && !dev) || installed[path]?.version === wanted.version,
  );
}

/**
 * Installs the packages that package-lock.json names, when they are not there yet.
 * Everything it says goes to stderr: stdout may be somebody's JSON.
 * @param dev whether the tools for work on the project are needed, too
 */
export async function ensurePackages({ dev }) {
  if (areInstalled(dev)) return;
  console.error("Installing packages (npm ci) ...");
  const code = await runNpm(["ci", "--no-progress", "--loglevel=error"], { stdio: ["ignore", "ignore", 2] });
  if (code !== 0) {
    console.error("The packages could not be installed: npm ci ended with code", code);
    process.exit(1);
  }
}
