import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { announce, finish, newTally, runChecks } from "./gate.mjs";
import { ensurePackages } from "./install-packages.mjs";
import { root, runBin } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

const tally = newTally();
await ensurePackages({ dev: true });
await registerTypeScript();
const hasTools = await checkTools();
await runChecks(tally);
await runVitest(hasTools, process.argv.slice(2));
finish(tally);

/** A person's machine may lack the tools of the system suites; CI may not, or it would be green having looked at less. */
async function checkTools() {
  const { ensureTools, systemSuites } = await import("../tests/support/tools.ts");
  const missing = ensureTools();
  if (missing.length === 0) return true;
  console.log(`Not found: ${missing.join("; ")}.`);
  if (process.env.CI === "true") {
    tally.failed += 1;
    return true;
  }
  tally.skipped += systemSuites(root).length;
  return false;
}

async function runVitest(hasTools, filter) {
  announce("Tests");
  const results = join(root, "test-results/vitest.json");
  rmSync(results, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const env = hasTools ? process.env : { ...process.env, CONCORD_SKIP_SYSTEM: "1" };
  const code = await runBin("vitest", "vitest", ["run", ...reporters, ...filter], { env });
  const report = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { testResults: [] };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const having = (...statuses) => tests.filter((test) => statuses.includes(test.status)).length;
  // A file that does not load has no failed test in it, and an error outside any test belongs to no file.
  const brokenFiles = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed)).length;
  const failed = having("failed") + brokenFiles;
  const executed = having("passed", "failed");
  if (executed === 0) console.log("No test was executed.");
  tally.passed += having("passed");
  tally.failed += failed === 0 && (code !== 0 || executed === 0) ? 1 : failed;
  tally.skipped += tests.length - executed;
}

function isFailed(test) {
  return test.status === "failed";
}
