import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePackages } from "./install-packages.mjs";
import { root, runBin } from "./processes.mjs";

/** Builds the Google Sheets port and pushes it to the script that .clasp.json names: `npm run sheets:push [-- --all-at-once]`. */
await ensurePackages({ dev: true });
if (!existsSync(join(root, ".clasp.json"))) {
  console.error(
    "还没有 .clasp.json：请按 docs/sheets.md 先登录 clasp 并写明脚本 ID。\nThere is no .clasp.json yet: docs/sheets.md says how to sign in and name your script.",
  );
  process.exit(2);
}
await import("./sheets-build.mjs");
// Whatever stands in the script is replaced by these three files: that is what a push is.
process.exitCode = await runBin("@google/clasp", "clasp", ["push", "--force"], process.argv.includes("--all-at-once") ? await wider() : {});

/** The wider build is a project of its own, for the same script. */
async function wider() {
  const { allAtOnceProject } = await import("../sheets-script/build/all-at-once-manifest.ts");
  const cwd = join(root, "dist/sheets-all-at-once");
  writeFileSync(join(cwd, ".clasp.json"), allAtOnceProject(JSON.parse(readFileSync(join(root, ".clasp.json"), "utf8")).scriptId));
  return { cwd };
}
