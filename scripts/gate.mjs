import { runBin } from "./processes.mjs";

const checks = [
  { title: "Types of core", program: ["typescript", "tsc"], args: ["-p", "core"] },
  { title: "Types of the script for Google Sheets", program: ["typescript", "tsc"], args: ["-p", "sheets-script"] },
  { title: "Types", program: ["typescript", "tsc"], args: ["-p", "."] },
  { title: "Lint and format", program: ["@biomejs/biome", "biome"], args: ["check", "--error-on-warnings", "."] },
  { title: "Unused files, exports and packages", program: ["knip", "knip"], args: [] },
];

/** Every check runs, whatever the ones before it found: one run shows all there is to mend. */
export async function runChecks(tally) {
  for (const { title, program, args } of checks) {
    announce(title);
    count(tally, (await runBin(...program, args)) === 0);
  }
}

export const newTally = () => ({ passed: 0, failed: 0, skipped: 0 });

export function announce(title) {
  console.log(`\n== ${title}`);
}

function count(tally, isGood) {
  if (isGood) tally.passed += 1;
  else tally.failed += 1;
}

/** The last line is read by machines. */
export function finish({ passed, failed, skipped }) {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
